import Circulation
import Scanning

/// What a file says of the numbers of rejected lines, and of those that they
/// may have been meant for, on lines that were not rejected.
struct Neighbours {
  private var lines: ReportedLines
  private let rules: ScanRules
  /// The lines of which the system did not know a number.
  private let rejectedLines: Set<Int>

  /// Asks for the numbers that matter.
  init(
    of reconciliation: Reconciliation, items: NearMissSearch,
    borrowers: NearMissSearch, rules: ScanRules
  ) {
    let rejected = reconciliation.entries.filter {
      $0.message.said.grade == .toDo
    }
    var numbers: Set<String> = []
    for entry in rejected {
      let number = entry.message.said.number ?? ""
      numbers.insert(number)
      if let transaction = entry.joined?.transaction {
        numbers.insert(transaction.item.text.tidied)
        if let borrower = transaction.borrower {
          numbers.insert(borrower.text.tidied)
        }
      }
      for search in [items, borrowers] {
        numbers.formUnion(search.nearMisses(of: number).map(\.number.tidied))
      }
    }
    lines = ReportedLines(numbers: numbers)
    self.rules = rules
    rejectedLines = Set(rejected.compactMap { $0.joined?.line })
  }

  /// Takes the next line of the file.
  mutating func add(
    _ number: Int, _ line: Result<Transaction, DataFormat.Fault>
  ) {
    guard !rejectedLines.contains(number) else { return }
    lines.add(number, line)
  }

  /// The first line on which a number stands as one of the two kinds.
  func line(of number: String, as kind: Scan.Kind) -> Int? {
    lines.byNumber[number.tidied]?.first {
      switch kind {
      case .item: $0.transaction.item.text.tidied == number.tidied
      case .borrower: $0.transaction.borrower?.text.tidied == number.tidied
      }
    }?.line
  }

  /// Whether a borrower's number stands on the line before or after.
  func isBorrower(_ number: String, beside line: Int) -> Bool {
    (lines.byNumber[number.tidied] ?? []).contains {
      abs($0.line - line) == 1
        && $0.transaction.borrower?.text.tidied == number.tidied
    }
  }

  /// The last transaction before a line, and the first one after it, that are
  /// of an item.
  func transactions(
    of item: Barcode, around line: Int
  ) -> [NumberedTransaction] {
    let all = (lines.byNumber[item.text.tidied] ?? [])
      .filter { $0.transaction.item == item }
    return [
      all.last { $0.line < line }, all.first { $0.line > line },
    ].compactMap(\.self)
  }

  /// What a number of a loan was meant for if item and borrower are in each
  /// other's place; nil if they are not.
  func swap(of loan: Transaction, for number: String) -> NearMiss? {
    guard let borrower = loan.borrower else { return nil }
    let item = loan.item.text
    guard
      isKnown(item, as: .borrower) || isKnown(borrower.text, as: .item),
      !isKnown(item, as: .item), !isKnown(borrower.text, as: .borrower)
    else { return nil }
    let other = number == item.tidied ? borrower.text : item
    let sightings = lines.byNumber[other.tidied]?.count ?? 0
    return NearMiss(number: other, reason: .swapped, sightings: sightings)
  }

  /// Whether a number stands as one of the kinds on another line, or fits the
  /// patterns of that kind only.
  private func isKnown(_ number: String, as kind: Scan.Kind) -> Bool {
    if line(of: number, as: kind) != nil { return true }
    let other: Scan.Kind = kind == .item ? .borrower : .item
    return rules.rules(for: kind).fits(number)
      && !rules.rules(for: other).fits(number)
  }
}
