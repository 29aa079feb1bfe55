import Scanning
import Settings
import Terminal
import Testing

@testable import Station

/// What a scanner sent is one thing: scans, or nothing of it at all.
struct BurstReadingTests {
  private let card = "9921000000164"
  private let book = "37000034179"

  private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  private func desk(
    _ language: Language = .english, suffix: ScannerRules.Suffix = .auto
  ) throws -> DeskSession {
    var rules = ScanRules()
    rules.scanner.suffix = suffix
    let desk = try DeskSession(language: language, rules: rules)
    desk.feed([.burst(.init(card)), .burst(.init(book))])
    return desk
  }

  // MARK: Keys in it

  @Test(arguments: Language.allCases)
  func aKeyInAScanIsNamedAndNothingElseHappens(language: Language) throws {
    let keys: [(Key, String)] = [
      (.function(8), "F8"), (.function(3), "F3"), (.function(4), "F4"),
      (.function(10), "F10"), (.up, language == .english ? "Up" : "Haut"),
      (.control("c"), "Ctrl-C (ETX)"), (.control("q"), "Ctrl-Q (DC1)"),
      (.control("z"), "Ctrl-Z (SUB)"), (.control("u"), "Ctrl-U (NAK)"),
      (.backspace, "BS"), (.escape, "ESC"), (.character("\u{7f}"), "DEL"),
      (.alt("c"), "Alt-C"),
    ]
    for (key, name) in keys {
      let desk = try desk(language)
      let before = desk.screen
      desk.feed([
        .burst(.init(self.keys("370000") + [key] + self.keys("34181")))
      ])
      #expect(desk.list == ["loan \(book) \(card)"])
      #expect(desk.borrower == card)
      #expect(desk.item.isEmpty)
      #expect(desk.focus == .item)
      #expect(desk.notice.contains(name), "\(desk.notice)")
      #expect(desk.notice.contains("370000["))
      #expect(desk.station.notice.kind == .refusal)
      #expect(desk.bells == [1])
      #expect(!desk.isClosed && desk.station.room == nil)
      #expect(desk.screen != before)
    }
  }

  @Test func aKeyThatIsAllOfAScanIsNamed() throws {
    let desk = try desk()
    desk.feed([.burst(.init([.function(10)]))])
    #expect(
      desk.notice
        == "Ignored F10: it came at scanner speed. If you pressed it, press it again."
    )
    #expect(!desk.isClosed)
  }

  @Test func whatTheTerminalSentInsideANumberIsNotSwallowed() throws {
    let desk = try desk()
    let strokes: [Event] =
      [.key(.character("A")), .dropped(5), .key(.character("C"))]
    desk.feed([
      .burst(Burst(strokes.map { .init($0, after: 1) }, end: .enter))
    ])
    #expect(desk.list.count == 1)
    #expect(desk.notice.contains("A[5 unknown bytes]C"))
    // Before the number it is no part of it.
    desk.feed([
      .burst(
        Burst(
          ([.dropped(5)] + "42".map { .key(.character($0)) }).map {
            .init($0, after: 1)
          }, end: .enter))
    ])
    #expect(desk.list.last == "loan 42 \(card)")
    #expect(desk.notice.contains("5 bytes"))
  }

  @Test func aScanOnAButtonIsNoKey() throws {
    let desk = try desk()
    while desk.focus != .operation { desk.press(.tab) }
    desk.feed([.burst(.init(" 42"))])
    #expect(desk.list.last == "loan 42 \(card)")
  }

  // MARK: Frames

  private static let frames: [(before: String, behind: String, Burst.End)] = [
    ("\u{2}", "\u{3}", .enter), ("\u{2}", "\u{4}", .enter),
    ("\u{2}", "\u{3}", .silence), ("\u{2}", "\u{4}", .silence),
    ("\u{1d}", "", .enter), ("", "\u{1d}", .enter), ("\u{1c}", "", .enter),
    ("", "\u{1e}", .enter), ("\u{1d}", "\u{1e}", .enter),
    ("\u{2}\u{1d}", "\u{3}", .enter), ("", "\u{4}", .silence),
    ("", "\u{c}", .silence), ("", "\u{b}", .silence), ("", "\t", .silence),
    ("\u{1d}", "\t", .silence),
  ]

  @Test(arguments: frames)
  func whatFramesAWholeNumberIsTakenOff(
    before: String, behind: String, end: Burst.End
  ) throws {
    let desk = try desk()
    let sent = before + "37000034180" + behind
    desk.feed([.burst(.init(sent, end: end))])
    #expect(desk.list.last == "loan 37000034180 \(card)")
    // Several, one behind the other.
    if end == .silence {
      desk.feed([
        .burst(
          .init(
            before + "42" + behind + before + "43" + behind, end: .silence))
      ])
      #expect(desk.list.suffix(2) == ["loan 42 \(card)", "loan 43 \(card)"])
    }
  }

  @Test(arguments: [
    "\u{2}42", "42\u{3}", "42\u{4}", "42\u{c}", "42\u{b}", "\u{2}42\t",
    "4\u{1d}2", "\u{1d}\u{1d}42", "4\u{2}2", "\u{2}4\u{3}2\u{3}", "\u{2}\u{3}",
    "\u{1d}", "\u{2}4\u{1}2\u{3}", "4\u{4}2", "4\t2", "4\u{0}2", "\u{3}42\u{2}",
    "4\u{1f}2", "4\u{15}2", "4\u{8}2", "4\u{7f}2", "4\u{1a}2",
  ])
  func whatIsNoFrameIsRefused(_ sent: String) throws {
    for language in Language.allCases {
      let desk = try desk(language)
      desk.feed([.burst(.init(sent))])
      #expect(desk.list == ["loan \(book) \(card)"])
      #expect(desk.station.notice.kind == .refusal)
      #expect(desk.bells == [1])
    }
  }

  @Test func scansOfDifferentEndsAreOneThingThatIsRefused() throws {
    for sent in ["42\t43", "42\u{4}43", "42\u{4}43\t", "42\t43\u{c}"] {
      let desk = try desk()
      desk.feed([.burst(.init(sent, end: .silence))])
      #expect(desk.list.count == 1)
      #expect(desk.station.notice.kind == .refusal)
    }
  }

  @Test func aTabMovesOnWhereTheSettingsWantEnter() throws {
    let desk = try desk(suffix: .enter)
    desk.feed([.burst(.init("42\t", end: .silence))])
    #expect(desk.list.count == 1)
    #expect(desk.item == "42")
    desk.feed([.end(.hangup)])
    #expect(desk.list.last == "loan 42 \(card)")
  }

  // MARK: Alt codes

  private func alt(_ digits: String) -> Burst {
    Burst(digits.map { .alt($0) })
  }

  @Test(arguments: [
    ("049051", "13"), ("00490051", "13"), ("049048048", "100"),
    ("049051013", "13"), ("065066045049", "AB-1"),
  ])
  func altCodesAreDecoded(digits: String, text: String) throws {
    let desk = try desk()
    desk.feed([.burst(alt(digits))])
    #expect(desk.list.last == "loan \(text) \(card)")
  }

  @Test(arguments: ["04905", "999999", "001002", "49", "049 51"])
  func altCodesThatAreNoneAreRefused(_ digits: String) throws {
    let desk = try desk()
    desk.feed([.burst(alt(digits))])
    #expect(desk.list.count == 1)
    #expect(desk.station.notice.kind == .refusal)
    if !digits.contains(" ") {
      #expect(desk.notice.contains("Set it to a US keyboard"))
    }
    let mixed = Burst([.alt("0"), .alt("4"), .alt("9"), .character("5")])
    desk.feed([.burst(mixed)])
    #expect(desk.list.count == 1)
  }

  // MARK: What was in the field

  @Test(arguments: Language.allCases)
  func whatWasLeftInTheFieldGivesWayAndIsSaid(language: Language) throws {
    for left in ["k", "3700", "37000034182"] {
      let desk = try desk(language)
      desk.type(left)
      desk.feed([.burst(.init("37000034180"))])
      #expect(desk.list.last == "loan 37000034180 \(card)")
      #expect(desk.list.count == 2)
      #expect(desk.notice.contains(left))
      #expect(desk.bells == [1])
      #expect(desk.item.isEmpty)
    }
  }

  @Test func aPasteThatWasLeftGivesWayToo() throws {
    let desk = try desk()
    desk.feed([.paste("37000034182")])
    desk.feed([.burst(.init("37000034183"))])
    #expect(desk.list.last == "loan 37000034183 \(card)")
    #expect(desk.notice.contains("37000034182"))
  }

  @Test func theSameInTheFieldIsNoOtherNumber() throws {
    let desk = try desk()
    desk.type("42")
    desk.feed([.burst(.init("42"))])
    #expect(desk.list.last == "loan 42 \(card)")
    #expect(desk.bells.isEmpty)
  }

  @Test func whatWasLeftInTheCardsFieldGivesWayToACard() throws {
    let desk = try DeskSession()
    desk.type("k")
    desk.feed([.burst(.init(card))])
    #expect(desk.borrower == card)
    #expect(desk.focus == .item)
    #expect(desk.notice.contains("k was NOT recorded"))
  }

  @Test func aRefusedScanLeavesTheFieldAlone() throws {
    let desk = try desk()
    desk.type("370")
    desk.feed([.burst(.init(keys("37") + [.function(8)] + keys("00")))])
    #expect(desk.item == "370")
    desk.type("1")
    desk.press(.enter)
    #expect(desk.list.last == "loan 3701 \(card)")
  }

  @Test func charactersThatCameLateAreOfTheScanAndNoMoreInTheField() throws {
    let desk = try desk()
    desk.type("k")
    desk.type("42")
    let strokes = "4243".map { Burst.Keystroke(.key(.character($0)), after: 1) }
    desk.feed([.burst(Burst(strokes, end: .enter, typedCount: 2))])
    #expect(desk.list.last == "loan 4243 \(card)")
    #expect(desk.notice.contains("k was NOT recorded"))
  }

  @Test func aScanThatCameInPartsIsRefused() throws {
    let desk = try desk()
    let strokes = "4243".map { Burst.Keystroke(.key(.character($0)), after: 1) }
    desk.feed([.burst(Burst(strokes, end: .enter, isTorn: true))])
    #expect(desk.list.count == 1)
    #expect(desk.notice.hasPrefix("NOT recorded: 4243 came too soon"))
  }

  // MARK: Pages

  @Test func noQuestionIsAnsweredByAScan() throws {
    let desk = try desk()
    desk.press(.function(10))
    #expect(desk.station.isClosing)
    for key: Key in [.function(2), .function(9), .function(10), .escape] {
      desk.feed([.burst(.init(keys("37") + [key] + keys("00")))])
      #expect(desk.station.isClosing)
      #expect(!desk.isClosed)
    }
    desk.feed([.burst(.init("42"))])
    #expect(desk.list.last == "loan 42 \(card)")
    #expect(desk.station.isClosing)
  }

  @Test func silenceEndsAsFewCharactersAsTheNumbersHave() throws {
    var rules = ScanRules()
    #expect(
      try DeskSession(rules: rules).station.shared.knowledge.minimumScanLength
        == 6)
    rules.borrower.lengths = [5, 13]
    #expect(
      try DeskSession(rules: rules).station.shared.knowledge.minimumScanLength
        == 5)
    rules.item.patterns = [try Pattern(#"^T\d{3}$"#)]
    #expect(
      try DeskSession(rules: rules).station.shared.knowledge.minimumScanLength
        == 4)
    rules.item.patterns = [try Pattern(#"^\d+$"#)]
    #expect(
      try DeskSession(rules: rules).station.shared.knowledge.minimumScanLength
        == 3)
  }
}
