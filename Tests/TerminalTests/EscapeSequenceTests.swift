import Seeded
import Testing

@testable import Terminal

/// What a terminal answers is never text, what a slow line sends in parts is a
/// key, and a scan close behind Esc is whole.
struct EscapeSequenceTests {
  /// The events of batches that come one after the other, and of the silence
  /// after them.
  private func events(_ batches: String...) -> [Event] {
    events(batches.map { Array($0.utf8) })
  }

  private func events(_ batches: [[UInt8]]) -> [Event] {
    var parser = KeyParser()
    var events = batches.flatMap {
      parser.events(of: $0.map(KeyParser.Code.byte))
    }
    events += parser.release()
    #expect(parser.timeout == nil)
    return events
  }

  /// The same byte by byte.
  private func slowly(_ text: String) -> [Event] {
    events(text.utf8.map { [$0] })
  }

  private func typed(_ text: String) -> [Event] {
    text.map { .key($0 == "\r" ? .enter : .character($0)) }
  }

  static let answers = [
    "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\", "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{7}",
    "\u{1b}P>|XTerm(370)\u{1b}\\", "\u{1b}_Gi=31;OK\u{1b}\\",
    "\u{1b}]l37000099999\u{1b}\\", "\u{1b}^private\u{1b}\\",
    "\u{1b}Xstart of string\u{1b}\\", "\u{1b}P1+r544e=78\u{1b}\\",
    "\u{1b}]52;c;w6nDqcOp\u{1b}\\", "\u{1b}]lÜben Łódź €\u{1b}\\",
  ]

  @Test(arguments: answers)
  func anAnswerIsDroppedAsOneThing(_ answer: String) {
    let whole = events("37" + answer + "000\r")
    #expect(
      whole == typed("37") + [.dropped(answer.utf8.count)] + typed("000\r"))
    #expect(slowly("37" + answer + "000\r") == whole)
  }

  @Test func anAnswerOfEightBitsIsDropped() {
    for start in [0x9d, 0x90, 0x98, 0x9e, 0x9f] as [UInt8] {
      let answer = [start] + Array("11;rgb".utf8) + [0x9c]
      #expect(events([answer + [0x33]]) == [.dropped(8)] + typed("3"))
    }
    #expect(
      events([[0x9b] + Array("12;40R3".utf8)])
        == [.key(.unknown)] + typed("3"))
    #expect(events([[0x9b] + Array("21~".utf8)]) == [.key(.function(10))])
    // Where it is a part of a character it is none.
    #expect(events("Ý😛ÐИ") == typed("Ý😛ÐИ"))
  }

  @Test(arguments: [
    "\u{1b}[12;40R", "\u{1b}[?62;4c", "\u{1b}[31m", "\u{1b}[25~", "\u{1b}[1;5P",
    "\u{1b}[200;3$y", "\u{1b}[<0;10M",
  ])
  func whatNoKeySendsIsToldSoThatNothingIsJoinedAroundIt(_ answer: String) {
    let unknown = Event.key(.unknown)
    let whole = typed("37") + [unknown] + typed("00\r")
    #expect(events("37" + answer + "00\r") == whole)
    #expect(slowly("37" + answer + "00\r") == whole)
    #expect(events("\u{1b}", String(answer.dropFirst())) == [unknown])
  }

  @Test func theMouseIsOneEventAndNoNumberIsJoinedAroundIt() {
    let place = Position(column: 9, row: 4)
    for (report, event) in [
      ("\u{1b}[<0;10;5M", Event.click(place)),
      ("\u{1b}[<0;10;5m", .otherMouse), ("\u{1b}[<2;10;5M", .otherMouse),
      ("\u{1b}[<64;10;5M", .wheel(-1)), ("\u{1b}[<65;10;5M", .wheel(1)),
      ("\u{1b}[M *%", .click(place)), ("\u{1b}[M#*%", .otherMouse),
      ("\u{1b}[M`*%", .wheel(-1)), ("\u{1b}[Ma*%", .wheel(1)),
    ] {
      let whole = typed("37") + [event] + typed("00\r")
      #expect(events("37" + report + "00\r") == whole)
      #expect(slowly("37" + report + "00\r") == whole)
    }
  }

  @Test func theEndOfAPasteThatHasNotBegunIsTold() {
    #expect(
      events("37\u{1b}[201~00\r") == typed("37") + [.dropped(6)]
        + typed("00\r"))
    #expect(slowly("\u{1b}[201~") == [.dropped(6)])
  }

  @Test func theKeysOfPuTTYAreKnown() {
    let vt100: [(String, Int)] = [
      ("OP", 1), ("OT", 5), ("OU", 6), ("OW", 8), ("OY", 10), ("O[", 12),
    ]
    let sco: [(String, Int)] = [
      ("[M", 1), ("[N", 2), ("[O", 3), ("[T", 8), ("[U", 9), ("[V", 10),
      ("[X", 12),
    ]
    for (sequence, number) in vt100 + sco {
      #expect(
        events("\u{1b}" + sequence) == [.key(.function(number))],
        "\(sequence)")
    }
    #expect(events("\u{1b}[I") == [.key(.pageUp)])
    #expect(events("\u{1b}[G") == [.key(.pageDown)])
  }

  @Test(arguments: ["OQ", "OP", "OW"])
  func aKeyTornByTheLineIsNeverText(_ sequence: String) {
    guard case .key(let key)? = events("\u{1b}" + sequence).first else {
      Issue.record("no key")
      return
    }
    #expect(
      events("\u{1b}", sequence + "37000034186\r")
        == [.key(key)] + typed("37000034186\r"))
    #expect(events("\u{1b}", sequence, "37\r") == [.key(key)] + typed("37\r"))
    #expect(
      events("\u{1b}", "O", String(sequence.dropFirst()) + "37\r")
        == [.key(key)] + typed("37\r"))
  }

  private static let keys: [(String, Key)] = [
    ("[21~", .function(10)), ("[A", .up), ("OP", .function(1)),
    ("[[A", .function(1)), ("[3~", .delete), ("[Z", .backTab), ("OM", .enter),
    ("[12~", .function(2)), ("OB", .down),
  ]

  @Test(arguments: keys)
  func aKeyInPartsIsThatKey(_ sequence: String, _ key: Key) {
    #expect(slowly("\u{1b}" + sequence) == [.key(key)])
    #expect(events("\u{1b}", sequence) == [.key(key)])
    #expect(
      events("\u{1b}" + sequence.prefix(1), String(sequence.dropFirst())) == [
        .key(key)
      ])
    var parser = KeyParser()
    var slow = sequence.utf8.reduce(parser.events(of: [.byte(0x1b)])) {
      $0 + parser.events(of: [.byte($1)])
    }
    slow += parser.release() + parser.events(of: [.byte(0x33), .byte(0x37)])
    #expect(slow == [.key(key)] + typed("37"))
  }

  @Test func aKeyWhoseRestCameTooLateTypesNothing() {
    var parser = KeyParser()
    #expect(parser.events(of: [.byte(0x1b)]).isEmpty)
    #expect(parser.release() == [.key(.escape)])
    let late = Array("[21~37".utf8).map(KeyParser.Code.byte)
    #expect(parser.events(of: late) == [.key(.function(10))] + typed("37"))
  }

  @Test func aPasteThatBeginsInPartsIsAPaste() {
    var parser = KeyParser()
    let begin = Array("\u{1b}[200~1\r".utf8)
    for byte in begin { #expect(parser.events(of: [.byte(byte)]).isEmpty) }
    #expect(parser.events(of: [.pasteEnd]) == [.paste("1\n")])
  }

  @Test(arguments: [
    "P0012345\r", "X37000\r", "]A037000034179\r", "]L0ABC\r", "OP123\r",
    "OTOLO104602\r", "^A\r", "STOTO31400\r", "_37\r", "P-1.5/3 $+%*\r",
  ])
  func aScanCloseBehindEscIsWhole(_ scan: String) {
    #expect(events("\u{1b}" + scan) == [.key(.escape)] + typed(scan))
    // Some begin as the keys do whose Esc a slow line has brought before.
    if !scan.hasPrefix("OP"), !scan.hasPrefix("OT") {
      #expect(events("\u{1b}", scan) == [.key(.escape)] + typed(scan))
    }
    var parser = KeyParser()
    var late = parser.events(of: [.byte(0x1b)]) + parser.release()
    late += parser.events(of: scan.utf8.map(KeyParser.Code.byte))
    #expect(late == [.key(.escape)] + typed(scan))
  }

  @Test func aScanBehindAnAnswerThatHasNoEndIsRefused() {
    for cut in ["\u{1b}]11;rgb:1e1e", "\u{1b}P>|XTerm", "\u{1b}_Gi=31;"] {
      let events = events(cut + "37000034179\r")
      // The number has a character that none has.
      #expect(events.last == .key(.enter))
      #expect(events.dropLast().last == .key(.character("\u{fffd}")))
      // What comes after a pause is a scan of its own.
      var parser = KeyParser()
      _ = parser.events(of: cut.utf8.map(KeyParser.Code.byte))
      #expect(parser.timeout == 1_000)
      #expect(parser.release() == [.dropped(cut.utf8.count)])
      #expect(
        parser.events(of: Array("37\r".utf8).map(KeyParser.Code.byte))
          == typed("37\r"))
    }
  }

  @Test func anAnswerWithoutEndSwallowsNotMoreThanAnswersHave() {
    let events = events(
      "\u{1b}]" + String(repeating: ";", count: 5_000) + "\r37\r")
    #expect(events.first == .dropped(4_098))
    #expect(events.dropFirst().first == .key(.character("\u{fffd}")))
    #expect(Array(events.suffix(4)) == typed("\r37\r"))
    let sequence = self.events(
      "\u{1b}[" + String(repeating: ";", count: 100) + "\r37\r")
    #expect(sequence.first == .dropped(66))
    #expect(Array(sequence.suffix(4)) == typed("\r37\r"))
  }

  @Test func altWaitsForWhatMayBelongToIt() {
    var parser = KeyParser()
    #expect(
      parser.events(of: Array("\u{1b}P".utf8).map(KeyParser.Code.byte))
        .isEmpty)
    #expect(parser.timeout == 150)
    #expect(parser.release() == [.key(.alt("P"))])
  }

  @Test func aKeyInTheMiddleOfAnAnswerIsPressed() {
    var parser = KeyParser()
    let cut = Array("\u{1b}]11;rg".utf8).map(KeyParser.Code.byte)
    #expect(
      parser.events(of: cut + [.event(.key(.function(2)))])
        == [.dropped(7), .key(.function(2))])
    #expect(
      slowly("\u{1b}]11;r\u{1b}[21~") == [.dropped(6), .key(.function(10))])
  }

  @Test func noNumberIsLostOrChangedAmongAnyBytes() {
    var random = SeededGenerator(seed: 10)
    let parts: [[UInt8]] =
      Self.answers.map { Array($0.utf8) }
      + ["\u{1b}", "[", "]", "O", "P", "\\", "~", "M", ";", "\r", "\u{7}"].map {
        Array($0.utf8)
      } + [[0x9b], [0x9c], [0x9d], [0xc3], [0xe2, 0x82], [0x80]]
    for _ in 0..<5_000 {
      var parser = KeyParser()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let part = parts.randomElement(using: &random) ?? []
        _ = parser.events(of: part.map(KeyParser.Code.byte))
      }
      // After a pause, a scan is that scan and nothing else.
      _ = parser.release()
      _ = parser.release()
      _ = parser.endPaste()
      _ = parser.events(of: [.byte(0x0d)])
      _ = parser.release()
      _ = parser.endPaste()
      let scan = Array("37000034179\r".utf8).map(KeyParser.Code.byte)
      #expect(parser.events(of: scan) == typed("37000034179\r"))
    }
  }

  @Test func anyBytesComeToEventsInTheEnd() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      var parser = KeyParser()
      let bytes = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : "\u{1b}[]OPX^_M\\;\r37".utf8.randomElement(using: &random) ?? 0
      }
      for byte in bytes {
        _ = parser.events(of: [.byte(byte)])
        if UInt8.random(in: 0...9, using: &random) == 0 { _ = parser.release() }
      }
      _ = parser.release()
      #expect(parser.timeout == nil)
    }
  }
}
