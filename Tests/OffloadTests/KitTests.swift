import Circulation
import Foundation
import Glibc
import Settings
import Station
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload

@Suite struct KitTests {
  private let folder = TestFolder()
  private var ledger: Ledger { Ledger(at: folder.path + "/ledger") }
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func assembly(
    _ policy: KitAssembly.Policy = .refuse, in name: String = "kit",
    _ language: Language = .english,
    disk: any FolderOperations = PosixFileSystem(), ledger: Ledger? = nil
  ) -> KitAssembly {
    KitAssembly(
      in: folder.path + "/" + name, policy, ledger: ledger ?? self.ledger,
      words: language.words, language: language.rawValue, at: time, disk: disk)
  }

  private func file(
    _ lines: [String], _ name: String = "a.dat", desk: String? = nil
  ) -> StationFile {
    StationFile(path: folder.write(lines, to: name), desk: desk)
  }

  /// Makes a kit; the one that was made.
  private func made(
    _ files: [StationFile], _ policy: KitAssembly.Policy = .refuse,
    in name: String = "kit", _ language: Language = .english,
    location: SourceLocation = #_sourceLocation
  ) throws -> Kit {
    let (outcome, damage) = try assembly(policy, in: name, language)
      .make(of: files)
    #expect(damage == [], sourceLocation: location)
    let kit: Kit? = if case .made(let kit) = outcome { kit } else { nil }
    return try #require(kit, "\(outcome)", sourceLocation: location)
  }

  /// What is refused of the files, as the number of their old lines and of the
  /// new ones.
  private func refused(
    _ files: [StationFile], _ policy: KitAssembly.Policy = .refuse,
    location: SourceLocation = #_sourceLocation
  ) throws -> [[Int]] {
    let before = try ledger.version()
    let (outcome, _) = try assembly(policy, in: "refused").make(of: files)
    guard case .refused(let uploadStatuses) = outcome else {
      Issue.record("\(outcome)", sourceLocation: location)
      return []
    }
    #expect(try ledger.version() == before, sourceLocation: location)
    #expect(try names().allSatisfy { !$0.hasPrefix("refused") })
    return uploadStatuses.map { [$0.1.handedOverCount, $0.1.newCount] }
  }

  private func names(in name: String = "") throws -> [String] {
    try PosixFileSystem().names(in: folder.path + "/" + name)
  }

  private let day = [
    "202611210900L37000034179".padded(to: 93) + "9921000000164",
    "202611210901R37000034180",
    "202611221015L37000034181".padded(to: 93) + "9921000000165",
  ]

  // MARK: What is in it

  @Test func aKitHasAllThatTheUploadNeeds() throws {
    let kit = try made([file(day)])
    #expect(
      try names(in: "kit") == [
        "OffCirc.dat", "SHA256SUMS", "checklist.html", "checklist.txt",
        "transactions.csv",
      ])
    #expect(try folder.text("kit/OffCirc.dat") == folder.text("a.dat"))
    let list = DigestList(Array(try folder.text("kit/SHA256SUMS").utf8))
    #expect(list.digests.count == 4)
    for entry in list.digests {
      let file = try PosixFileSystem().open(
        folder.path + "/kit/" + entry.name, for: .reading)
      #expect(try SHA256.of(file) == entry.digest)
    }
    let entry = try #require(try ledger.entries().entries.first)
    #expect(entry.way == .kit(folder: folder.path + "/kit"))
    #expect(entry.upload.sha256 == list["OffCirc.dat"])
    #expect(entry.upload.lineCount == 3)
    #expect(entry.sources.map(\.path) == [folder.path + "/a.dat"])
    #expect(entry.sources.first?.sha256 == list["OffCirc.dat"])
    #expect(kit.uploads.map(\.tally.lineCount) == [3])
    for name in try names(in: "kit").map({ "kit/" + $0 }) {
      #expect(try permissions(of: name) == 0o600)
    }
    #expect(try permissions(of: "kit") == 0o700)
  }

  private func permissions(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(
      atPath: folder.path + "/" + name)[.posixPermissions] as? Int
  }

  @Test func eachDeskHasItsOwnFileInTheOrderOfTheFirstTransactions() throws {
    let kit = try made([
      file([day[2]], "c.dat", desk: "Bibliothèque de droit"),
      file([day[1]], "b.dat", desk: "Annexe"),
      file([day[0]], "a.dat", desk: "Annexe"),
      file(["?", "202611230900R9"], "d.dat"),
    ])
    #expect(
      kit.uploads.map(\.name) == [
        "1-Annexe.dat", "2-Bibliotheque-de-droit.dat", "3-OffCirc.dat",
      ])
    #expect(
      try folder.text("kit/1-Annexe.dat")
        == day[0...1].map { $0 + "\r\n" }.joined())
    let entries = try ledger.entries().entries
    #expect(entries.map(\.desk) == ["Annexe", "Bibliothèque de droit", nil])
    #expect(entries.map(\.sources.count) == [2, 1, 1])
  }

  @Test(arguments: [
    ("École/Annexe n° 2", "1-Ecole-Annexe-n-2.dat"), ("..", "1-OffCirc.dat"),
    ("图书馆", "1-tu-shu-guan.dat"), ("Ёлка", "1-Elka.dat"),
    ("a\u{301}b", "1-ab.dat"), ("\u{1b}[31m\n", "1-31m.dat"),
    ("CON", "1-CON.dat"), ("😀", "1-OffCirc.dat"), ("a.dat", "1-a-dat.dat"),
    (
      String(repeating: "long ", count: 60),
      "1-long-long-long-long-long-long-long-long-.dat"
    ),
  ])
  func aDeskCanHaveAnyName(_ desk: String, _ name: String) throws {
    #expect(Kit.names(ofFilesFor: [desk]) == [name])
    #expect(Kit.has(name))
  }

  @Test func desksWithOneSpellingAreKeptApart() {
    #expect(
      Kit.names(ofFilesFor: ["Été", "Ete", nil])
        == ["1-Ete.dat", "2-Ete.dat", "3-OffCirc.dat"])
    let ten = Kit.names(ofFilesFor: (1...10).map { "d\($0)" })
    #expect(ten.sorted() == ten)
    #expect(ten.first == "01-d1.dat")
  }

  @Test func filesOfADeskAreMergedAndOverlapsLeftOut() throws {
    let kit = try made([
      file(day, "a.dat"), file([day[0], day[1]], "b.dat"),
      file(["202611211200R1", "202611221015R37000034181"], "c.dat"),
    ])
    let upload = try #require(kit.uploads.first)
    let merged = [
      day[0], day[1], "202611211200R1", day[2], "202611221015R37000034181",
    ].map { $0 + "\r\n" }.joined()
    #expect(try folder.text("kit/OffCirc.dat") == merged)
    #expect(upload.overlaps.map(\.file.path) == [folder.path + "/b.dat"])
    #expect(upload.conflicts.map(\.kind) == [.sameMinute])
    #expect(try ledger.entries().entries.first?.sources.count == 3)
  }

  @Test(arguments: [
    (
      Language.english,
      """
      File,Line,Date and time,Operation,Item,Borrower,Station\r
      "\t1-Annexe-2.dat",1,"\t2026-11-21 09:00",Loan,"\t37000034179","\t9921000000164",STATION\r
      "\t1-Annexe-2.dat",2,"\t2026-11-21 09:01",Return,"\t=SUM(A1;""x"")",,STATION\r
      "\t1-Annexe-2.dat",3,,unreadable,"\té^A2",,STATION\r

      """
    ),
    (
      .french,
      """
      Fichier;Ligne;Date et heure;Opération;Exemplaire;Emprunteur;Poste\r
      "\t1-Annexe-2.dat";1;"\t21/11/2026 09:00";Prêt;"\t37000034179";"\t9921000000164";STATION\r
      "\t1-Annexe-2.dat";2;"\t21/11/2026 09:01";Retour;"\t=SUM(A1;""x"")";;STATION\r
      "\t1-Annexe-2.dat";3;;illisible;"\té^A2";;STATION\r

      """
    ),
  ])
  func everyTransactionCanBeReadInASpreadsheet(
    _ language: Language, _ table: String
  ) throws {
    let lines = [day[0], "202611210901R=SUM(A1;\"x\")", "é\u{1}2"]
    let kit = try made(
      [file(lines, "a.dat", desk: "Annexe 2")], in: "kit", language)
    let station = "\"\t\(folder.path)/a.dat\""
    let bytes = Array(
      try #require(
        FileManager.default.contents(
          atPath: folder.path + "/kit/transactions.csv")))
    #expect(bytes.prefix(3) == [0xef, 0xbb, 0xbf])
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == table.replacing("STATION", with: station))
    #expect(kit.uploads.map(\.unreadable.count) == [1])
    #expect(kit.uploads.map(\.unreadable.firstNumbers) == [[3]])
  }

  @Test func theStationIsNamedWhereItIsKnown() throws {
    let file = try folder.stationFile("files", day[0] + "\r\n")
    let station = try #require(file.station)
    _ = try made([file])
    #expect(
      try folder.text("kit/transactions.csv").hasSuffix(
        "\(CSV.text(station).quotedForCSV)\r\n"))
  }

  // MARK: The checklist

  private func kit(of desks: [String?]) throws -> Kit {
    let path = folder.write(day, to: "a.dat")
    let uploads = try zip(desks, Kit.names(ofFilesFor: desks)).map {
      desk, name in
      Kit.Upload(
        name: name, desk: desk, sources: [], overlaps: [],
        tally: try FileTally(of: path), unreadable: UnreadableLines(),
        leftOutCount: 0, shared: [], conflicts: [], conflictCount: 0)
    }
    return Kit(
      folder: "/home/m/kit", time: time, uploads: uploads, emptyFiles: [])
  }

  private func checklist(_ desks: [String?], _ language: Language) throws
    -> Document
  {
    Document(
      checklistFor: try kit(of: desks), language.words,
      language: language.rawValue)
  }

  @Test func theChecklistInEnglish() throws {
    #expect(
      try checklist(["Annexe", nil], .english).text == """
        Upload to Alma: checklist
        =========================

        Kit /home/m/kit, made on Sun 22 Nov 2026 07:52. Follow the steps in order.
        Upload each file only once.

        Before
        ------

        [ ] 1.  Alma is back, and no desk has restarted lending in it.
        [ ] 2.  offcirc check finds no errors or warnings in these files.
        [ ] 3.  Configuration > Fulfillment > Physical Fulfillment > Block Preferences:
                "Item is currently on loan by another patron" is ____________________.
                Change "Handle Automatically" during the upload: it can corrupt loans.

        Upload
        ------

          - Choose the file's circulation desk. Alma records its transactions there.
          - Open Fulfillment > Advanced Tools > Offline Circulation and choose the file.
          - Click Upload and Validate File Content, then Refresh until the status is
            Completed Successfully.
          - Note both numbers. The first, or their sum, must be the number of lines. If
            not, it is the wrong file or was not read completely.

        [ ] 1.  Annexe: 1-Annexe.dat, 3 lines, 21 Nov to 22 Nov 2026, SHA-256 43a47428…:
                completed ______, failed ______.
        [ ] 2.  ____________________: 2-OffCirc.dat, 3 lines, 21 Nov to 22 Nov 2026,
                SHA-256 43a47428…: completed ______, failed ______.

        After
        -----

        [ ] 1.  Set the block back to the value noted above.
        [ ] 2.  View and export each report, then run offcirc reconcile REPORT FILE.
        [ ] 3.  At each station, run offcirc archive. Otherwise its OffCirc.dat will be
                uploaded again after the next outage.
        [ ] 4.  Lending in Alma can restart.

          - Stations check no blocks, and have no due dates, renewals or holds. Alma
            also records loans to blocked users.
          - Items excluded from loan are due at once. Change their due dates by hand.
          - "Item not found": to do. No item has this barcode.
          - "User not found": to do. Often another number on the card was scanned.
          - "Return item failed, item was not on loan": nothing to do (in-house use).
          - "A later action on this item happened": nothing to do.

        """)
  }

  @Test func theChecklistInFrench() throws {
    #expect(
      try checklist([nil], .french).text == """
        Déchargement dans Alma : liste de contrôle
        ==========================================

        Lot /home/m/kit, préparé le dim. 22/11/2026 à 07:52. Suivez les étapes dans
        l'ordre. Ne déchargez chaque fichier qu'une seule fois.

        Avant
        -----

        [ ] 1.  Alma est disponible, et le prêt informatisé n'a repris nulle part.
        [ ] 2.  offcirc check ne trouve ni erreur ni avertissement dans ces fichiers.
        [ ] 3.  Configuration > Services aux usagers > Services aux lecteurs –
                exemplaires physiques > Préférences de blocage. « Item is currently on
                loan by another patron » vaut ____________________. Changez « Traiter
                automatiquement » pendant le déchargement : risque d'incohérences.

        Déchargement
        ------------

          - Sélectionnez le bureau de prêt du fichier. Alma y impute ses transactions.
          - Services aux usagers > Outils avancés > « Prêt secours / Retour secours ».
          - Choisissez le fichier, « Télécharger et valider le contenu du fichier »,
            puis « Rafraîchir » jusqu'à « Terminé avec succès ».
          - Notez les deux nombres. Le premier, ou leur somme, doit être le nombre de
            lignes. Sinon, ce n'est pas le bon fichier, ou il est incomplet.

        [ ] 1.  ____________________ : OffCirc.dat, 3 lignes, du 21/11 au 22/11/2026,
                SHA-256 43a47428… : terminés ______, échecs ______.

        Après
        -----

        [ ] 1.  Rétablissez la valeur du blocage notée plus haut.
        [ ] 2.  Exportez chaque rapport, puis lancez offcirc reconcile RAPPORT FICHIER.
        [ ] 3.  Sur chaque poste, lancez offcirc archive. Sinon, le fichier sera
                déchargé à nouveau après la prochaine panne.
        [ ] 4.  Le prêt informatisé peut rouvrir.

          - Les postes ne connaissent ni blocage, ni date de retour, ni renouvellement,
            ni réservation. Alma enregistre aussi les prêts aux usagers bloqués.
          - Documents exclus du prêt : à rendre aussitôt. Modifiez leur date de retour.
          - « Item not found » : à traiter. Aucun exemplaire n'a ce code-barres.
          - « User not found » : à traiter. C'est souvent un autre numéro de la carte.
          - « Return item failed, item was not on loan » : rien à faire (consultation).
          - « A later action on this item happened » : rien à faire.

        """)
  }

  @Test(arguments: Language.allCases)
  func theChecklistOfEightDesksIsOnePage(_ language: Language) throws {
    let desks = [
      "Bibliothèque de droit", "Sciences et santé", "Annexe", "Lettres",
      "Réserve", "Salle de lecture", "IUT Montluçon", "Médiathèque centrale",
    ]
    let lines = try checklist(desks, language).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func theChecklistToPrintHasEveryStep() throws {
    let html = try checklist(["Annexe <2>", nil], .french).html
    #expect(html.contains("<html lang=\"fr\">"))
    #expect(html.contains("<h1>Déchargement dans Alma\u{a0}: liste de"))
    #expect(html.contains("Annexe &lt;2&gt;\u{a0}: 1-Annexe-2.dat, 3 lignes"))
    #expect(html.contains("«\u{a0}Prêt secours / Retour secours\u{a0}»"))
    #expect(html.contains("@page { size: A4;"))
    #expect(html.matches(of: /<li>/).count == 19)
  }

  // MARK: Nothing twice

  @Test func theSameLinesAreRefusedInAllTheirDisguises() throws {
    _ = try made([file(day)])
    #expect(try refused([file(day)]) == [[3, 0]])
    #expect(try refused([file(day, "copy.dat")]) == [[3, 0]])
    #expect(try refused([file(day, "b.dat", desk: "Annexe")]) == [[3, 0]])
    let grown = day + ["202611230800R1"]
    #expect(try refused([file(grown, "grown.dat")]) == [[3, 1]])
    let converted = folder.write(day, to: "lf.dat", end: "\n")
    #expect(try refused([StationFile(path: converted)]) == [[3, 0]])
    let merged = ["202611210800R1", day[0], "202611211000R2", day[2]]
    #expect(try refused([file(merged, "merged.dat")]) == [[2, 2]])
    #expect(
      try refused([
        file(["202611210800R1"], "new.dat"), file([day[1]], "old.dat"),
      ]) == [[0, 1], [1, 0]])
    #expect(try refused([file(day)], .rest) == [[3, 0]])
  }

  @Test func aByteOrderMarkMakesNoLineNew() throws {
    _ = try made([file(day)])
    for lines in [day, [day[0], day[2]]] {
      let marked = ["\u{feff}" + lines[0]] + lines.dropFirst()
      #expect(try refused([file(marked, "bom.dat")]) == [[lines.count, 0]])
    }
    _ = try made([file(["\u{feff}202611250900R1", "202611250901R2"])], in: "2")
    #expect(try refused([file(["202611250900R1"], "b.dat")]) == [[1, 0]])
  }

  @Test func aFileThatWasOnlyMergedIsKnownAgainByItself() throws {
    _ = try made([
      file([day[0], day[2]], "a.dat"), file([day[1]], "b.dat"),
    ])
    #expect(try refused([file([day[1]], "b.dat")]) == [[1, 0]])
  }

  @Test func againMakesItAllTheSame() throws {
    _ = try made([file(day)])
    let kit = try made([file(day)], .again, in: "kit2")
    #expect(kit.uploads.map(\.tally.lineCount) == [3])
    #expect(try ledger.entries().entries.count == 2)
  }

  @Test func theRestIsWhatWasNotHandedOverYet() throws {
    _ = try made([file(day, desk: "Annexe")])
    let grown = [
      day[0], "", "202611210830R7", day[1], day[2], "202611230800R1",
    ]
    let kit = try made(
      [
        file(grown, "a.dat", desk: "Annexe"),
        file([day[1]], "b.dat", desk: "Centre"),
      ], .rest, in: "kit2")
    #expect(kit.uploads.map(\.name) == ["1-Annexe.dat"])
    #expect(kit.uploads.map(\.leftOutCount) == [3])
    #expect(
      try folder.text("kit2/1-Annexe.dat")
        == "202611210830R7\r\n202611230800R1\r\n")
    let rows = try folder.text("kit2/transactions.csv").split(separator: "\r\n")
    let numbers = rows.dropFirst().map { $0.split(separator: ",")[1] }
    #expect(numbers == ["1", "2"])
    #expect(try refused([file(grown, "a.dat")]) == [[5, 0]])
  }

  @Test func theRestOfNewFilesIsAllOfThem() throws {
    let kit = try made([file(day)], .rest)
    #expect(kit.uploads.map(\.leftOutCount) == [0])
    #expect(try folder.text("kit/OffCirc.dat") == folder.text("a.dat"))
  }

  @Test func oneFileIsNotTakenForTwoDesks() throws {
    let one = file(day, "a.dat", desk: "Annexe")
    let other = file(day, "b.dat", desk: "Centre")
    #expect(throws: KitError.sameFile(one, other)) {
      try assembly().make(of: [one, other])
    }
    #expect(try ledger.entries().entries == [])
    #expect(try !names().contains { $0.hasPrefix("kit") })
  }

  @Test func linesAreNotTakenForTwoDesks() throws {
    let one = file(day, "a.dat", desk: "Annexe")
    let grown = day + ["202611230800R1", "202611230801R2"]
    for (lines, end, count) in [
      (grown, "\r\n", 3), (day, "\n", 3), (Array(grown[1...]), "\r\n", 2),
    ] {
      let other = StationFile(
        path: folder.write(lines, to: "b.dat", end: end), desk: "Centre")
      let shared = SharedLines(first: one, second: other, count: count)
      for policy in [KitAssembly.Policy.refuse, .rest, .again] {
        #expect(throws: KitError.sharedLines(shared, isOneDesk: false)) {
          try assembly(policy).make(of: [one, other])
        }
      }
    }
    #expect(try ledger.entries().entries == [])
    // An item can be returned at two desks in one minute.
    _ = try made([
      one, file([day[1], "202611230800R1"], "b.dat", desk: "Centre"),
    ])
  }

  @Test func aFileGivenTwiceIsTakenOnceHoweverItsLinesEnd() throws {
    let text = day.joined(separator: "\n")
    for (index, copy) in [
      text, "\r\n" + text, text + "  \r\n\r\n", "\u{feff}" + text,
    ].enumerated() {
      let kit = try made(
        [file(day), try folder.file("copy", copy)], .again, in: "\(index)")
      #expect(kit.uploads.map(\.tally.lineCount) == [3])
      #expect(kit.uploads.flatMap(\.overlaps).map(\.lineCount) == [3])
    }
  }

  @Test func linesThatAreThereTwiceAreRefused() throws {
    let one = file(day, "a.dat")
    let other = file(["202611200900R1"] + day, "b.dat")
    let shared = SharedLines(first: one, second: other, count: 3)
    #expect(throws: KitError.sharedLines(shared, isOneDesk: true)) {
      try assembly().make(of: [one, other])
    }
    let pasted = file(day + day[1...], "c.dat")
    #expect(throws: KitError.repeatedLines(pasted, count: 2)) {
      try assembly().make(of: [pasted])
    }
    #expect(try ledger.entries().entries == [])
    #expect(try !names().contains { $0.hasPrefix("kit") })
    let kit = try made([one, other], .again)
    #expect(kit.uploads.map(\.tally.lineCount) == [7])
    #expect(kit.uploads.map(\.conflictCount) == [0])
    #expect(kit.uploads.flatMap(\.shared) == [shared])
    _ = try made([pasted], .again, in: "kit2")
    // A scan that beeped twice is one line.
    _ = try made(
      [file(["202611240900R1", "202611240900R1"], "d.dat")], in: "3")
  }

  @Test func whatWasHandedOverIsNotSharedWithTheRest() throws {
    _ = try made([file(day, "a.dat")])
    let grown = file(day + ["202611230800R1"], "a.dat")
    let other = file(["202611200900R1"] + day, "b.dat")
    let kit = try made([grown, other], .rest, in: "kit2")
    #expect(kit.uploads.map(\.tally.lineCount) == [2])
  }

  @Test func linesThatOnlyACRSeparatesAreNoTransactions() throws {
    _ = try made([file(day)])
    let path = folder.write(day, to: "cr.dat", end: "\r")
    #expect(throws: KitError.unreadable(StationFile(path: path))) {
      try assembly(in: "kit2").make(of: [StationFile(path: path)])
    }
  }

  @Test func filesOfNothingAreLeftOut() throws {
    let empty = file([], "empty.dat", desk: "Annexe")
    let kit = try made([empty, file(day, desk: "Centre")])
    #expect(kit.uploads.map(\.name) == ["1-Centre.dat"])
    #expect(kit.emptyFiles == [empty])
    #expect(throws: KitError.nothingToHandOver) {
      try assembly(in: "kit2").make(of: [empty, file(["", " "], "b.dat")])
    }
    #expect(try !names().contains { $0.hasPrefix("kit2") })
  }

  @Test func aFileOfAnotherKindIsNoKit() throws {
    let other = file(["%PDF-1.7", "\u{1}"], "scan.pdf", desk: "Annexe")
    #expect(throws: KitError.unreadable(other, .pdf)) {
      try assembly().make(of: [file(day, desk: "Centre"), other])
    }
    #expect(try ledger.entries().entries == [])
    #expect(try names() == ["a.dat", "ledger", "scan.pdf"])
  }

  // MARK: The folder

  @Test func whatIsInTheWayIsLeftAlone() throws {
    for name in ["kit", ".kit.offcirc-new"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: false)
      folder.write(["mine"], to: name + "/letter.txt")
      #expect(throws: KitError.inTheWay(path: folder.path + "/" + name)) {
        try assembly().make(of: [file(day)])
      }
      #expect(try folder.text(name + "/letter.txt") == "mine\r\n")
      try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }
    folder.write(["mine"], to: "kit")
    #expect(throws: KitError.inTheWay(path: folder.path + "/kit")) {
      try assembly().make(of: [file(day)])
    }
    #expect(try ledger.entries().entries == [])
  }

  @Test func onlyWhatIsKnownAsItsOwnIsRemoved() throws {
    let new = folder.path + "/.kit.offcirc-new"
    for name in ["kit.new", ".kit.offcirc-new"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: false)
      folder.write(day, to: name + "/OffCirc.dat")
    }
    #expect(throws: KitError.inTheWay(path: new)) {
      try assembly().make(of: [file(day)])
    }
    #expect(
      try folder.text(".kit.offcirc-new/OffCirc.dat") == folder.text("a.dat"))
    folder.write([""], to: ".kit.offcirc-new/transactions.csv")
    let inside = StationFile(path: new + "/OffCirc.dat")
    #expect(throws: KitError.unfinished(inside, folder: new)) {
      try assembly().make(of: [inside])
    }
    #expect(try names(in: ".kit.offcirc-new").count == 2)
    _ = try made([StationFile(path: folder.path + "/kit.new/OffCirc.dat")])
    #expect(try names(in: "kit.new") == ["OffCirc.dat"])
    #expect(try !names().contains(".kit.offcirc-new"))
  }

  @Test func anErrorNamesTheFolderThatWasAskedFor() throws {
    #expect(
      throws: FileError(
        operation: .createFolder, path: folder.path + "/none/kit", code: ENOENT)
    ) {
      try assembly(in: "none/kit").make(of: [file(day)])
    }
  }

  @Test func theBlanksAroundADeskAreNotItsName() throws {
    #expect(StationFile(argument: " Annexe =a.dat").desk == "Annexe")
    #expect(StationFile(argument: "  =a.dat").desk == nil)
    #expect(StationFile(argument: "  =a.dat").path == "a.dat")
  }

  @Test func anEmptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/kit", withIntermediateDirectories: false)
    _ = try made([file(day)])
    #expect(try names(in: "kit").count == 5)
  }

  @Test func aFileThatIsNotThereLeavesNothing() throws {
    #expect(throws: FileError.self) {
      try assembly().make(of: [
        file(day), StationFile(path: folder.path + "/none"),
      ])
    }
    #expect(try names() == ["a.dat"])
  }

  /// How many calls change something while a kit is made.
  private func callCount() throws -> Int {
    let folder = TestFolder()
    let disk = FailingFileSystem()
    let path = folder.write(day, to: "a.dat")
    let ledger = Ledger(at: folder.path + "/ledger", fileSystem: disk)
    let assembly = KitAssembly(
      in: folder.path + "/kit", ledger: ledger, words: Language.french.words,
      language: "fr", at: time, disk: disk)
    _ = try assembly.make(of: [StationFile(path: path)])
    return disk.callCount
  }

  @Test func wheneverItIsKilledTheNextRunLeavesOneWholeKit() throws {
    let count = try callCount()
    #expect(count > 20)
    for number in 1...count {
      let disk = FailingFileSystem(at: number, isEnd: true)
      let file = file(day)
      _ = try? assembly(
        disk: disk,
        ledger: Ledger(at: self.ledger.path, fileSystem: disk)
      ).make(of: [file])
      // There is no kit that the ledger knows nothing of.
      if try names().contains("kit") {
        #expect(try ledger.entries().entries.count == 1, "at \(number)")
        #expect(try refused([file]) == [[3, 0]])
      } else {
        let (outcome, _) = try assembly().make(of: [file])
        if case .refused = outcome { Issue.record("at \(number)") }
      }
      #expect(try ledger.entries().entries.count == 1, "at \(number)")
      #expect(try ledger.entries().entries.last?.upload.lineCount == 3)
      #expect(try names(in: "kit").count == 5, "at \(number)")
      #expect(try !names().contains(".kit.offcirc-new"), "at \(number)")
      for name in ["kit", "ledger"] {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
  }

  @Test func whateverFailsLeavesNothingOrIsFinished() throws {
    for number in 1...(try callCount()) {
      let disk = FailingFileSystem(at: number)
      let file = file(day)
      #expect(throws: (any Error).self, "at \(number)") {
        try assembly(
          disk: disk,
          ledger: Ledger(at: self.ledger.path, fileSystem: disk)
        ).make(of: [file])
      }
      let entries = try ledger.entries().entries
      if entries.isEmpty {
        #expect(try names() == ["a.dat", "ledger"], "at \(number)")
      }
      if try !names().contains("kit") { _ = try assembly().make(of: [file]) }
      #expect(try ledger.entries().entries.count == 1, "at \(number)")
      #expect(try names(in: "kit").count == 5, "at \(number)")
      for name in ["kit", "ledger"] {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
  }

  @Test func aKitThatWasCutShortIsFinishedOnlyIfItIsWhole() throws {
    let grown = file(day + ["202611230800R1"], "grown.dat")
    _ = try made([file(day)])
    try PosixFileSystem().rename(
      folder.path + "/kit", to: folder.path + "/.kit.offcirc-new")
    guard
      case (.finished(_, let uploadStatuses), _) = try assembly().make(
        of: [grown])
    else {
      Issue.record("not finished")
      return
    }
    #expect(uploadStatuses.map(\.1.newCount) == [1])
    try PosixFileSystem().rename(
      folder.path + "/kit", to: folder.path + "/.kit.offcirc-new")
    folder.write(["1"], to: ".kit.offcirc-new/checklist.txt")
    guard case (.refused, _) = try assembly().make(of: [grown]) else {
      Issue.record("not refused")
      return
    }
    #expect(try !names().contains(".kit.offcirc-new"))
  }
}
