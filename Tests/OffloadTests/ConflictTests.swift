import Circulation
import Support
import Testing
import Typesetting

@testable import Offload

/// What two stations say of one item.
@Suite struct ConflictTests {
  private let folder = TestFolder()

  private func conflicts(_ texts: String...) throws -> [String] {
    var files: [StationFile] = []
    for (index, text) in texts.enumerated() {
      files.append(try folder.file("\(index)", text))
    }
    return try Merge(files).write(to: folder.path + "/merged").conflicts
      .first.map {
        "\($0.kind.rawValue) \($0.item) \($0.first.file):\($0.first.number) \($0.second.file):\($0.second.number)"
      }
  }

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L\(item.padded(to: 80))\(borrower)\r\n"
  }

  @Test func anItemAtTwoStationsInOneMinuteIsTold() throws {
    #expect(
      try conflicts(
        "202605300900R1\r\n202605300901R2\r\n",
        loan("0900", "1", "7") + loan("0900", "1", "7"))
        == ["same-minute 1 0:1 1:1"])
  }

  @Test func anItemLentByTwoStationsIsTold() throws {
    #expect(
      try conflicts(loan("0900", "1", "7"), loan("0905", "1", "8"))
        == ["lent-twice 1 0:1 1:1"])
  }

  @Test func aRenewalAtAnotherStationIsNoConflict() throws {
    #expect(
      try conflicts(loan("0900", "1", "7"), loan("0905", "1", "7")).isEmpty)
  }

  @Test func anItemReturnedAtTwoStationsIsTold() throws {
    #expect(
      try conflicts("202605300900R1\r\n", "noise\n202605300903R1\r\n")
        == ["returned-twice 1 0:1 1:2"])
  }

  @Test func whatOneStationDidIsNoConflict() throws {
    #expect(
      try conflicts(
        loan("0900", "1", "7") + loan("0905", "1", "8")
          + "202605300905R1\r\n202605300905R1\r\n",
        loan("0905", "2", "7")
      ).isEmpty)
  }

  @Test func aWayThroughTwoStationsIsNoConflict() throws {
    #expect(
      try conflicts(
        loan("0900", "1", "7") + loan("0910", "1", "8"),
        "202605300905R1\r\n202605300915R1\r\n"
      ).isEmpty)
  }

  /// Two files of the same items: returns in minutes of their own, or loans to
  /// two borrowers in the same one.
  private func files(of count: Int, apart: Bool) throws -> [StationFile] {
    try (0...1).map { file in
      let lines = (1...count).map {
        apart
          ? "20260530090\(file)R\($0)\r\n" : loan("0900", "\($0)", "\(file)")
      }
      // So that neither begins with the other.
      return try folder.file("\(file)", lines.joined() + "\(file)")
    }
  }

  @Test func manyConflictsAreCountedAndTheFirstKept() throws {
    let report = try Merge(files(of: 300, apart: false))
      .write(to: folder.path + "/merged")
    #expect(report.conflicts.count == 300)
    #expect(report.conflicts.first.count == ConflictFinder.maximumKept)
    #expect(report.lineCount == 602)
    let all = try Merge(files(of: 300, apart: false))
      .write(to: folder.path + "/merged", keeping: .max)
    #expect(all.conflicts.first.count == 300)
  }

  @Test func nearlyAllOfTenThousandItemsAreRemembered() throws {
    let report = try Merge(files(of: 10_000, apart: true))
      .write(to: folder.path + "/merged")
    #expect(9_800...10_000 ~= report.conflicts.count)
  }
}
