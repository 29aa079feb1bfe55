import Circulation

/// The files of a format without times, one or more for each day.
///
/// Their rows count as of the day on which a file is loaded, or that is entered
/// with it: the day is in the name.
struct DayFiles {
  /// A whole file.
  struct File {
    let name: String
    let bytes: [UInt8]
    let rowCount: Int
    let digest: RowDigest
    /// A time of the day; nil if nobody knows it.
    let time: LocalTime?

    /// The contents that it has to have when it is read.
    var contents: RowContents { RowContents(count: rowCount, digest: digest) }
  }

  private let format: ExchangeFormat
  private var day: Int64?
  private var rows: [Entry] = []
  /// The number of files of each day, which may come again among rows without
  /// times.
  private var fileCounts: [Int64?: Int] = [:]

  init(_ format: ExchangeFormat) { self.format = format }

  /// Adds the next row in the order of times.
  ///
  /// - Returns: the files of the day before, if the row is of another one.
  mutating func append(_ row: RowConverter.Row) -> [File] {
    var day = row.entry.moment.map { Moment.day(ofWall: $0.wall) }
    // A clock that is set back may show the day before again.
    if let new = day, let old = self.day, new < old { day = old }
    let files = day == self.day ? [] : end()
    self.day = day
    rows.append(row.entry)
    return files
  }

  /// Returns the files of the last day.
  mutating func end() -> [File] {
    defer { rows = [] }
    guard !rows.isEmpty else { return [] }
    let files = format == .pmb ? filesOfPMB() : [fileOfDestiny()]
    fileCounts[day, default: 0] += files.count
    return files
  }

  /// A time of the day of the rows so far; nil if nobody knows it.
  private var time: LocalTime? {
    day.map { LocalTime(secondsSince1970: $0 * 86_400, utcOffset: 0) }
  }

  private func name(_ number: Int?) -> String {
    var name = format.rawValue
    if let time { name += "-" + time.iso8601.prefix(10) }
    return name + (number.map { "-\($0)" } ?? "") + ".txt"
  }

  private func fileOfDestiny() -> File {
    var text = DestinyText()
    for row in rows { text.append(row) }
    return File(
      name: name(fileCounts[day].map { $0 + 1 }), bytes: text.bytes,
      rowCount: rows.count, digest: text.digest, time: time)
  }

  private func filesOfPMB() -> [File] {
    let first = fileCounts[day, default: 0] + 1
    return zip(first..., PMBText.files(of: rows)).map { number, text in
      File(
        name: name(number), bytes: text.bytes,
        rowCount: text.loanCount + text.returnCount, digest: text.digest,
        time: time)
    }
  }
}
