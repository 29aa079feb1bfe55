import Circulation

/// The rules of Evergreen's offline transactions: `offline.pl`, whose results
/// name an event for each line that fails.
struct EvergreenRules: SystemRules {
  func outcome(of line: LineFacts) -> LineOutcome {
    if line.item == .unknown { return .nothing(line, .itemUnknown) }
    guard line.operation == .loan else {
      if line.isLost { return .nothing(line, .lost) }
      if line.isClaimed { return .nothing(line, .claimed) }
      return .returned(line.isRequested ? [.requested] : [])
    }
    if line.borrower == .unknown { return .nothing(line, .borrowerUnknown) }
    switch line.possession(for: line.borrowerTag) {
    case .free: return .lent(line, line.unnoticed())
    case .same: return .nothing(line, .notRenewed)
    case .other, .somebody: return .nothing(line, .refused)
    }
  }

  func message(
    on effect: LineEffect, _ operation: Operation, _ numbers: LineNumbers
  ) -> String? {
    SystemMessage.text(of: .evergreen, on: effect, operation, numbers)
  }

  func doubt(
    about effect: LineEffect, of line: LineFacts
  ) -> Certainty.Doubt? {
    switch effect {
    // With `auto_renew` in the transaction, the loan is renewed.
    case .notRenewed: .setting
    case .refused where line.holder == 0: .holder
    case .itemUnknown
    where line.operation == .loan && line.borrower == .unknown:
      .both
    default: nil
    }
  }
}
