import Catalogue
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// Copies that come back with a state, and who brings them.
struct StateTests {
  private static let items = """
    Barcode;Titre;Cote;Prix du manuel;N° statut
    3105412;Histoire 3e – Horizons;M330 DUP;24,90;2
    3104877;Maths 3e – Sigma;M510 DUR;30,00;2
    3104878;Maths 3e – Sigma;M510 DUR;30,00;1

    """

  private static let readers = """
    Carte;Nom;Prénom;Classe;Fin de validité;Bloqué
    9921000000164;LAMBERT;Zoé;3B;2017-09-30;amende
    9921000000165;NGUYEN;Paul;3A;2030-09-30;

    """

  private func desk(
    _ language: Language = .english, size: Size = .usual
  ) throws -> DeskSession {
    var textbooks = TextbookSettings()
    textbooks.notesStates = true
    return try KnownLists(
      [(kind: .items, text: Self.items), (.borrowers, Self.readers)]
    ).desk(size: size, language: language, textbooks: textbooks)
  }

  /// A desk at which each copy of a title is lent to another pupil.
  private func deskWithLoans() throws -> DeskSession {
    let desk = try desk()
    desk.scan("9921000000165", "3104877")
    desk.press(.function(4))
    // Her card has expired.
    desk.scan("9921000000164", "9921000000164", "3104878", "3105412")
    #expect(desk.list.count == 3)
    desk.press(.function(3))
    return desk
  }

  /// The states that the journal on disk has.
  private func states(_ desk: DeskSession) throws -> [Int] {
    let replay = try JournalReader.replay(
      path: TestDisk.folder.journal, fileSystem: desk.disk)
    return replay?.textbooks.entries.compactMap { entry in
      guard case .condition(let condition) = entry.event else { return nil }
      return condition.status
    } ?? []
  }

  @Test func leftAndRightMakeACopyBetterOrWorse() throws {
    let desk = try deskWithLoans()
    desk.scan("3105412")
    #expect(desk.place(of: "at start: 2 good") != nil)
    #expect(desk.place(of: "[2 good]") != nil)
    #expect(try states(desk).isEmpty)
    desk.press(.right)
    #expect(desk.place(of: "[3 slightly damaged]") != nil)
    #expect(desk.place(of: "fine 8.30 €") != nil)
    #expect(desk.place(of: "Return 2→3") != nil)
    #expect(desk.notice.contains("1/3 of 24.90 € = 8.30 €"))
    desk.press(.left)
    #expect(desk.place(of: "[2 good]") != nil)
    #expect(desk.place(of: "fine") == nil)
    #expect(try states(desk).count == 2)
    desk.press(.left, .left, .left)
    #expect(desk.place(of: "[1 new]") != nil)
    #expect(try states(desk).count == 3)
  }

  @Test func aCodeOnTheSheetNotesItsState() throws {
    let desk = try deskWithLoans()
    desk.scan("3105412", "%STATE-3%")
    #expect(desk.place(of: "[3 slightly damaged]") != nil)
    #expect(desk.place(of: "Return 2→3") != nil)
    #expect(desk.notice.contains("1/3 of 24.90 € = 8.30 €"))
    #expect(try states(desk) == [3])
    // In one burst, too, it is the state of the copy before it.
    desk.feed(.scan("3104877") + .scan("%STATE-4%"))
    #expect(try states(desk) == [3, 4])
    #expect(desk.place(of: "3104877  Maths 3e") != nil)
    #expect(desk.place(of: "Return 2→4") != nil)
  }

  @Test func aCodeForAStateIsRefusedWithoutAReturn() throws {
    let desk = try deskWithLoans()
    desk.scan("%STATE-3%")
    #expect(desk.notice.contains("%STATE-3%: scan a copy in Return first"))
    desk.press(.function(3))
    desk.scan("%STATE-3%")
    #expect(desk.notice.contains("scan a copy in Return first"))
    #expect(try states(desk).isEmpty)
    let plain = try KnownLists().desk()
    plain.press(.function(3))
    plain.scan("37000034179", "%STATE-3%")
    #expect(plain.notice.contains("%STATE-3%: set states = true"))
    #expect(plain.list.count == 1)
  }

  @Test func aCodeIsNotTakenForTheCopyBeforeOneThatIsDoubted() throws {
    let desk = try deskWithLoans()
    desk.scan("3105412")
    desk.disk.journalFailure = (.write, 28)
    desk.scan("3104877")
    desk.scan("%STATE-5%")
    desk.disk.journalFailure = nil
    desk.tick()
    #expect(try states(desk).isEmpty)
    #expect(desk.list.suffix(2) == ["return 3105412", "return 3104877"])
  }

  @Test func aListOfALaterDayIsNoStateAtTheStart() throws {
    var textbooks = TextbookSettings()
    textbooks.notesStates = true
    let desk = try KnownLists(
      exported: "2018-06-02", [(kind: .items, text: Self.items)]
    ).desk(textbooks: textbooks)
    desk.press(.function(3))
    desk.scan("3105412")
    #expect(desk.place(of: "at start: 2 good") == nil)
    desk.press(.right, .right)
    // The amount has to be decided, as offcirc fines says too.
    #expect(desk.place(of: "24.90") == nil && desk.place(of: "8.30") == nil)
    #expect(desk.place(of: "?→3") != nil)
  }

  @Test func aTypedNumberKeepsItsArrows() throws {
    let desk = try deskWithLoans()
    desk.scan("3105412")
    desk.type("31")
    desk.press(.left, .right)
    #expect(try states(desk).isEmpty)
    #expect(desk.item == "31")
  }

  @Test func theChosenLineHasTheState() throws {
    let desk = try deskWithLoans()
    desk.scan("3105412", "3104877")
    desk.press(.up, .right)
    #expect(desk.place(of: "3105412  Histoire 3e – Horizons") != nil)
    #expect(
      desk.station.desk.condition(
        ofReturn: desk.station.desk.unsaved[3].sequence) == 3)
    desk.press(.up, .right)
    #expect(desk.notice.contains("is not a return"))
    #expect(try states(desk).count == 1)
  }

  @Test func aCopyOfAnotherIsTakenBackForItsHolder() throws {
    let desk = try deskWithLoans()
    // No loan: neither a block nor an old card is asked about.
    desk.scan("9921000000164")
    #expect(desk.place(of: "Returned by") != nil)
    #expect(desk.notice.contains("Returned by 9921000000164"))
    desk.scan("3105412")
    #expect(desk.place(of: "⇄") == nil)
    desk.scan("3104877")
    #expect(desk.place(of: "⇄") != nil)
    #expect(desk.notice.contains("NGUYEN Paul had 3104877."))
    #expect(desk.notice.contains("LAMBERT Zoé still has 3104878"))
    let returned = desk.station.desk.unsaved.suffix(2)
    #expect(
      returned.map { desk.station.desk.bringer(ofReturn: $0.sequence)?.text }
        == [nil, "9921000000164"])
    // The next loan is not lent to who brought something.
    desk.press(.function(3))
    #expect(desk.borrower.isEmpty)
  }

  @Test func theStateIsThereAgainAfterARestart() throws {
    let desk = try deskWithLoans()
    desk.scan("3105412")
    desk.press(.right, .function(3))
    desk.scan("9921000000165", "3105412")
    desk.press(.function(3))
    desk.scan("3105412")
    #expect(desk.place(of: "at start: 3 slightly damaged") != nil)
  }

  @Test(arguments: [Language.english, .french])
  func allIsSeenInASmallWindow(_ language: Language) throws {
    let desk = try desk(language, size: Shared.minimumSize)
    desk.press(.function(3))
    desk.scan("3105412")
    desk.press(.right)
    let label = language == .english ? "slightly damaged" : "un peu abîmé"
    #expect(desk.place(of: "[3 \(label)]") != nil)
    #expect(desk.place(of: "2→3") != nil)
  }

  @Test func withoutTheSettingNothingIsDifferent() throws {
    let desk = try KnownLists().desk()
    desk.press(.function(3))
    desk.scan("37000034179")
    desk.press(.right)
    #expect(try states(desk).isEmpty)
    #expect(desk.place(of: "[2 good]") == nil)
    desk.scan("9921000000165")
    #expect(desk.station.desk.borrower == nil)
  }

  @Test func helpNamesTheKeysOfStatesWhereTheyWork() throws {
    let plain = try DeskSession(size: Size(columns: 200, rows: 200))
    plain.press(.function(1))
    #expect(plain.place(of: "the copy is worse") == nil)
    let desk = try desk(size: Size(columns: 200, rows: 200))
    desk.press(.function(3), .function(1))
    #expect(desk.place(of: "the copy is worse") != nil)
  }
}
