import Circulation
import Scanning

/// The lines of a file, apart from rejected ones, that contain rejected numbers
/// or their near misses.
struct Neighbours {
  private var lines: ReportedLines
  private let rules: ScanRules
  /// The lines with a number unknown to the library system.
  private let rejectedLines: Set<Int>

  /// Collects the numbers to look for.
  init(
    of reconciliation: Reconciliation, items: [String: [NearMiss]],
    borrowers: [String: [NearMiss]], rules: ScanRules
  ) {
    let rejected = reconciliation.entries.filter {
      $0.message.said.grade == .toDo
    }
    var numbers: Set<String> = []
    for entry in rejected {
      let number = entry.message.said.number ?? ""
      numbers.insert(number)
      if let transaction = entry.joined?.transaction {
        numbers.insert(transaction.item.text.collapsingWhitespace)
        if let borrower = transaction.borrower {
          numbers.insert(borrower.text.collapsingWhitespace)
        }
      }
      for nearMisses in [items, borrowers] {
        numbers.formUnion(
          nearMisses[number, default: []].map(\.number.collapsingWhitespace))
      }
    }
    lines = ReportedLines(numbers: numbers)
    self.rules = rules
    rejectedLines = Set(rejected.compactMap { $0.joined?.line })
  }

  /// True if a line of the file may be one of them.
  var isOfInterest: Bool { lines.isOfInterest }

  /// Processes the next line of the file.
  mutating func add(
    _ number: Int, _ line: Result<Transaction, DataFormat.LineError>
  ) {
    guard !rejectedLines.contains(number) else { return }
    lines.add(number, line)
  }

  /// Returns the first line with a number as one of the two kinds; nil if there
  /// is none.
  func line(of number: String, as kind: Scan.Kind) -> Int? {
    let number = number.collapsingWhitespace
    return lines.byNumber[number]?.first {
      switch kind {
      case .item: $0.transaction.item.text.collapsingWhitespace == number
      case .borrower:
        $0.transaction.borrower?.text.collapsingWhitespace == number
      }
    }?.line
  }

  /// Returns true if the line before or after has this borrower.
  func isBorrower(_ number: String, beside line: Int) -> Bool {
    let number = number.collapsingWhitespace
    return (lines.byNumber[number] ?? []).contains {
      abs($0.line - line) == 1
        && $0.transaction.borrower?.text.collapsingWhitespace == number
    }
  }

  /// Returns the item's last transaction before a line and its first one after
  /// it, where they exist.
  func transactions(
    of item: Barcode, around line: Int
  ) -> [NumberedTransaction] {
    let all = (lines.byNumber[item.text.collapsingWhitespace] ?? [])
      .filter { $0.transaction.item == item }
    return [
      all.last { $0.line < line }, all.first { $0.line > line },
    ].compactMap(\.self)
  }

  /// Returns the number meant if item and borrower of a loan are swapped; nil
  /// if they are not.
  func swap(of loan: Transaction, for number: String) -> NearMiss? {
    guard let borrower = loan.borrower else { return nil }
    let item = loan.item.text
    guard
      isKnown(item, as: .borrower) || isKnown(borrower.text, as: .item),
      !isKnown(item, as: .item), !isKnown(borrower.text, as: .borrower)
    else { return nil }
    let other = number == item.collapsingWhitespace ? borrower.text : item
    let sightings = lines.byNumber[other.collapsingWhitespace]?.count ?? 0
    return NearMiss(number: other, reason: .swapped, sightings: sightings)
  }

  /// Returns true if a number is of the kind on another line, or fits the
  /// patterns of that kind only.
  private func isKnown(_ number: String, as kind: Scan.Kind) -> Bool {
    if line(of: number, as: kind) != nil { return true }
    let other: Scan.Kind = kind == .item ? .borrower : .item
    return rules.rules(for: kind).fits(number)
      && !rules.rules(for: other).fits(number)
  }
}
