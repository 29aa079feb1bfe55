import Catalogue
import Circulation
import Settings
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload

/// Kits made where there is a catalogue.
struct KitRehearsalTests: KitMaking, Rehearsing {
  let folder = TestFolder()

  private func known() throws -> Catalogue {
    try catalogue(
      """
      barcode,title,item policy
      1001,Atlas,Prêt normal
      1003,Annales,Exclu du prêt
      1004,Algèbre,Exclu du prêt

      """,
      "card number,name,block\nC1,Nomdefamille,\nC2,Nomdefamille,1\n",
      level: .names)
  }

  private func kit(
    _ files: [StationFile], _ catalogue: Catalogue?,
    _ language: Language = .english
  ) throws -> Kit? {
    let assembly = KitAssembly(
      in: folder.path + "/kit", ledger: ledger, words: language.words,
      language: language.rawValue, catalogue: catalogue, at: time)
    guard case .made(let kit) = try assembly.make(of: KitRequest(files)).0
    else { return nil }
    return kit
  }

  @Test(arguments: [Language.english, .french])
  func aKitHasItsRehearsal(_ language: Language) throws {
    let lines = [loan("1003", "C1"), loan("1001", "C9"), loan("1004", "C2")]
    let one = file(lines, "a.dat", desk: "A")
    let other = file([loan("1003", "C1")], "b.dat", desk: "B")
    let kit = try #require(try kit([one, other], known(), language))
    let rehearsal = try #require(kit.rehearsal)
    #expect(rehearsal.needsAttention)
    #expect(rehearsal.summary.count(of: .fails) == 1)
    #expect(rehearsal.itemsNotForLoan == ["1003", "1004"])
    #expect(
      try folder.text("kit/not-for-loan.csv")
        == "Barcode\r\n1003\r\n1004\r\n")
    let page = try folder.text("kit/rehearsal.txt")
    #expect(page.contains("User not found. Barcode: C9"))
    #expect(page.contains("1-A.dat:2"))
    let words = language.words
    let checklist = try folder.text("kit/checklist.txt")
      .collapsingWhitespace
    for step in [
      words.stepBeforeUpload(rehearsal), words.stepAfterUpload(rehearsal),
    ].compactMap(\.self) {
      #expect(checklist.contains(step.collapsingWhitespace))
    }
    #expect(try DigestList(ofFolder: kit.folder).isChanged == false)
  }

  @Test func noNameOfABorrowerIsInTheKit() throws {
    _ = try kit([file([loan("1003", "C1"), loan("1001", "C2")])], known())
    for name in try names(in: "kit") {
      #expect(try !folder.text("kit/" + name).contains("Nomdefamille"))
    }
  }

  @Test func withoutACatalogueAKitIsAsBefore() throws {
    let kit = try #require(try kit([file(day)], nil))
    #expect(kit.rehearsal == nil)
    #expect(try !names(in: "kit").contains("rehearsal.txt"))
  }

  @Test func whatGoesAsMeantNeedsNobody() throws {
    let kit = try #require(try kit([file([loan("1001", "C1")])], known()))
    #expect(kit.rehearsal?.needsAttention == false)
    #expect(try !names(in: "kit").contains("not-for-loan.csv"))
  }

  @Test func aDamagedCatalogueKeepsNobodyFromAKit() throws {
    let catalogue = try known()
    // Its pages after the first are zeros.
    let path = folder.path + "/catalogue"
    let size = try PosixFileSystem().open(path, for: .reading).length()
    let file = try PosixFileSystem().open(path, for: .writing)
    let zeros = [UInt8](repeating: 0, count: size - 8_192)
    try file.write(zeros.span, at: 8_192)
    let kit = try #require(
      try kit([self.file([loan("1003", "C1"), loan("9", "C1")])], catalogue))
    #expect(kit.catalogueError != nil)
    #expect(kit.rehearsal == nil)
    #expect(try names(in: "kit").contains("OffCirc.dat"))
  }
}
