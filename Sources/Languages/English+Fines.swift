import Circulation
import Textbooks
import Typesetting

extension English {
  var finesHeadings: [String] {
    ["Borrower", "Copy", "State", "Amount", "Stage"]
  }

  func reason(of fine: Fine, on scale: StatusScale) -> String {
    let decided = fine.isDecided ? fine.amount : nil
    return [
      fine.recordedReason?.printable
        ?? decided.map { "amount decided: \(amount($0))" }
        ?? fine.derivation.map { reason($0, on: scale) },
      fine.back.map { "back on \(dates.day($0))" },
      fine.remark?.printable,
    ].compactMap(\.self).joined(separator: "; ")
  }

  var noFines: String { "No fines." }

  func total(of fines: [Fine]) -> String {
    let open = fines.filter(\.isOpen)
    let sum = open.compactMap(\.amount?.cents).reduce(0, +)
    let asked = open.count { $0.amount == nil }
    return
      "Open: \(counting(open.count, "fine")), \(amount(Money(cents: sum)))."
      + (asked == 0 ? "" : " To decide: \(counting(asked, "amount")).")
  }

  func cameBackBetter(_ items: [String]) -> String {
    "Better than at the start of the loan: \(counting.list(items.map(\.printable), .and, maximum: 10)). Check for swaps and wrong states."
  }

  var noClasses: String {
    "The catalogue has no classes. Import the list of borrowers with --level classes."
  }

  func finesMayLack(_ journal: String) -> String {
    "\(journal.printable) is damaged. Fines may be missing or wrong."
  }

  func noFine(_ id: String) -> String {
    "No fine has the number \(id.quotable). For the numbers, run offcirc fines."
  }

  func notOpen(_ fine: Fine) -> String {
    "Nothing changed. The fine \(fine.id.printable) is already \(name(of: fine.state))."
  }

  func needsAmount(_ fine: Fine) -> String {
    "The amount of \(fine.id.printable) is not known. Give it with --amount, for example --amount 8.30."
  }

  func settled(
    _ fine: Fine, _ kind: FineSettlement.Kind, _ money: Money?
  ) -> String {
    let what =
      switch kind {
      case .paid: "Paid"
      case .waived: "Waived"
      case .void: "Void"
      }
    let sum = money.map { " \(amount($0))" } ?? ""
    return "\(what):\(sum) for \(fine.item.printable) (\(fine.id.printable))."
  }
}
