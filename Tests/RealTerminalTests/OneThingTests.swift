import Circulation
import Foundation
import Support
import Testing

/// A scan is one thing in the built program too, whatever is in it, however it
/// comes, and however busy the machine is.
@Suite(.serialized)
struct OneThingTests {
  private let folder = TestFolder()
  private let card = "9921000000164"

  private func items(in other: TestFolder? = nil) throws -> [String] {
    try JournalReader.replay(
      path: (other ?? folder).files + "/OffCirc.journal")?
      .unsaved.map { entry in
        let loan = entry.transaction
        return "\(loan.item.text) \(loan.borrower?.text ?? "return")"
      } ?? []
  }

  /// How a scan comes.
  enum Pace: CaseIterable {
    case oneWrite, byOne, byEight, bySixteen, bunches
  }

  /// Sends a scan.
  ///
  /// - Returns: false if the machine halted the test in the middle of it, so
  ///   that no scanner is as slow.
  private func send(_ text: String, _ pace: Pace, _ pty: Pty) -> Bool {
    let bytes = Array(text)
    let (count, milliseconds) =
      switch pace {
      case .oneWrite: (bytes.count, 0)
      case .byOne: (1, 1)
      case .byEight: (1, 8)
      case .bySixteen: (1, 16)
      case .bunches: (3, 10)
      }
    var last = ContinuousClock.now
    var isWhole = true
    for start in stride(from: 0, to: bytes.count, by: count) {
      pty.type(String(bytes[start..<min(start + count, bytes.count)]))
      let now = ContinuousClock.now
      if last.duration(to: now) > .milliseconds(30) { isWhole = false }
      last = now
      let end = now + .milliseconds(milliseconds)
      while ContinuousClock.now < end { pty.look(for: 1) }
    }
    return isWhole
  }

  /// Lets time pass: that of a hand, if nothing else is said.
  private func pause(_ pty: Pty, milliseconds: Int = 120) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < end { pty.look(for: 5) }
  }

  private static let keys = [
    "\u{1b}[19~", "\u{1b}OR", "\u{1b}OS", "\u{1b}[21~", "\u{1b}[A",
    "\u{1b}[B", "\u{1b}[H", "\u{1b}[D", "\u{3}", "\u{11}", "\u{1a}", "\u{15}",
    "\u{8}", "\u{7f}", "\u{1b}", "\u{1b}c", "\u{1b}[31m", "\u{1b}[2~",
  ]

  /// A station with a card and an item, in a folder of its own.
  private func begun(_ language: String) throws -> (Pty, TestFolder) {
    let folder = TestFolder()
    let pty = try Pty(in: folder, "--language", language)
    try pty.look(for: ": 0 ")
    pty.type("\(card)\r37000034179\r")
    try pty.look(for: ": 1 ")
    return (pty, folder)
  }

  /// Scans labels with each key in them, none of which may do anything.
  private func checkThatNothingActs(
    _ pace: Pace, _ language: String, refused: String
  ) throws {
    var (pty, folder) = try begun(language)
    let hangGuard = HangGuard()
    for (number, key) in Self.keys.enumerated() {
      let scans = ["370000\(key)34181\r", "\(key)37000034181\r"]
      for (place, scan) in scans.enumerated() {
        pause(pty)
        var bells = pty.sent.count { $0 == 7 }
        while !send(scan, pace, pty) {
          // What came so slowly may be a hand's; a station begins for the next.
          if hangGuard.isOver { throw NotSeen(what: scan, on: []) }
          (pty, folder) = try begun(language)
          pause(pty)
          bells = pty.sent.count { $0 == 7 }
        }
        // The next scan is taken, and by the same desk.
        pause(pty)
        pty.type("P\(number)-\(place)\r")
        let probe = "P\(number)-\(place) \(card)"
        try #require(
          try HangGuard.waits {
            pty.look(for: 20)
            return try items(in: folder).last == probe
          }, "\(key.debugDescription): \(pty.screen.text)")
        #expect(try items(in: folder).first == "37000034179 \(card)")
        #expect(
          try items(in: folder).allSatisfy { !$0.contains("34181") },
          "\(key.debugDescription)")
        pty.look(for: 20)
        #expect(
          pty.sent.count { $0 == 7 } > bells, "\(key.debugDescription)")
      }
    }
    #expect(String(decoding: pty.sent, as: UTF8.self).contains(refused))
  }

  @Test(arguments: Pace.allCases)
  func noKeyInAScanActs(pace: Pace) throws {
    try checkThatNothingActs(pace, "en", refused: "NOT recorded: ")
  }

  /// What no key is, and what curses or the station might wait for the rest of.
  @Test(arguments: ["xterm-256color", "linux"])
  func noMarkOfAPasteOrTheMouseInAScanIsJoined(terminal: String) throws {
    let folder = TestFolder()
    let pty = try Pty(in: folder, terminal: terminal)
    // What is painted there is not read here.
    try #require(HangGuard.waits { pty.look(for: 20) })
    pause(pty, milliseconds: 1_300)
    pty.type("\(card)\r37000034179\r")
    // The last three are whole; of the others the rest is waited for.
    let marks = [
      "\u{1b}[<", "\u{1b}[<0;20", "\u{1b}[200~", "\u{1b}[M !!",
      "\u{1b}[200~00\u{1b}[201~", "\u{1b}[<0;5;5M",
    ]
    for (number, mark) in marks.enumerated() {
      // A paste that does not end is one line.
      let isPaste = mark == "\u{1b}[200~"
      for scan in ["3700\(mark)0034181\r", "\(mark)37000034181\r"]
        .prefix(isPaste ? 1 : 2)
      {
        pause(pty, milliseconds: number < 3 ? 1_300 : 150)
        pty.type(scan)
        pause(pty, milliseconds: number < 3 ? 1_300 : 150)
        pty.type("P\(number)\r")
        try #require(
          try HangGuard.waits {
            pty.look(for: 20)
            return try items(in: folder).last == "P\(number) \(card)"
          }, "\(mark.debugDescription): \(pty.screen.text)")
        #expect(
          try items(in: folder).dropFirst().allSatisfy { $0.hasPrefix("P") },
          "\(mark.debugDescription)")
      }
    }
    pty.type("3700\u{1b}[201~0034181\r")
    pause(pty)
    pty.type("Q\r")
    try #require(
      try HangGuard.waits {
        pty.look(for: 20)
        return try items(in: folder).last == "Q \(card)"
      })
    #expect(try !items(in: folder).contains { $0.hasPrefix("37000034181") })
  }

  @Test func noKeyInAScanActsWhileTheMachineIsBusy() throws {
    let loads = try (1...2).map { _ in
      try TerminalProcess(
        ["/bin/sh", "-c", "while :; do :; done"], variables: [])
    }
    defer { for load in loads { load.kill { _ in } } }
    try checkThatNothingActs(.bySixteen, "fr", refused: "NON enregistré : ")
  }

  @Test(arguments: [140, 250, 400])
  func escAndADigitOfAHandIsAFunctionKey(milliseconds: Int) throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Unsaved: 0 ")
    // A busy machine may read both at once, and asks for them again.
    try #require(
      HangGuard.waits {
        pause(pty, milliseconds: 600)
        pty.type("\u{1b}")
        pause(pty, milliseconds: milliseconds)
        pty.type("1")
        pause(pty, milliseconds: 600)
        return pty.screen.text.contains("Five keys")
      }, "\(pty.screen.text)")
  }

  @Test func noLabelThatIsAKeyClosesTheStation() throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Unsaved: 0 ")
    for label in [
      "\u{1b}[21~\r", "\(card)\u{1b}[21~\r", "\u{3}\r", "\u{11}42\r",
    ] {
      pause(pty)
      pty.type(label)
    }
    pause(pty)
    pty.type("\u{2}\(card)\u{3}\r\u{2}37000034179\u{3}\r")
    try pty.look(for: "Recorded: loan of 37000034179")
    #expect(try items() == ["37000034179 \(card)"])
  }

  @Test func eotIsAnEnd() throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Unsaved: 0 ")
    pty.type("\(card)\u{4}37000034179\u{4}")
    try pty.look(for: "Recorded: loan of 37000034179")
  }

  @Test func anAltModeScannerIsDecoded() throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Unsaved: 0 ")
    pty.type("\(card)\r\u{1b}0\u{1b}4\u{1b}9\u{1b}0\u{1b}5\u{1b}1\r")
    try pty.look(for: "Recorded: loan of 13 to")
  }

  @Test(arguments: [
    ("en", "the next scan replaced it"), ("fr", "l'a remplacé"),
  ])
  func whatWasLeftInTheFieldGivesWay(language: String, said: String) throws {
    let pty = try Pty(in: folder, "--language", language)
    try pty.look(for: ": 0 ")
    pty.type("\(card)\r")
    for (number, left) in ["k", "3700", "\u{1b}[200~37000034189\u{1b}[201~"]
      .enumerated()
    {
      pause(pty)
      pty.type(left)
      // Sooner, it could be the beginning of a scan on a line that halts.
      pause(pty, milliseconds: 600)
      pty.type("3700003418\(number)\r")
      try #require(
        try HangGuard.waits {
          pty.look(for: 20)
          return try items().count == number + 1
        })
      #expect(try items().last == "3700003418\(number) \(card)")
    }
    try pty.look(for: said)
  }

  @Test func aTabScannerRecordsAtOnceAndLosesNothingWithTheTerminal() throws {
    let screen = try Screen(in: folder)
    try screen.waitFor("Unsaved: 0 ")
    try screen.send("\(card)\t37000034179\t")
    try screen.waitFor("Recorded: loan of 37000034179")
    try screen.send("37000034180\t")
    try screen.waitFor("Recorded: loan of 37000034180")
    try screen.hangUp()
    #expect(try items().count == 2)
  }

  @Test(arguments: ["\u{1b}1", "\u{1b}OP", "\u{1b}[11~", "\u{1b}[M"])
  func helpOpensWithTheKeysOfOtherTerminals(key: String) throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Unsaved: 0 ")
    pty.type(key)
    try pty.look(for: "– Help")
  }

  @Test func aKeyThatTheLineTearsIsThatKeyAndNeverText() throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Unsaved: 0 ")
    pty.type("\(card)\r")
    try pty.look(for: "Borrower \(card)")
    pause(pty)
    pty.type("\u{1b}")
    let end = ContinuousClock.now + .milliseconds(80)
    while ContinuousClock.now < end { pty.look(for: 5) }
    pty.type("OR")
    try pty.look(for: "(•) Return")
    #expect(!pty.screen.text.contains("OR "))
  }
}
