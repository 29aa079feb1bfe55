import Foundation

/// The start of the window with an empty journal, compared with other
/// full-screen programs, and its idle load.
enum Opening {
  private static let roundCount = 15
  private static let idleSeconds = 10

  /// A program to be started in a new folder, and the last text that it paints.
  private struct Contestant: Sendable {
    let name: String
    let text: String
    let command: @Sendable (_ folder: String) -> [String]
  }

  /// The figures of a start.
  private struct Start {
    let milliseconds: Double
    let processorMilliseconds: Double
    let megabytes: Double
    let libraryCount: Int

    init(_ contestant: Contestant, in folder: String) throws {
      let clock = ContinuousClock()
      let begin = clock.now
      let program = try ScreenProgram(contestant.command(folder))
      defer { program.end() }
      try program.waitForPaint(of: contestant.text)
      milliseconds = begin.duration(to: clock.now) / .milliseconds(1)
      processorMilliseconds = try program.processorTime()
      megabytes = try program.megabytes()
      libraryCount = program.libraryCount
    }
  }

  private static let station = Contestant(
    name: "offcirc", text: "OffCirc.dat: 0"
  ) { [Child.offcirc, "--files", $0] }

  static func measure(in temporary: TemporaryFolder) throws {
    print("\nFirst paint (medians of \(roundCount) starts):")
    let contestants =
      [station, try knowingStation(in: temporary)]
      + (try peers(in: temporary))
    var starts = contestants.map { _ in [Start]() }
    for _ in 0..<roundCount {
      for (index, contestant) in contestants.enumerated() {
        starts[index].append(
          try Start(contestant, in: temporary.newFolder()))
      }
    }
    for (contestant, own) in zip(contestants, starts) {
      let time = own.map(\.milliseconds).median
      let processor = own.map(\.processorMilliseconds).median
      let memory = own.map(\.megabytes).median
      print(
        """
            \(contestant.name.padding(toLength: 16, withPad: " ", startingAt: 0)) \
        \(time.formatted(decimals: 1, width: 5)) ms, \
        processor \(processor.formatted(decimals: 1, width: 5)) ms, \
        \(memory.formatted(decimals: 1, width: 5)) MB, \
        \(own[0].libraryCount) shared libraries
        """)
    }
    try measureIdling(in: temporary)
  }

  /// Returns a station that knows the items and the borrowers of lists.
  private static func knowingStation(
    in temporary: TemporaryFolder
  ) throws -> Contestant {
    let folder = try temporary.newFolder()
    let lists = SampleLists(
      itemCount: 1_000_000, borrowerCount: 200_000, in: folder)
    try lists.write()
    let catalogue = folder + "/catalogue"
    for path in [lists.items, lists.borrowers] {
      let run = try Child(
        Child.offcirc, ["catalogue", "import", path, "--catalogue", catalogue])
      guard run.status == 0 else { throw CommandError(name: Child.offcirc) }
    }
    return Contestant(name: "with a catalogue", text: station.text) {
      [Child.offcirc, "--files", $0, "--catalogue", catalogue]
    }
  }

  private static func peers(
    in temporary: TemporaryFolder
  ) throws -> [Contestant] {
    var peers: [Contestant] = []
    if let nano = Child.path(of: "nano") {
      peers.append(
        Contestant(name: "nano", text: "Exit") { _ in [nano] })
    } else {
      print("    left out: nano is not installed")
    }
    if let least = try LeastProgram.build(in: temporary.newFolder()) {
      peers.append(
        Contestant(name: "the least in C", text: LeastProgram.text) { _ in
          [least]
        })
    } else {
      print("    left out: cc is not installed")
    }
    return peers
  }

  private static func measureIdling(in temporary: TemporaryFolder) throws {
    let program = try ScreenProgram(station.command(temporary.newFolder()))
    defer { program.end() }
    try program.waitForPaint(of: station.text)
    let before = try program.processorTime()
    sleep(UInt32(idleSeconds))
    let used = try program.processorTime() - before
    print(
      """
      Processor time in \(idleSeconds) idle seconds:
          \(used.formatted(decimals: 1)) ms
      """)
  }
}
