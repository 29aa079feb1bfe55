import Circulation

/// Reads the minute that a line begins with; lines of one hour stand together
/// most often, and their hour is read once.
struct MinuteReader {
  private static let columns = 12

  /// The text of the hour that was read last, and its first minute; nil if it is
  /// no date and hour.
  private var hour: (UInt64, UInt16) = (0, 0)
  private var firstMinute: Int?

  /// Minutes from 1970-01-01T00:00; nil if the line begins with no date and
  /// time.
  @inline(__always)
  mutating func minute(of line: Span<UInt8>) -> Int? {
    guard line.count >= Self.columns else { return nil }
    if OuterMarks.isMark(line[0]) {
      let content = line.withoutOuterMarks
      return DataFormat.time(in: line.extracting(content))?.wallMinutes
    }
    let (date, hour) = line.withUnsafeBytes {
      (
        $0.loadUnaligned(as: UInt64.self),
        $0.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
      )
    }
    let tens = line[10] &- UInt8(ascii: "0")
    let ones = line[11] &- UInt8(ascii: "0")
    guard tens < 6, ones < 10 else { return nil }
    let minute = Int(tens) * 10 + Int(ones)
    if date != self.hour.0 || hour != self.hour.1 {
      self.hour = (date, hour)
      firstMinute = DataFormat.time(in: line).map { $0.wallMinutes - minute }
    }
    return firstMinute.map { $0 + minute }
  }
}
