import Circulation
import Exchange

/// The rules of PMB's page for emergency loans, `circ/retour_secouru.inc.php`,
/// as PMB 7.3.9 follows them if the file is run although its first pass stops.
///
/// The items of a reader whom it does not know go to the reader before.
struct PMBRules: SystemRules {
  /// The last reader whom the system knew; 0 if there is none.
  private var reader: LineFacts.BorrowerTag = 0
  /// The lines of PMB's own file so far.
  private var lines = PMBLines()
  /// True if lines of unknown readers are left out of that file.
  private let leavesReadersOut: Bool
  /// True if lines of unknown copies are left out of it.
  private let leavesItemsOut: Bool

  /// Creates the rules.
  ///
  /// - Parameters:
  ///   - leavesReadersOut: true if lines of unknown readers are not uploaded.
  ///   - leavesItemsOut: true if lines of unknown copies are not uploaded.
  init(leavesReadersOut: Bool = false, leavesItemsOut: Bool = false) {
    self.leavesReadersOut = leavesReadersOut
    self.leavesItemsOut = leavesItemsOut
  }

  var firstAnswer: String? { lines.firstAnswer }

  mutating func outcome(of line: LineFacts) -> LineOutcome {
    if leavesReadersOut, line.operation == .loan, line.borrower == .unknown {
      return .nothing(line, .borrowerUnknown)
    }
    if leavesItemsOut, line.item == .unknown {
      return .nothing(line, .itemUnknown)
    }
    lines.add(line)
    guard line.operation == .loan else {
      if line.item == .unknown { return .nothing(line, .itemUnknown) }
      if line.state == .returned { return .nothing(line, .notOnLoan) }
      return .returned(line.isRequested ? [.requested] : [])
    }
    let isUnknown = line.borrower == .unknown
    if !isUnknown { reader = line.borrowerTag }
    if reader == 0 { return .nothing(line, .borrowerUnknown) }
    if line.item == .unknown { return .nothing(line, .itemUnknown) }
    let own: [LineEffect] = isUnknown ? [.givenToPrevious] : []
    switch line.possession(for: reader) {
    case .free:
      return LineOutcome(
        effects: own + line.unnoticed(isOfBorrower: !isUnknown), state: .lent,
        holder: reader)
    case .same where isUnknown: return .nothing(line, .borrowerUnknown)
    case .same: return .nothing(line, .notRenewed)
    case .other, .somebody: return .nothing(line, .refused)
    }
  }

  func message(
    on effect: LineEffect, _ operation: Operation, _ numbers: LineNumbers
  ) -> String? {
    switch effect {
    case .itemUnknown where leavesItemsOut: nil
    case .borrowerUnknown where leavesReadersOut: nil
    default: SystemMessage.text(of: .pmb, on: effect, operation, numbers)
    }
  }

  func doubt(
    about effect: LineEffect, of line: LineFacts
  ) -> Certainty.Doubt? {
    effect == .refused && line.holder == 0 ? .holder : nil
  }
}

/// The lines of a file as PMB reads it: `PRET SECOURU` and the reader, or
/// `RETOUR SECOURU`, before the items of each block.
///
/// PMB looks at all of them first. It stops at an unknown item, and names that
/// line; of an unknown reader, it names the last line. A full file is followed
/// by another one: the first that PMB refuses is told.
private struct PMBLines: Hashable {
  private var lines = PMBLineCount<LineFacts.BorrowerTag>()
  private var unknownItem: Int?
  private var hasUnknownReader = false
  /// True if a file before was refused.
  private var isTold = false

  /// Adds the lines that an item comes to.
  mutating func add(_ line: LineFacts) {
    guard !isTold else { return }
    let isLoan = line.operation == .loan
    let reader = isLoan ? line.borrowerTag : nil
    if lines.add(reader) == nil {
      guard firstAnswer == nil else {
        isTold = true
        return
      }
      lines = PMBLineCount()
      _ = lines.add(reader)
    }
    if isLoan, line.borrower == .unknown { hasUnknownReader = true }
    if line.item == .unknown { unknownItem = unknownItem ?? lines.count }
  }

  var firstAnswer: String? {
    if let unknownItem {
      return
        "Erreur à la ligne \(unknownItem) : Un code barre exemplaire est attendu"
    }
    return hasUnknownReader
      ? "Erreur à la ligne \(lines.count) : Un code barre lecteur est attendu"
      : nil
  }
}
