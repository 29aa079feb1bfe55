import Circulation

/// The rules of Koha's queue of offline operations: `ProcessOfflineIssue` and
/// `ProcessOfflineReturn` in `C4/Circulation.pm`.
struct KohaRules: SystemRules {
  func outcome(of line: LineFacts) -> LineOutcome {
    guard line.operation == .loan else {
      if line.item == .unknown { return .nothing(line, .itemUnknown) }
      if line.state == .returned { return .nothing(line, .notOnLoan) }
      return .returned(line.isRequested ? [.requested] : [])
    }
    if line.borrower == .unknown { return .nothing(line, .borrowerUnknown) }
    if line.item == .unknown { return .nothing(line, .itemUnknown) }
    switch line.possession(for: line.borrowerTag) {
    // For the borrower who has it, the loan is a renewal.
    case .free, .same: return .lent(line, line.unnoticed())
    case .other, .somebody:
      return .lent(line, [.takenFromOther] + line.unnoticed())
    }
  }

  func message(
    on effect: LineEffect, _ operation: Operation, _ numbers: LineNumbers
  ) -> String? {
    SystemMessage.text(of: .koha, on: effect, operation, numbers)
  }

  func doubt(
    about effect: LineEffect, of line: LineFacts
  ) -> Certainty.Doubt? {
    effect == .takenFromOther && line.holder == 0 ? .holder : nil
  }
}
