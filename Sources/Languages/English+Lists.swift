import Catalogue
import Typesetting

extension English {
  /// A question about the columns of a list, with the option that answers it.
  func ask(_ question: ColumnQuestion) -> String {
    switch question.doubt {
    case .kind:
      "are its numbers those of items or of cards? Add --kind items or --kind borrowers."
    case .bookNumbers(let name):
      "the column \(name.printable) has ISBNs, which all copies of a title share. Name the column of the numbers, or this one: \(option(.item, name))."
    case .states(let name):
      "is the column \(name.printable) the state of copies, or their loan status? Add --columns \(ListField.status.rawValue)=\(name.printable) or --columns \(ListField.process.rawValue)=\(name.printable)."
    case .items:
      "which column has the item numbers? The first row is: \(row(question.header)). Add --kind items \(option(.item, question.candidate))."
    case .sets:
      "which columns have the classes and the titles? The first row is: \(row(question.header)). Add --kind sets --columns group=CLASS,title=TITLE, with their names."
    case .borrowers:
      "which column has the card numbers? The first row is: \(row(question.header)). Add --kind borrowers \(option(.borrower, question.candidate))."
    }
  }

  func content(of column: ImportReport.Column, rowCount: Int) -> String {
    let filled =
      column.filledCount == rowCount
      ? "all rows"
      : "\(counting.digits(column.filledCount)) of \(counting.digits(rowCount))"
    guard column.filledCount > 0 else { return filled }
    guard column.isKept else { return "\(filled), not kept" }
    if let values = column.values, !values.isEmpty {
      return "\(filled): \(counted(values))"
    }
    let different =
      switch column.differentCount {
      case nil:
        "more than \(counting.digits(ImportReport.Column.differentLimit)) different"
      case column.filledCount: "all different"
      case 1: "one value"
      case let count?: "\(counting.digits(count)) different"
      }
    return "\(filled), \(different): \(samples(column.samples))"
  }

  func noList(in file: String) -> String {
    "\(file.printable) has no list that OffCirc can read. Export it as CSV or .xlsx."
  }

  func otherKinds(
    _ kinds: [ListKind], not kind: ListKind, in file: String
  ) -> String {
    "\(file.printable) has \(counting.list(kinds.map(plural), .and)), and no \(plural(kind)). Leave --kind \(kind.rawValue) out, or give another file."
  }

  func unreadCells(_ count: Int) -> String {
    "\(counting(count, "text is", "texts are")) in MARC-8 or ISO 5426, and left empty. Export the list in UTF-8."
  }

  func otherLists(_ kinds: [ListKind], in path: String) -> String {
    "\(path.printable) also has \(counting.list(kinds.map(plural), .and)). Import them with \(counting.list(kinds.map { "--kind \($0.rawValue)" }, .or))."
  }

  func takenAsStates(_ column: String) -> String {
    "\(column.printable) is read as the state of copies, not as their loan status. Otherwise: --columns \(ListField.process.rawValue)=\(column.printable)."
  }

  func notForLoan(_ count: Int) -> String {
    count > 0
      ? "\(counting(count, "item")) must not be lent."
      : "No item is known as not for loan. If a policy or a status says so: --not-for-loan VALUE."
  }

  func lostZeros(_ count: Int, of comparedCount: Int) -> String {
    "\(counting.digits(count)) of \(counting.digits(comparedCount)) compared numbers fit only with a zero before them: was a zero lost? Export the numbers as text."
  }

  /// The reason of a block: a letter of Evergreen's in words.
  func reason(of block: String) -> String {
    switch BlockLetter(rawValue: block) {
    case .lost: "card lost"
    case .expired: "card expired"
    case .barred: "barred"
    case .owing: "fines or overdue items"
    case nil: block
    }
  }
}
