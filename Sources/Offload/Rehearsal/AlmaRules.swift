import Circulation

/// The rules of Alma, as its documentation and its reports show them.
///
/// It records loans to borrowers who are blocked, and of items that are not for
/// loan, without a word.
struct AlmaRules: SystemRules {
  func outcome(of line: LineFacts) -> LineOutcome {
    if line.item == .unknown { return .nothing(line, .itemUnknown) }
    if line.operation == .return {
      let isOnShelf = line.state == .returned
      return .returned(
        (isOnShelf ? [.notOnLoan] : [])
          + (line.isRequested ? [.requested] : []))
    }
    if line.borrower == .unknown { return .nothing(line, .borrowerUnknown) }
    switch line.possession(for: line.borrowerTag) {
    case .free, .same: return .lent(line, line.unnoticed())
    case .other, .somebody:
      return .lent(line, [.lentToOther] + line.unnoticed())
    }
  }

  func message(
    on effect: LineEffect, _ operation: Operation, _ numbers: LineNumbers
  ) -> String? {
    switch effect {
    case .itemUnknown: ReportMessage.Kind.itemNotFound.text(about: numbers.item)
    case .borrowerUnknown:
      numbers.borrower.map(ReportMessage.Kind.userNotFound.text)
    case .notOnLoan: ReportMessage.Kind.notOnLoan.text(about: numbers.item)
    default: nil
    }
  }

  func doubt(
    about effect: LineEffect, of line: LineFacts
  ) -> Certainty.Doubt? {
    switch effect {
    // The block "Item is currently on loan by another patron".
    case .lentToOther: line.holder == 0 ? .holder : .setting
    case .itemUnknown
    where line.operation == .loan && line.borrower == .unknown:
      .both
    default: nil
    }
  }
}
