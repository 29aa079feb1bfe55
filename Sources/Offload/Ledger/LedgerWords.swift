/// The words about the ledger: the list of what is in a kit.
package protocol LedgerWords: Sendable {
  /// The reason why the ledger can't be used, and what to do.
  func sentence(_ error: LedgerError) -> String
  /// The damage of a ledger that can be read in part, and what it means.
  func damaged(_ damage: [Ledger.Reading.Damage], inLedger path: String)
    -> String
  /// The entries of this computer that the shared ledger does not take from its
  /// role, and what to do.
  func notShared(_ count: Int, ofLedger path: String) -> String
  /// The shared ledger that can't be reached, and the one that is used instead.
  func withoutSharedLedger(_ path: String) -> String
  /// The refusal of a kit whose lines may be in another one already.
  func nothingMade(_ warning: UploadStatus.Warning, ledger path: String)
    -> String
  /// The refusal of a conversion whose lines the ledger lists, or may.
  func nothingConverted(
    _ warning: UploadStatus.Warning?, ledger path: String
  ) -> String
}

extension [Ledger.Reading.Damage] {
  /// The numbers of the first eight lines.
  package var firstNumbers: [Int] { prefix(8).map(\.line) }
}

extension Ledger.Reading.Damage {
  /// True if it is one line that can't be read.
  package var isLine: Bool {
    if case .line = self { true } else { false }
  }

  /// True if only the end of the line was changed.
  package var isLineEnd: Bool {
    if case .lineEnd = self { true } else { false }
  }
}
