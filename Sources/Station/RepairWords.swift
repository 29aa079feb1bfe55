import Circulation

/// The sentences about files that were not as they should be, and about their
/// repair.
package protocol RepairWords {
  /// A repair; the traces are of a journal that was not there.
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String
  /// A repair that the journal has noted.
  func sentence(_ repair: Repair, at time: LocalTime) -> String
  /// A journal with nothing in it, and the first trace of what it had.
  func void(
    _ void: JournalVoid, _ traces: [JournalTrace], in journal: String
  ) -> String
  /// The NUL bytes that a journal ends in.
  func zeros(_ count: Int, in journal: String) -> String
  /// The events that are missing at the end of a journal.
  func eventsGone(_ count: Int, from journal: String) -> String
  /// A station of another machine that has not let the folder go.
  func predecessor(_ holder: StationLock.Holder) -> String
  /// A drive whose locks other machines do not see.
  func localLocks(of drive: Drive) -> String
  /// A failure because the files are another station's now; nil for any other.
  func isAnothers(_ failure: FileFailure) -> String?
  /// The journal that the list was kept in.
  func rescued(_ count: Int, in path: String) -> String
}

extension Words {
  /// Returns what to look at at a desk, whoever works there.
  package func cautions(of desk: Desk) -> [Notice] {
    var cautions: [Notice] = []
    func warn(_ text: String) {
      cautions.append(Notice(kind: .warning, text: text))
    }
    if let doubt = desk.clockWarning {
      let text = clockWarning(doubt, now: desk.clock.now())
      cautions.append(Notice(kind: .refusal, text: text))
    }
    if let path = desk.rescued {
      warn(rescued(desk.unsaved.count, in: path))
    }
    for repair in desk.repairs {
      warn(sentence(repair, desk.opening.traces))
    }
    if !desk.opening.damage.isEmpty {
      warn(damaged(desk.opening.damage, in: StationFolder.journalName))
    }
    if let holder = desk.predecessor { warn(predecessor(holder)) }
    if desk.drive.locksAreLocal { warn(localLocks(of: desk.drive)) }
    if let survey = try? desk.survey(), let line = survey.firstUnreadableLine {
      warn(strange(survey.unreadableCount, first: line))
    }
    if desk.folder.isOpenToOthers { warn(openToOthers(desk.folder)) }
    return cautions
  }

  /// Returns what a journal lacks, or may lack.
  package func findings(of health: JournalHealth) -> [String] {
    let path = health.path
    var sentences: [String] = []
    if let void = health.void {
      sentences.append(self.void(void, health.traces, in: path))
    }
    if health.goneCount > 0 {
      sentences.append(eventsGone(health.goneCount, from: path))
    }
    if !health.damage.isEmpty {
      sentences.append(damaged(health.damage, in: path))
    }
    if health.zeroCount > 0 {
      sentences.append(zeros(health.zeroCount, in: path))
    }
    return sentences
      + health.notes.map { sentence($0.repair, at: $0.time) }
  }
}
