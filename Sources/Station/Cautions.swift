import Circulation

extension StationWords {
  /// Returns what to look at at a desk, whoever works there.
  package func cautions(of desk: Desk) -> [Notice] {
    var cautions: [Notice] = []
    func warn(_ text: String) {
      cautions.append(Notice(kind: .warning, text: text))
    }
    if let confirmation = desk.clockWarning {
      let text = clockWarning(confirmation, now: desk.clock.now())
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
    if let lines = (try? desk.summary())?.unreadable,
      let line = lines.firstNumbers.first
    {
      warn(strange(lines.count, first: line))
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
