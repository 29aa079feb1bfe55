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
      blocks += [
        .heading(desk.name.printable),
        .points(desk.files.map { words.station(of: $0) }),
        .steps(words.steps(at: desk, changed: account.acts)),
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
    at desk: AccountedDesk, changed acts: [AccountedAct]
  ) -> [String] {
    let unsaved = desk.journals.reduce(0) { $0 + $1.unsavedCount }
    let sums = desk.sums
    let isChanged = acts.contains {
      $0.kind != .keep && $0.desks.contains(desk.name)
    }
    return [
      unsaved > 0 ? stepToSave(unsaved) : nil,
      sums.waiting > 0 ? stepToUpload(sums.waiting) : nil,
      sums.handedOver > 0 ? stepToReport(sums.handedOver) : nil,
      sums.refused > 0 ? stepToAnswer(sums.refused) : nil,
      stepToArchive(isChanged: isChanged),
    ].compactMap(\.self)
  }
}
