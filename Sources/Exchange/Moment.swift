import Circulation

/// A date and time as a file gives it.
///
/// Most files give what the clock on the wall showed; some give UTC, or an
/// offset.
package struct Moment: Hashable, Sendable {
  /// The seconds since 1970-01-01T00:00:00 on the same wall clock.
  package let wall: Int64
  /// The seconds by which the wall clock is ahead of UTC; nil if the file does
  /// not tell.
  package let offset: Int32?
  /// True if the file gives seconds.
  package let hasSeconds: Bool
  /// The milliseconds, if the file gives them.
  package let millisecond: Int?

  /// Creates a date and time.
  package init(
    wall: Int64, offset: Int32? = nil, hasSeconds: Bool = true,
    millisecond: Int? = nil
  ) {
    self.wall = wall
    self.offset = offset
    self.hasSeconds = hasSeconds
    self.millisecond = millisecond
  }

  /// Creates a date and time of the calendar; nil if there is no such day or
  /// time.
  package init?(
    year: Int, month: Int, day: Int, hour: Int, minute: Int,
    second: Int? = nil, offset: Int32? = nil, millisecond: Int? = nil
  ) {
    guard
      let time = LocalTime(
        year: year, month: month, day: day, hour: hour, minute: minute),
      0...59 ~= second ?? 0
    else { return nil }
    self.init(
      wall: Int64(time.wallMinutes) * 60 + Int64(second ?? 0), offset: offset,
      hasSeconds: second != nil, millisecond: millisecond)
  }

  /// Creates the date and time of a line of `OffCirc.dat`.
  package init(_ time: LocalTime) {
    self.init(wall: Int64(time.wallMinutes) * 60, hasSeconds: false)
  }

  /// The seconds since 1970-01-01T00:00:00Z; nil if the offset is not known.
  package var instant: Int64? { offset.map { wall - Int64($0) } }

  /// The fields that the wall clock shows.
  package var fields: LocalTime.Fields { Self.fields(ofWall: wall) }

  /// Returns the fields that a wall clock shows.
  static func fields(ofWall wall: Int64) -> LocalTime.Fields {
    LocalTime(secondsSince1970: wall, utcOffset: 0).fields
  }

  /// Returns the times that a wall clock shows in these years, the last one
  /// included; nil if they are none of the calendar.
  static func walls(from first: Int, to last: Int) -> Range<Int64>? {
    func newYear(_ year: Int) -> Int64? {
      Moment(year: year, month: 1, day: 1, hour: 0, minute: 0)?.wall
    }
    guard let start = newYear(first), let end = newYear(last + 1), start < end
    else { return nil }
    return start..<end
  }

  /// The number of the day since 1970-01-01.
  static func day(ofWall wall: Int64) -> Int64 {
    (wall - wall.modulus(86_400)) / 86_400
  }
}

extension Int64 {
  /// Returns the rest of a division, which is never negative.
  func modulus(_ divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

extension Moment {
  /// Parses ISO 8601 to the second, or to a part of it, with `Z`, with an
  /// offset or without; nil for anything else.
  ///
  /// A blank may stand in the place of `T`.
  init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard
      bytes.count >= 19, bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = bytes.number(0..<4), let month = bytes.number(5..<7),
      let day = bytes.number(8..<10), let hour = bytes.number(11..<13),
      let minute = bytes.number(14..<16), let second = bytes.number(17..<19)
    else { return nil }
    var rest = bytes[19...]
    var millisecond: Int?
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { 0x30...0x39 ~= $0 }
      guard let number = bytes.number(digits.startIndex..<digits.endIndex)
      else { return nil }
      if digits.count == 3 { millisecond = number }
      rest = rest[digits.endIndex...]
    }
    guard let offset = Self.offset(of: rest) else { return nil }
    self.init(
      year: year, month: month, day: day, hour: hour, minute: minute,
      second: second, offset: offset.seconds, millisecond: millisecond)
  }

  /// An offset from UTC; nil seconds for none.
  struct Offset {
    let seconds: Int32?
  }

  /// Parses `Z`, `±HH:MM`, `±HHMM` or nothing.
  static func offset(of bytes: ArraySlice<UInt8>) -> Offset? {
    if bytes.isEmpty { return Offset(seconds: nil) }
    if bytes.elementsEqual("Z".utf8) { return Offset(seconds: 0) }
    guard let sign = bytes.first, sign == 0x2b || sign == 0x2d else {
      return nil
    }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    let hasColon = bytes.count == 6 && bytes[bytes.startIndex + 3] == 0x3a
    guard
      bytes.count == 5 && digits.count == 4 || hasColon && digits.count == 4,
      let hours = digits.number(0..<2), hours < 24,
      let minutes = digits.number(2..<4), minutes < 60
    else { return nil }
    let east = Int32(hours * 3_600 + minutes * 60)
    return Offset(seconds: sign == 0x2d ? -east : east)
  }
}

extension [UInt8] {
  /// Parses the range as an unsigned decimal number of at most 18 digits; nil
  /// if it is none.
  func number(_ range: Range<Int>) -> Int? {
    span.number(range)
  }
}

extension Span<UInt8> {
  /// Parses the range as an unsigned decimal number of at most 18 digits; nil
  /// if it is none.
  func number(_ range: Range<Int>) -> Int? {
    guard
      1...18 ~= range.count, range.lowerBound >= 0, range.upperBound <= count
    else { return nil }
    var number = 0
    for index in range {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}
