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

  /// What a station's journal lacks, or may lack.
  package func findings(of reading: StationReading) -> [String] {
    let journal = reading.journal
    var sentences: [String] = []
    if let void = reading.void {
      sentences.append(self.void(void, reading.traces, in: journal))
    }
    if reading.goneCount > 0 {
      sentences.append(eventsGone(reading.goneCount, from: journal))
    }
    guard let replay = reading.replay else { return sentences }
    if !replay.damage.isEmpty {
      sentences.append(damaged(replay.damage, in: journal))
    }
    if replay.zeroCount > 0, reading.void == nil {
      sentences.append(zeros(replay.zeroCount, in: journal))
    }
    return sentences
      + replay.repairs.map { sentence($0.repair, at: $0.time) }
  }
}
