import Catalogue
import Circulation
import Settings
import Terminal
import Testing

@testable import Station

/// The one table of keys: what it says is what happens.
struct KeyBindingTests {
  @Test func noKeyIsDeclaredTwiceInOneContext() {
    for context in KeyContext.allCases {
      let keys = KeyBinding.all.filter { $0.context == context }
        .flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(context)")
    }
  }

  @Test func everyActHasAKey() {
    #expect(Set(KeyBinding.all.map(\.action)) == Set(Action.allCases))
  }

  @Test func questionsAreAnsweredByKeysThatNoScannerTypes() {
    for binding in KeyBinding.all
    where [.page, .closing, .marking, .archiving].contains(binding.context) {
      for key in binding.keys {
        switch key {
        case .character, .enter, .tab, .backspace:
          Issue.record("\(key) answers in \(binding.context)")
        default: break
        }
      }
    }
  }

  /// The keys that are pressed at a desk: those of copies and of the hand-out
  /// have tests of their own.
  private static let elsewhere: Set<KeyContext> = [
    .scanner, .copyState, .copies, .marking, .handOut, .morning,
    .collecting, .looking, .preparing, .ticking, .reporting, .puttingAway,
    .archiving,
  ]

  @Test(
    arguments: KeyBinding.all.filter { !elsewhere.contains($0.context) })
  func everyKeyDoesWhatItSays(_ binding: KeyBinding) throws {
    for key in binding.keys {
      let desk = try self.desk(in: binding.context)
      if binding.context == .field,
        [.lineUp, .lineDown].contains(binding.action)
      {
        // What is typed holds the line.
        desk.press(.escape, .pageUp)
      }
      let before = desk.station
      desk.press(key)
      #expect(
        try hasDone(binding.action, desk, before, context: binding.context),
        "\(key) in \(binding.context)")
    }
  }

  @Test(arguments: Language.allCases)
  func mnemonicsAreUniquePerLanguageAndOperation(
    _ language: Language
  ) throws {
    let desk = try DeskSession(language: language)
    for _ in 0..<2 {
      let buttons = desk.station.layout.buttons
      let letters = buttons.compactMap(\.mnemonic)
      #expect(letters.count == buttons.count)
      #expect(Set(letters).count == letters.count)
      desk.press(.function(3))
    }
  }

  @Test(arguments: Language.allCases)
  func altWithItsLetterPressesEachButton(_ language: Language) throws {
    let presses: [(Control, (DeskSession) throws -> Bool)] = [
      (.clear, { $0.borrower.isEmpty }),
      (.record, { $0.list.count == 2 && $0.item.isEmpty }),
      (.save, { try $0.savedLines.count == 1 }),
      (.delete, { $0.list.isEmpty }),
      (.help, { $0.station.showsHelp }),
      (.close, { $0.station.isClosing }),
    ]
    for (control, hasWorked) in presses {
      let desk = try DeskSession(language: language)
      desk.scan("9921000000164", "101")
      desk.type("102")
      let letter = try #require(
        desk.station.layout.button(of: control)?.label.mnemonic)
      desk.press(.alt(letter))
      #expect(try hasWorked(desk), "\(letter)")
    }
  }

  @Test func altWithAnyOtherLetterDoesNothing() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "101")
    let letters = desk.station.layout.buttons.compactMap(
      \.button.label.mnemonic)
    let before = desk.screen
    for letter in "abcdefghijklmnopqrstuvwxyz" where !letters.contains(letter) {
      desk.press(.alt(letter))
    }
    #expect(desk.screen == before)
  }

  @Test func aScanCloseBehindEscLosesNoCharacter() throws {
    // The terminal gives Esc and the first character as Alt.
    for page in [Key.function(1), .function(10)] {
      let desk = try DeskSession()
      desk.scan("9921000000164", "101")
      desk.press(page)
      desk.feed([.key(.alt("3"))] + .scan("7000034179"))
      #expect(desk.list.last == "loan 37000034179 9921000000164")
      #expect(desk.station.room == nil)
    }
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.feed([.key(.alt("T"))] + .scan("OTO31400"))
    #expect(desk.list == ["loan TOTO31400 9921000000164"])
  }

  @Test func aControlCharacterInAScanIsRefusedWithIt() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.type("12")
    desk.press(.control("e"))
    desk.scan("34")
    #expect(desk.list.isEmpty)
    #expect(
      desk.screen.contains("Refused: 12^E34 contains \"^E\" (U+0005)."))
  }

  @Test func tabVisitsEveryControlThatIsEnabledAndComesBack() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "101")
    desk.type("102")
    desk.press(.backTab)
    var visited: [Control] = []
    repeat {
      visited.append(desk.focus)
      desk.press(.tab)
    } while desk.focus != visited[0] && visited.count < 20
    #expect(visited == Control.tabOrder)
    for control in visited.reversed() {
      desk.press(.backTab)
      #expect(desk.focus == control)
    }
  }

  // MARK: One context, and what an act has done in it

  /// A desk with a borrower, thirty loans and an item half typed, where the
  /// focus or the page is what the context says.
  private func desk(in context: KeyContext) throws -> DeskSession {
    if context == .state { return try deskOfReturns() }
    let desk =
      context == .itemRoom
      ? try KnownLists([(.items, "Barcode;Titre\n" + titles)])
        .desk(size: .least) : try DeskSession(size: .least)
    desk.scan("9921000000164")
    desk.feed((101...130).flatMap { [Event].scan("\($0)") })
    // For Undo, a deletion.
    desk.scan("131")
    desk.press(.function(8))
    desk.type("abc")
    desk.press(.left)
    switch context {
    case .desk, .field, .state: break
    case .button: while desk.focus != .help { desk.press(.tab) }
    case .choice: while desk.focus != .operation { desk.press(.tab) }
    case .list:
      while desk.focus != .list { desk.press(.tab) }
      desk.press(.up, .up)
    case .lineRoom:
      desk.press(.function(5))
      desk.scan("9921000000164")
      desk.press(.down, .down)
    case .itemRoom: desk.press(.function(6))
    case .page: desk.press(.function(1), .down, .down)
    case .closing:
      desk.press(.control("u"))
      desk.press(.function(10))
    case .paste:
      desk.press(.control("u"))
      desk.feed([.paste("131\n132\n")])
    // Their keys are not pressed at a desk.
    case .scanner, .copyState, .copies, .marking, .handOut, .morning,
      .collecting, .looking, .preparing, .ticking, .reporting,
      .puttingAway, .archiving:
      break
    }
    if context == .desk { desk.press(.pageUp) }
    return desk
  }

  /// A desk with a copy that came back in good state.
  private func deskOfReturns() throws -> DeskSession {
    var textbooks = TextbookSettings()
    textbooks.notesStates = true
    let desk = try DeskSession(size: .least, textbooks: textbooks)
    desk.press(.function(3))
    desk.scan("101")
    desk.press(.right)
    return desk
  }

  private func state(_ station: Station) -> Int? {
    station.desk.unsaved.last.flatMap {
      station.desk.condition(ofReturn: $0.sequence)
    }
  }

  private let titles = (101...131).map { "\($0);Titre \($0)\n" }.joined()

  private func hasDone(
    _ action: Action, _ desk: DeskSession, _ before: Station,
    context: KeyContext
  ) throws -> Bool {
    let station = desk.station
    switch action {
    case .help: return station.showsHelp
    case .afterOutage:
      return station.showsAfterOutage
    case .day: return station.room is DayPage
    case .save: return try desk.savedLines.count == 30
    case .switchOperation, .chooseOther, .chooseReturn:
      return station.desk.operation == .return
    case .chooseLoan:
      // Loan was chosen already; what shows is that the item is next.
      return station.desk.operation == .loan && station.focus == .item
    case .clear: return desk.borrower.isEmpty
    case .delete:
      return desk.list.count == 29
        && !desk.station.desk.unsaved.map(\.sequence)
          .contains(before.selection ?? -1)
    case .find: return station.room is FindRoom
    case .amend: return station.room is AmendRoom
    case .reader: return station.room is ReaderRoom
    case .choose:
      return station.focus == .list
        && desk.selected?.hasPrefix("loan 128") == true
    case .slip: return desk.notice == station.words.noSlips()
    case .close: return station.isClosing
    case .redraw: return desk.effects == [.redraw]
    case .undo: return desk.list.last == "loan 131 9921000000164"
    case .next: return station.focus == neighbour(of: before, 1)
    case .previous: return station.focus == neighbour(of: before, -1)
    case .enter: return desk.list.last == "loan abc 9921000000164"
    case .fieldLeft: return station.itemField.cursor == 1
    case .fieldRight: return station.itemField.cursor == 3
    case .fieldHome: return station.itemField.cursor == 0
    case .fieldEnd: return station.itemField.cursor == 3
    case .eraseBefore: return desk.item == "ac"
    case .eraseAfter: return desk.item == "ab"
    case .eraseField: return desk.item.isEmpty
    case .betterState: return state(station) == 1
    case .worseState: return state(station) == 3
    case .press: return station.showsHelp
    case .lineUp: return line(station) == line(before) - 1
    case .lineDown: return line(station) == line(before) + 1
    case .pageUp:
      return context == .page
        ? line(station) == 0
        : line(station) == line(before) - station.layout.list.area.height
    case .pageDown:
      return line(station)
        == line(before)
        + (context == .page
          ? help(station).lineCount
          : station.layout.list.area.height)
    case .first: return line(station) == 0
    case .last:
      return line(station)
        == (context == .page
          ? help(station).lastFirstLine : 29)
    case .saveAndClose:
      return try desk.isClosed && desk.savedLines.count == 30
    case .keepAndClose:
      return try desk.isClosed && desk.savedLines.isEmpty
        && desk.list.count == 30
    // Nothing would be lost here: it is no answer.
    case .discardAndClose: return station.isClosing && !desk.isClosed
    case .goBack: return station.room == nil && !desk.isClosed
    // That is for the page After the outage.
    case .dismissWarning: return station.roomNames == before.roomNames
    case .recordPaste: return station.room == nil && desk.list.count == 32
    case .dropPaste: return station.room == nil && desk.list.count == 30
    case .writeSettings, .skipScan, .stepBack, .leave, .open, .levelUp,
      .holder, .toDelete, .undoState, .give, .switchOrder, .markAbsent,
      .refuseTitle,
      .nextTurn, .previousTurn, .takeBack, .nextStage, .previousStage,
      .nameDesk, .keepLines, .takeOut, .swapNumbers, .correctItem,
      .correctBorrower, .correctReader, .shiftTimes, .orderLines,
      .undoDecision, .makeKit, .tick, .giveReport, .writeCorrections, .copyNote,
      .archiveStations, .archiveStation, .skipStation:
      return false
    }
  }

  private func help(_ station: Station) -> TextPageView {
    TextPageView(HelpPage(station.desk), Look(station.shared, Palette()))
  }

  /// The line that is chosen in the list, or first on the Help page.
  private func line(_ station: Station) -> Int {
    if let line = station.firstLineOfPage { return line }
    if let room = station.room as? FindRoom { return room.chosen }
    return station.selection
      .flatMap(station.desk.unsaved.index(ofSequence:)) ?? -1
  }

  private func neighbour(of station: Station, _ step: Int) -> Control {
    let enabled = Control.tabOrder.filter(station.isEnabled)
    let index = enabled.firstIndex(of: station.focus) ?? 0
    return enabled[(index + step + enabled.count) % enabled.count]
  }
}
