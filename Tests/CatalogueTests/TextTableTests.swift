import Circulation
import Foundation
import Support
import Testing

@testable import Tables

/// Tables in text files, whatever program wrote them.
struct TextTableTests {
  private let folder = TestFolder()

  private func read(
    _ data: Data
  ) throws -> (rows: [TableRow], broken: [BrokenRow]) {
    let path = folder.path + "/list"
    try data.write(to: URL(fileURLWithPath: path))
    let table = try TextTable(PosixFileSystem().open(path, for: .reading))
    var rows: [TableRow] = []
    var broken: [BrokenRow] = []
    try table.read(
      {
        rows.append($0)
        return true
      }, refuse: { broken.append($0) })
    return (rows, broken)
  }

  private static let table = [
    ["number", "title", "note"],
    ["012345", "Équations; « œuvre », 2e", "a\"b"],
    ["12E5", "Two words", ""],
  ]

  private static func text(
    _ separator: String, _ lineEnd: String, trailing: Bool = false
  ) -> String {
    table.map { row in
      row.map { cell in
        cell.contains(separator) || cell.contains("\"")
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: separator) + (trailing ? separator : "") + lineEnd
    }.joined()
  }

  @Test(
    arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func everySeparatorAndLineEndGivesTheSameRows(
    _ separator: String, _ lineEnd: String
  ) throws {
    let text = Self.text(separator, lineEnd)
    for data in [
      Data(text.utf8), Data([0xef, 0xbb, 0xbf]) + Data(text.utf8),
      text.data(using: .utf16LittleEndian)!,
      Data([0xff, 0xfe]) + text.data(using: .utf16LittleEndian)!,
      Data([0xfe, 0xff]) + text.data(using: .utf16BigEndian)!,
      text.data(using: .windowsCP1252)!,
    ] {
      let read = try read(data)
      #expect(read.rows.map(\.cells) == Self.table)
      #expect(read.rows.map(\.line) == [1, 2, 3])
      #expect(read.broken.isEmpty)
    }
  }

  @Test func aFileMayHoldTwoEncodings() throws {
    let data =
      Data("numéro;œuvre\n".utf8) + "é;œ\n".data(using: .windowsCP1252)!
      + Data([0x31, 0x3b, 0x73, 0xbd, 0x75, 0x72, 0x0a])
    #expect(
      try read(data).rows.map(\.cells)
        == [["numéro", "œuvre"], ["é", "œ"], ["1", "sœur"]])
  }

  @Test func aLineFeedBeforeEachRowAndATabAfterEachFieldAreOfNoRow() throws {
    let rows = try read(Data("\na\tb\t\n1\t2\t\n3\t\t".utf8)).rows
    #expect(
      rows.map(\.cells) == [["a", "b", ""], ["1", "2", ""], ["3", "", ""]])
    #expect(rows.map(\.line) == [2, 3, 4])
  }

  @Test func aLineBreakInQuotesIsOfTheCell() throws {
    let rows = try read(Data("a,b\n1,\"x\ny\"\n2,z\n".utf8)).rows
    #expect(rows.map(\.cells) == [["a", "b"], ["1", "x\ny"], ["2", "z"]])
    #expect(rows.map(\.line) == [1, 2, 4])
  }

  @Test func blanksAroundQuotationMarksAreOfNoCell() throws {
    let rows = try read(Data("a, \"b, c\" ,d\n1,\u{a0}\"2\",3\"4\n".utf8)).rows
    #expect(rows.map(\.cells) == [["a", "b, c", "d"], ["1", "2", "3\"4"]])
  }

  @Test func aQuoteThatIsNotClosedBreaksItsLineAlone() throws {
    let rest = (0..<500).map { "\($0),\"x\"\n" }.joined()
    let (rows, broken) = try read(
      Data("a,b\n\(rest)7,\"open\n\(rest)".utf8))
    #expect(rows.count == 1_001)
    #expect(broken.map(\.line) == [502])
    #expect(broken.first?.text.hasPrefix("7,\"open") == true)
    #expect(broken.first?.reason == .unclosedQuote)
  }

  @Test func aRowOfSeveralMegabytesIsRefusedAndTheNextOneRead() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let (rows, broken) = try read(Data("a,b\n1,\(long)\n2,z\n".utf8))
    #expect(rows.map(\.cells) == [["a", "b"], ["2", "z"]])
    #expect(rows.map(\.line) == [1, 3])
    #expect(broken.map(\.line) == [2])
  }

  @Test func linesWithoutASeparatorAreOneCell() throws {
    let rows = try read(Data("100001\n012345\n12, rue\n".utf8)).rows
    #expect(rows.map(\.cells) == [["100001"], ["012345"], ["12, rue"]])
  }

  @Test func anEmptyFileHasNoRow() throws {
    #expect(try read(Data()).rows.isEmpty)
    #expect(try read(Data("\n\r\n".utf8)).rows.isEmpty)
  }
}
