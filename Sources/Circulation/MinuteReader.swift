/// A parser of the minute at the beginning of a line.
///
/// Consecutive lines are mostly of one hour, so the hour is parsed once and
/// cached.
package struct MinuteReader {
  private static let columns = 12

  /// The last hour as bytes, and its first minute; nil if it is not valid.
  private var hour: (UInt64, UInt16) = (0, 0)
  private var firstMinute: Int?

  /// Creates a parser that has read nothing.
  package init() {}

  /// Returns the minutes from 1970-01-01T00:00 to the line's time; nil if it
  /// has none.
  package mutating func minute(of line: Span<UInt8>) -> Int? {
    guard line.count >= Self.columns else { return nil }
    if line[0] < UInt8(ascii: " "), OuterMarks.isMark(line[0]) {
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
