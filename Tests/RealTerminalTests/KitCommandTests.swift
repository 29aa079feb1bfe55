import Foundation
import Support
import Synchronization
import Testing

/// Kits, as the built program makes them.
@Suite(.serialized, .ownThread)
struct KitCommandTests {
  private let folder = TestFolder()
  private let lines =
    "201805091348L37000034179          9921000000164\r\n"
    + "201805091720R37000034180\r\n"

  private func offcirc(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(
      arguments,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "OFFCIRC_FILES": folder.files,
      ].merging(environment) { $1 })
  }

  private func write(_ text: String, to name: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func names(in name: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/" + name)
    return names?.sorted() ?? []
  }

  private var ledger: String { folder.path + "/data/offcirc/ledger" }
  private var kit: String { folder.path + "/kit" }

  // MARK: What it says

  @Test func whatWasMadeAndWhatIsNextIsSaid() throws {
    let file = try write(lines, to: "a.dat")
    let result = try offcirc("kit", file, "--output", kit)
    #expect(
      result.output == """
        Made the kit \(kit) with OffCirc.dat (2 lines).
        Listed in the ledger \(ledger). Another kit with these lines will be refused.
        Next: print checklist.html or read checklist.txt, and follow it.

        """)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(names(in: "").sorted() == ["a.dat", "data", "kit"])
    let sums = try Program.run(
      ["-c", "cd \(kit) && sha256sum --strict -c SHA256SUMS"], of: "sh")
    #expect(sums.status == 0, "\(sums.output)\(sums.errors)")
  }

  @Test func inFrenchTheDesksAndWhatWasLeftOutAreNamed() throws {
    let file = try write(lines, to: "a.dat")
    _ = try offcirc("kit", file, "--output", kit)
    let grown = try write(lines + "201805100900R1\r\n", to: "b.dat")
    let other = try write("201805100800R2\r\n", to: "c.dat")
    let result = try offcirc(
      "kit", "Droit=\(grown)", other, "--output", kit + "2", "--rest",
      "--desk", "Santé", "--language", "fr")
    #expect(
      result.output == """
        Lot \(kit)2 préparé avec 1-Droit.dat (1 ligne) et 2-Sante.dat (1 ligne).
        2 lignes laissées de côté : déjà dans un lot.
        Inscrit au registre \(ledger). Un autre lot avec ces lignes sera refusé.
        Ensuite : imprimez checklist.html ou ouvrez checklist.txt, et suivez les étapes.

        """)
    #expect(result.status == 0 && result.errors.isEmpty)
    let checklist = try String(
      contentsOfFile: kit + "2/checklist.txt", encoding: .utf8)
    #expect(checklist.contains("Santé : 2-Sante.dat, 1 ligne, du 10/05/2018"))
  }

  @Test(arguments: [
    (
      "en",
      """
      offcirc: FILE: 2 of 3 lines are already in a kit (KIT, 1-Droit.dat, desk Droit, WHEN). 1 line is new (from line 3).
      offcirc: No kit made: a second upload would put returned items back on loan. If the file was uploaded, archive it at its station (offcirc archive). To make a kit of the new lines only, add --rest. If that kit was never uploaded, add --again.

      """
    ),
    (
      "fr",
      """
      offcirc: FILE : 2 lignes sur 3 sont déjà dans un lot (KIT, 1-Droit.dat, bureau de prêt Droit, le WHEN). 1 ligne nouvelle, à partir de la ligne 3.
      offcirc: Aucun lot préparé : un second déchargement prêterait à nouveau des documents rendus depuis. Si le fichier a été déchargé, archivez-le sur son poste (offcirc archive). Pour préparer un lot des seules lignes nouvelles, ajoutez --rest. Si ce lot n'a jamais été déchargé, ajoutez --again.

      """
    ),
  ])
  func linesThatWereHandedOverAreRefused(
    _ language: String, _ sentences: String
  ) throws {
    let file = try write(lines, to: "a.dat")
    _ = try offcirc("kit", "Droit=\(file)", "--output", kit)
    let grown = try write(lines + "201805100900R1\r\n", to: "b.dat")
    let result = try offcirc(
      "kit", grown, "--output", kit + "2", "--language", language)
    #expect(result.status == 1 && result.output.isEmpty)
    let errors = result.errors.replacing(
      /[[:alpha:]]+\.? (?:\d+ \S+ \d{4}|[\d\/]+)(?: à)? \d\d:\d\d/,
      with: "WHEN"
    )
    .replacing(grown, with: "FILE").replacing(kit, with: "KIT")
    #expect(errors == sentences)
    #expect(!names(in: "").contains("kit2"))
  }

  @Test func whatIsToBeLookedAtIsToldAndTheKitIsMade() throws {
    let one = try write(lines + "noise\u{1b}[2J\r\n", to: "a.dat")
    let other = try write("201805091720R37000034180\r\n", to: "b.dat")
    let empty = try write("", to: "c.dat")
    let result = try offcirc("kit", one, other, empty, "--output", kit)
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        """
        offcirc: Left out \(empty): it has no transactions.
        offcirc: OffCirc.dat: 1 line is unreadable (line 3). Alma may refuse
        """)
    )
    #expect(result.errors.contains("in the same minute"))
    #expect(!result.errors.contains("\u{1b}"))
    #expect(names(in: "kit").count == 5)
  }

  @Test func whatIsNotSavedYetIsTold() throws {
    _ = try Program.run(
      ["record"], input: "return 1\n",
      environment: ["OFFCIRC_FILES": folder.files])
    _ = try Program.run(["save"], environment: ["OFFCIRC_FILES": folder.files])
    _ = try Program.run(
      ["record"], input: "return 2\n",
      environment: ["OFFCIRC_FILES": folder.files])
    let file = folder.files + "/OffCirc.dat"
    let result = try offcirc("kit", file, "--output", kit)
    #expect(
      result.errors
        == "offcirc: \(file): 1 transaction of its station is not saved, so not in the kit. Save (Save To File, or offcirc save), then make a kit of the rest with --rest.\n"
    )
    #expect(result.status == 1)
    #expect(names(in: "kit").count == 5)
  }

  @Test func aKitThatWasCutShortIsFinished() throws {
    let file = try write(lines, to: "a.dat")
    _ = try offcirc("kit", file, "--output", kit)
    try FileManager.default.moveItem(
      atPath: kit, toPath: folder.path + "/.kit.offcirc-new")
    let result = try offcirc("kit", file, "--output", kit)
    #expect(
      result.output == """
        Finished the interrupted kit \(kit). It was already in the ledger.
        Next: print checklist.html or read checklist.txt, and follow it.

        """)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(names(in: "").sorted() == ["a.dat", "data", "kit"])
  }

  // MARK: The ledger

  @Test func theLedgerIsThatOfTheSettings() throws {
    let file = try write(lines, to: "a.dat")
    let shared = folder.path + "/shared"
    let other = folder.path + "/other"
    let result = try offcirc(
      "kit", file, "--output", kit, environment: ["OFFCIRC_LEDGER": shared])
    #expect(result.status == 0)
    #expect(
      result.errors
        == "offcirc: Created a new ledger: \(shared). If there was one before, check that its drive is connected. Lines in another ledger are not recognised.\n"
    )
    #expect(!FileManager.default.fileExists(atPath: ledger))
    let refused = try offcirc(
      "kit", file, "--output", kit + "2", "--ledger", shared)
    #expect(refused.status == 1)
    let made = try offcirc(
      "kit", file, "--output", kit + "2", "--ledger", other,
      environment: ["OFFCIRC_LEDGER": shared])
    #expect(made.status == 0)
  }

  @Test func withoutItsDriveNothingIsMade() throws {
    let file = try write(lines, to: "a.dat")
    let result = try offcirc(
      "kit", file, "--output", kit, "--ledger", folder.path + "/drive/ledger")
    #expect(result.status == 74)
    #expect(result.errors.contains("\(folder.path)/drive"))
    #expect(names(in: "") == ["a.dat"])
  }

  @Test(.enabled(if: OtherUser.canSwitchUser, "needs root"))
  func withALedgerThatCanNotBeWrittenNothingIsMade() throws {
    let file = try write(lines, to: "a.dat")
    let ledger = folder.path + "/ledger"
    _ = try offcirc("kit", file, "--output", kit, "--ledger", ledger)
    let own = folder.path + "/own"
    _ = try Program.run(
      [
        "-c",
        "mkdir \(own) && chown \(OtherUser.id) \(own); chmod 755 \(folder.path); chmod 644 \(ledger) \(file)",
      ], of: "sh")
    let result = try Program.run(
      Array(OtherUser.command.dropFirst()) + [
        Program.path, "kit", file, "--output", own + "/kit", "--ledger", ledger,
        "--again",
      ], of: OtherUser.command[0])
    #expect(result.status == 74)
    #expect(result.errors.contains(ledger))
    #expect(names(in: "own") == [])
  }

  @Test func ofManyAtOnceOneIsMade() throws {
    let file = try write(lines, to: "a.dat")
    let statuses = Mutex<[Int32]>([])
    let (kit, data) = (kit, folder.path + "/data")
    DispatchQueue.concurrentPerform(iterations: 6) { number in
      let result = try? Program.run(
        ["kit", file, "--output", "\(kit)\(number)"],
        environment: ["XDG_DATA_HOME": data])
      statuses.withLock { $0.append(result?.status ?? -1) }
    }
    #expect(statuses.withLock { $0.sorted() } == [0, 1, 1, 1, 1, 1])
    #expect(names(in: "").filter { $0.hasPrefix("kit") }.count == 1)
    let text = try String(contentsOfFile: ledger, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 2)
  }

  // MARK: What can't be

  @Test(arguments: [
    ["kit", "a.dat"], ["kit", "--output", "kit"],
    ["kit", "", "--output", "kit"], ["kit", "Droit=", "--output", "kit"],
    ["kit", "a.dat", "--output", ""],
    ["kit", "a.dat", "--output", "kit", "--again", "--rest"],
    ["kit", "a.dat", "--output", "kit", "--ledger", ""],
    ["kit", "a.dat", "--output", "kit", "--desk", ""],
    ["kit", "a.dat", "--output", "kit", "--desk", " "],
  ])
  func wrongUsageIsTold(_ arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test func whateverIsGivenIsAKitOrASentence() throws {
    let odd: [(String, [UInt8], Int32)] = [
      ("empty", [], 1), ("blank", Array("\r\n \n".utf8), 1),
      ("noise", (0..<3_000).map { UInt8(truncatingIfNeeded: $0 * 7_919) }, 1),
      ("cr", Array(lines.replacing("\r\n", with: "\r").utf8), 1),
      ("bom", [0xef, 0xbb, 0xbf] + Array(lines.utf8), 1),
      ("utf16", Array(lines.utf8).flatMap { [$0, 0] }, 1),
      ("zeros", [UInt8](repeating: 0, count: 300_000), 1),
      ("no end", Array(lines.utf8.dropLast(2)), 0),
    ]
    for (name, bytes, status) in odd {
      let path = folder.path + "/" + name
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      for language in ["en", "fr"] {
        let result = try offcirc(
          "kit", path, "--output", "\(kit) \(name) \(language)", "--again",
          "--language", language)
        #expect(result.status == status, "\(name): \(result.errors)")
        #expect(status == 0 || result.errors.hasPrefix("offcirc: "))
      }
    }
    let void = folder.path + "/void"
    try FileManager.default.createDirectory(
      atPath: void, withIntermediateDirectories: false)
    for path in [void, folder.path + "/none", "/dev/null"] {
      let result = try offcirc("kit", path, "--output", kit)
      #expect(result.status == 74)
      #expect(result.errors.contains(path))
    }
    #expect(!names(in: "").contains("kit"))
  }

  @Test func aJournalBesideItThatCantBeReadIsTold() throws {
    try folder.writeDataFile(lines)
    try folder.write("not a journal\nat all\n", to: "OffCirc.journal")
    let result = try offcirc(
      "kit", folder.files + "/OffCirc.dat", "--output", kit)
    #expect(result.status == 1)
    #expect(result.errors.contains("OffCirc.journal is not an OffCirc journal"))
    #expect(names(in: "kit").contains("OffCirc.dat"))
  }

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func onAFullDiskThereIsNoKitAndNoEntry() throws {
    let disk = try Disk("mount -t tmpfs -o size=256k,mode=700 none $FILES")
    let day = (0..<1_000).map { "201805091348R\(37_000_034_179 + $0)\r\n" }
    let file = try write(day.joined(), to: "a.dat")
    let files = disk.folder.files
    for free in stride(from: 0, to: 60, by: 2) {
      try disk.fill(but: free)
      let result = try disk.offcirc(
        "kit", file, "--output", "\(files)/kit", "--ledger", "\(files)/ledger")
      try disk.makeRoom()
      let names = try FileManager.default.contentsOfDirectory(
        atPath: disk.seen(files)
      ).filter { $0 != "ledger" }
      // With 1 it is told that there was no room for the ledger's first line.
      guard result.status == 74 else {
        #expect(names == ["kit"])
        return
      }
      #expect(result.errors.contains("the disk is full"))
      #expect(names == [])
      let ledger = try? String(
        contentsOfFile: disk.seen(files + "/ledger"), encoding: .utf8)
      #expect(ledger?.contains("\"kit\"") != true)
    }
    Issue.record("there was never room enough")
  }
}
