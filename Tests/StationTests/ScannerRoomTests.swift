import Circulation
import Glibc
import Scanning
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The page that finds out what a scanner does.
struct ScannerRoomTests {
  /// A librarian in front of the page, with a keyboard and a scanner.
  private final class Visit {
    private(set) var station: Station
    /// What was written into the settings.
    private(set) var written: [ScanRules] = []
    var canWrite = true
    /// How many times the bell rang.
    private(set) var refusedCount = 0
    private(set) var isClosed = false
    private var gate = ScanGate(.auto, minimumScanLength: 3)
    private var now = ContinuousClock.now

    init(_ language: Language = .english, size: Size = .usual) {
      station = Station(
        testingScanner: ScanRules(), size: size, words: language.words,
        settings: "settings.toml", write: { _ in })
      station = Station(
        testingScanner: ScanRules(), size: size, words: language.words,
        settings: "settings.toml",
        write: { [unowned self] rules in
          guard canWrite else {
            throw FileError(
              operation: .write, path: "settings.toml", code: ENOSPC)
          }
          written.append(rules)
        })
    }

    var scanner: ScannerRoom { station.scannerRoom }
    var notice: Notice { station.notice }

    /// Lets time pass in which nothing comes.
    private func wait(_ milliseconds: Int) {
      let end = now + .milliseconds(milliseconds)
      while let patience = gate.timeout(at: now), now + patience <= end {
        now += patience
        take([.tick])
      }
      now = end
    }

    private func take(_ events: [Event]) {
      for event in gate.decide(events, at: now) {
        let effects = station.update([event], at: now)
        if effects.contains(.ring(1)) { refusedCount += 1 }
        if effects.contains(.quit(nil)) { isClosed = true }
      }
    }

    private func send(_ keys: [Key], every milliseconds: Int) {
      for key in keys {
        take([.key(key)])
        wait(milliseconds)
      }
      wait(1_000)
      take([.tick])
    }

    /// Scans, Enter or nothing at the end.
    func scan(
      _ keys: [Key], end: Key? = .enter, every milliseconds: Int = 8
    ) {
      send(keys + [end].compactMap(\.self), every: milliseconds)
    }

    func scan(
      _ text: String, end: Key? = .enter, every milliseconds: Int = 8
    ) {
      scan(text.map { .character($0) }, end: end, every: milliseconds)
    }

    /// Types by hand.
    func type(_ text: String) {
      send(text.map { .character($0) } + [.enter], every: 200)
    }

    func press(_ keys: Key...) { send(keys, every: 300) }

    func paste(_ text: String) {
      take([.paste(text)])
      wait(1_000)
    }

    var screen: String {
      station.view(Palette()).lines.joined(separator: "\n")
    }

    /// The screen as one text, without frame and breaks.
    var text: String {
      station.view(Palette()).lines
        .map { $0.filter { $0 != "│" }.split(separator: " ") }
        .joined().joined(separator: " ")
    }
  }

  private static let digits = "123456".map { Key.character($0) }
  private let cards = (1...5).map { "992100000016\($0)" }
  private let items = (1...5).map { "3700003417\($0)" }

  @Test func whatArrivesIsShownCharacterByCharacter() {
    let visit = Visit()
    #expect(visit.screen.contains("Scan a borrower's card."))
    visit.scan("ààP§", every: 8)
    for text in [
      "à U+00E0 0", "à U+00E0 8", "P U+0050 8", "§ U+00A7 8", "(Enter)",
    ] {
      #expect(visit.screen.contains(text), "\(text)")
    }
    #expect(visit.screen.contains("The scanner adds Enter at the end."))
    #expect(visit.screen.contains("It sends a character every 8 ms."))
    #expect(visit.text.contains("Type the number printed under"))
  }

  // MARK: What labels hold

  /// Every key, and every character of ASCII that is none of the printed.
  private static let keys: [Key] =
    (1...12).map { .function($0) }
    + "abcdefgklnopqrstuvwxyz\\]^_".map {
      .control($0)
    } + [
      .alt("x"), .backTab, .escape, .backspace, .delete, .left, .right, .up,
      .down, .home, .end, .pageUp, .pageDown, .unknown,
    ]

  @Test(arguments: keys, [0, 1, 8, 16])
  func noLabelEndsItOrWritesOrSkips(key: Key, milliseconds: Int) {
    for keys in [
      [key], [key] + Self.digits, Self.digits + [key] + Self.digits,
      Self.digits + [key],
    ] {
      let visit = Visit()
      visit.scan("777777")
      visit.type("777777")
      visit.scan(keys, every: milliseconds)
      #expect(!visit.isClosed)
      #expect(visit.written.isEmpty)
      let wasTaken = visit.scanner.diagnosis.inputs[.item] != nil
      #expect(visit.scanner.stepIndex == (wasTaken ? 3 : 2))
      #expect(wasTaken || visit.notice.kind == .refusal)
    }
  }

  @Test func aKeyInALabelIsNamedWithWhatItDoesAtTheDesk() {
    for (language, sentence) in [
      (
        .english,
        "370000[F8]34181 contains F8. In the station, this key means: delete the selected transaction."
      ),
      (
        .french,
        "370000[F8]34181 contient F8. Sur le poste, cette touche sert à : supprimer la transaction choisie."
      ),
    ] as [(Language, String)] {
      let visit = Visit(language)
      let keys = "370000".map { Key.character($0) } + [.function(8)]
      visit.scan(keys + "34181".map { .character($0) })
      #expect(visit.text.contains(sentence), "\(visit.screen)")
      #expect(visit.screen.contains("F8 8"))
      #expect(visit.refusedCount == 1)
      visit.scan(Self.digits + [.control("c")])
      #expect(visit.text.contains("123456[ETX]"))
      #expect(visit.screen.contains("ETX U+0003 8"))
      #expect(visit.scanner.diagnosis == Diagnosis())
    }
  }

  @Test func aFrameIsSaidAndTakenOff() {
    for (keys, end, names) in [
      ([.control("b")] + Self.digits + [.control("c")], .enter, "STX, ETX"),
      ([.control("b")] + Self.digits + [.control("d")], nil, "STX, EOT"),
      (Self.digits + [.control("]")], .enter, "GS, FS, RS"),
      (Self.digits + [.control("d")], nil, "EOT"),
    ] as [([Key], Key?, String)] {
      let visit = Visit(.french)
      visit.scan(keys, end: end)
      #expect(visit.text.contains("(\(names))"), "\(visit.screen)")
      #expect(
        visit.scanner.diagnosis.inputs[.borrower]?.first?.text == "123456")
    }
  }

  @Test func altCodesAreSaid() {
    let visit = Visit()
    visit.scan("049050051052053054013".map { .alt($0) }, end: nil)
    #expect(visit.text.contains("It types Alt codes"), "\(visit.screen)")
    #expect(visit.scanner.diagnosis.knows("123456"))
  }

  @Test func aTabAtTheEndIsFoundOut() {
    let visit = Visit()
    visit.scan("123456", end: .tab)
    #expect(visit.scanner.proposal.scanner.suffix == .tab)
  }

  // MARK: The way through

  @Test func theWholeVisitEndsWithTheRightSettings() {
    for language in Language.allCases {
      let visit = Visit(language)
      visit.scan("*9921000000161*", end: nil)
      visit.type("9921000000161")
      visit.scan("*37000034171*", end: nil)
      visit.type("37000034171")
      for number in 2...5 {
        visit.scan("*992100000016\(number)*", end: nil)
      }
      for number in 2...5 { visit.scan("*3700003417\(number)*", end: nil) }
      #expect(visit.scanner.step == .done)
      #expect(visit.screen.contains(#"[borrower] patterns = ['^\d{13}$']"#))
      #expect(visit.written.isEmpty)
      visit.press(.function(2))
      #expect(visit.notice.kind == .recorded)
      let rules = visit.written.first
      #expect(rules?.item.patterns.map(\.text) == [#"^\d{11}$"#])
      #expect(rules?.item.lengths == [11])
      #expect(rules?.scanner.strip == [.code39])
      #expect(rules?.scanner.suffix == ScannerRules.Suffix.none)
      #expect(!visit.isClosed)
      visit.press(.escape)
      #expect(visit.isClosed)
    }
  }

  @Test func howFarOneHasComeIsSaid() {
    for (language, third) in [
      (.english, "Step 3 of 12."), (.french, "Étape 3 sur 12."),
    ] as [(Language, String)] {
      let visit = Visit(language)
      visit.scan(cards[0])
      #expect(!visit.screen.contains(third))
      visit.type(cards[0])
      #expect(visit.screen.contains(third))
    }
  }

  @Test func aKeyboardThatGarblesIsNamed() {
    let visit = Visit(.french)
    // With the card, what stands under its bars is skipped.
    visit.press(.function(3))
    visit.scan("ààP§Qç'çHF'P")
    visit.type("00P6A949HF4P")
    #expect(visit.screen.contains("un clavier français (Mac ou belge)"))
    #expect(visit.scanner.proposal.scanner.layout == .frenchMac)
  }

  @Test func aSlipOfTheHandIsMended() {
    let visit = Visit()
    visit.scan("123")
    visit.press(
      .character("1"), .character("3"), .backspace, .character("2"),
      .character("3"), .enter)
    #expect(visit.scanner.diagnosis.printed == [.borrower: "123"])
    #expect(visit.scanner.diagnosis.findings.first == .unchanged)
  }

  @Test func oneStepBackTakesBackWhatWasLearntInIt() {
    let visit = Visit()
    visit.press(.function(4))
    #expect(visit.scanner.step == .scan(.borrower, number: 1))
    visit.scan(cards[0])
    for _ in 1...2 { visit.type("992100000061") }
    #expect(visit.text.contains("Check the scanner's own settings"))
    visit.press(.function(4))
    #expect(visit.scanner.step == .type(.borrower))
    visit.type(cards[0])
    #expect(visit.scanner.diagnosis.findings.first == .unchanged)
    visit.press(.function(4), .function(4))
    #expect(visit.scanner.diagnosis == Diagnosis())
    visit.press(.function(3), .function(4))
    #expect(visit.scanner.step == .scan(.borrower, number: 1))
  }

  @Test func aHandIsNotAScanAndAScanIsNotAHand() {
    let visit = Visit()
    visit.type(cards[0])
    #expect(visit.text.contains("That was typed by hand."))
    visit.paste(cards[0] + "\n")
    #expect(visit.scanner.diagnosis == Diagnosis())
    visit.scan(cards[0])
    visit.scan(cards[0])
    #expect(visit.text.contains("That was a scan."))
    #expect(visit.scanner.step == .type(.borrower))
  }

  @Test func aSlowScannerIsNoHand() {
    let visit = Visit()
    visit.scan(cards[0], every: 40)
    #expect(visit.scanner.diagnosis.knows(cards[0]))
  }

  @Test func theSameAgainIsNotAnother() {
    let visit = Visit(.french)
    visit.scan(cards[0])
    visit.type(cards[0])
    visit.scan(cards[0])
    #expect(visit.text.contains("\(cards[0]) a déjà été scanné."))
    #expect(visit.scanner.step == .scan(.item, number: 1))
  }

  @Test(arguments: Language.allCases)
  func aSmallScreenShowsItTooAndPromisesNoRecording(_ language: Language) {
    let visit = Visit(language, size: Size(columns: 50, rows: 12))
    let words = language.words
    #expect(visit.text.contains(words.instruction(.scan(.borrower, number: 1))))
    #expect(!visit.text.contains("60×16"))
  }

  // MARK: Writing

  @Test func nothingIsWrittenThatWasNotLearnt() {
    let visit = Visit()
    #expect(!visit.screen.contains("F2"))
    visit.press(.function(2))
    #expect(visit.written.isEmpty)
    #expect(visit.text.contains("Nothing to save yet"))
  }

  @Test func whatIsWrittenIsNotOfferedAgain() {
    let visit = Visit()
    visit.scan(cards[0])
    visit.canWrite = false
    visit.press(.function(2))
    #expect(visit.notice.kind == .refusal)
    #expect(visit.screen.contains("F2 Save"))
    visit.canWrite = true
    visit.press(.function(2), .function(2))
    #expect(visit.written.count == 1)
    #expect(!visit.screen.contains("F2 Save"))
    visit.type(cards[0])
    visit.scan(items[0])
    #expect(visit.screen.contains("F2 Save"))
  }

  @Test func aNumberTooShortForSilenceIsSaid() {
    let visit = Visit()
    visit.scan("E0001", end: nil)
    #expect(visit.text.contains("Set it to add Enter"), "\(visit.screen)")
    #expect(visit.text.contains("E0001 is too short (under 6 characters)"))
  }

  @Test(arguments: Language.allCases)
  func whatWillBeWrittenIsSeenOnTheLeastScreen(language: Language) {
    let visit = Visit(language, size: .least)
    // Library Codabar, its letters around it and its last digit right.
    let cards = [
      "29923000000018", "29923000000026", "29923000000034", "29923000000042",
      "29923000000059",
    ]
    visit.scan("A\(cards[0])B")
    visit.type(cards[0])
    visit.press(.function(3))
    for card in cards.dropFirst() { visit.scan("A\(card)B") }
    #expect(visit.text.contains(#"check-digit = "mod10""#), "\(visit.screen)")
    #expect(visit.text.contains(#"strip = ["codabar"]"#))
    // What is refused does not hide them.
    visit.scan("3700".map { Key.character($0) } + [.function(10)])
    #expect(visit.text.contains("[F10]"))
    #expect(visit.text.contains(#"check-digit = "mod10""#), "\(visit.screen)")
  }

  @Test(arguments: Language.allCases, [Size.usual, .least])
  func allOfItFitsOnTheScreen(language: Language, size: Size) {
    let visit = Visit(language, size: size)
    visit.scan("A3 9990 00019 2148B")
    visit.type("39990000192148")
    for line in visit.station.view(Palette(.mono)).lines {
      #expect(line.count == size.columns)
    }
    #expect(visit.screen.contains("F2 "))
    #expect(visit.screen.contains("F4 "))
    #expect(visit.screen.contains("CLSI"))
  }
}
