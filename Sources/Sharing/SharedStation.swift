import Circulation

/// A station's place in a shared database: what of its journal is there.
///
/// The database is never the truth. At each connection it says how far it has
/// got, and the station goes on from there, if what is there is its own.
package struct SharedStation {
  /// The sequence number of the last line that is in the database.
  package private(set) var last: Int
  /// The seconds by which the desk's clock is ahead of the server's.
  package private(set) var clockLead: Int

  private let connection: Connection
  private let station: String
  private let desk: String
  /// The offset in the journal after the last line that is in the database.
  private var offset: Int

  /// Registers a station, and finds where it has got to.
  ///
  /// - Parameters:
  ///   - station: the station's id.
  ///   - desk: the name of the desk; empty if it has none.
  ///   - journal: the station's journal.
  ///   - end: the end of the journal's lines.
  ///   - now: the time on the desk's clock.
  ///   - connection: a connection to the database.
  /// - Throws: ``ShareError``; of a fork too, and nothing is sent then.
  package init(
    _ station: String, of desk: String, journal: any OpenFile, to end: Int,
    at now: LocalTime, on connection: Connection
  ) throws(ShareError) {
    try Schema.check(on: connection)
    self.connection = connection
    self.station = station
    self.desk = desk
    clockLead = 0
    (last, offset) = (0, 0)
    let newest = try reading { () throws(FileError) in
      try journal.lastSequence(before: end)
    }
    try report(last: newest, at: now)
    try resume(journal, to: end)
  }

  /// Tells the database that the station is there, and how far it is.
  package mutating func report(
    last newest: Int, at now: LocalTime
  ) throws(ShareError) {
    clockLead =
      try connection.run(
        """
        insert into offcirc.station (station, desk, last_sequence, clock_lead) \
        values ($1, $2, $3, $4::float8 - extract(epoch from clock_timestamp())) \
        on conflict (station) do update set desk = excluded.desk, \
        last_sequence = excluded.last_sequence, \
        clock_lead = excluded.clock_lead, heard = clock_timestamp() \
        returning \(Self.clockLead)
        """,
        [
          .text(station), .text(desk), .text("\(newest)"), .seconds(of: now),
        ]
      ).number ?? 0
  }

  /// The SQL for the whole seconds by which a station's clock was last ahead of
  /// the server's, whatever its role has written there.
  static let clockLead =
    "round(greatest(least(clock_lead, 1e10), -1e10))::bigint"

  /// Sends the lines before `end` that the database lacks, in batches.
  ///
  /// - Parameters:
  ///   - journal: the station's journal.
  ///   - end: the end of the journal's lines.
  ///   - maximumBatchCount: the number of batches after which to leave off.
  /// - Returns: false if there is more to send.
  /// - Throws: ``ShareError``; what was sent before may be there.
  @discardableResult
  package mutating func push(
    _ journal: any OpenFile, to end: Int, batches maximumBatchCount: Int = .max
  ) throws(ShareError) -> Bool {
    var batchCount = 0
    while offset < end {
      guard batchCount < maximumBatchCount else { return false }
      batchCount += 1
      let (lines, next) = try reading { () throws(FileError) in
        try journal.journalLines(
          from: offset, to: end, size: Self.batchSize)
      }
      if let newest = lines.last {
        try insert(lines)
        last = newest.sequence
      }
      guard next > offset else { return true }
      offset = next
    }
    return true
  }

  /// The most bytes of a batch: each waits once for the server and its disk.
  private static let batchSize = 1 << 18

  /// Inserts a batch in one statement.
  private func insert(_ lines: [JournalLine]) throws(ShareError) {
    let inserted = try connection.run(
      """
      insert into offcirc.event (station, sequence, header, line) \
      select $1, sequence, header, line \
      from unnest($2::bigint[], $3::text[], $4::text[]) \
      as part (sequence, header, line) on conflict do nothing
      """,
      [
        .text(station), .numbers(lines.map(\.sequence)),
        .texts(lines.map { $0.header.isEmpty ? nil : $0.header }),
        .texts(lines.map(\.bytes)),
      ])
    // What was there already must be the same: a commit whose answer was lost.
    if inserted.changedCount < lines.count,
      let sequence = try firstDifference(in: lines)
    {
      throw .fork(station: station, sequence: sequence)
    }
  }

  // MARK: Where it was

  private mutating func resume(
    _ journal: any OpenFile, to end: Int
  ) throws(ShareError) {
    let found = try connection.run(
      """
      select s.purged, e.sequence, e.line from offcirc.station s \
      left join lateral (select sequence, line from offcirc.event \
      where station = s.station order by sequence desc limit 1) e on true \
      where s.station = $1
      """, [.text(station)])
    let purged = found.number ?? 0
    let sequence = found.texts().dropFirst().first
      .flatMap(\.self).flatMap(Int.init)
    let line = found.rows.first.flatMap { $0[2] }
    last = max(purged, sequence ?? 0)
    guard last > 0 else { return }
    var newest = 0
    var isSame = true
    var start = 0
    try reading { () throws(FileError) in
      try journal.forEachJournalLine(before: end) { own in
        newest = own.sequence
        guard own.sequence <= last else { return false }
        if own.sequence == sequence { isSame = own.bytes == line }
        start = own.end
        return true
      }
    }
    offset = start
    if isSame, newest >= last { return }
    if let sequence = try firstDifference(in: journal, to: end) {
      throw .fork(station: station, sequence: sequence)
    }
    throw .ahead(station: station, count: last - newest)
  }

  /// Returns the number of the journal's first line that the database has in
  /// another form.
  private func firstDifference(
    in journal: any OpenFile, to end: Int
  ) throws(ShareError) -> Int? {
    var place = 0
    while true {
      let (lines, next) = try reading { () throws(FileError) in
        try journal.journalLines(from: place, to: end)
      }
      if let sequence = try firstDifference(in: lines) { return sequence }
      guard next > place else { return nil }
      place = next
    }
  }

  private func firstDifference(
    in lines: [JournalLine]
  ) throws(ShareError) -> Int? {
    let there = try connection.run(
      """
      select sequence, line from offcirc.event \
      where station = $1 and sequence = any ($2)
      """, [.text(station), .numbers(lines.map(\.sequence))])
    var known: [Int: [UInt8]] = [:]
    for (row, cells) in there.rows.enumerated() {
      let sequence = there.texts(row).first.flatMap(\.self).flatMap(Int.init)
      if let sequence { known[sequence] = cells[1] }
    }
    return lines.first { line in
      known[line.sequence].map { $0 != line.bytes } ?? false
    }?.sequence
  }
}

extension SQLValue {
  /// Returns the seconds of a time since 1970-01-01T00:00:00Z.
  fileprivate static func seconds(of time: LocalTime) -> SQLValue {
    let start = LocalTime(secondsSince1970: 0, utcOffset: 0)
    return .text("\(time.seconds(since: start))")
  }
}

extension Connection {
  /// Returns the seconds by which a clock is ahead of the server's.
  ///
  /// - Parameter now: the time on that clock.
  /// - Returns: the seconds; less than 0 if it is behind.
  /// - Throws: ``ShareError``.
  package func clockLead(at now: LocalTime) throws(ShareError) -> Int {
    try run(
      "select ($1::float8 - extract(epoch from clock_timestamp()))::bigint",
      [.seconds(of: now)]
    ).number ?? 0
  }
}

/// Reads a file, with its error as one of sharing.
func reading<Value>(
  _ body: () throws(FileError) -> Value
) throws(ShareError) -> Value {
  do throws(FileError) {
    return try body()
  } catch {
    throw .file(error)
  }
}

extension OpenFile {
  /// Returns the sequence number of the journal's last event; 0 if it has none.
  func lastSequence(before end: Int) throws(FileError) -> Int {
    // What this cuts in two has no right checksum.
    let tail = try journalLines(from: max(0, end - 1 << 14), to: end)
    if let last = tail.lines.last { return last.sequence }
    var newest = 0
    try forEachJournalLine(before: end) { line in
      newest = line.sequence
      return true
    }
    return newest
  }
}
