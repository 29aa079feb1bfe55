import Circulation

/// The news of a shared database: what the other stations record.
///
/// Where few desks share, they tell each other; among many, and through a
/// pooler, each asks every few seconds.
struct Hearing {
  private let connection: Connection
  private let station: String
  /// True if the desk tells the others when it has sent something.
  private let tells: Bool
  /// True if the others' word arrives.
  let isTold: Bool
  /// Nil before the first question.
  private var asked: ContinuousClock.Instant?

  /// The most desks that tell each other: each word wakes all of them.
  private static let maximumCount = 30
  /// A book takes longer from one desk to another; a tick may come late.
  private static let interval = Duration.seconds(4)

  /// Begins to hear of the stations other than one.
  ///
  /// - Throws: ``ShareError``.
  init(besides station: String, on connection: Connection) throws(ShareError) {
    self.connection = connection
    self.station = station
    let about = try connection.run(
      """
      select pg_backend_pid(), count(*) from offcirc.station \
      where heard > now() - interval '1 hour'
      """
    ).texts().map { $0.flatMap(Int.init) ?? 0 }
    tells = about[1] <= Self.maximumCount
    // A pooler makes up the number that it gives.
    isTold = tells && about[0] == connection.process
    if isTold { try connection.run("listen offcirc") }
  }

  /// Tells the others that there is something new.
  ///
  /// - Throws: ``ShareError``.
  func tell() throws(ShareError) {
    guard tells else { return }
    // Not with the lines, whose commits would wait for each other; and it need
    // not be on disk. Any role may notify, so there is nothing in it.
    try connection.run(
      """
      select set_config('synchronous_commit', 'off', true), \
      pg_notify('offcirc', '')
      """)
  }

  /// True if it is time to ask.
  var isDue: Bool {
    asked.map { $0.duration(to: .now) > Self.interval } ?? true
  }

  /// A line of another station's journal.
  struct Line {
    let bytes: [UInt8]
    let sequence: Int
    let station: String
    let desk: String
    /// The seconds by which the station's clock was last ahead of the server's.
    let clockLead: Int
  }

  /// Asks for what the others recorded since.
  ///
  /// - Parameters:
  ///   - lastSequences: the last line of each station that is known.
  ///   - take: what takes a line.
  /// - Throws: ``ShareError``; what was taken before stays good.
  mutating func ask(
    after lastSequences: [String: Int], _ take: (Line) -> Void
  ) throws(ShareError) {
    asked = .now
    var last = lastSequences
    while true {
      // A station's own numbers have no gaps: one connection commits them in
      // their order. Of one that is new, what a long day has is enough. Under
      // row-level security, only what can't fail is looked up in an index: so
      // the sum is made before.
      let news = try connection.run(
        """
        with other as materialized (select s.station, s.desk, \
        \(SharedStation.clockLead) as clock_lead, \
        coalesce(seen.sequence, s.last_sequence - 10000) as known \
        from offcirc.station s \
        left join unnest($2::text[], $3::bigint[]) as seen (station, sequence) \
        on seen.station = s.station \
        where s.station <> $1 and s.heard > now() - interval '36 hours') \
        select other.station, e.sequence, other.desk, e.line, \
        other.clock_lead from other \
        cross join lateral (select sequence, line from offcirc.event \
        where station = other.station and sequence > other.known \
        and arrived > now() - interval '36 hours' \
        order by sequence limit \(Self.partCount)) e limit \(Self.partCount)
        """,
        values(known: last))
      for line in Self.lines(in: news) {
        take(line)
        last[line.station] = line.sequence
      }
      guard news.rows.count == Self.partCount else { return }
    }
  }

  /// Asks for the last state of each copy that a station noted before its
  /// first line that is known: those who noted or caused it are not told.
  ///
  /// - Parameter firstSequences: the first line of each station that is known.
  /// - Returns: the lines, without desks and clocks.
  /// - Throws: ``ShareError``.
  func states(
    before firstSequences: [String: Int]
  ) throws(ShareError) -> [Line] {
    let states = try connection.run(
      """
      select station, sequence, '', line, 0 from (\
      select distinct on (e.station, split_part(e.line, E'\\t', 4)) \
      e.station, e.sequence, e.line from offcirc.event e \
      left join unnest($2::text[], $3::bigint[]) as known (station, sequence) \
      on known.station = e.station \
      where e.kind = 'condition' and e.station <> $1 \
      and (known.sequence is null or e.sequence < known.sequence) \
      order by e.station, split_part(e.line, E'\\t', 4), e.sequence desc) \
      state order by station, sequence
      """,
      values(known: firstSequences))
    return Self.lines(in: states)
  }

  /// The values of a statement: this station, and the line of each other one
  /// that is known.
  private func values(known sequences: [String: Int]) -> [SQLValue] {
    let stations = Array(sequences.keys)
    return [
      .text(station), .texts(stations.map { Array($0.utf8) }),
      .numbers(stations.map { sequences[$0] ?? 0 }),
    ]
  }

  /// Returns the lines in rows of station, number, desk, line and clock.
  private static func lines(in answer: Answer) -> [Line] {
    answer.rows.enumerated().compactMap { row, cells in
      let texts = answer.texts(row)
      guard let station = texts[0], let line = cells[3],
        let sequence = texts[1].flatMap(Int.init)
      else { return nil }
      return Line(
        bytes: line, sequence: sequence, station: station,
        desk: texts[2] ?? "", clockLead: texts[4].flatMap(Int.init) ?? 0)
    }
  }

  /// The most lines that are read at once.
  private static let partCount = 2_000
}
