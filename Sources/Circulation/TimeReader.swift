/// A reader of the times of a journal's lines, which remembers the last one: a
/// line is mostly of the same minute as the line before.
struct TimeReader {
  /// The bytes of a time but for its seconds, and the time at its second 0.
  private struct Minute {
    // YYYY-MM-DDTHH:MM: and ±HH:MM
    var beginning: (UInt64, UInt64)
    var zone: UInt64
    var time: LocalTime
  }

  private var last: Minute?

  /// Parses the journal's format of a time; nil if the bytes are something
  /// else.
  mutating func time(_ bytes: Span<UInt8>) -> LocalTime? {
    guard bytes.count == 25 else { return LocalTime(journal: bytes) }
    let (beginning, zone) = bytes.withUnsafeBytes { bytes in
      (
        (
          bytes.loadUnaligned(as: UInt64.self),
          bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        ),
        bytes.loadUnaligned(fromByteOffset: 17, as: UInt64.self) >> 16
      )
    }
    let tens = bytes[17] &- UInt8(ascii: "0")
    let units = bytes[18] &- UInt8(ascii: "0")
    if let last, last.beginning == beginning, last.zone == zone,
      bytes[16] == UInt8(ascii: ":"), tens <= 5, units <= 9
    {
      return last.time.later(by: Int64(tens * 10 + units))
    }
    guard let time = LocalTime(journal: bytes) else { return nil }
    last = Minute(
      beginning: beginning, zone: zone,
      time: time.later(by: -Int64(tens * 10 + units)))
    return time
  }
}
