import Catalogue
import Glibc
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// The room of copies: titles, copies and a copy's page, and what is noted
/// there.
struct CopiesRoomTests {
  private static let items = """
    Barcode;Titre;Auteur;Cote;Localisation;Support;Prix du manuel;N° statut
    3105410;Histoire 3e – Horizons;Dupont A.;M330 DUP;Réserve B;manuel;24,90;1
    3105412;Histoire 3e – Horizons;Dupont A.;M330 DUP;Réserve B;manuel;24,90;2
    3105413;Histoire 3e – Horizons;Dupont A.;M330 DUP;Réserve B;manuel;24,90;6
    3104877;Maths 3e – Sigma;Durand C.;M510 DUR;Réserve A;manuel;30,00;2
    3104878;Maths 3e – Sigma;Durand C.;M510 DUR;Réserve A;manuel;30,00;1
    3109001;Écrire en 3e;;M410 ECR;Réserve A;manuel;;7

    """

  private static let readers = """
    Carte;Nom;Prénom;Classe;Fin de validité;Bloqué
    9921000000164;LAMBERT;Zoé;3B;2030-09-30;
    9921000000165;NGUYEN;Paul;3A;2030-09-30;

    """

  private static func textbooks(notesStates: Bool = true) -> TextbookSettings {
    var textbooks = TextbookSettings()
    textbooks.notesStates = notesStates
    return textbooks
  }

  /// The room, after a desk has lent two copies and taken one back, damaged.
  func room(
    _ language: Language = .english, _ size: Size = .usual,
    notesStates: Bool = true, exported: String = "2018-05-20"
  ) throws -> DeskSession {
    let lists = try KnownLists(
      exported: exported,
      [(kind: .items, text: Self.items), (.borrowers, Self.readers)])
    let desk = try lists.desk(textbooks: Self.textbooks())
    desk.scan("9921000000164", "3105412")
    desk.press(.function(4))
    desk.scan("9921000000165", "3104878")
    desk.press(.function(3))
    desk.scan("3105412")
    desk.press(.right)
    #expect(desk.list.count == 3)
    return try lists.desk(
      size: size, language: language,
      textbooks: Self.textbooks(notesStates: notesStates), copiesAfter: desk)
  }

  private func copiesRoom(_ session: DeskSession) throws -> CopiesRoom {
    try #require(session.station.ground as? CopiesRoom)
  }

  /// The states that the journal on disk has without a return.
  private func stock(_ session: DeskSession) throws -> [String] {
    let replay = try JournalReader.replay(
      path: TestDisk.folder.journal, fileSystem: session.disk)
    return replay?.textbooks.entries.compactMap { entry in
      guard case .condition(let condition) = entry.event,
        condition.returned == nil
      else { return nil }
      return "\(condition.item.text) \(condition.status)"
    } ?? []
  }

  /// The rows of the list, without what stands before and behind them.
  private func rows(_ session: DeskSession, below head: String) -> [String] {
    let lines = session.surface.lines
    let first = session.place(of: head)?.row ?? lines.count
    return lines.dropFirst(first + 1).prefix { !$0.contains(":") }.map {
      String($0.dropFirst().dropLast()).replacing(#/^ +| +$/#, with: "")
        .replacing(#/ {2,}/#, with: " | ")
    }.filter { !$0.isEmpty }
  }

  // MARK: Titles

  @Test func titlesHaveTheCountsOfTheirCopies() throws {
    let room = try room()
    #expect(
      rows(room, below: "Call number") == [
        "▸Histoire 3e – Horizons | Dupont A. | M330 DUP | 2 | 2 | 0 | 1",
        "Maths 3e – Sigma | Durand C. | M510 DUR | 2 | 1 | 1 | –",
        "Écrire en 3e | M410 ECR | 1 | 1 | 0 | –",
      ])
    #expect(room.place(of: "3 titles. In all: 5 copies, 1 to be") != nil)
  }

  @Test func aLaterListThatTellsOfNoLoansLeavesCopiesOut() throws {
    let room = try room(exported: "2018-06-20")
    #expect(
      rows(room, below: "Call number").contains(
        "Maths 3e – Sigma | Durand C. | M510 DUR | 2 | 1 | 1 | –"))
    room.scan("3104878")
    #expect(room.place(of: "NGUYEN Paul, 3A has it") != nil)
  }

  @Test(arguments: [
    ("sig", ["Maths 3e – Sigma"]), ("M330", ["Histoire 3e – Horizons"]),
    ("ecrire", ["Écrire en 3e"]), ("dur", ["Maths 3e – Sigma"]),
    ("4877", ["Maths 3e – Sigma"]), ("3e horiz", ["Histoire 3e – Horizons"]),
    ("sigma histoire", []),
  ])
  func eachLetterThatIsTypedFindsTitles(
    _ text: String, _ titles: [String]
  ) throws {
    let room = try room()
    room.type(text)
    let ground = try copiesRoom(room)
    #expect(
      ground.found.map { ground.holdings.titles[$0].title.title } == titles)
    room.press(.escape)
    #expect(try copiesRoom(room).found.count == 3)
  }

  @Test func wordsThatNothingHasAreSaid() throws {
    let room = try room()
    room.type("xyz")
    room.press(.enter)
    #expect(room.notice == "Nothing here has xyz. Esc: everything.")
    #expect(room.bells == [1])
  }

  @Test func theKeysOfTheRoomDoWhatTheySay() throws {
    let room = try room()
    room.press(.down, .down)
    #expect(room.place(of: "▸Écrire en 3e") != nil)
    room.press(.up, .function(6))
    #expect(room.place(of: "▸3104877") != nil)
    room.press(.pageDown)
    #expect(room.place(of: "▸3104878") != nil)
    room.press(.function(7))
    #expect(room.station.room is ReaderRoom)
    room.press(.escape, .pageUp, .enter)
    #expect(room.place(of: "Item 3104877") != nil)
    room.press(.function(1))
    #expect(room.place(of: "Take stock") != nil)
    room.press(.function(1), .escape)
    #expect(room.place(of: "▸3104877") != nil)
    room.press(.escape)
    #expect(room.place(of: "▸Maths 3e – Sigma") != nil)
    room.press(.control("l"))
    #expect(room.effects == [.redraw])
    room.press(.function(10))
    #expect(room.isClosed)
  }

  // MARK: Copies

  @Test func theCopiesOfATitleHaveStateAndHolder() throws {
    let room = try room()
    room.type("sigma")
    room.press(.enter)
    #expect(
      rows(room, below: "Borrower") == [
        "▸3104877 | 2 good | Réserve A | –",
        "3104878 | 1 new | Réserve A | NGUYEN Paul, 3A | 31 May 2018",
      ])
    room.type("nguy")
    #expect(rows(room, below: "Borrower").count == 1)
    room.press(.escape, .escape)
    #expect(room.place(of: "▸Maths 3e – Sigma") != nil)
    #expect(try copiesRoom(room).filter.text == "sigma")
  }

  @Test func aScanOpensTheCopyAndRecordsNothing() throws {
    let room = try room()
    room.press(.enter)
    room.feed([.burst(.init("3105412"))])
    #expect(room.station.room is ItemRoom)
    #expect(room.notice == "3105412 seen. No loan is recorded here.")
    room.scan("3105410")
    #expect(room.place(of: "Item 3105410") != nil)
    #expect(try room.journal.count == 3)
    room.press(.escape)
    #expect(room.place(of: "Seen now: 2.") != nil)
    #expect(room.place(of: "▸3105410") != nil)
  }

  @Test func anUnknownNumberIsRefused() throws {
    let room = try room()
    room.feed([.burst(.init("4711"))])
    #expect(room.notice.contains("4711 is in no list and in no journal."))
    #expect(room.bells == [1])
    room.scan("3105412", "4711")
    #expect(room.notice.contains("4711 is in no list and in no journal."))
    #expect(room.place(of: "Item 3105412") != nil)
  }

  @Test func aCardOpensTheBorrowerAndNothingIsChangedThere() throws {
    let room = try room()
    room.scan("9921000000165")
    #expect(room.place(of: "NGUYEN Paul") != nil)
    for key in [Key.function(6), .function(7), .function(8)] {
      room.press(key)
      #expect(room.notice.hasPrefix("Loans are only shown here."), "\(key)")
    }
    room.press(.function(2), .function(3), .function(4), .function(5))
    #expect(room.station.room is ReaderRoom)
    #expect(try room.journal.count == 3)
  }

  @Test func escLeadsFromTheBorrowerBackToTheCopy() throws {
    let room = try room()
    room.scan("3104878")
    room.press(.function(7))
    #expect(room.station.roomNames == ["ItemRoom", "ReaderRoom"])
    room.press(.escape)
    #expect(room.station.roomNames == ["ItemRoom"])
    room.press(.escape)
    #expect(room.station.room == nil)
  }

  @Test func theBorrowersKeyIsShownWhereThereIsABorrower() throws {
    let room = try room()
    room.scan("3104877")
    #expect(room.place(of: "F8: to be deleted.") != nil)
    #expect(room.place(of: "F7") == nil)
    room.scan("3104878")
    #expect(room.place(of: "F7: borrower.") != nil)
    room.press(.function(7))
    #expect(room.station.room is ReaderRoom)
  }

  @Test func helpPromisesNoChangeOfLoans() throws {
    let look = Look(try room().station.shared, Palette())
    let help = CopiesHelpPage(notesStates: true).lines(look, width: 76)
      .map(\.text).joined(separator: " ")
    #expect(help.contains("the borrower of the copy"))
    #expect(!help.contains("another card"))
  }

  // MARK: States

  @Test func leftAndRightNoteAStateWithoutAReturn() throws {
    let room = try room()
    room.scan("3104877")
    room.press(.right)
    #expect(try stock(room) == ["3104877 3"])
    #expect(room.place(of: "3 slightly damaged, since 31 May 2018") != nil)
    #expect(
      room.notice == "3104877 is 3 slightly damaged. Ctrl-Z to undo.")
    room.press(.left, .left)
    #expect(try stock(room).last == "3104877 1")
    room.press(.left)
    #expect(try stock(room).count == 3)
    room.press(.control("z"), .control("z"), .control("z"), .control("z"))
    #expect(
      try stock(room).suffix(3) == ["3104877 2", "3104877 3", "3104877 2"])
  }

  @Test func anotherCopysStateIsNotTakenBack() throws {
    let room = try room()
    room.scan("3104877")
    room.press(.right)
    room.scan("3104878")
    room.press(.control("z"))
    #expect(try stock(room) == ["3104877 3"])
  }

  @Test func aCopyIsMarkedAndTakenBackWithItsStateBefore() throws {
    let room = try room()
    room.press(.enter, .down, .enter)
    room.press(.function(8))
    #expect(room.station.question != nil)
    // A scan is no answer, and Enter neither.
    room.press(.enter, .escape)
    #expect(room.station.room is ItemRoom)
    #expect(try stock(room).isEmpty)
    room.press(.function(8), .function(8))
    #expect(try stock(room) == ["3105412 6"])
    #expect(room.place(of: "6 to be deleted") != nil)
    room.press(.right)
    #expect(room.notice.contains("3105412 is to be deleted."))
    room.press(.escape)
    #expect(
      room.place(of: "1 copy: 1 in, 0 out. To be deleted: 2.") != nil)
    room.press(.enter, .function(8))
    #expect(try stock(room) == ["3105412 6", "3105412 3"])
    #expect(room.place(of: "3 slightly damaged") != nil)
  }

  @Test func aKeyThatIsHeldMarksNothing() throws {
    let room = try room()
    room.scan("3104877")
    room.pause = .milliseconds(50)
    room.press(
      .function(8), .function(8), .function(8), .function(8), .function(8))
    #expect(try stock(room).isEmpty)
  }

  @Test func whatTheDiskRefusesIsSaidAndNotNoted() throws {
    let room = try room()
    room.scan("3104877")
    room.disk.journalFailure = (.write, ENOSPC)
    room.press(.right)
    #expect(room.notice.hasPrefix("State NOT noted."))
    #expect(room.place(of: "2 good") != nil)
    room.disk.journalFailure = nil
    room.press(.right)
    #expect(try stock(room) == ["3104877 3"])
  }

  @Test func withoutTheSettingStatesAreNotNoted() throws {
    let room = try room(notesStates: false)
    room.scan("3104877")
    room.press(.right)
    #expect(room.notice.contains("set states = true under [textbooks]"))
    room.press(.function(8))
    #expect(room.station.question == nil)
    #expect(try stock(room).isEmpty)
    #expect(room.place(of: "slightly damaged") == nil)
    room.press(.escape)
    #expect(room.place(of: "In all: 6 copies") != nil)
  }

  @Test func withoutListsTheRoomSaysWhatToDo() throws {
    let lists = try KnownLists([(.borrowers, Self.readers)])
    let desk = try lists.desk(textbooks: Self.textbooks())
    let room = try lists.desk(
      textbooks: Self.textbooks(), copiesAfter: desk)
    #expect(room.place(of: "offcirc catalogue import") != nil)
    room.press(.enter)
    #expect(!room.isClosed)
  }

  // MARK: The page at the desk

  @Test func theDeskShowsTheSamePage() throws {
    let desk = try KnownLists(
      [(kind: .items, text: Self.items), (.borrowers, Self.readers)]
    ).desk(textbooks: Self.textbooks())
    desk.scan("9921000000164", "3105412")
    desk.press(.function(6))
    #expect(desk.place(of: "LAMBERT Zoé, 3B has it, since") != nil)
    #expect(desk.place(of: "State:") != nil)
    #expect(desk.place(of: "All loans:") != nil)
    desk.press(.right)
    #expect(try stock(desk) == ["3105412 3"])
    desk.press(.control("z"))
    #expect(try stock(desk) == ["3105412 3", "3105412 2"])
    // There, F8 deletes the line.
    desk.press(.function(8))
    #expect(desk.list.isEmpty)
    #expect(desk.place(of: "has it") == nil)
  }
}
