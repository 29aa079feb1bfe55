import Circulation
import Foundation
import Support
import Testing
import Typesetting

@testable import Offload

/// Files as other programs leave them: copied, printed, mailed, pasted.
@Suite struct ChangedFileTests {
  private let folder = TestFolder()

  private static let lines = [
    "202611231001L" + "37000034179".padded(to: 80) + "9921000000164",
    "202611231002L" + "3 9990 00019".padded(to: 80) + "9921000000164",
    "202611231005R37000034179",
    "202611231010L" + "37000034181".padded(to: 80) + "9921000000172",
  ]
  private static let sound = lines.map { $0 + "\r\n" }.joined()

  private func findings(_ text: String) throws -> [String] {
    try findings(in: folder.file("a", text))
  }

  private func findings(
    in file: StationFile, isByLine: Bool = false
  ) throws -> [String] {
    let now = LocalTime(year: 2026, month: 11, day: 24, hour: 8, minute: 0)
    var found: [String] = []
    _ = try Check([file], rules: Check.Rules(now: try #require(now))).run(
      isByLine: isByLine
    ) { finding in
      var name = finding.issue.kind.name
      if case .changed(let form) = finding.issue { name = form.rawValue }
      found.append(
        "\(finding.place.number)-\(finding.lastLine) \(finding.severity) \(name)"
      )
    }
    return found
  }

  private func merged(_ files: StationFile...) throws
    -> (text: String, marks: [Int: OuterMarks])
  {
    let report = try Merge(files).write(to: folder.path + "/merged")
    return (try folder.text("merged"), report.marks)
  }

  // MARK: Lines

  private static let changes: [(LineForm, @Sendable (String) -> String)] = [
    (.doubledReturns, { $0 + "\r" }), (.doubledReturns, { $0 + "\r\r\r" }),
    (
      .collapsedBlanks, { $0.replacing(#/ {2,}/#, with: " ") }
    ),
    (.collapsedBlanks, { $0.replacing(#/ {4,}/#, with: "  ") }),
    (.collapsedBlanks, { $0.replacing(#/ {4,}/#, with: "   ") }),
    (.addedBlanks, { $0.replacing("L", with: " L ") }),
    (
      .addedBlanks,
      { $0.replacing("L", with: " L ").replacing(#/ {4,}/#, with: " ") }
    ),
    (.joinedNumbers, { $0.replacing(" ", with: "") }),
    (.otherLineEnds, { $0.replacing(#/ {4,}/#, with: "\u{85}") }),
    (.otherLineEnds, { $0 + "\u{2028}" }),
    (.otherLineEnds, { $0 + "\u{2029}" }),
    (.tabs, { $0.replacing(#/ {2,}/#, with: "\t") }),
    (.tabs, { $0.replacing(#/ {2,}/#, with: "\t\t \t") }),
    (.otherBlanks, { $0.replacing("  ", with: "\u{a0} ") }),
    (.otherBlanks, { $0.replacing("  ", with: "\u{2003}") }),
    (.otherBlanks, { $0.replacing("  ", with: "\u{3000}") }),
    (.quotedLines, { "> " + $0 }), (.quotedLines, { ">>" + $0 }),
    (.quotedLines, { "| " + $0 }), (.quotedLines, { "• " + $0 }),
    (.quotedLines, { "    " + $0 }), (.quotedLines, { "\u{a0}\t" + $0 }),
    (.markWithin, { $0.replacing(#/ {2,}/#, with: "\u{1a}") }),
    (.markWithin, { $0.replacing(#/ {2,}/#, with: "\u{1b}") }),
    (.markWithin, { $0.replacing(#/ {2,}/#, with: "   \u{c}   ") }),
  ]

  @Test(arguments: changes.indices)
  func whatOtherProgramsMadeOfLinesIsNamed(_ index: Int) throws {
    let (form, change) = Self.changes[index]
    let lines = [0, 1, 3].map { Self.lines[$0] }
    let text = lines.map { change($0) + "\r\n" }.joined()
    #expect(try findings(text) == ["1-3 error \(form.rawValue)"])
    #expect(
      try findings(in: folder.file("a", text), isByLine: true).count == 3)
    // One line of a file that is sound else.
    let one = Self.sound + change(Self.lines[3]) + "\r\n"
    #expect(try findings(one) == ["5-5 error \(form.rawValue)"])
  }

  @Test(arguments: [
    ("\r\n\r\n", ""), ("\r\n> ", "> "), ("\r\n> \r\n> ", "> "),
    ("\r\n| ", "| "), ("                =\r\n     ", ""),
    ("  =\n", ""),
  ])
  func linesThatAMailBrokeInOtherWaysAreNamed(
    _ end: String, _ mark: String
  ) throws {
    let text = [0, 1, 3].map {
      mark + Self.lines[$0].replacing(#/ {2,}/#, with: end) + "\r\n"
    }.joined()
    let names = try findings(text).map { $0.split(separator: " ")[2] }
    #expect(names.contains("broken-lines") && !names.contains("malformed"))
    #expect(
      Set(names).isSubset(of: ["broken-lines", "quoted-lines", "double-spaced"])
    )
  }

  @Test(arguments: ["\r\n\r\n", "\n\n", "\r\n  \r\n"])
  func linesWithBlankOnesBetweenAreToldOnce(_ end: String) throws {
    let text = Self.lines.map { $0 + end }.joined()
    #expect(try findings(text) == ["2-2 error double-spaced"])
  }

  @Test func columnsOfOlderProgramsAreNotTakenForLostBlanks() throws {
    let text = ["37000034179", "370000341", "3700"].map {
      "202611231001L" + $0.padded(to: 13) + "9921000000164\r\n"
    }.joined()
    #expect(try !findings(text).contains { $0.hasSuffix("collapsed-blanks") })
  }

  @Test func linesThatEndWithLFAndCRAreNamed() throws {
    let text = Self.lines.map { $0 + "\n\r" }.joined()
    let found = try findings(text)
    #expect(found.contains("2-4 error swapped-returns"))
    #expect(!found.contains { $0.hasSuffix("line-ends") })
  }

  @Test func aByteOrderMarkWithinAFileIsNamed() throws {
    #expect(
      try findings(Self.sound + "\u{feff}" + Self.lines[2] + "\r\n")
        == ["5-5 error byte-order-mark"])
  }

  @Test func whatFillsTheLastBlockIsLeftOut() throws {
    let filler = [UInt8](repeating: 0xe5, count: 70)
    for (end, count) in [
      ([0x1a] + filler, 1), ([UInt8](repeating: 0x1a, count: 100), 1),
    ] {
      for text in [Self.sound, String(Self.sound.dropLast())] {
        let path = folder.write(bytes: Array(text.utf8) + end, to: "filled")
        let file = StationFile(path: path)
        #expect(try findings(in: file).count == count)
        #expect(try findings(in: file)[0].hasSuffix("note end-of-text"))
        #expect(try merged(file).text == Self.sound)
      }
    }
  }

  @Test(arguments: ["", "                 "], ["", "    "])
  func linesThatAMailBrokeAreNamed(_ indent: String, _ rest: String) throws {
    let text = Self.lines.map {
      $0.replacing(#/ {2,}/#, with: rest + "\r\n" + indent) + "\r\n"
    }.joined()
    #expect(
      try findings(text)
        == [
          "1-4 error broken-lines", "5-5 note return-without-loan",
          "6-7 error broken-lines",
        ])
    // A loan without a borrower is no such line.
    #expect(
      try findings("202611231001L37000034179\r\n" + Self.sound).first
        == "1-1 error malformed")
  }

  @Test func returnsThatEndLinesAreStillToldAsSuch() throws {
    #expect(
      try findings(Self.lines.joined(separator: "\r"))
        == ["1-1 error line-ends"])
    #expect(
      try findings(Self.lines.joined(separator: "\r\r") + "\r")
        == ["1-1 error line-ends"])
  }

  // MARK: Marks of old programs

  @Test(arguments: [
    "\u{1a}", "\u{c}", "\u{1a}\u{1a}", "\u{c}\u{1a}", "\u{1b}", "\u{b}",
    "\u{4}", "\u{2}", "\u{3}",
  ])
  func aMarkAroundLinesIsANoteAndLeftOut(_ mark: String) throws {
    let named = [("\u{1a}", "end-of-text"), ("\u{c}", "form-feed")]
      .filter { mark.contains($0.0) }.map(\.1)
    let kinds = named.isEmpty ? ["control-characters"] : named
    let withoutEnd = String(Self.sound.dropLast())
    let texts = [
      (5, Self.sound + mark), (5, Self.sound + mark + "\r\n"),
      (4, withoutEnd + mark), (4, withoutEnd + mark + "\r\n"),
      (1, mark + Self.sound),
      (3, Self.sound.replacing("202611231005", with: mark + "202611231005")),
      (3, Self.sound.replacing("202611231005", with: mark + "\n202611231005")),
    ]
    for (line, text) in texts {
      let file = try folder.file("a", text)
      #expect(
        try findings(in: file) == kinds.map { "\(line)-\(line) note \($0)" })
      let (result, marks) = try merged(file)
      #expect(result == Self.sound)
      #expect(marks.keys.sorted() == [0])
      // Between the lines of another station too.
      let other = try folder.file("b", "202611231003R7\r\n202611231011R7\r\n")
      let both = try merged(file, other).text
      #expect(!both.contains("\u{1a}") && !both.contains("\u{c}"))
      #expect(both.split(separator: "\r\n").count == 6)
    }
  }

  @Test func aFileIsKnownAgainWithMarksAroundItsLines() throws {
    let plain = try folder.file("a", Self.sound)
    let marked = try folder.file("b", "\u{c}" + Self.sound + "\u{1a}")
    #expect(
      try FileContent(of: plain.path).marks
        == FileContent(of: marked.path).marks)
    let content = try FileContent(of: marked.path)
    #expect(content.summary.unreadable.count == 0)
    #expect(
      content.summary.first == (try FileContent(of: plain.path).summary.first))
    #expect(try Merge([plain, marked]).overlaps.count == 1)
  }

  @Test func transactionsAreReadWithoutMarksAroundThem() throws {
    let file = try folder.file(
      "a", "\u{c}" + Self.sound.dropLast() + "\u{1a}\r\n\u{1a}")
    var numbers: [Int] = []
    try DataFile.forEachLine(of: file.path) { number, line in
      if case .success = line { numbers.append(number) }
    }
    #expect(numbers == [1, 2, 3, 4])
  }

  // MARK: Files of other kinds

  private static let foreign: [(ForeignFile, String)] = [
    (
      .koha,
      "Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0\n2026-11-26 00-13-26 402\tissue\t9921000000164\t37000034179\n"
    ),
    (
      .koha,
      "2026-11-26 00:13:26 402\tissue\t9921000000164\t37000034179\r\n2026-11-26 00:13:27\treturn\t37000034180\r\n"
    ),
    (
      .evergreen,
      "{\"timestamp\":1795598130,\"type\":\"checkout\",\"delta\":0,\"patron_barcode\":\"9921\",\"barcode\":\"37\"}\n{\"timestamp\":1795598131,\"type\":\"checkin\",\"barcode\":\"37\"}\n"
    ),
    (
      .sierra,
      "i:0310020355:b30650000156732:::15\no:1212010830:b31551010350230:b215510204020201:1301310400:992\n"
    ),
    (.pmb, "PRET SECOURU\r\n9921\r\n37000034179\r\nRETOUR SECOURU\r\n37\r\n"),
    (.destiny, "%C123H\n154786\n55478323\n%C127L\n55478323\n"),
    (
      .polaris,
      "1|10:00:00|2026-11-25|1|2|3|4\r5|Doe|Jane|37|x\r5|Doe|John|38|x\r"
    ),
    (.numbers, "37000034179\r\n37000034180\r\n37000034181\r\n"),
    (.journal, "offcirc-journal\t1\tabc\t2026-11-25T10:00:00Z\t00000000\n"),
    (
      .table,
      "recorded,operation,item,borrower\n2026-11-25T10:00:00+01:00,loan,37,99\n"
    ),
    (.table, "Fichier;Ligne;Date;Opération;Exemplaire\nx;1;2;3;4\ny;1;2;3;4\n"),
    (.richText, "{\\rtf1\\ansi 202611231001L37000034179\\par}\n"),
    (.page, "<!DOCTYPE html>\n<html><body>202611231001L3</body></html>\n"),
    (.koha, "Version=1.0\tX=2\n2026-11-26 00:13:26\tissue\t99\t37\n"),
    (.koha, "Version=1.0\n2026-11-26 00:13:26\tissue\t99\t37\n"),
    (.table, "\"Date\",\"Item\",\"Borrower\"\n\"1/2\",\"3\",\"4\"\n"),
    (.table, "Date;Item;Borrower\n1/2;3;4\n"),
    (.table, "Date\tItem\tBorrower\n1/2\t3\t4\n"),
    (.data, "{\"items\": [1, 2, 3], \"a\": 4, \"b\": 5}\n"),
    (.data, "{\n  \"item\": \"37\",\n  \"borrower\": \"99\"\n}\n"),
    (.data, "[\n{\"a\":1}\n]\n"), (.data, "[\"37\",\"38\"]\n"),
    (.data, "[InternetShortcut]\nURL=https://alma.example.org/a\n"),
    (.data, "[station]\nlanguage = \"fr\"\n# x\ntheme = \"blue\"\n"),
    (.postScript, "%!PS-Adobe-3.0\n%%Pages: 1\n/Times\nshowpage\n"),
    (.xml, "<?xml version=\"1.0\"?>\n<NCIPMessage>\n</NCIPMessage>\n"),
    (.xml, "<NCIPMessage>\n  <CheckOutItem>\n  </CheckOutItem>\n"),
    (.marc, "00714cam a2200205 a 4500001001300000\u{1e}\n"),
    (.database, "SQLite format 3\0\u{10}\0"),
    (.mail, "From: a@example.org\nTo: b\n\nx\n"),
    (.mail, "From a@example.org Wed Jan 17 17:33:20 2018\nTo: b\n"),
    (.mail, "Subject: OffCirc\nFrom: a\n\n"),
    (.pdf, "%PDF-1.7\n"), (.mail, "Return-Path: <a@example.org>\nTo: b\n\nx\n"),
  ]

  @Test(arguments: foreign.indices)
  func filesOfOtherKindsAreNamed(_ index: Int) throws {
    let (kind, text) = Self.foreign[index]
    let file = try folder.file("a", text)
    #expect(try ForeignFile(at: file.path) == kind)
    #expect(try findings(in: file) == ["1-1 error foreign-file"])
  }

  @Test func whatAStationAddedToSuchAFileIsStillLookedAt() throws {
    let koc = try #require(Self.foreign.first).1
    let lines = Self.sound + Self.lines[0] + "\r\n"
    let file = try folder.file("a", koc + lines)
    #expect(
      try findings(in: file) == [
        "1-1 error foreign-file", "7-7 warning time-backwards",
        "7-7 warning duplicate",
      ])
  }

  @Test func packedFilesAreNamedByWhatIsInThem() throws {
    let head: [UInt8] = Array("PK".utf8) + [3, 4, 20, 0, 0, 0, 8, 0]
    let rest = [UInt8](repeating: 7, count: 40)
    for (name, kind) in [
      ("[Content_Types].xml", ForeignFile.workbook),
      ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .workbook),
      ("OffCirc.dat", .archive),
    ] {
      #expect(
        ForeignFile(beginning: head + rest.prefix(20) + Array(name.utf8) + rest)
          == kind)
    }
    for (parts, kind) in [
      ("[Content_Types].xml", "word/document.xml", ForeignFile.document),
      ("[Content_Types].xml", "xl/workbook.xml", .workbook),
      ("mimetype", "application/vnd.oasis.opendocument.text", .document),
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", .workbook),
    ].map({ (head + Array($0.utf8) + rest + Array($1.utf8), $2) }) {
      #expect(ForeignFile(beginning: parts + rest) == kind)
    }
    let tar = [UInt8](repeating: 0, count: 257) + Array("ustar\0".utf8)
    for (beginning, kind) in [
      ([0x1f, 0x8b, 8, 0], ForeignFile.archive), (tar, .archive),
      ([0xff, 0xd8, 0xff, 0xe0], .picture),
      ([0x89] + Array("PNG".utf8), .picture),
      ([0x78, 0x9f, 0x3e, 0x22, 1], .winmail),
    ] {
      #expect(ForeignFile(beginning: beginning) == kind)
    }
  }

  @Test(arguments: [
    "", "\n", sound, "202611231005R37000034179\r\n", "x\n",
    String(repeating: "202611231005R37000034179\r\n", count: 500),
    "noise\n" + sound, "\u{1a}", "Version=1.0\n" + sound,
    "3,70000E+11\n3,70000E+11\n3,70000E+11\n",
  ])
  func filesLikeOffCircDatAreNoneOfThem(_ text: String) throws {
    #expect(try ForeignFile(at: folder.file("a", text).path) == nil)
  }
}
