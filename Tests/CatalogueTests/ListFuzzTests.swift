import Circulation
import Foundation
import Seeded
import Support
import Tables
import Testing

@testable import Catalogue

/// Lists with bytes that were changed, cut off or put elsewhere: whatever they
/// hold is read or refused.
struct ListFuzzTests {
  /// A list in one of the forms.
  struct Form: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let data: Data
  }

  private let lists = ListFolder()

  private func list() throws -> any OpenFile {
    try PosixFileSystem().open(lists.folder.path + "/list", for: .writing)
  }

  private static let rows =
    [["Barcode", "Title", "Call Number", "Due Date"]]
    + (0..<30).map { ["01\($0)", "Équations \"\($0)\"", "A", "2026-12-24"] }

  private static func table(_ separator: String) -> Data {
    Data(
      rows.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
          .joined(separator: separator) + "\r\n"
      }.joined().utf8)
  }

  static let forms = [
    Form(testDescription: "commas", data: table(",")),
    Form(
      testDescription: "UTF-16",
      data: Data([0xff, 0xfe])
        + String(decoding: table("\t"), as: UTF8.self).utf16
        .reduce(into: Data()) {
          $0.append(UInt8($1 & 0xff))
          $0.append(UInt8($1 >> 8))
        }),
    Form(testDescription: "a workbook", data: StoredZip.workbook(rows)),
    Form(
      testDescription: "a page",
      data: Data(
        ("<html><table>"
          + rows.map {
            "<tr><td>" + $0.joined(separator: "</td><td>") + "</td></tr>"
          }.joined() + "</table>").utf8)),
    Form(testDescription: "JSON of Koha", data: Data(SampleList.download.utf8)),
    Form(testDescription: "users of Alma", data: Data(SampleList.users.utf8)),
    Form(testDescription: "MARC 21", data: SampleList.marc),
    Form(
      testDescription: "blocks",
      data: Data(
        (0..<50).map { "C\($0) \(["L", "E", "B", "D"][$0 % 4])\n" }
          .joined().utf8)),
  ]

  @Test(arguments: forms)
  func itIsReadOrRefused(_ form: Form) throws {
    let file = try list()
    var random = SeededGenerator(seed: UInt64(form.data.count))
    for _ in 0..<150 {
      try read(form.data.changed(using: &random), in: file)
    }
  }

  @Test(arguments: forms)
  func cutOffAnywhereItIsReadOrRefused(_ form: Form) throws {
    let file = try list()
    for length in stride(from: 0, to: form.data.count, by: 60) {
      try read(form.data.prefix(length), in: file)
    }
  }

  @Test func aDatabaseOfOthersIsReadOrRefused() throws {
    let path = lists.folder.path + "/base"
    let file = try list()
    try Database(path, for: .building).execute(SampleList.koha)
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SeededGenerator(seed: 3)
    for _ in 0..<120 {
      try read(data.changed(using: &random), in: file)
    }
    for length in stride(from: 0, to: data.count, by: 250) {
      try read(data.prefix(length), in: file)
    }
  }

  /// Reads all rows, as an import does.
  private func read(_ data: Data, in file: any OpenFile) throws {
    // Kept open and never emptied: some systems would sync it each time.
    let bytes = Array(data)
    try file.write(bytes.span, at: 0)
    try file.truncate(to: bytes.count)
    do {
      let file = try ListFile(file.path, on: PosixFileSystem())
      var rows: [TableRow] = []
      let kind = data.count % 2 == 0 ? file.kinds.first : file.kinds.last
      try file.read(
        kind,
        {
          rows.append($0)
          return rows.count < 200
        }, refuse: { _ in }, progress: { _ in })
      let columns = try ListHead.columns(of: rows, kind: kind, ColumnNames())
      let reader = RecordReader(
        columns, RecordRules(notForLoan: [], level: .classes),
        NumberDigest.Key(1, 2))
      for row in rows { _ = try? reader.record(row) }
    } catch is CatalogueError {
    } catch is ColumnQuestion {
    }
  }
}

extension Data {
  /// Returns the bytes with a few changes: of a byte, a bit, a part that is
  /// taken away, repeated or moved, or one that means something in a form.
  fileprivate func changed(using random: inout SeededGenerator) -> Data {
    var data = self
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard data.count > 20 else { return data }
      let place = Int.random(in: 0..<data.count - 16, using: &random)
      let length = Int.random(in: 1...16, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: data[place] = UInt8.random(in: 0...255, using: &random)
      case 1: data[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: data.removeSubrange(place..<place + length)
      case 3:
        data.insert(contentsOf: Data(data[place..<place + length]), at: place)
      case 4: data = data.prefix(data.count - length)
      default:
        let signs: [UInt8] = [
          0, 0x1b, 0x1d, 0x1e, 0x1f, 0x22, 0x27, 0x3c, 0x3e, 0x5b, 0x5c, 0x5d,
          0x7b, 0x7d, 0xff,
        ]
        data[place] = signs.randomElement(using: &random) ?? 0
      }
    }
    return data
  }
}
