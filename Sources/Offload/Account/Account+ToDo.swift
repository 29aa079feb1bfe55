import Circulation
import Typesetting

extension Document {
  /// Creates the page of what is still to do at the stations, to be taken along
  /// and ticked off.
  package init(
    toDoAfter account: Account, _ roll: RollCall, _ words: any AccountWords,
    language: String
  ) {
    var blocks: [Block] = []
    for name in roll.missing {
      blocks += [.heading(name.printable), .steps([words.stepToFetch])]
    }
    for desk in account.desks {
      let steps = words.steps(at: desk, isCorrected: account.isCorrected(desk))
      blocks += [
        .heading(desk.name.printable),
        .points(desk.files.map { words.station(of: $0) }),
        steps.isEmpty ? .paragraph(words.nothingLeftToDo) : .steps(steps),
      ]
    }
    if !roll.ahead.isEmpty {
      blocks += [
        .heading(words.headingOfCopies),
        .steps(roll.ahead.map { words.stepToRecover($0) }),
      ]
    }
    self.init(
      title: words.toDoTitle, language: language,
      blocks: [.paragraph(words.toDoPurpose)] + blocks)
  }
}

extension AccountWords {
  /// Returns what is still to do at a desk, in order.
  fileprivate func steps(
    at desk: AccountedDesk, isCorrected: Bool
  ) -> [String] {
    let unsaved = desk.journals.reduce(0) { $0 + $1.unsavedCount }
    let sums = desk.sums
    return [
      unsaved > 0 ? stepToSave(unsaved) : nil,
      sums.waiting > 0 ? stepToUpload(sums.waiting) : nil,
      sums.handedOver > 0 ? stepToReport(sums.handedOver) : nil,
      sums.refused > 0 ? stepToAnswer(sums.refused) : nil,
      desk.archivedCount < desk.files.count
        ? stepToArchive(isChanged: isCorrected) : nil,
    ].compactMap(\.self)
  }
}

extension Account {
  /// Returns true if lines of a desk were changed by hand, so that the kit does
  /// not have them as its stations do.
  func isCorrected(_ desk: AccountedDesk) -> Bool {
    acts.contains { $0.kind != .keep && $0.desks.contains(desk.name) }
  }

  /// Returns true if lines of a file's desk were changed by hand, and all that
  /// remained were handed over: the ledger does not know those of the station,
  /// and yet nothing is lost with them.
  package func isCorrectedAndHandedOver(_ file: StationFile) -> Bool {
    desks.contains { desk in
      desk.files.contains(file) && desk.sums.waiting == 0 && isCorrected(desk)
    }
  }
}
