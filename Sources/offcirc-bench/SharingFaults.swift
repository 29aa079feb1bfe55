import Circulation
import Foundation
import Sharing
import Support

/// Desks that record all the time while their server and its network fail:
/// nothing is lost, nothing is doubled, and no desk waits.
///
/// Each run ends with every line of every journal compared, byte for byte.
enum SharingFaults {
  static func measure(in temporary: TemporaryFolder) throws {
    guard PostgresServer.isInstalled else {
      return print("\nPostgreSQL is not installed: no fault is tried.")
    }
    print("\nFaults of the server and of the network:")
    try killServer(30, in: temporary)
    try cutLines(40, in: temporary)
    try stopLine(3, in: temporary)
    for isSynchronous in [false, true] {
      try failOver(6, isSynchronous: isSynchronous, in: temporary)
    }
    try hangStandby(in: temporary)
    try fillDisk(in: temporary)
    try killPooler(10, in: temporary)
  }

  /// A pgbouncer, in transaction mode, that is killed and started again.
  private static func killPooler(
    _ roundCount: Int, in temporary: TemporaryFolder
  ) throws {
    guard Pooler.isInstalled else {
      return print("    pgbouncer is not installed: not tried.")
    }
    let server = try PostgresServer(syncing: true)
    let database = try SharedDatabase(on: server)
    let pooler = try Pooler(before: database, for: ["desk1", "desk2"])
    let run = try FaultRun(
      on: server, database, in: pooler.folder, temporary)
    for _ in 0..<roundCount {
      try run.record(100)
      try pooler.obey(.end)
      try run.record(100)
      try pooler.obey(.start)
      try run.catchUp()
    }
    try run.finish("pgbouncer killed \(roundCount) times")
  }

  private static func killServer(
    _ roundCount: Int, in temporary: TemporaryFolder
  ) throws {
    let server = try PostgresServer(syncing: true)
    let run = try FaultRun(on: server, in: temporary)
    for _ in 0..<roundCount {
      try run.record(100)
      try server.obey(.kill)
      try run.record(100)
      try server.obey(.start)
      try run.catchUp()
    }
    try run.finish("server killed \(roundCount) times")
  }

  /// Answers that are swallowed, and that end at any byte.
  private static func cutLines(
    _ roundCount: Int, in temporary: TemporaryFolder
  ) throws {
    let server = try PostgresServer(syncing: true)
    let line = try CutLine(to: server)
    let run = try FaultRun(on: server, over: line, in: temporary)
    for round in 0..<roundCount {
      try run.record(50)
      line.become(.cut(after: round % 2 == 0 ? 0 : .random(in: 0..<3_000)))
      try run.record(50)
      line.become(.whole)
      try run.catchUp()
    }
    try run.finish("answers swallowed or torn \(roundCount) times")
  }

  /// A network that is silently gone, longer than the desk waits.
  private static func stopLine(
    _ roundCount: Int, in temporary: TemporaryFolder
  ) throws {
    let server = try PostgresServer(syncing: true)
    let line = try CutLine(to: server)
    let run = try FaultRun(on: server, over: line, in: temporary)
    for seconds in [2.0, 7, 12].prefix(roundCount) {
      try run.record(100)
      line.become(.blackHole)
      try run.record(200, during: seconds)
      line.become(.whole)
      try run.catchUp()
    }
    try run.finish("network silently gone \(roundCount) times")
  }

  /// A primary that is killed in a burst, and a standby that takes its place.
  private static func failOver(
    _ roundCount: Int, isSynchronous: Bool, in temporary: TemporaryFolder
  ) throws {
    var missing = 0
    var primary = try PostgresServer(syncing: true)
    let run = try FaultRun(on: primary, in: temporary)
    for _ in 0..<roundCount {
      let standby = try PostgresServer(standingBy: primary, syncing: true)
      if isSynchronous {
        try run.administer(primary, "synchronous_standby_names = '*'")
      } else {
        // It lags, as one far away does.
        try standby.obey(.hang)
      }
      try run.record(300)
      let before = try run.rowCount(on: primary)
      try primary.obey(.kill)
      if !isSynchronous { try standby.obey(.wake) }
      try standby.obey(.promote)
      missing += max(0, before - (try run.rowCount(on: standby)))
      run.reach([primary, standby])
      try run.record(100)
      try run.catchUp()
      run.reach([standby])
      primary = standby
    }
    try run.finish(
      "\(roundCount) failovers, \(isSynchronous ? "" : "a")synchronous "
        + "(\(missing) rows were missing at the promotion)")
  }

  /// A standby that hangs, so that each commit waits for it.
  private static func hangStandby(in temporary: TemporaryFolder) throws {
    let primary = try PostgresServer(syncing: true)
    let run = try FaultRun(on: primary, in: temporary)
    let standby = try PostgresServer(standingBy: primary, syncing: true)
    try run.administer(primary, "synchronous_standby_names = '*'")
    try run.record(100)
    try standby.obey(.hang)
    try run.record(200, during: 24)
    let stuck = try run.stuckCount(on: primary)
    try standby.obey(.wake)
    try run.catchUp()
    try run.finish("standby that hangs for 24 s (\(stuck) backends waited)")
  }

  /// A disk that is full until somebody makes room.
  private static func fillDisk(in temporary: TemporaryFolder) throws {
    guard PostgresServer.canHaveDisk else {
      return print("    full disk: not tried, only root makes a file system.")
    }
    let server = try PostgresServer(diskOf: 120, syncing: true)
    let run = try FaultRun(on: server, in: temporary)
    try run.record(100)
    try server.obey(.fill)
    try run.record(2_000)
    let isOff = run.isOff
    try server.obey(.clear)
    try server.obey(.kill)
    try server.obey(.start)
    try run.catchUp()
    try run.finish(
      "disk of the server full (\(isOff ? "noticed" : "never in the way"))")
  }
}

extension Double {
  /// Seconds as milliseconds, for a person.
  var milliseconds: String { (1_000 * self).formatted(decimals: 1) + " ms" }
}
