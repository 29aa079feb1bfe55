import Foundation

/// The start of the window with an empty journal, and its idle load.
enum Opening {
  private static let roundCount = 15
  private static let idleSeconds = 10

  static func measure(in temporary: TemporaryFolder) throws {
    var paints: [Double] = []
    for round in 0..<roundCount {
      let folder = try temporary.newFolder()
      var station: StationProcess?
      let time = try seconds {
        station = try StationProcess(in: folder)
        try station?.waitForPaint(of: "OffCirc.dat: 0")
      }
      paints.append(time * 1_000)
      if round == roundCount - 1, let station {
        let before = try station.processorTime()
        sleep(UInt32(idleSeconds))
        let used = try station.processorTime() - before
        print(
          """

          First paint with an empty journal (median of \(roundCount) starts):
              \(paints.median.formatted(decimals: 1)) ms
          Processor time in \(idleSeconds) idle seconds:
              \((used * 1_000).formatted(decimals: 0)) ms
          """)
      }
      station?.end()
    }
  }
}
