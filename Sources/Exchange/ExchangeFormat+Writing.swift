extension ExchangeFormat {
  /// The line with which a file begins; empty for most.
  var head: String { self == .koha ? KohaFormat.head : "" }

  /// True if its plain rows are written as they are read; those of the others
  /// are entries.
  var takesPlainRows: Bool { self == .alma || self == .koha }

  /// Appends a plain row of a format that takes them.
  func append(_ row: PlainRow, in line: Span<UInt8>, to bytes: inout [UInt8]) {
    switch self {
    case .alma: AlmaFormat.append(row, in: line, to: &bytes)
    case .koha: KohaFormat.append(row, in: line, to: &bytes)
    case .evergreen, .sierra, .destiny, .pmb:
      append(row.entry(in: line), to: &bytes)
    }
  }

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

  /// Returns the bytes of a file with rows whose times are settled; for PMB,
  /// with as many as one file takes.
  package func bytes(of entries: [Entry]) -> [UInt8] {
    switch self {
    case .destiny:
      var text = DestinyText()
      for entry in entries { text.append(entry) }
      return text.bytes
    case .pmb:
      var text = PMBText()
      for entry in entries where !text.append(entry) { break }
      return text.bytes
    case .alma, .koha, .evergreen, .sierra:
      var bytes = Array(head.utf8)
      for entry in entries { append(entry, to: &bytes) }
      return bytes
    }
  }
}
