import Circulation
import Foundation
import Sharing
import Support

/// A journal that a shared database lacks as a whole, beside what `psql` and
/// single inserts do with the same lines.
///
/// All ways take turns in every round, with the server on the disk of `/tmp`.
enum CatchingUp {
  private static let eventCount = 100_000
  /// The number of lines that are inserted one by one.
  private static let singleCount = 2_000
  private static let roundCount = 5

  static func measure(in temporary: TemporaryFolder) throws {
    print(
      """

      Catching up \(eventCount) events, in events a second, and the ratio to \
      COPY (medians of \(roundCount) rounds):
      """)
    let database = try SharedDatabase(on: PostgresServer(syncing: true))
    let journal = try SampleJournal(in: temporary, eventCount: eventCount)
    let ways: [(name: String, run: () throws -> Int)] = [
      ("psql \\copy           ", { try copy(journal, into: database) }),
      ("the desk              ", { try push(journal, into: database) }),
      ("single inserts        ", { try insert(journal, into: database) }),
    ]
    var rates = ways.map { _ in [Double]() }
    for round in 0..<roundCount {
      for turn in ways.indices {
        let index = (round + turn) % ways.count
        try database.admin().run(
          "truncate offcirc.event, offcirc.station")
        var count = 0
        let time = try seconds { count = try ways[index].run() }
        rates[index].append(Double(count) / time)
      }
    }
    for (way, own) in zip(ways, rates) {
      let ratio = zip(own, rates[0]).map { $0 / $1 }.median
      print(
        "    \(way.name)", own.median.formatted(decimals: 0, width: 9),
        ratio.formatted(decimals: 2, width: 7))
    }
  }

  @discardableResult
  static func push(
    _ journal: SampleJournal, into database: SharedDatabase
  ) throws -> Int {
    var shared = try SharedStation(
      journal.station, of: "Desk", journal: journal.file, to: journal.length,
      at: WallClock.system.now(), on: database.connection(of: "desk1"))
    try shared.push(journal.file, to: journal.length)
    return journal.lines.count
  }

  private static func copy(
    _ journal: SampleJournal, into database: SharedDatabase
  ) throws -> Int {
    guard let programs = PostgresServer.programs else {
      throw CommandError(name: "psql")
    }
    let child = try Child(
      programs + "/psql",
      [
        "-qX", "-h", database.server.folder, "-U", "admin", "-d",
        // The limit for desks would end it on a slow disk.
        database.name, "-c", "set statement_timeout = 0", "-c",
        "\\copy offcirc.event (station, sequence, line) "
          + "from '\(journal.rows)'",
      ])
    guard child.status == 0 else { throw CommandError(name: "psql") }
    return eventCount
  }

  private static func insert(
    _ journal: SampleJournal, into database: SharedDatabase
  ) throws -> Int {
    let connection = try database.admin()
    for line in journal.lines.prefix(singleCount) {
      try connection.run(
        """
        insert into offcirc.event (station, sequence, line) \
        values ($1, $2, $3)
        """,
        [
          .text(journal.station), .text("\(line.sequence)"),
          .text(String(decoding: line.bytes, as: UTF8.self)),
        ])
    }
    return singleCount
  }
}

/// A journal of many events, and the same as rows for `psql`.
struct SampleJournal {
  let station: String
  let file: any OpenFile
  let length: Int
  let lines: [JournalLine]
  /// The path of the rows.
  let rows: String

  init(in temporary: TemporaryFolder, eventCount: Int) throws {
    let folder = StationFolder(path: try temporary.newFolder())
    let journal = try Journal.open(
      in: folder, at: WallClock.system.now()
    ).journal
    let day = Array(SampleDay(count: eventCount))
    for start in stride(from: 0, to: eventCount, by: 1_000) {
      try journal.record(day[start..<min(start + 1_000, eventCount)])
    }
    let file = try PosixFileSystem().open(folder.journal, for: .reading)
    let length = try file.length()
    var lines: [JournalLine] = []
    try file.forEachJournalLine(before: length) { line in
      lines.append(line)
      return true
    }
    let station = try JournalReader.replay(file).station ?? ""
    let text = lines.map { line in
      let bytes = String(decoding: line.bytes, as: UTF8.self)
      return "\(station)\t\(line.sequence)\t"
        + bytes.replacingOccurrences(of: "\t", with: "\\t") + "\n"
    }.joined()
    rows = folder.path + "/rows"
    try Data(text.utf8).write(to: URL(fileURLWithPath: rows))
    (self.station, self.file, self.length) = (station, file, length)
    self.lines = lines
  }
}
