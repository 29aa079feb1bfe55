import Circulation

/// What is said of files that were not as they should be, and of what the
/// station did about them.
package protocol RepairWords {
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String
  func sentence(_ repair: Repair, at time: LocalTime) -> String
  func void(
    _ void: JournalVoid, _ traces: [JournalTrace], in journal: String
  ) -> String
  func zeros(_ count: Int, in journal: String) -> String
  func eventsGone(_ count: Int, from journal: String) -> String
  func predecessor(_ holder: StationLock.Holder) -> String
  func localLocks(of drive: Drive) -> String
  func isAnothers(_ failure: FileFailure) -> String?
  func rescued(_ count: Int, in path: String) -> String
}

extension Words {
  /// What has to be looked at at a desk, whoever works there.
  package func cautions(of desk: Desk) -> [Notice] {
    var cautions: [Notice] = []
    func warn(_ text: String) {
      cautions.append(Notice(kind: .warning, text: text))
    }
    if let doubt = desk.clockDoubt {
      let text = clockDoubt(doubt, now: desk.clock.now())
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
    if let survey = try? desk.survey(), let line = survey.firstStrangeLine {
      warn(strange(survey.strangeCount, first: line))
    }
    if desk.folder.isOpenToOthers { warn(openToOthers(desk.folder)) }
    return cautions
  }

  /// What a journal lacks, or may lack.
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
