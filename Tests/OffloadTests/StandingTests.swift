import Circulation
import Support
import Testing

@testable import Offload

/// Which hand-over a file is of, where several have some of its lines.
@Suite struct StandingTests {
  private let folder = TestFolder()
  private var ledger: Ledger { Ledger(at: folder.path + "/ledger") }
  private let shared = "202611210900R37000034199"

  private func lines(_ item: Int) -> [String] {
    [shared] + (1...3).map { "20261121100\($0)R\(item)" }
  }

  /// Hands files over, one after the other; gives their paths.
  private func handOver(_ files: [(desk: String, lines: [String])]) throws
    -> [String]
  {
    try files.map { file in
      let path = folder.write(file.lines, to: file.desk)
      let content = try FileContent(of: path)
      try ledger.append(
        Ledger.Entry(
          at: LocalTime(secondsSince1970: 1_795_330_320, utcOffset: 0),
          .kit(folder: "/kit"), desk: file.desk, name: file.desk + ".dat",
          content, sources: [.init(StationFile(path: path), content)]))
      return path
    }
  }

  @Test func theVeryFileIsThatOfItsOwnDesk() throws {
    let paths = try handOver([
      ("Central", lines(7)), ("Annexe", lines(8)), ("Droit", [shared]),
    ])
    let reading = try ledger.entries()
    for (path, desk) in zip(paths, ["Central", "Annexe", "Droit"]) {
      let uploadStatus = try reading.uploadStatus(of: path)
      #expect(uploadStatus.latest?.desk == desk)
      #expect(uploadStatus.entries.map(\.desk) == [desk])
      #expect(uploadStatus.isHandedOver)
    }
  }

  @Test func aFileThatHasGrownIsOfTheDeskThatHasMostOfIt() throws {
    let paths = try handOver([("Central", lines(7)), ("Annexe", lines(8))])
    for (path, (desk, item)) in zip(paths, [("Central", 7), ("Annexe", 8)]) {
      _ = folder.write(lines(item) + ["202611211200R9"], to: path.lastName)
      let uploadStatus = try ledger.entries().uploadStatus(of: path)
      #expect(uploadStatus.latest?.desk == desk)
      #expect(uploadStatus.newCount == 1)
    }
  }

  @Test func ofOneFileThatWasHandedOverTwiceTheLastTimeCounts() throws {
    let paths = try handOver([("Central", lines(7)), ("Annexe", lines(7))])
    #expect(
      try ledger.entries().uploadStatus(of: paths[0]).latest?.desk == "Annexe")
  }
}
