import Circulation
import Foundation
import Sharing
import Support
import Synchronization

/// The servers that a consortium of libraries needs, computed from what is
/// measured here.
enum SharingCosts {
  private static let libraryCount = 3_000
  /// The desks of a library.
  private static let deskCount = 5
  private static let scansAnHour = 200
  private static let hours = 10
  private static let eventCount = 100_000
  private static let connectionCount = 80
  /// The desks that send at once, as if nothing could wait.
  private static let clientCount = 16
  private static let duration = 10.0

  static func measure(in temporary: TemporaryFolder) throws {
    let server = try PostgresServer(syncing: true)
    let database = try SharedDatabase(on: server)
    let journal = try SampleJournal(in: temporary, eventCount: eventCount)
    let time = try seconds {
      _ = try CatchingUp.push(journal, into: database)
    }
    let size =
      try database.admin().run(
        "select pg_total_relation_size('offcirc.event')"
      ).number ?? 0
    let megabytes = try connectionMegabytes(to: server, database)
    let rate = try singleRate(at: database.address(of: "desk1"))
    tell(
      bytes: Double(size) / Double(eventCount), megabytes: megabytes,
      rate: rate, batchRate: Double(eventCount) / time)
  }

  private static func tell(
    bytes: Double, megabytes: Double, rate: Double, batchRate: Double
  ) {
    let desks = Double(libraryCount * deskCount)
    let day = Double(deskCount * scansAnHour * hours)
    let days = day * Double(libraryCount)
    print(
      """

      A consortium: \(libraryCount) libraries with \(deskCount) desks, \
      \(scansAnHour) scans an hour:
          events: \((days / Double(hours) / 3_600).formatted(decimals: 0)) a \
      second, \(day.formatted(decimals: 0)) a library in \(hours) hours
          an event on the server, with index: \
      \(bytes.formatted(decimals: 0)) bytes (\(eventCount) events)
          a day of a library: \((day * bytes / 1e6).formatted(decimals: 1)) \
      MB, of all: \((days * bytes / 1e9).formatted(decimals: 1)) GB
          an idle connection: \(megabytes.formatted(decimals: 1)) MB \
      (\(connectionCount) connections), of all desks: \
      \((desks * megabytes / 1_024).formatted(decimals: 0)) GB
          single events, sent at once by \(clientCount) desks: \
      \(rate.formatted(decimals: 0)) a second
          a day of all after an outage of the server: \
      \((days / batchRate / 60).formatted(decimals: 0)) minutes, at \
      \(batchRate.formatted(decimals: 0)) a second
      """)
  }

  /// Returns the memory of a connection that has looked at the desks.
  private static func connectionMegabytes(
    to server: PostgresServer, _ database: SharedDatabase
  ) throws -> Double {
    let before = try ServerProcesses(of: server).megabytes
    let connections = try (0..<connectionCount).map { _ in
      let connection = try database.connection(of: "desk1")
      _ = try ShareStatus.all(on: connection)
      return connection
    }
    let after = try ServerProcesses(of: server).megabytes
    return withExtendedLifetime(connections) {
      (after - before) / Double(connectionCount)
    }
  }

  /// Returns the events a second of desks that send one at a time.
  private static func singleRate(at address: ShareAddress) throws -> Double {
    let work = Work()
    let group = DispatchGroup()
    let start = ContinuousClock.now
    for client in 0..<clientCount {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        do {
          work.add(try send(as: client, to: address, from: start))
        } catch {
          work.fail(error)
        }
      }
    }
    group.wait()
    return try Double(work.count()) / (start.duration(to: .now) / .seconds(1))
  }

  private static func send(
    as client: Int, to address: ShareAddress,
    from start: ContinuousClock.Instant
  ) throws -> Int {
    let connection = try Connection(to: address)
    let station = String(format: "%016x", client + 1)
    try connection.run(
      "insert into offcirc.station (station) values ($1)", [.text(station)])
    var count = 0
    while start.duration(to: .now) < .seconds(duration) {
      count += 1
      let line = "\(count)\t2026-11-23T10:42:07+01:00\treturn\t3700003417"
      try connection.run(
        """
        insert into offcirc.event (station, sequence, line) \
        select $1, sequence, line from unnest($2::bigint[], $3::text[]) \
        as part (sequence, line) on conflict do nothing
        """,
        [.text(station), .numbers([count]), .texts([Array(line.utf8)])])
    }
    return count
  }

  /// The work that the desks have done.
  private final class Work: Sendable {
    private let state = Mutex<Result<Int, any Error>>(.success(0))

    func add(_ count: Int) {
      state.withLock { state in
        if case .success(let sum) = state { state = .success(sum + count) }
      }
    }

    func fail(_ error: any Error) { state.withLock { $0 = .failure(error) } }

    func count() throws -> Int { try state.withLock { try $0.get() } }
  }
}
