import Circulation

/// Reads the minute that a line begins with; lines of one minute stand together
/// most often, and are read once.
struct MinuteReader {
  private static let columns = 12

  private var text: (UInt64, UInt32) = (0, 0)
  private var minute: Int?

  /// Minutes from 1970-01-01T00:00; nil if the line begins with no date and
  /// time.
  @inline(__always)
  mutating func minute(of line: Span<UInt8>) -> Int? {
    guard line.count >= Self.columns else { return nil }
    let text = line.withUnsafeBytes {
      (
        $0.loadUnaligned(as: UInt64.self),
        $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
      )
    }
    if text != self.text {
      self.text = text
      minute = DataFormat.time(in: line)?.wallMinutes
    }
    return minute
  }
}
