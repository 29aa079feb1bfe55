import Circulation

/// The rules of Koha's older script for files of its desktop tool:
/// `offline_circ/process_koc.pl`.
///
/// Its page shows loans as done that it has not made.
struct KohaToolRules: SystemRules {
  func outcome(of line: LineFacts) -> LineOutcome {
    if line.item == .unknown { return .nothing(line, .itemUnknown) }
    guard line.operation == .loan else {
      if line.state == .returned { return .nothing(line, .notOnLoan) }
      return .returned(line.isRequested ? [.requested] : [])
    }
    if line.borrower == .unknown { return .nothing(line, .borrowerUnknown) }
    switch line.possession(for: line.borrowerTag) {
    case .free, .same: return .lent(line, line.unnoticed())
    case .other where line.isOfSameDay: return .nothing(line, .dropped)
    case .other, .somebody:
      return .lent(line, [.takenFromOther] + line.unnoticed())
    }
  }

  func message(
    on effect: LineEffect, _ operation: Operation, _ numbers: LineNumbers
  ) -> String? {
    SystemMessage.text(of: .koc, on: effect, operation, numbers)
  }

  func doubt(
    about effect: LineEffect, of line: LineFacts
  ) -> Certainty.Doubt? {
    effect == .takenFromOther && line.holder == 0 ? .holder : nil
  }
}
