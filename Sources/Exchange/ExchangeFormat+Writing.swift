extension ExchangeFormat {
  /// The line with which a file begins; empty for most.
  var head: String { self == .koha ? KohaFormat.head : "" }

  /// Appends a row of a format with times.
  func append(_ entry: Entry, to bytes: inout [UInt8]) {
    switch self {
    case .alma: AlmaFormat.append(entry, to: &bytes)
    case .koha: KohaFormat.append(entry, to: &bytes)
    case .evergreen: EvergreenFormat.append(entry, to: &bytes)
    case .sierra: SierraFormat.append(entry, to: &bytes)
    case .destiny, .pmb: preconditionFailure("\(self) has blocks, not rows.")
    }
  }
}
