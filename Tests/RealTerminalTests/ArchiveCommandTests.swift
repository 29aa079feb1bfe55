import Foundation
import Support
import Testing

/// Status, archive and purge, as the built program does them.
@Suite(.serialized, .ownThread)
struct ArchiveCommandTests {
  private let folder = TestFolder()
  private let lines =
    "201805091348L37000034179          9921000000164\r\n"
    + "201805091720R37000034180\r\n"

  private func offcirc(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "OFFCIRC_FILES": folder.files,
      ])
  }

  private var boxes: [String] {
    get throws {
      let path = folder.files + "/archive"
      return FileManager.default.fileExists(atPath: path)
        ? try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        : []
    }
  }

  // MARK: Status

  @Test func statusOfNothingIsReady() throws {
    let result = try offcirc("status", "--files", folder.path)
    #expect(
      result.output == """
        \(folder.path)
        Everything recorded is saved.
        OffCirc.dat: empty.
        Archive: empty.
        Nothing to do: nothing is left of an outage.

        """)
    #expect(result.status == 0 && result.errors.isEmpty)
  }

  @Test func statusInFrenchNamesTheCommandsToCome() throws {
    try folder.writeDataFile(lines)
    let result = try offcirc("status", "--language", "fr")
    #expect(
      result.output == """
        \(folder.files)
        Tout est sauvegardé.
        OffCirc.dat : 2 lignes, du 09/05/2018.
        Pas encore dans un lot.
        Archives : aucune.
        À faire par la personne référente, dès qu'Alma est disponible et avant la réouverture du prêt informatisé : vérifiez le fichier. Puis préparez un lot, qui contient la liste des étapes du déchargement.
          offcirc check \(folder.files)/OffCirc.dat
          offcirc kit \(folder.files)/OffCirc.dat --output DOSSIER
        Si le fichier a été déchargé sans lot, fermez le poste, puis :
          offcirc archive --uploaded --files \(folder.files)

        """)
  }

  @Test func statusForProgramsIsOneObject() throws {
    _ = try offcirc("record", input: "return 1\n")
    let result = try offcirc("status", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        as? [String: Any])
    #expect(object["unsaved"] as? Int == 1)
    #expect(object["lines"] as? Int == 0)
    #expect(object["next"] as? String == "save")
    #expect((object["station"] as? String)?.count == 16)
  }

  @Test func aFolderThatIsNamedAndNotThereIsSaid() throws {
    for command in [["status"], ["archive"], ["list", "archive"]] {
      let result = try Program.run(
        command + ["--files", "/nowhere/files"],
        environment: ["XDG_DATA_HOME": folder.path])
      #expect(result.status == 74, "\(command)")
      #expect(result.errors.contains("/nowhere/files"), "\(command)")
    }
  }

  // MARK: Archive

  @Test func onlyWhatWasHandedOverIsPutAway() throws {
    try folder.writeDataFile(lines)
    let refused = try offcirc("archive")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "2 lines of \(folder.files)/OffCirc.dat (from line 1) are in no kit"
      ))
    #expect(try folder.read("OffCirc.dat") == lines)
    #expect(try boxes.isEmpty)

    let done = try offcirc("archive", "--uploaded")
    #expect(done.status == 0)
    #expect(done.output.hasPrefix("Archived 2 lines in \(folder.files)"))
    let box = try #require(try boxes.first)
    #expect(try folder.read("archive/\(box)/OffCirc.dat") == lines)
    #expect(
      try !folder.read("archive/\(box)/SHA256SUMS").isEmpty)

    // What the person said is known for ever: also of a copy of the lines.
    try folder.writeDataFile(lines)
    #expect(try offcirc("status").output.contains("Marked as uploaded on"))
  }

  @Test func theJournalTheKitAndTheReportGoWithIt() throws {
    _ = try offcirc("record", input: "loan 1 2\n")
    _ = try offcirc("save")
    let kit = folder.path + "/kit"
    let made = try offcirc(
      "kit", folder.files + "/OffCirc.dat", "--output", kit)
    #expect(made.status == 0, "\(made.errors)")
    let report = folder.path + "/report.html"
    try "<p>".write(toFile: report, atomically: true, encoding: .utf8)
    let result = try offcirc("archive", "--report", report, "--report", kit)
    #expect(result.status == 0, "\(result.errors)")
    let box = try #require(try boxes.first)
    for name in [
      "OffCirc.journal", "kit/checklist.txt", "kit/OffCirc.dat",
      "report/report.html", "report-2/checklist.txt",
    ] {
      #expect(try !folder.read("archive/\(box)/\(name)").isEmpty)
    }
    let sums = try Program.run(
      [
        "-c",
        "cd '\(folder.files)/archive/\(box)' && sha256sum --quiet -c SHA256SUMS",
      ], of: "sh")
    #expect(sums.status == 0 && sums.output.isEmpty)
    // The station goes on with its id, and the next number.
    let status = try offcirc("status", "--format", "json").output
    #expect(status.contains("\"next\":\"none\""))
    #expect(
      try offcirc("record", input: "return 1\n").output == "ok 5\n")
  }

  @Test func anotherFolderIsNotTakenForTheKit() throws {
    try folder.writeDataFile(lines)
    let kit = folder.path + "/kit"
    _ = try offcirc("kit", folder.files + "/OffCirc.dat", "--output", kit)
    let named = try offcirc("archive", "--kit", folder.path)
    #expect(named.status == 1)
    #expect(named.errors.contains("\(folder.path) is not the kit"))
    #expect(try folder.read("OffCirc.dat") == lines)
    // Where it was there is another folder by now.
    try FileManager.default.moveItem(atPath: kit, toPath: kit + "-moved")
    try FileManager.default.createDirectory(
      atPath: kit, withIntermediateDirectories: false)
    try "mine".write(
      toFile: kit + "/note.txt", atomically: true, encoding: .utf8)
    let refused = try offcirc("archive")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("Cannot find the kit \(kit)"))
    #expect(try folder.read("OffCirc.dat") == lines && boxes.isEmpty)
    let result = try offcirc("archive", "--uploaded")
    #expect(result.status == 1)
    #expect(result.errors.contains("It is not in the archive"))
    let box = try #require(try boxes.first)
    #expect(throws: (any Error).self) {
      try folder.read("archive/\(box)/kit/note.txt")
    }
  }

  @Test func aReportThatIsNotThereLeavesNothingBehind() throws {
    try folder.writeDataFile(lines)
    let result = try offcirc("archive", "--uploaded", "--report", "nowhere")
    #expect(result.status == 74)
    #expect(result.errors.contains("Cannot open nowhere"))
    #expect(try folder.read("OffCirc.dat") == lines)
    #expect(try boxes.isEmpty)
  }

  @Test func aFileOfWhichOnlySuchLinesWereHandedOverIsNotPutAway() throws {
    // The same item and minute at two stations, to two borrowers.
    try folder.writeDataFile("201805091348L1   7\r\n")
    let other = folder.path + "/other.dat"
    try "201805091348L1   8\r\n".write(
      toFile: other, atomically: true, encoding: .utf8)
    _ = try offcirc("kit", other, "--output", folder.path + "/kit")
    let result = try offcirc("archive")
    #expect(result.status == 1)
    #expect(result.errors.contains("are in a kit, but from another file"))
    #expect(try folder.read("OffCirc.dat").hasSuffix("7\r\n"))
  }

  @Test func whatElseLiesInTheArchiveIsNoHarm() throws {
    try folder.writeDataFile(lines)
    _ = try offcirc("archive", "--uploaded")
    let archive = folder.files + "/archive/"
    try "".write(
      toFile: archive + "2020-03-03-file", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: archive + "2020-03-04-link", withDestinationPath: folder.path)
    #expect(try offcirc("status").status == 0)
    #expect(try offcirc("list", "archive").status == 0)
    #expect(
      try offcirc("purge", "--older-than", "0d", "--yes").output
        .hasPrefix("Nothing to delete"))
  }

  @Test func whenTheLedgerIsGoneOnlyTheWordOfAPersonHelps() throws {
    try folder.writeDataFile(lines)
    let ledger = folder.path + "/drive/ledger"
    let status = try offcirc("status", "--ledger", ledger)
    #expect(status.output.contains("make the ledger available"))
    #expect(!status.output.contains("offcirc kit"))
    #expect(try offcirc("archive", "--ledger", ledger).status == 74)
    let result = try offcirc("archive", "--uploaded", "--ledger", ledger)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("Archived 2 lines"))
    #expect(result.errors.contains("Cannot note the upload"))
  }

  @Test func aLedgerThatIsElsewhereIsNamedInTheCommands() throws {
    try folder.writeDataFile(lines)
    let ledger = folder.path + "/ledger"
    let status = try offcirc("status", "--ledger", ledger)
    #expect(status.output.contains("--output FOLDER --ledger \(ledger)\n"))
  }

  @Test func whatIsNotSavedKeepsItFromBeingPutAway() throws {
    try folder.writeDataFile(lines)
    _ = try offcirc("record", input: "loan 1 2\n")
    let result = try offcirc("archive", "--uploaded", "--language", "fr")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("1 transaction n'est pas encore dans OffCirc.dat"))
    #expect(try folder.read("OffCirc.dat") == lines)
  }

  @Test func itIsNotPutAwayUnderAnOpenStation() throws {
    try folder.writeDataFile(lines)
    let screen = try Screen(in: folder)
    try screen.waitFor("Offline Circulation")
    let result = try offcirc("archive", "--uploaded")
    #expect(result.status == 74)
    #expect(result.errors.contains("Another station is using \(folder.files)"))
    #expect(try folder.read("OffCirc.dat") == lines)
    try screen.press("F10")
    try screen.waitForEnd()
  }

  @Test func theCopyOnTheKeyGoesToo() throws {
    let key = folder.path + "/key"
    try FileManager.default.createDirectory(
      atPath: key, withIntermediateDirectories: true)
    _ = try offcirc("record", "--copy-to", key, input: "loan 1 2\n")
    _ = try offcirc("save", "--copy-to", key)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: key).count == 1)
    let result = try Program.run(
      ["archive", "--uploaded"],
      environment: [
        "XDG_DATA_HOME": folder.path, "OFFCIRC_FILES": folder.files,
        "OFFCIRC_COPY_TO": key,
      ])
    #expect(result.output.contains("the archive has all of it"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: key).isEmpty)
  }

  @Test func listArchiveLooksAtEveryDigest() throws {
    #expect(
      try offcirc("list", "archive").output
        == "The archive is empty: \(folder.files)/archive.\n")
    try folder.writeDataFile(lines)
    _ = try offcirc("archive", "--uploaded")
    let box = try #require(try boxes.first)
    #expect(
      try offcirc("list", "archive", "--language", "fr").output == """
        Nom         Lignes  Première          Dernière          État
        ----------  ------  ----------------  ----------------  ------
        \(box)  2       09/05/2018 13:48  09/05/2018 17:20  intact

        """)
    let file = "\(folder.files)/archive/\(box)/OffCirc.dat"
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: file)
    try Data("x".utf8).write(to: URL(fileURLWithPath: file))
    let damaged = try offcirc("list", "archive", "--format", "csv")
    #expect(damaged.status == 1)
    #expect(damaged.output.contains("\(box),1,,,true,OffCirc.dat"))
    let restored = try offcirc("archive", "--restore")
    #expect(restored.status == 1)
    #expect(
      restored.errors.contains("has changed since it was archived: OffCirc.dat")
    )
  }

  @Test func whatIsBroughtBackIsAsItWas() throws {
    try folder.writeDataFile(lines)
    _ = try offcirc("archive", "--uploaded")
    let box = try #require(try boxes.first)
    #expect(try offcirc("archive", "--restore", "2000-01-01").status == 1)
    let result = try offcirc("archive", "--restore", box)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Restored OffCirc.dat of \(box)"))
    #expect(try folder.read("OffCirc.dat") == lines)
    // Over another file, nothing is.
    try folder.writeDataFile("201805091348R1\r\n")
    #expect(try offcirc("archive", "--restore").status == 1)
    #expect(try folder.read("OffCirc.dat") == "201805091348R1\r\n")
  }

  // MARK: Purge

  @Test func nothingIsErasedUnlessSomebodyWantsIt() throws {
    try folder.writeDataFile(lines)
    _ = try offcirc("archive", "--uploaded")
    let box = try #require(try boxes.first)
    let young = try offcirc("purge", "--older-than", "90d", "--yes")
    #expect(young.status == 0)
    #expect(young.output.hasPrefix("Nothing to delete"))
    // Two years ago.
    let old = folder.files + "/archive/2018-06-01-Central"
    try FileManager.default.moveItem(
      atPath: folder.files + "/archive/" + box, toPath: old)
    let asked = try offcirc("purge", "--older-than", "90d")
    #expect(asked.status == 1)
    #expect(asked.output.contains("2018-06-01-Central  2"))
    #expect(asked.errors.contains("--yes"))
    #expect(try boxes == ["2018-06-01-Central"])
    let done = try offcirc("purge", "--older-than", "12w", "--yes")
    #expect(done.status == 0 && done.output.hasSuffix("Deleted 1 archive.\n"))
    #expect(try boxes.isEmpty)
  }

  @Test func inATerminalItAsks() throws {
    try folder.writeDataFile(lines)
    _ = try offcirc("archive", "--uploaded")
    let screen = try Screen(
      "purge --older-than 0d --language fr", in: folder)
    // Of today: nothing yet.
    try screen.waitFor("Rien à effacer")
    let box = try #require(try boxes.first)
    try FileManager.default.moveItem(
      atPath: folder.files + "/archive/" + box,
      toPath: folder.files + "/archive/2018-06-01")
    let no = try Screen("purge --older-than 90d --language fr", in: folder)
    try no.waitFor("Effacer ?")
    try no.type("non")
    try no.press("Enter")
    try no.waitFor("Rien n'a été effacé")
    #expect(try boxes == ["2018-06-01"])
    let yes = try Screen("purge --older-than 90d --language fr", in: folder)
    try yes.waitFor("Effacer ?")
    try yes.type("oui")
    try yes.press("Enter")
    try yes.waitFor("1 archive effacée.")
    #expect(try boxes.isEmpty)
  }
}
