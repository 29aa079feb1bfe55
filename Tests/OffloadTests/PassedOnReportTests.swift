import Circulation
import Testing

@testable import Offload

/// A report as people pass it on: in an answered mail, a ticket, a chat, a PDF.
@Suite struct PassedOnReportTests {
  private static let lines = [
    "2 Item not found. Barcode: TOTO31400",
    "3 Return item failed, item was not on loan. Barcode: OTOLO104602",
    "5 Item not found. Barcode: 3 9990 00019 2148",
    "8 User not found. Barcode: EMILIE.DUPRE",
  ]
  private static let fields = lines.map {
    [String($0.prefix(1)), String($0.dropFirst(2))]
  }

  private func messages(_ text: String) throws -> [String] {
    try JobReport(bytes: Array(text.utf8)).messages.map {
      ($0.line.map(String.init) ?? "-") + " " + $0.text
    }
  }

  private func text(_ row: (_ line: String, _ message: String) -> String)
    -> String
  {
    Self.fields.map { row($0[0], $0[1]) + "\n" }.joined()
  }

  @Test(arguments: ["> ", ">", ">> ", "> > ", " > ", ">\t"], [true, false])
  func marksOfQuotationAreTakenOff(_ mark: String, _ isAll: Bool) throws {
    let head =
      isAll ? [mark + "Records processed\t8", mark] : ["Bonjour,", ""]
    let rows =
      ["Line\tError Message"] + Self.fields.map { "\($0[0])\t\($0[1])" }
    let lines =
      head + ["Le mar. 24 nov. 2026 à 08:04, Alma a écrit :", ""]
      + rows.map { mark + $0 } + ["", "-- ", "Anne"]
    for end in ["\n", "\r\n"] {
      #expect(try messages(lines.joined(separator: end)) == Self.lines)
    }
  }

  @Test func aQuotedMessageGoesOnInTheNextQuotedLine() throws {
    #expect(
      try messages(
        """
        > 3\tReturn item failed, item was not on loan.
        > Barcode: OTOLO104602
        > 5\tItem not found. Barcode:
        > 3 9990 00019 2148
        """) == Array(Self.lines[1...2]))
  }

  @Test(arguments: [
    ("| Line | Error Message |\n|------|:-------------:|\n", "| ", " | ", " |"),
    ("Line | Error Message\n-----|-----\n", "", " | ", ""),
    ("||Line||Error Message||\n", "|", "|", "|"),
    ("|| Line || Error Message ||\n", "| ", " | ", " |"),
    ("|_. Line |_. Error Message |\n", "|", "|", "|"),
    ("|=Line|=Error Message|\n", "|", "|", "|"),
    ("^ Line ^ Error Message ^\n", "| ", " | ", " |"),
    ("{| class=\"wikitable\"\n! Line !! Error Message\n|-\n", "| ", " || ", ""),
    ("┌──┬──┐\n│ Line │ Error Message │\n├──┼──┤\n", "│ ", " │ ", " │"),
    ("╔══╦══╗\n║Line║Error Message║\n╠══╬══╣\n", "║", "║", "║"),
    ("+----+----+\n| Line | Error Message |\n+====+====+\n", "| ", " | ", " |"),
    ("| **Line** | **Error Message** |\n|--|--|\n", "| **", "** | ", " |"),
    ("|===\n|Line |Error Message\n\n", "|", " |", ""),
    ("==== =======\nLine Error Message\n==== =======\n", "", "    ", ""),
    (
      "[table][tr][td]Line[/td][td]Error Message[/td][/tr]\n", "[tr][td]",
      "[/td][td]", "[/td][/tr]"
    ),
    ("Line\tError Message\n", "", "\t", ""), ("", "", ";", ""),
    ("", "", " ; ", ""), ("", "  ", "   ", ""),
  ])
  func tablesOfEveryDrawingAreRead(
    _ head: String, _ before: String, _ between: String, _ after: String
  ) throws {
    let rows = text { before + $0 + between + $1 + after }
    #expect(try messages(head + rows) == Self.lines)
    // Drawn around each row, and quoted.
    let ruled = text {
      "> " + before + $0 + between + $1 + after + "\n> +---+-----+"
    }
    #expect(try messages(ruled) == Self.lines)
  }

  @Test func columnsMayStandInAnyOrderBesideOthers() throws {
    for (head, row) in [
      ("# | Line | Error Message", "1 | 2 | %"),
      ("| Error Message | Line |", "| % | 2 |"),
      ("Error Message\tLine", "%\t2"), ("", "%\t2"),
      ("Line\tError Message\tWho", "2\t%\tAnne"), ("", "2\t%\tAnne"),
    ] {
      let report = head + "\n" + row.replacing("%", with: Self.fields[0][1])
      #expect(try messages(report) == [Self.lines[0]], "\(report)")
    }
  }

  @Test func aBarMayBeOfTheNumber() throws {
    for row in [
      "| 2 | Item not found. Barcode: A|B |",
      "|2|Item not found. Barcode: A|B|",
      "| 2 | Item not found. Barcode: A\\|B |",
      "2\tItem not found. Barcode: A|B",
    ] {
      #expect(try messages(row) == ["2 Item not found. Barcode: A|B"])
    }
  }

  @Test func aCellMayGoOnInTheNextRow() throws {
    #expect(
      try messages(
        """
        +------+----------------------+
        | Line | Error Message        |
        +------+----------------------+
        | 3    | Return item failed,  |
        |      | item was not on      |
        |      | loan. Barcode:       |
        |      | OTOLO104602          |
        | 8    | User not found.      |
        |      | Barcode: EMILIE.DUPRE|
        +------+----------------------+
        """) == [Self.lines[1], Self.lines[3]])
  }

  @Test(arguments: [
    "Line: %: ", "Line %: ", "Line % - ", "line no. % – ", "Ligne n° % : ",
    "Ligne % : ", "LIGNE %. ", "Zeile %: ", "Línea %: ", "Riga % – ",
    "Linha %: ", "Regel %: ", "Rad % : ", "行 % ", "- Line %: ", "* % ",
    "• Ligne n° % : ", "– %: ", "[%] ", "(%) ", "%) ", "%. ", "#% ", "% - ",
    "% -> ", "1. Line %: ", "a) Line %: ", "- [ ] Line %: ", "- [x] % ",
    "Line: %, Error Message: ", "Line %\nError Message: ", "Line: %\n", "%\n",
  ])
  func theNumberOfALineIsReadAsPeopleWriteIt(_ tag: String) throws {
    let report = text { tag.replacing("%", with: $0) + $1 }
    #expect(try messages(report) == Self.lines, "\(tag)")
    let first = tag.replacing("%", with: "2") + Self.fields[0][1]
    #expect(try messages("Bonjour,\n" + first) == [Self.lines[0]], "\(tag)")
  }

  @Test func whatLooksLikeADateOrATimeIsTheNumberOfNoLine() throws {
    #expect(
      try messages(
        """
        24.11.2026 08:04 Anne: Item not found. Barcode: TOTO31400
        08:04 Item not found. Barcode: 7
        Erreur, ligne 8 : User not found. Barcode: EMILIE.DUPRE
        """) == [
          "- Item not found. Barcode: TOTO31400",
          "- Item not found. Barcode: 7",
          Self.lines[3],
        ])
  }

  @Test func aTableInOneLineIsTakenApart() throws {
    let run = Self.lines.joined(separator: " ")
    for head in ["", "Line Error Message ", "Ligne Message d'erreur "] {
      #expect(try messages(head + run) == Self.lines)
    }
    #expect(try messages(Self.lines.joined(separator: "; ")).count == 4)
    #expect(
      try messages(Self.fields.joined().joined(separator: "\t")) == Self.lines)
    #expect(
      try messages(
        "Zeile Fehlermeldung 2 Exemplar fehlt. Strichcode: A1 B 4 Person fehlt. Strichcode: C"
      ) == [
        "2 Exemplar fehlt. Strichcode: A1 B", "4 Person fehlt. Strichcode: C",
      ])
    // A number alone in front of the words is that of the message before.
    #expect(
      try messages(
        "Item not found. Barcode: 12 Item not found. Barcode: 13 Item not found. Barcode: 14"
      ) == [12, 13, 14].map { "- Item not found. Barcode: \($0)" })
  }

  @Test func columnsOfAPageMayBeSpans() throws {
    let rows = text { "<div><span>\($0)</span><span>\($1)</span></div>" }
    #expect(try messages("<div>\(rows)</div>") == Self.lines)
    let pre = text { "&gt; | \($0) | \($1) |" }
    #expect(try messages("<html><pre>\(pre)</pre></html>") == Self.lines)
    let cells = text { "<tr><td>\($0)</td><td>\($1)</td></tr>" }
    #expect(try messages(cells) == Self.lines)
  }

  @Test(arguments: [
    ("Zeile", "Fehlermeldung", "Exemplar nicht gefunden. Barcode: TOTO31400"),
    (
      "Zeile", "Fehlermeldung", "Exemplar nicht gefunden. Strichcode: TOTO31400"
    ),
    (
      "Línea", "Mensaje de error",
      "Ejemplar no encontrado. Código de barras: TOTO31400"
    ),
    (
      "Riga", "Messaggio di errore",
      "Copia non trovata. Codice a barre: TOTO31400"
    ),
    (
      "Linha", "Mensagem de erro",
      "Exemplar não encontrado. Código de barras: TOTO31400"
    ),
    (
      "Ligne", "Message d'erreur",
      "Exemplaire introuvable. Code-barres : TOTO31400"
    ),
    (
      "Regel", "Foutmelding",
      "Exemplaar niet gevonden. Streepjescode: TOTO31400"
    ),
    ("行", "错误消息", "找不到项目。条形码：TOTO31400"),
    ("Linje", "Et hode til", "Nye ord som ingen kjenner. Strekkode: TOTO31400"),
  ])
  func messagesInAnyLanguageAreJoinedToTheirLineAndKeptWhole(
    _ line: String, _ head: String, _ message: String
  ) throws {
    let uploaded = "L I1 B1\nL TOTO31400 B2\n"
    for report in [
      "\(line)\t\(head)\n2\t\(message)\n", "2\t\(message)\n",
      "\(line);\(head)\n2;\(message)\n",
      "| \(line) | \(head) |\n| 2 | \(message) |",
      "> 2\t\(message)", "\(line) 2: \(message)", "- \(message)\n",
      "Guten Tag,\n\n\(message)\n",
    ] {
      let worklist = try Upload.worklist(uploaded, report)
      #expect(worklist.tasks.map(\.entry.message.text) == [message])
      #expect(worklist.tasks.map(\.entry.joined?.line) == [2], "\(report)")
      #expect(worklist.warnings.isEmpty)
    }
  }

  @Test func aMessageInNoWordsThatAreKnownIsNeverNoMessage() throws {
    for report in [
      "4\tEtwas ganz Neues\n", "Zeile 4: Etwas ganz Neues",
      "4;Etwas ganz Neues",
      "| 4 | Etwas ganz Neues |", "Rivi\tHuomio\n4\tEtwas ganz Neues",
      "4 - x\nZeile 4: Etwas ganz Neues",
    ] {
      #expect(try messages(report) == ["4 Etwas ganz Neues"], "\(report)")
    }
  }

  @Test func aNumberThatAPageBrokeIsWhole() throws {
    let uploaded = "L\t3 9990 00019 2148\t99210000164\nL I2 B2\nR I3\n"
    for report in [
      "1      Item not found. Barcode: 3 9990\n       00019 2148\n",
      "1\tItem not found. Barcode: 3\n9990 00019\n2148\n3\tLater? Barcode: I3",
      "1      Item not found. Barcode: 3  9990  00019  2148\n",
      "| 1 | Item not found. Barcode: 3 9990 |\n|   | 00019 2148 |\n",
      "1\tItem not found. Barcode:\n3 9990 00019 2148\n",
      "Item not found. Barcode: 3 9990\n00019 2148\n\nBonne journée\n",
    ] {
      let worklist = try Upload.worklist(uploaded, report)
      let task = try #require(worklist.tasks.first)
      #expect(
        task.entry.message.said.number == "3 9990 00019 2148", "\(report)")
      #expect(task.entry.message.text.hasSuffix("Barcode: 3 9990 00019 2148"))
      #expect(task.entry.joined?.line == 1)
    }
    let broken = try Upload.worklist(
      uploaded, "1\tUser not found. Barcode: 9921000\n0164\n")
    #expect(broken.tasks.map(\.entry.joined?.line) == [1])
  }

  @Test func whatStandsBehindANumberIsNotOfItUnlessTheFileSaysSo() throws {
    let uploaded = "L I1 B1\nL TOTO31400 B2\nL DOT. B3\nL I4 B4\n"
    for end in [
      ".", ",", ";", " .", ")", "»", "\"", "=20", "=20=20", "**", "`",
      " (Anne s'en occupe)", " - Anne",
    ] {
      let worklist = try Upload.worklist(
        uploaded, "2\tItem not found. Barcode: TOTO31400\(end)\n")
      #expect(worklist.tasks.map(\.entry.joined?.line) == [2], "\(end)")
      #expect(worklist.tasks[0].entry.message.said.number == "TOTO31400")
    }
    let whole = try Upload.worklist(
      uploaded, "3\tItem not found. Barcode: DOT.\n")
    #expect(whole.tasks[0].entry.message.said.number == "DOT.")
    // A page number below the table is none of it.
    let page = try Upload.worklist(
      uploaded, "4\tItem not found. Barcode: I4\n2\nMerci\n")
    #expect(page.tasks[0].entry.message.said.number == "I4")
  }

  @Test func theBodyOfAMailMayBeAsItGoesOverTheWire() throws {
    let rows = text { "\($0)\t\($1)=20" }
    #expect(try messages("Line\tError Message=20\n" + rows) == Self.lines)
    #expect(
      try messages(
        "Voil=C3=A0 :\r\n3\tReturn item failed, item was not on =\r\nloan. Barcode: OTOLO104602=20\r\n"
      ) == [Self.lines[1]])
    // Signs of equality are no reason to change anything else.
    #expect(
      try messages("2\tItem not found. Barcode: A=20B\n")
        == ["2 Item not found. Barcode: A=20B"])
  }

  @Test func messagesThatAreSeenAndNotReadAreTold() throws {
    #expect(throws: ReportError.unread(count: 2)) {
      try messages("Barcode TOTO31400?\nBarcode U-99120!\n")
    }
    let worklist = try Upload.worklist(
      "L I1 B1\n",
      "Hallo\nExemplar fehlt. Barcode: I7\nBis bald\n\n1\tItem not found. Barcode: I1\n"
    )
    #expect(
      worklist.warnings
        == [.unread(count: 1, first: "Exemplar fehlt. Barcode: I7")])
  }
}
