import Circulation
import Station
import Terminal
import Textbooks
import Typesetting

extension English {
  var missingHeadings: [String] {
    ["Class", "Reader", "Copy", "Since", "Title"]
  }

  var nothingMissing: String { "All copies are back." }

  func missing(_ count: Int, readerCount: Int) -> String {
    "Missing: \(counting(count, "copy", "copies")), \(counting(readerCount, "reader"))."
  }

  var noSwaps: String { "Nobody brought the copy of somebody else." }

  var swapped: String { "Swapped, so nobody owes anything:" }

  var swapPairHeadings: [String] {
    ["Class", "Reader", "Brought", "Other reader", "Brought", "Title"]
  }

  var broughtForOthers: String { "Brought for somebody else:" }

  var swapSingleHeadings: [String] {
    ["Class", "Reader", "Brought", "Lent to", "Still has", "Title"]
  }

  func wearHeadings(by grouping: WearTable.Grouping) -> [String] {
    let name =
      switch grouping {
      case .year: "Year"
      case .title: "Title"
      }
    return [name, "Copies", "Loans", "Wear", "Lost", "To delete", ""]
  }

  func wearLegend(_ block: Character) -> String {
    "Wear, \(block): mean change of state in a loan, without losses."
  }

  var noCopies: String {
    "Neither the journals nor the catalogue have a copy."
  }

  var decimalSign: String { "." }

  func closingSteps(
    _ closing: Closing, unsavedCount: Int, yearOfNewCopies: Int?
  ) -> [String] {
    func fines(_ fines: [Fine]) -> String {
      let sum = fines.compactMap(\.amount?.cents).reduce(0, +)
      return "\(counting(fines.count, "fine")), \(amount(Money(cents: sum)))"
    }
    let steps: [(count: Int, done: String, toDo: String)] = [
      (
        unsavedCount, "All transactions are saved.",
        "\(counting(unsavedCount, "transaction")) not saved. Run offcirc save."
      ),
      (
        closing.missing.count, nothingMissing,
        "\(counting(closing.missing.count, "copy", "copies")) missing. Run offcirc missing, then offcirc closing --date DAY."
      ),
      (
        closing.toDecide.count, "All amounts are known.",
        "\(counting(closing.toDecide.count, "amount")) to decide. Run offcirc fines --open."
      ),
      (
        closing.provisional.count, "No provisional fines.",
        "Provisional: \(fines(closing.provisional)). Run offcirc closing --final."
      ),
      (
        closing.unpaid.count, "No unpaid fines.",
        "Unpaid: \(fines(closing.unpaid)). Run offcirc fines --open."
      ),
      (
        closing.toDeleteCount, "No copies to delete.",
        "\(counting(closing.toDeleteCount, "copy", "copies")) to delete (state \(CopyStatus.toDelete))."
      ),
      (
        yearOfNewCopies == closing.nextYear ? 0 : 1,
        "New copies are of \(closing.nextYear).",
        "New copies: set year = \(closing.nextYear) under [textbooks]."
      ),
    ]
    let late = closing.backTooLate.map(\.item.printable)
    return steps.map { $0.count == 0 ? "[x] \($0.done)" : "[ ] \($0.toDo)" }
      + (late.isEmpty
        ? []
        : [
          "[ ] Back after the closing: \(counting.list(late, .and, maximum: 10)). The fine stays, unless you run offcirc fines waive."
        ])
      + [
        "[ ] New classes: run offcirc catalogue import FILE --kind borrowers --preview, then without --preview."
      ]
  }

  func dateToCome(_ day: LocalTime) -> String {
    "Nothing charged. \(dates.day(day)) is still to come."
  }

  func notReturned(by day: LocalTime, because reason: String) -> String {
    "not returned by \(dates.day(day)): \(reason)"
  }

  func notCharged(_ count: Int) -> String {
    "\(counting(count, "fine")) left out: the amount or the reader is not known. Run offcirc fines --open."
  }

  var nothingToCharge: String { "Nothing to charge." }

  func toCharge(_ charges: [FineCharge]) -> String {
    let isFinal = charges.contains(where: \.isFinal)
    return
      "\(counting(charges.count, isFinal ? "final charge" : "provisional charge")) will be recorded:"
  }

  func line(of charge: FineCharge) -> String {
    let sum = charge.cents.map { amount(Money(cents: $0)) } ?? "?"
    return
      "  \(charge.borrower.text)  \(charge.item.text)  \(sum)  \(charge.reason.printable)"
  }

  var chargeQuestion: String {
    "Record them? Type yes, then \(name(of: Key.enter)): "
  }

  var nothingCharged: String {
    "Nothing was charged. To charge without a question, add --yes."
  }

  func charged(_ count: Int) -> String {
    "\(counting(count, "charge")) recorded."
  }

  func noSuchState(_ status: Int, on scale: StatusScale) -> String {
    let states = scale.statuses.map { "\($0.id) \(label(of: $0))" }
    return
      "The scale has no state \(status). It has \(counting.list(states, .and))."
  }
}
