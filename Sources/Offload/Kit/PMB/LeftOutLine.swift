import Circulation
import Tables

/// A line that is in no file for PMB.
package struct LeftOutLine: Hashable, Sendable {
  /// The reason.
  package enum Reason: CaseIterable, Hashable, Sendable {
    /// The list of readers does not have the reader: PMB would lend the copy
    /// to the reader before.
    case readerUnknown
    /// The complete list of copies does not have the copy: PMB would stop.
    case itemUnknown
    /// PMB does not read the number of the reader as one.
    case reader
    /// PMB does not read the number of the copy as one.
    case item
  }

  /// The number of the line in the kit's `OffCirc.dat`.
  package let line: Int
  /// The transaction.
  package let transaction: Transaction
  /// The reason.
  package let reason: Reason
}

extension [LeftOutLine] {
  /// Returns the lines as a table for a spreadsheet, with what to do.
  func table(_ words: any OffloadWords) -> String {
    let separator = words.listSeparator
    let head = [
      words.lineColumn, words.itemColumn, words.borrowerColumn,
      words.noteColumn,
    ]
    let rows = map { line in
      [
        String(line.line), line.transaction.item.text,
        line.transaction.borrower?.text ?? "", words.advice(on: line.reason),
      ].map(CSV.text)
    }
    return CSV.byteOrderMark
      + ([head] + rows).map { CSV.row($0, separator: separator) }.joined()
  }
}
