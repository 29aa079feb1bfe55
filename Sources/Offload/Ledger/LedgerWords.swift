/// What is said of a ledger.
package protocol LedgerWords: Sendable {
  /// Why it can't be used.
  func sentence(_ error: LedgerError) -> String
  /// What in it can't be read, and what that means.
  func damaged(_ damage: [Ledger.Reading.Damage], inLedger path: String)
    -> String
  /// What was not made, since these lines may have been handed over.
  func nothingMade(_ doubt: UploadStatus.Doubt, ledger path: String) -> String
}

extension [Ledger.Reading.Damage] {
  /// The numbers of the lines, the first few of them.
  package var lineNumbers: String {
    let shown = prefix(8).map { String($0.line) }.joined(separator: ", ")
    return count > 8 ? shown + ", …" : shown
  }
}

extension Ledger.Reading.Damage {
  /// Whether it is one line that can't be read.
  package var isLine: Bool {
    if case .line = self { true } else { false }
  }

  /// Whether only the end of the line was changed.
  package var isLineEnd: Bool {
    if case .lineEnd = self { true } else { false }
  }
}
