import Circulation
import Foundation
import Settings
import Station
import Support
import Tables
import Testing
import Typesetting

@testable import Languages
@testable import Offload

/// The files of a kit.
@Suite struct KitTests: KitMaking {
  let folder = TestFolder()

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
    #expect(kit.uploads.map(\.content.summary.lineCount) == [3])
    for name in try names(in: "kit").map({ "kit/" + $0 }) {
      #expect(try permissions(of: name) == 0o600)
    }
    #expect(try permissions(of: "kit") == 0o700)
  }

  private func permissions(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(
      atPath: folder.path + "/" + name)[.posixPermissions] as? Int
  }

  @Test func aKitOfFilesAsDecidedNamesTheStationsAndTheLedgerKnowsThem() throws
  {
    let stations = [file([day[0]], "one.dat"), file([day[1]], "two.dat")]
    let decided = file(Array(day.prefix(2)), "decided.dat")
    let (outcome, _) = try assembly().make(
      of: KitRequest([decided], madeOf: [decided.path: stations]))
    guard case .made(let kit) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(kit.uploads.map(\.stations) == [stations])
    let checklist = try folder.text("kit/checklist.txt")
    #expect(checklist.contains("one.dat") && checklist.contains("two.dat"))
    #expect(!checklist.contains("decided.dat"))
    let reading = try ledger.entries()
    for station in stations + [decided] {
      #expect(try reading.knows(fileAt: station.path))
    }
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
}
