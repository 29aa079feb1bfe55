import Circulation
import Support
import Testing
import Typesetting

@testable import Offload

/// Numbers of the catalogue that may have been meant by doubtful ones.
@Suite struct FindingNotesTests: Rehearsing {
  let folder = TestFolder()

  @Test func aShortNumberThatNoListHasComesWithItsNeighbours() throws {
    let items = (0..<30).map { "370000341\($0 + 10)" }
    let lines =
      items.map { "202605300900R" + $0 } + ["202605300901R3700003411"]
    let file = StationFile(path: folder.write(lines, to: "a.dat"))
    let list = (items.prefix(20) + ["3700003419"]).map { "\($0),A\n" }
    let notes = try FindingNotes(
      catalogue("barcode,title\n" + list.joined()))
    let now = try #require(
      LocalTime(year: 2026, month: 6, day: 1, hour: 8, minute: 0))
    var near: [String: [NearMiss]] = [:]
    var failure: (any Error)?
    _ = try Check([file], rules: .init(now: now)).run { finding in
      guard case .short(let number, _, _) = finding.issue else { return }
      do {
        near[number] = try notes.nearMisses(of: finding)
      } catch { failure = error }
    }
    #expect(failure == nil)
    #expect(near["3700003411"]?.isEmpty == false)
    #expect(near["3700003411"]?.contains { $0.number == "3700003419" } == true)
  }

  @Test func aNumberOfAListHasNoNeighbours() throws {
    let notes = try FindingNotes(catalogue("barcode,title\n12345,A\n12346,B\n"))
    let place = LinePlace(file: 0, number: 1)
    func near(_ number: String) throws -> [String] {
      try notes.nearMisses(
        of: Finding(
          issue: .full(number, .item), place: place, lastLine: 1, text: "")
      ).map(\.number)
    }
    #expect(try near("12345").isEmpty)
    #expect(try near("12347") == ["12345", "12346"])
    #expect(
      try notes.nearMisses(
        of: Finding(issue: .future, place: place, lastLine: 1, text: "")
      ).isEmpty)
  }
}
