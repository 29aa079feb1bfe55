import Foundation
import Support
import Testing

/// The commands that look at files before the upload, run as a librarian runs
/// them.
@Suite(.serialized, .ownThread)
struct CheckAndMergeTests {
  private let folder = TestFolder()

  private func offcirc(
    _ arguments: String..., language: String = "en"
  ) throws -> Program.Result {
    try Program.run(
      ["-c", "cd \(folder.path) && exec \(Program.path) \"$@\"", "offcirc"]
        + arguments,
      of: "sh", environment: ["OFFCIRC_LANGUAGE": language])
  }

  private func write(_ name: String, _ lines: String...) throws {
    try write(name, text: lines.map { $0 + "\r\n" }.joined())
  }

  private func write(_ name: String, text: String) throws {
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L"
      + item.padding(toLength: 80, withPad: " ", startingAt: 0) + borrower
  }

  private func back(_ time: String, _ item: String) -> String {
    "20260530\(time)R\(item)"
  }

  private func writeTwoDesks() throws {
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
        two.dat, line 1: note: a return of an item that was not lent in these files.
            202605300904R37000034182
            Alma: takes the item back if it is lent; else reports “Return item failed, item was not on loan” and counts an in-house use.
            To do: nothing, if it was lent before the outage.
        one.dat, line 3: warning: it repeats line 2.
            202605300905L37000034180                                                                     9921000000164
            Alma: counts a loan again as a renewal; reports a return again (“item was not on loan”).
            To do: leave the file out that was given twice; of a scan that beeped twice, take one line out.
        one.dat, line 4: error: the line ends at column 10, before the item at column 14.
            2026053009
            Alma: can't take what is no transaction; what was lent or returned there would be missing.
            To do: mend the line, or take it out and do it by hand in Alma.
        two.dat, line 2: warning: the item is lent already: to 9921000000164 in line 1 of one.dat, without a return between.
            202605300910L37000034179                                                                     9921000000165
            Alma: applies the block “Item is currently on loan by another patron”; if that is set to “Handle Automatically”, the data become inconsistent.
            To do: find out who has the item, and see to it that the block is not handled automatically during the upload.
        one.dat, line 5: note: a return of an item that was not lent in these files.
            202605300930R37000034181
            Alma: takes the item back if it is lent; else reports “Return item failed, item was not on loan” and counts an in-house use.
            To do: nothing, if it was lent before the outage.
        two.dat, line 3: warning: it repeats line 5 of one.dat.
            202605300930R37000034181
            Alma: counts a loan again as a renewal; reports a return again (“item was not on loan”).
            To do: leave the file out that was given twice; of a scan that beeped twice, take one line out.
        1 error, 3 warnings, 2 notes in 8 lines of 2 files. Mend the errors before the upload.

        """)
    #expect(result.errors.isEmpty)
    #expect(result.status == 2)
  }

  @Test func whatIsWrongIsToldInFrench() throws {
    try writeTwoDesks()
    let result = try offcirc("check", "one.dat", "two.dat", language: "fr")
    #expect(
      result.output == """
        two.dat, ligne 1 : remarque : retour d'un exemplaire qui n'a pas été prêté dans ces fichiers.
            202605300904R37000034182
            Alma : reprend l'exemplaire s'il est prêté ; sinon signale « Return item failed, item was not on loan » et compte une consultation sur place.
            À faire : rien, s'il était prêté avant la panne.
        one.dat, ligne 3 : avertissement : répète la ligne 2.
            202605300905L37000034180                                                                     9921000000164
            Alma : compte un prêt répété comme une prolongation ; signale un retour répété (« item was not on loan »).
            À faire : laissez de côté le fichier donné deux fois ; pour une lecture en double, retirez une des deux lignes.
        one.dat, ligne 4 : erreur : la ligne finit à la colonne 10, avant l'exemplaire à la colonne 14.
            2026053009
            Alma : ne prend pas ce qui n'est pas une transaction ; le prêt ou le retour manquerait.
            À faire : corrigez la ligne, ou retirez-la et saisissez la transaction dans Alma.
        two.dat, ligne 2 : avertissement : l'exemplaire est déjà prêté à 9921000000164 (ligne 1 de one.dat), sans retour entre les deux.
            202605300910L37000034179                                                                     9921000000165
            Alma : applique le blocage « Item is currently on loan by another patron » ; s'il est traité automatiquement (« Handle Automatically »), les données deviennent incohérentes.
            À faire : cherchez qui a l'exemplaire, et veillez à ce que le blocage ne soit pas traité automatiquement pendant le téléchargement.
        one.dat, ligne 5 : remarque : retour d'un exemplaire qui n'a pas été prêté dans ces fichiers.
            202605300930R37000034181
            Alma : reprend l'exemplaire s'il est prêté ; sinon signale « Return item failed, item was not on loan » et compte une consultation sur place.
            À faire : rien, s'il était prêté avant la panne.
        two.dat, ligne 3 : avertissement : répète la ligne 5 de one.dat.
            202605300930R37000034181
            Alma : compte un prêt répété comme une prolongation ; signale un retour répété (« item was not on loan »).
            À faire : laissez de côté le fichier donné deux fois ; pour une lecture en double, retirez une des deux lignes.
        1 erreur, 3 avertissements, 2 remarques dans 8 lignes de 2 fichiers. Corrigez les erreurs avant le téléchargement.

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
      sound.output
        == "0 errors, 0 warnings, 0 notes in 2 lines of 1 file. Nothing speaks against the upload. Next: offcirc kit.\n"
    )
    #expect(sound.status == 0)
    #expect(try offcirc("check", "late.dat").status == 1)
    #expect(
      try offcirc("check", "--since", "2026-05-30T09:01", "sound.dat").status
        == 1)
    #expect(try offcirc("check", "one.dat").status == 2)
    let part = try offcirc("check", "sound.dat", "nothing.dat")
    #expect(
      part.output
        == "0 errors, 0 warnings, 0 notes in 2 lines of 1 file. 1 file was not checked.\n"
    )
    #expect(part.status == 74)
    #expect(
      try offcirc("check", "sound.dat", "nothing.dat", ".", language: "fr")
        .output
        == "0 erreur, 0 avertissement, 0 remarque dans 2 lignes de 1 fichier. 2 fichiers n'ont pas été vérifiés.\n"
    )
    let missing = try offcirc("check", "nothing.dat", "one.dat", ".")
    #expect(missing.status == 74)
    #expect(missing.output.contains("one.dat, line 4: error"))
    #expect(
      missing.errors == """
        offcirc: Cannot open nothing.dat: no such file or folder.
        offcirc: . is a folder. Give a file in it: ./late.dat, ./one.dat, ./sound.dat or ./two.dat

        """)
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
      result.output == """
        shifted.dat, line 1: error: the borrower should begin at column 94, and seems to begin at column 93; what stands there before column 94 was read as the end of the item.
            \(line)
            Alma: takes the columns from 14 to 93 for the item, and those from 94 on for the borrower: neither is right.
            To do: put the borrower at column 94, or take the line out and do it by hand in Alma.
        1 error, 0 warnings, 0 notes in 1 line of 1 file. Mend the errors before the upload.

        """)
    #expect(result.status == 2)
  }

  @Test func theSettingsSayWhatNumbersLookLike() throws {
    try write(
      "settings.toml", text: "[item]\npatterns = ['^37\\d{9}$']\n")
    try write("one.dat", back("0900", "3700003417"))
    let result = try offcirc("check", "--config", "settings.toml", "one.dat")
    #expect(
      result.output.contains(
        "one.dat, line 1: warning: item 3700003417 does not look like an item.")
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
        offcirc: one.dat: 1 line can't be read (line 4). offcirc check says what is wrong.
        offcirc: Item 37000034179: lent in line 1 of one.dat, and to another borrower in line 2 of two.dat, without a return between. Find out who has it.
        offcirc: Item 37000034181: returned in line 5 of one.dat, returned in line 3 of two.dat, in the same minute. Which was first is not known; if it was the second, name its file first.

        """)
    #expect(result.output == "Merged: 8 lines of 2 files in all.dat.\n")
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
        offcirc: copy.dat est laissé de côté : two.dat commence par ses 3 lignes.
        offcirc: one.dat : 1 ligne illisible (ligne 4). offcirc check dit ce qui ne va pas.
        offcirc: Exemplaire 37000034179 : prêté à la ligne 1 de one.dat, puis à un autre emprunteur à la ligne 2 de two.dat, sans retour entre les deux. Cherchez qui l'a.
        offcirc: Exemplaire 37000034181 : rendu à la ligne 5 de one.dat, rendu à la ligne 3 de two.dat, dans la même minute. On ne sait pas lequel est le premier ; si c'est le second, indiquez son fichier en premier.

        """)
    #expect(
      result.output == "Fusion : 8 lignes de 2 fichiers dans all.dat.\n")
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
        offcirc: two.dat: 3 lines can't be read (lines 1, 2, 3). offcirc check says what is wrong.
        offcirc: one.dat and two.dat have the same 31 lines: given twice? They are in the merged file twice.

        """
      ),
      (
        "fr",
        """
        offcirc: two.dat : 3 lignes illisibles (lignes 1, 2, 3). offcirc check dit ce qui ne va pas.
        offcirc: one.dat et two.dat ont les mêmes 31 lignes : donné deux fois ? Elles sont deux fois dans le fichier fusionné.

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
    for (arguments, sentence) in [
      (
        ["one.dat", "none.dat", "--output", "all.dat"],
        "Cannot open none.dat: no such file or folder."
      ),
      (
        [".", "--output", "all.dat"],
        ". is a folder. Give a file in it: ./one.dat or ./two.dat"
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
          "cd \(folder.path) && cat one.dat | \(Program.path) merge \"$@\"",
          "sh",
        ] + arguments, of: "sh", environment: ["OFFCIRC_LANGUAGE": "en"])
      #expect(result.errors == "offcirc: \(sentence)\n")
    }
    #expect(
      !FileManager.default.fileExists(atPath: folder.path + "/all.dat"))
    #expect(try offcirc("merge", "one.dat").status == 64)
  }

  // MARK: Progress

  @Test func whatTakesLongSaysHowFarItIs() throws {
    // So many that it takes long on most machines.
    try Program.run(
      [
        "-c",
        "yes 202605300900R37000034179 | head -n 1000000 > '\(folder.path)/long.dat'",
      ], of: "sh")
    let start = ContinuousClock.now
    let terminal = try Pty(
      running: ["check", folder.path + "/long.dat"], in: folder)
    try terminal.look(for: "in 1000000 lines")
    #expect(!terminal.screen.text.contains("MB read"))
    // What is done in half a second needs no word.
    let sent = String(decoding: terminal.sent, as: UTF8.self)
    #expect(
      sent.contains("% of 25 MB read")
        || start.duration(to: .now) < .milliseconds(500))
  }
}
