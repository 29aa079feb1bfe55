import Circulation
import Foundation
import Sharing
import Support

/// The cost of desks that share, and how soon they know of each other.
enum SharingMeasures {
  static func measure(in temporary: TemporaryFolder) throws {
    guard PostgresServer.isInstalled else {
      return print("\nPostgreSQL is not installed: sharing is not measured.")
    }
    try CatchingUp.measure(in: temporary)
    for count in [2, 5] { try measureNews(at: count, in: temporary) }
    try measureServer(in: temporary)
    try measureScans(in: temporary)
    try SharingCosts.measure(in: temporary)
  }

  /// From a loan on disk at one desk until another knows it.
  private static func measureNews(
    at deskCount: Int, in temporary: TemporaryFolder
  ) throws {
    let eventCount = 400
    let database = try SharedDatabase(on: PostgresServer(syncing: true))
    let address = try database.address(of: "desk1")
    let desks = try (1...deskCount).map {
      try SharingDesk("Desk \($0)", with: address, in: temporary)
    }
    try wait {
      for desk in desks { desk.desk.tendCopies() }
      return desks.allSatisfy(\.isUpToDate)
    }
    var times: [Double] = []
    for number in 0..<eventCount {
      let item = try desks[number % deskCount].lend()
      let other = desks[(number + 1) % deskCount].desk
      times.append(
        try seconds { try wait { other.lastElsewhere(of: item) != nil } })
    }
    let (half, most) = (times.percentile(0.5), times.percentile(0.99))
    print(
      """

      From one desk's disk to another desk, \(deskCount) desks: \
      p50 \((1_000 * half).formatted(decimals: 1)) ms, \
      p99 \((1_000 * most).formatted(decimals: 1)) ms
      """)
  }

  /// The processor time of a server, with many desks at work.
  private static func measureServer(in temporary: TemporaryFolder) throws {
    let (deskCount, scansAnHour, duration) = (64, 200, 90.0)
    let server = try PostgresServer(syncing: true)
    let database = try SharedDatabase(on: server)
    let address = try database.address(of: "desk1")
    let desks = try (1...deskCount).map {
      try SharingDesk("Desk \($0)", with: address, in: temporary)
    }
    try wait(seconds: 120) {
      for desk in desks { desk.desk.tendCopies() }
      return desks.allSatisfy(\.isUpToDate)
    }
    let pause = 3_600 / Double(deskCount * scansAnHour)
    let start = ContinuousClock.now
    func now() -> Double { start.duration(to: .now) / .seconds(1) }
    let before = try ServerProcesses(of: server).processorSeconds
    var (scan, tick) = (0, 0)
    while now() < duration {
      if Double(scan) * pause < now() {
        try desks[scan % deskCount].lend()
        scan += 1
      }
      // Each desk looks around every two seconds.
      if Double(tick) * 2 / Double(deskCount) < now() {
        desks[tick % deskCount].desk.tendCopies()
        tick += 1
      }
      usleep(1_000)
    }
    let after = try ServerProcesses(of: server).processorSeconds
    let used = (after - before) / now()
    print(
      """

      \(deskCount) desks at \(scansAnHour) scans an hour take \
      \((100 * used).formatted(decimals: 1)) % of one core of the server.
      """)
  }

  /// Durable scans at a desk, with and without sharing.
  private static func measureScans(in temporary: TemporaryFolder) throws {
    print("\nLocal scans, as the ratio to a desk that shares nothing:")
    let database = try SharedDatabase()
    try DurableWriting.compare([
      try DeskWriter(in: temporary),
      try DeskWriter(
        in: temporary, sharingWith: database.address(of: "desk1")),
    ])
  }
}
