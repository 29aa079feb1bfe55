/// What is said of a ledger.
package protocol LedgerWords: Sendable {
  /// Why it can't be used.
  func sentence(_ error: LedgerError) -> String
  /// What in it can't be read, and what that means.
  func damaged(_ damage: [Ledger.Reading.Damage], inLedger path: String)
    -> String
}

extension [Ledger.Reading.Damage] {
  /// The numbers of the lines, the first few of them.
  package var lineNumbers: String {
    let numbers = map {
      switch $0 {
      case .line(let number), .torn(let number): String(number)
      }
    }
    let shown = numbers.prefix(8).joined(separator: ", ")
    return numbers.count > 8 ? shown + ", …" : shown
  }
}
