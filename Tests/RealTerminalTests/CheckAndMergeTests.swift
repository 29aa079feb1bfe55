import Foundation
import Support
import Testing

@testable import Languages

/// The commands that look at files before the upload, run as a librarian runs
/// them.
@Suite(.serialized, .ownThread)
struct CheckAndMergeTests {
  let folder = TestFolder()

  func offcirc(
    _ arguments: String..., language: String = "en"
  ) throws -> Program.Result {
    try Program.run(
      ["-c", "cd \(folder.path) && exec \(Program.path) \"$@\"", "offcirc"]
        + arguments,
      of: "sh", environment: ["OFFCIRC_LANGUAGE": language])
  }

  func write(_ name: String, _ lines: String...) throws {
    try write(name, text: lines.map { $0 + "\r\n" }.joined())
  }

  func write(_ name: String, text: String) throws {
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L"
      + item.padding(toLength: 80, withPad: " ", startingAt: 0) + borrower
  }

  func back(_ time: String, _ item: String) -> String {
    "20260530\(time)R\(item)"
  }

  func writeTwoDesks() throws {
    try write(
      "one.dat", loan("0900", "37000034179", "9921000000164"),
      loan("0905", "37000034180", "9921000000164"),
      loan("0905", "37000034180", "9921000000164"), "2026053009",
      back("0930", "37000034181"))
    try write(
      "two.dat", back("0904", "37000034182"),
      loan("0910", "37000034179", "9921000000165"),
      back("0930", "37000034181"))
  }

  // MARK: check

  @Test func whatIsWrongIsToldInEnglish() throws {
    try writeTwoDesks()
    let result = try offcirc("check", "one.dat", "two.dat")
    #expect(
      result.output == """
        one.dat: 5 lines: 3 loans, 1 return, 1 reader, from 2026-05-30 09:00 to 2026-05-30 09:30.
        two.dat: 3 lines: 1 loan, 2 returns, 1 reader, from 2026-05-30 09:04 to 2026-05-30 09:30.

        two.dat, line 1: note: return of an item that was not lent in these files.
            202605300904R37000034182
            Alma: returns the item if it is on loan. Otherwise it reports “Return item failed, item was not on loan” and counts an in-house use.
            To do: nothing, if the item was lent before the outage.
        one.dat, line 3: warning: same as line 2.
            202605300905L37000034180                                                                     9921000000164
            Alma: counts a repeated loan as a renewal, and reports a repeated return (“item was not on loan”).
            To do: leave out the file that was given twice. For a double scan, delete one of the lines.
        one.dat, line 4: error: the line ends at column 10, before the item at column 14.
            2026053009
            Alma: cannot read what is not a transaction. That loan or return would be missing.
            To do: fix the line, or delete it and enter it in Alma by hand.
        two.dat, line 2: warning: the item is already lent to 9921000000164 (line 1 of one.dat), with no return in between.
            202605300910L37000034179                                                                     9921000000165
            Alma: applies the block “Item is currently on loan by another patron”. If that is set to “Handle Automatically”, loan data can become inconsistent.
            To do: find out who has the item. Make sure that the block is not handled automatically during the upload.
        one.dat, line 5: note: return of an item that was not lent in these files.
            202605300930R37000034181
            Alma: returns the item if it is on loan. Otherwise it reports “Return item failed, item was not on loan” and counts an in-house use.
            To do: nothing, if the item was lent before the outage.
        two.dat, line 3: warning: same as line 5 of one.dat.
            202605300930R37000034181
            Alma: counts a repeated loan as a renewal, and reports a repeated return (“item was not on loan”).
            To do: leave out the file that was given twice. For a double scan, delete one of the lines.
        1 error, 3 warnings, 2 notes in 8 lines of 2 files. Fix the errors before the upload.

        """)
    #expect(result.errors.isEmpty)
    #expect(result.status == 2)
  }

  @Test func whatIsWrongIsToldInFrench() throws {
    try writeTwoDesks()
    let result = try offcirc("check", "one.dat", "two.dat", language: "fr")
    #expect(
      result.output == """
        one.dat : 5 lignes : 3 prêts, 1 retour, 1 lecteur, du 30/05/2026 09:00 au 30/05/2026 09:30.
        two.dat : 3 lignes : 1 prêt, 2 retours, 1 lecteur, du 30/05/2026 09:04 au 30/05/2026 09:30.

        two.dat, ligne 1 : remarque : retour d'un exemplaire qui n'a pas été prêté dans ces fichiers.
            202605300904R37000034182
            Alma : enregistre le retour si l'exemplaire est en prêt. Sinon, signale « Return item failed, item was not on loan » et compte une consultation sur place.
            À faire : rien, si l'exemplaire a été prêté avant la panne.
        one.dat, ligne 3 : avertissement : identique à la ligne 2.
            202605300905L37000034180                                                                     9921000000164
            Alma : compte un prêt répété comme un renouvellement, et signale un retour répété (« item was not on loan »).
            À faire : retirez le fichier donné deux fois. Pour un exemplaire scanné deux fois, supprimez une des lignes.
        one.dat, ligne 4 : erreur : la ligne finit à la colonne 10, avant l'exemplaire à la colonne 14.
            2026053009
            Alma : ne lit pas ce qui n'est pas une transaction. Ce prêt ou ce retour manquerait.
            À faire : corrigez la ligne, ou supprimez-la et saisissez la transaction dans Alma.
        two.dat, ligne 2 : avertissement : l'exemplaire est déjà prêté à 9921000000164 (ligne 1 de one.dat), sans retour entre les deux.
            202605300910L37000034179                                                                     9921000000165
            Alma : applique le blocage « Item is currently on loan by another patron ». S'il est réglé sur « Traiter automatiquement », les données risquent d'être incohérentes.
            À faire : cherchez qui a l'exemplaire. Vérifiez que le blocage n'est pas traité automatiquement pendant le déchargement.
        one.dat, ligne 5 : remarque : retour d'un exemplaire qui n'a pas été prêté dans ces fichiers.
            202605300930R37000034181
            Alma : enregistre le retour si l'exemplaire est en prêt. Sinon, signale « Return item failed, item was not on loan » et compte une consultation sur place.
            À faire : rien, si l'exemplaire a été prêté avant la panne.
        two.dat, ligne 3 : avertissement : identique à la ligne 5 de one.dat.
            202605300930R37000034181
            Alma : compte un prêt répété comme un renouvellement, et signale un retour répété (« item was not on loan »).
            À faire : retirez le fichier donné deux fois. Pour un exemplaire scanné deux fois, supprimez une des lignes.
        1 erreur, 3 avertissements, 2 remarques dans 8 lignes de 2 fichiers. Corrigez les erreurs avant le déchargement.

        """)
    #expect(result.status == 2)
  }

  @Test func programsGetTheFindingsWithStableWords() throws {
    try writeTwoDesks()
    let csv = try offcirc(
      "check", "--format", "csv", "two.dat", language: "fr")
    let rows = csv.output.split(whereSeparator: \.isNewline)
    #expect(
      rows.first
        == "file,line,lastLine,column,severity,kind,text,otherFile,otherLine,problem,alma,advice"
    )
    #expect(
      rows.dropFirst().allSatisfy {
        $0.contains(",note,return-without-loan,")
          && $0.contains("À faire")
            == false
      })
    #expect(csv.status == 0)
    let json = try offcirc("check", "--format", "json", "one.dat")
    let objects = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let findings = try #require(objects as? [[String: Any]])
    #expect(
      findings.map { $0["kind"] as? String } == [
        "duplicate", "malformed", "return-without-loan",
      ])
    #expect(findings[0]["otherLine"] as? Int == 2)
    #expect(findings[1]["column"] as? Int == 11)
    #expect(json.status == 2)
    try write("empty.dat", text: "")
    try write(
      "sound.dat", loan("0900", "1", "7"), back("0930", "1"))
    #expect(
      try offcirc("check", "--format", "json", "sound.dat").output == "[]\n")
  }

  @Test func theStatusSaysHowBadItIs() throws {
    try writeTwoDesks()
    try write("sound.dat", loan("0900", "1", "7"), back("0930", "1"))
    try write("late.dat", back("0930", "1"), back("0900", "2"))
    let sound = try offcirc("check", "sound.dat")
    #expect(
      sound.output.hasSuffix(
        "\n\n0 errors, 0 warnings, 0 notes in 2 lines of 1 file. Ready to upload. Next: offcirc kit.\n"
      ))
    #expect(sound.status == 0)
    #expect(try offcirc("check", "late.dat").status == 1)
    #expect(
      try offcirc("check", "--since", "2026-05-30T09:01", "sound.dat").status
        == 1)
    #expect(try offcirc("check", "one.dat").status == 2)
    let part = try offcirc("check", "sound.dat", "nothing.dat")
    #expect(
      part.output.hasSuffix(
        "\n\n0 errors, 0 warnings, 0 notes in 2 lines of 1 file. 1 file was not checked.\n"
      ))
    #expect(part.status == 74)
    let missing = try offcirc("check", "nothing.dat", "one.dat")
    #expect(missing.status == 74)
    #expect(missing.output.contains("one.dat, line 4: error"))
    #expect(
      missing.errors
        == "offcirc: Cannot open nothing.dat: no such file or folder.\n")
    #expect(
      try offcirc("check", "--since", "30/05/2026", "one.dat").status == 64)
    #expect(try offcirc("check").status == 64)
  }

  @Test func aBorrowerThatBeginsTooEarlyIsToldWithItsColumn() throws {
    let line =
      "201805301004L"
      + "37000034187".padding(toLength: 79, withPad: " ", startingAt: 0)
      + "9921000000164"
    try write("shifted.dat", line)
    let result = try offcirc("check", "shifted.dat")
    #expect(
      result.output.hasSuffix(
        """
        shifted.dat, line 1: error: the borrower should begin at column 94, but seems to begin at column 93. Everything before column 94 was read as part of the item.
            \(line)
            Alma: reads columns 14 to 93 as the item, and the rest as the borrower. Both are wrong.
            To do: move the borrower to column 94, or delete the line and enter it in Alma by hand.
        1 error, 0 warnings, 0 notes in 1 line of 1 file. Fix the errors before the upload.

        """))
    #expect(result.status == 2)
  }

  @Test func theSettingsSayWhatNumbersLookLike() throws {
    try write(
      "settings.toml", text: "[item]\npatterns = ['^37\\d{9}$']\n")
    try write("one.dat", back("0900", "3700003417"))
    let result = try offcirc("check", "--config", "settings.toml", "one.dat")
    #expect(
      result.output.contains(
        "one.dat, line 1: warning: item 3700003417 does not look like an item barcode."
      )
    )
  }

  @Test func whatATerminalWouldObeyIsShown() throws {
    try write("one.dat", "x\u{1b}[2J\u{7}")
    for format in ["text", "csv", "json"] {
      let result = try offcirc("check", "--format", format, "one.dat")
      #expect(!result.output.contains("\u{1b}"))
      #expect(result.output.contains("x^[[2J^G"))
    }
  }

  // MARK: merge

  @Test func conflictsAreToldInEnglishAndTheFileIsWritten() throws {
    try writeTwoDesks()
    let result = try offcirc(
      "merge", "one.dat", "two.dat", "--output", "all.dat")
    #expect(
      result.errors == """
        offcirc: one.dat: 1 line is unreadable (line 4). For details: offcirc check.
        offcirc: Item 37000034179: lent in line 1 of one.dat, then to another borrower in line 2 of two.dat, with no return in between. Find out who has it.
        offcirc: Item 37000034181: returned in line 5 of one.dat, returned in line 3 of two.dat, in the same minute. The order is unknown. To reverse it, give the other file first.

        """)
    #expect(result.output == "Merged 8 lines of 2 files into all.dat.\n")
    #expect(result.status == 1)
    let merged = try String(
      contentsOfFile: folder.path + "/all.dat", encoding: .utf8)
    #expect(
      merged.components(separatedBy: "\r\n").map { $0.prefix(13) } == [
        "202605300900L", "202605300904R", "202605300905L", "202605300905L",
        "2026053009", "202605300910L", "202605300930R", "202605300930R", "",
      ])
  }

  @Test func conflictsAndOverlapsAreToldInFrench() throws {
    try writeTwoDesks()
    try FileManager.default.copyItem(
      atPath: folder.path + "/two.dat", toPath: folder.path + "/copy.dat")
    let result = try offcirc(
      "merge", "one.dat", "two.dat", "copy.dat", "--output", "all.dat",
      language: "fr")
    #expect(
      result.errors == """
        offcirc: copy.dat est laissé de côté : two.dat commence par les 3 mêmes lignes.
        offcirc: one.dat : 1 ligne illisible (ligne 4). Pour le détail : offcirc check.
        offcirc: Exemplaire 37000034179 : prêté à la ligne 1 de one.dat, puis à un autre emprunteur à la ligne 2 de two.dat. Aucun retour entre les deux. Cherchez qui l'a.
        offcirc: Exemplaire 37000034181 : rendu à la ligne 5 de one.dat, rendu à la ligne 3 de two.dat, dans la même minute. Ordre inconnu. S'il faut l'inverser, indiquez l'autre fichier en premier.

        """)
    #expect(
      result.output == "8 lignes de 2 fichiers fusionnées dans all.dat.\n")
  }

  @Test func whatIsSharedOrCanNotBeReadIsToldInOneSentence() throws {
    let lines = (10...40).map { back("09\($0)", "37000034\($0)") }
    try write("one.dat", text: lines.map { $0 + "\r\n" }.joined())
    try write(
      "two.dat", text: (["noise", "", "?"] + lines).joined(separator: "\n"))
    for (language, sentences) in [
      (
        "en",
        """
        offcirc: two.dat: 3 lines are unreadable (lines 1, 2 and 3). For details: offcirc check.
        offcirc: one.dat and two.dat have 31 lines in common. Was the same file given twice? The merged file has them twice.

        """
      ),
      (
        "fr",
        """
        offcirc: two.dat : 3 lignes illisibles (lignes 1, 2 et 3). Pour le détail : offcirc check.
        offcirc: one.dat et two.dat ont 31 lignes en commun. Est-ce le même fichier, donné deux fois ? Ces lignes sont deux fois dans le fichier fusionné.

        """
      ),
    ] {
      let result = try offcirc(
        "merge", "one.dat", "two.dat", "--output", "all.dat",
        language: language)
      #expect(result.errors == sentences)
      #expect(result.output.contains("65"))
      #expect(result.status == 1)
    }
  }

  @Test func anInputIsNeverWrittenOver() throws {
    try writeTwoDesks()
    for output in ["one.dat", "./two.dat", folder.path + "/one.dat"] {
      let result = try offcirc(
        "merge", "one.dat", "two.dat", "--output", output)
      #expect(result.status == 74)
      #expect(
        result.errors
          == "offcirc: Cannot replace \(output): it is an input file, or a file of a station. Give another one.\n"
      )
    }
    #expect(try offcirc("check", "one.dat").status == 2)
  }

  @Test func whatCannotBeReadOrWrittenIsToldInWords() throws {
    try writeTwoDesks()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/void", withIntermediateDirectories: false)
    for (arguments, sentence) in [
      (
        ["one.dat", "none.dat", "--output", "all.dat"],
        "Cannot open none.dat: no such file or folder."
      ),
      (
        ["void", "--output", "all.dat"],
        "Cannot open void/OffCirc.dat: no such file or folder."
      ),
      (
        ["/dev/stdin", "--output", "all.dat"],
        "Cannot read /dev/stdin: it is not a regular file. Give another one."
      ),
      (
        ["one.dat", "--output", "."],
        "Cannot open .: it is a folder. Move it away."
      ),
      (
        ["one.dat", "--output", "no/all.dat"],
        "Cannot open no/all.dat: no such file or folder."
      ),
      (
        ["one.dat", "--output", "/dev/full"],
        "Cannot open /dev/full: it is not a regular file. Move it away."
      ),
    ] {
      let result = try Program.run(
        [
          "-c",
          "cd \(folder.path) && cat one.dat 2> /dev/null | \(Program.path) merge \"$@\"",
          "sh",
        ] + arguments, of: "sh", environment: ["OFFCIRC_LANGUAGE": "en"])
      #expect(result.errors == "offcirc: \(sentence)\n")
    }
    #expect(
      !FileManager.default.fileExists(atPath: folder.path + "/all.dat"))
    #expect(try offcirc("merge", "one.dat").status == 64)
  }

  // MARK: Progress

  /// The times are those of `ProgressLineTests`: here no clock is injected.
  @Test func howFarALongCheckIsDoesNotStayOnTheScreen() throws {
    // So many that it takes long on most machines.
    try Program.run(
      [
        "-c",
        "yes 202605300900R37000034179 | head -n 1000000 > '\(folder.path)/long.dat'",
      ], of: "sh")
    let terminal = try Pty(
      running: ["check", folder.path + "/long.dat"], in: folder)
    try terminal.look(for: "in 1,000,000 lines")
    #expect(!terminal.screen.text.contains("MB read"))
  }
}
