import Circulation
import Support
import Testing

@testable import Offload

/// A report as people write it down, and as programs print it: counted, drawn,
/// marked, in words that nobody has heard of.
@Suite struct WrittenReportTests {
  private static let file =
    "L 37000034179 99\nL TOTO31400 99\nR OTOLO104602\nL 37000034181 U-99120\n"
    + "L\t3 9990 00019 2148\t98\nR d293004279\nL 97 97\nL 37 EMILIE.DUPRE\n"
  private static let item = "Item not found. Barcode: TOTO31400"
  private static let user = "User not found. Barcode: U-99120"

  /// The lines that the messages are joined with, and their numbers.
  private func joined(_ report: String, of file: String = file) throws
    -> [String]
  {
    let files = TestFolder()
    let lines = try Upload.lines(file).compactMap { try? $0.get() }
    let path = files.write(
      bytes: DataFormat.lines(of: lines), to: "OffCirc.dat")
    let worklist = try Worklist(
      of: JobReport(bytes: Array(report.utf8)), with: path)
    return worklist.tasks.map { task in
      let line = task.entry.joined.map { String($0.line) } ?? "-"
      return line + " " + (task.entry.message.said.number ?? "-")
    }
  }

  private func lines(_ report: String) throws -> [Int?] {
    try JobReport(bytes: Array(report.utf8)).messages.map(\.line)
  }

  private static let both = ["2 TOTO31400", "4 U-99120"]

  // MARK: The numbers of lines

  @Test(
    arguments: [
      "1 234", "1\u{a0}234", "1\u{202f}234", "1\u{2009}234", "1,234", "1.234",
      "1'234", "1’234",
    ])
  func theNumberOfALineMayHaveThousandsSigns(_ number: String) throws {
    for row in [
      "%\t$", "| % | $ |", "|%|$|", "%;$", "Line %: $", "Ligne n° % : $",
      "- Line % - $", "Line\tError Message\n%\t$",
      "| Line | Error Message |\n| % | $ |", "%: $", "% $",
      "Line\tError Message\n%\n$", "<tr><td>%</td><td>$</td></tr>",
    ] {
      let report = row.replacing("%", with: number)
        .replacing("$", with: "Item not found. Barcode: 37000001234")
      #expect(try lines(report) == [1_234], "\(report)")
    }
  }

  @Test func aNumberBeforeThatOfALineIsNoThousand() throws {
    let file = (1...400).map { "R I\($0)\n" }.joined()
    let rejected = "Item not found. Barcode: I"
    #expect(
      try joined("1 118 \(rejected)118\n2 345 \(rejected)345\n", of: file)
        == ["118 I118", "345 I345"])
    // Groups have three digits.
    #expect(try lines("2 3456 \(rejected)1") != [23_456])
    #expect(try lines("24.112.26 \(rejected)1") == [nil])
  }

  // MARK: Drawings

  @Test(arguments: [
    ("2 & ", " \\\\ \\hline"), ("2 & ", " \\\\"), ("2 & ", "\\\\\\hline"),
    ("2 & \\texttt{", "} \\tabularnewline"), ("> 2 & ", " \\\\"),
    ("\\hline 2 & ", " \\\\[2pt]"), ("  2&", "\\\\"), ("2 & ", ""),
    ("| 2 | {{", "}} |"), ("2 {{", "}}"), ("|2|@", "@|"), ("2 @", "@"),
    ("* Line 2: {{", "}}"), ("2\t`", "`"), ("2 ~ ", ""), ("|>. 2 |", "|"),
    ("|>. 2 |<. ", "|"), ("|_>. 2 |=. ", " |"), ("|\\2. 2 |/3. ", " |"),
    ("2\\. ", ""), ("\\- Line 2: ", ""), ("³ 2    ³ ", " ³"),
    ("º2º", "º"), ("2 » ", ""), ("2\t**", "**"), ("2 “", "”"),
  ])
  func aMessageIsReadInAnyMarks(_ before: String, _ after: String) throws {
    let row = before + Self.item + after
    #expect(try joined(row) == ["2 TOTO31400"], "\(row)")
    let rows = [
      row, before.replacing("2 ", with: "4 ").replacing("2º", with: "4º"),
    ]
    guard rows[1] != before else { return }
    #expect(
      try joined(rows.joined(separator: "\n") + Self.user + after)
        == Self.both, "\(row)")
  }

  @Test func theNumberMayHaveMarksOfItsOwn() throws {
    for row in [
      "2 & Item not found. Barcode: \\texttt{TOTO31400} \\\\ \\hline",
      "2 & Item not found. Barcode: \\verb|TOTO31400| \\\\",
      "| 2 | Item not found. Barcode: {{TOTO31400}} |",
      "2\tItem not found. Barcode: @TOTO31400@",
      "2\tItem not found\\. Barcode: TOTO31400",
    ] {
      #expect(try joined(row) == ["2 TOTO31400"], "\(row)")
    }
    for number in ["U\\-99120", "{{U-99120}}", "~U-99120~"] {
      #expect(
        try joined("4\\. User not found\\. Barcode\\: \(number)")
          == ["4 U-99120"])
      #expect(
        try joined("4\tUser not found. Barcode: \(number)") == ["4 U-99120"])
    }
    #expect(
      try joined("1 & User not found. Barcode: U\\_9 \\\\", of: "L I U_9\n")
        == ["1 U_9"])
  }

  @Test func boxesOfDOSAreRules() throws {
    #expect(
      try joined(
        "ÚÄÄÄÄÄÄÂÄÄÄÄÄÄ¿\n³ Line ³ Error Message ³\nÃÄÄÅÄÄ´\n"
          + "³ 2    ³ Item not found.      ³\n³      ³ Barcode: TOTO31400   ³\n"
          + "³ 4    ³ \(Self.user) ³\nÀÄÄÄÄÁÄÄÄÙ\n") == Self.both)
  }

  // MARK: Lists

  @Test(arguments: [
    ["1. ", "2. "], ["1) ", "2) "], ["1. ", "1. "], ["(1) ", "(2) "],
    ["1.\t", "2.\t"], ["  1.  ", "  2.  "], ["> 1. ", "> 2. "],
  ])
  func aListThatCountsIsJoinedByItsNumbers(_ marks: [String]) throws {
    let report = "\(marks[0])\(Self.item)\n\(marks[1])\(Self.user)\n"
    #expect(try joined(report) == Self.both)
    // It is that of the lines where the file says so.
    guard marks[0] != marks[1] else { return }
    let file = "L TOTO31400 U-99120\nL TOTO31400 U-99120\n"
    #expect(try joined(report, of: file) == ["1 TOTO31400", "2 U-99120"])
  }

  @Test(arguments: [
    "%.\tLine $: ", "  %.  Line $: ", "%.\t$\t", "%.  $  ", "%)\t$: ",
    "%. $: ", "%. Line $: ", "%.\tLine $:\t", "%\t$\t", "%.\t$ ",
    "%\tLine $: ",
  ])
  func countedLinesHaveTheirOwnNumbers(_ form: String) throws {
    func row(_ place: Int, _ line: Int) -> String {
      form.replacing("%", with: "\(place)").replacing("$", with: "\(line)")
    }
    let report = "\(row(1, 2))\(Self.item)\n\(row(2, 4))\(Self.user)\n"
    #expect(try joined(report) == Self.both)
    #expect(try joined("Line\tError Message\n" + report) == Self.both)
    let texts = try JobReport(bytes: Array(report.utf8)).messages.map(\.text)
    #expect(texts == [Self.item, Self.user])
  }

  // MARK: One line

  @Test(arguments: ["; line 8: ", ", Line 8: ", " line 8: ", ". Ligne 8 : "])
  func aNumberBeforeTheNextLineStaysWhole(_ between: String) throws {
    #expect(
      try joined(
        "Line 5: Item not found. Barcode: 3 9990 00019 2148\(between)User not found. Barcode: EMILIE.DUPRE"
      ) == ["5 3 9990 00019 2148", "8 EMILIE.DUPRE"])
  }

  // MARK: New words

  private static let new = [
    "No se ha encontrado el ítem. CB: %", "Exemplaire inconnu. Code à barres %",
    "Neni tu taková jednotka, č. %: neplatné. Kód: %",
    "Exemplar nicht gefunden (Nummer: %)",
  ]

  @Test(
    arguments: new,
    [
      "Fila $: ", "$ ", "Rij $: ", "- Reihe $ - ", "$. ", "> $ ", "$\t",
      "| $ | ", "Rząd $: ", "$\n", "Línea\tMensaje\n$\n", "Line\tWhat\n$\t",
    ])
  func aNewSentenceIsKeptWholeAndJoined(_ text: String, _ tag: String) throws {
    func row(_ line: String, _ number: String) -> String {
      tag.replacing("$", with: line) + text.replacing("%", with: number)
    }
    let report = row("2", "TOTO31400") + "\n" + row("4", "U-99120") + "\n"
    #expect(try joined(report) == Self.both, "\(report)")
    let texts = try JobReport(bytes: Array(report.utf8)).messages.map(\.text)
    #expect(
      texts.first?.hasPrefix(text.replacing("%", with: "TOTO31400")) == true)
  }

  @Test(arguments: new.prefix(2), ["- ", "", "> ", "• ", "1. "])
  func aNewSentenceWithoutALineIsJoinedByItsNumber(
    _ text: String, _ mark: String
  ) throws {
    let rows = ["TOTO31400", "U-99120"].map {
      mark + text.replacing("%", with: $0)
    }
    let report = "Bonjour,\n\n" + rows.joined(separator: "\n") + "\n\nAnne\n"
    #expect(try joined(report) == Self.both)
    #expect(try joined(rows.joined(separator: " ")) == Self.both)
    guard mark != "1. " else { return }
    #expect(try joined("2 \(rows[0]) 4 \(rows[1])") == Self.both)
  }

  @Test(arguments: [
    ("Exemplar nicht gefunden. Strichcode: ", "Benutzer fehlt. Strichcode: "),
    ("Ejemplar no encontrado. Código de barras: ", "Usuario. Barcode: "),
    ("Exemplaire introuvable. Code-barres : ", "Usager. Code à barres : "),
    ("Copia non trovata. Codice a barre: ", "Utente. Codice a barre: "),
  ])
  func theFirstRowHasItsLineToo(_ item: String, _ user: String) throws {
    #expect(
      try joined("2 \(item)TOTO31400\n4 \(user)U-99120\n") == Self.both)
    #expect(try lines("2 \(item)TOTO31400\n") == [2])
  }

  @Test func aNumberBeforeOtherWordsIsNoLineThatTheFileContradicts() throws {
    #expect(
      try joined("24 Nov: Exemplar fehlt. Strichcode: TOTO31400\n")
        == ["2 TOTO31400"])
  }

  // MARK: Columns

  @Test(arguments: [
    "| Line | Error Message | Barcode |\n|--|--|--|\n| 2 | Item not found. | TOTO31400 |\n| 4 | User not found. | U-99120 |\n",
    "Line\tError Message\tBarcode\n2\tItem not found.\tTOTO31400\n4\tUser not found.\tU-99120\n",
    "Barcode\tLine\tError Message\nTOTO31400\t2\tItem not found\nU-99120\t4\tUser not found\n",
    "Ligne;Code-barres;Message\n2;TOTO31400;Exemplaire introuvable\n4;U-99120;Usager introuvable\n",
    "   Line    Error Message    Barcode\n0     2  Item not found.  TOTO31400\n1     4  User not found.    U-99120\n",
    "   Line                       Error Message\n0     2  Item not found. Barcode: TOTO31400\n1     4    User not found. Barcode: U-99120\n",
  ])
  func theNumberMayHaveAColumnOfItsOwn(_ report: String) throws {
    #expect(try joined(report) == Self.both, "\(report)")
  }
}
