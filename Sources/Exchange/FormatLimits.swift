/// The limits of a format: the rows that its system keeps as they are written.
///
/// Writers leave out what is beyond them, and a rehearsal foretells it.
package struct FormatLimits: Sendable {
  /// The most characters of an item's number.
  package var itemLength = Int.max
  /// The most characters of a borrower's number.
  package var borrowerLength = Int.max
  /// True if numbers have no letters outside ASCII.
  package var isASCII = true
  /// The times that it keeps, as the wall clock shows them; they are years.
  var times: Range<Int64>?
  /// The most items or uses that a row counts.
  package var count: ClosedRange<Int>?
  /// The most lines of a file.
  package var lineCount: Int?
  /// True if no two rows may have the same second: their order is not kept.
  package var hasStrictSeconds = false
  /// Returns the reason why a number in ASCII is not read as one; nil if it is.
  package var flaw: @Sendable (String) -> LeftOutReason? = { _ in nil }

  /// Returns the reason why a row with these numbers is left out; nil if the
  /// system keeps them.
  package func reason(
    toLeaveOut item: String?, _ borrower: String?
  ) -> LeftOutReason? {
    for number in [item, borrower] {
      guard let number else { continue }
      if isASCII, !number.isPrintableASCII { return .letters }
      if let reason = flaw(number) { return reason }
    }
    // A database counts characters that make one letter together.
    if item?.unicodeScalars.count ?? 0 > itemLength { return .longItem }
    if borrower?.unicodeScalars.count ?? 0 > borrowerLength {
      return .longBorrower
    }
    return nil
  }
}

extension FormatLimits {
  /// Returns true if the system keeps times of the moment's year.
  func keepYear(of moment: Moment) -> Bool {
    times?.contains(moment.wall) ?? true
  }

  /// Returns true if the system keeps the numbers of a plain row as they are.
  func keepLength(of row: PlainRow) -> Bool {
    row.item.count <= itemLength
      && row.borrower?.count ?? 0 <= borrowerLength
  }
}

extension ExchangeFormat {
  /// The limits of the format.
  package var limits: FormatLimits {
    switch self {
    case .alma: AlmaFormat.limits
    case .koha: KohaFormat.limits
    case .evergreen: EvergreenFormat.limits
    case .sierra: SierraFormat.limits
    case .destiny: DestinyFormat.limits
    case .pmb: PMBFormat.limits
    }
  }
}
