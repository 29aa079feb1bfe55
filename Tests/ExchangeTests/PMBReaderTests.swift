import Foundation
import Testing

@testable import Exchange

/// The files of PMB's emergency loans, as they were tried on a real PMB.
struct PMBReaderTests {
  private func file(_ name: String) throws -> OfflineFile {
    let url = FixtureTests.folder.appendingPathComponent("pmb/\(name).txt")
    return try OfflineFile(Array(try Data(contentsOf: url)), as: .pmb)
  }

  private static let mix = [
    Entry(.loan(item: "100001", borrower: "E0001")),
    Entry(.loan(item: "100002", borrower: "E0001")),
    Entry(.loan(item: "012345", borrower: "E0002")),
    Entry(.loan(item: "33700004388761", borrower: "E0002")),
    Entry(.return(item: "100002")),
    Entry(.loan(item: "100002", borrower: "E0003")),
  ]

  @Test(arguments: ["mix", "mix_crlf", "mix_bom"])
  func blocksAreReadWhateverTheLineEnds(_ name: String) throws {
    let file = try file(name)
    #expect(file.entries == Self.mix)
    #expect(file.faults == [:])
    #expect(
      file.notes.notices == (name == "mix_bom" ? [.byteOrderMark] : []))
  }

  @Test func blanksAndEmptyLinesDoNotCountAndZeroIsTold() throws {
    let file = try file("space1")
    #expect(
      file.entries == [
        Entry(.loan(item: "100001", borrower: "E0001")),
        Entry(.loan(item: "100002", borrower: "E0001")),
      ])
    #expect(Array(file.faults.values) == [.zero])
  }

  /// PMB takes the head of the returns for an unknown reader, and lends what
  /// was returned to the reader before.
  @Test func returnsAfterAnEmptyBlockOfLoansAreNotLent() throws {
    let file = try file("emptyreader_ret")
    #expect(
      file.entries == [
        Entry(.loan(item: "100001", borrower: "E0001")),
        Entry(.return(item: "200001")), Entry(.return(item: "200002")),
      ])
    #expect(file.faults == [4: .blockWithoutBorrower])
  }

  @Test(arguments: ["lower", "accent"])
  func aHeadWrittenOtherwiseIsToldAndNothingIsTaken(_ name: String) throws {
    let file = try file(name)
    #expect(file.entries == [])
    #expect(
      file.faults == [1: .nearHead, 2: .beforeCode, 3: .beforeCode])
  }

  @Test func aFileThatBeginsWithAnEmptyLineIsTold() throws {
    let file = try file("blank1")
    #expect(file.faults == [1: .empty])
    #expect(file.entries.count == 1)
  }

  @Test func blocksWithoutRowsAreTold() throws {
    let file = try file("emptyblocks")
    #expect(
      file.faults == [1: .blockWithoutBorrower, 4: .borrowerWithoutItems])
    #expect(file.entries == [Entry(.loan(item: "100001", borrower: "E0002"))])
  }

  @Test func anEmptyFileAndOneOfAHeadAloneHaveNoRows() throws {
    for name in ["empty", "onlyret"] {
      let file = try file(name)
      #expect(file.entries == [])
      #expect(file.faults == [:])
    }
  }
}
