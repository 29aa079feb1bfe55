import Testing

@testable import Terminal

/// What a terminal sends comes to the keys that were pressed, and no byte of a
/// scan is lost.
struct KeyParserTests {
  private func events(_ batches: [UInt8]...) -> [Event] {
    var parser = KeyParser()
    return batches.flatMap {
      parser.events(of: $0.map(KeyParser.Code.byte))
    } + parser.release()
  }

  private func typed(_ text: String) -> [Event] {
    text.map { .key($0 == "\r" ? .enter : .character($0)) }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func aScanIsItsCharactersAndEnter() {
    #expect(
      events(bytes("37000034179\r")) == typed("37000034179\r"))
  }

  @Test func crAndLfTogetherAreOneEnterAlsoWhenApart() {
    #expect(events(bytes("1\r\n2\n")) == typed("1\r2\r"))
    #expect(events(bytes("1\r"), bytes("\n2\r")) == typed("1\r2\r"))
  }

  @Test func accentsAreWholeAlsoWhenTheirBytesComeApart() {
    #expect(events(bytes("ààP§")) == typed("ààP§"))
    let accent = bytes("é")
    #expect(events([accent[0]], [accent[1]]) == typed("é"))
  }

  @Test func bytesThatAreNoUnicodeAreSeenAndTakeNothingWithThem() {
    #expect(
      events([0x31, 0x32, 0xe9] + bytes("34\r56\r"))
        == typed("12\u{fffd}34\r56\r"))
    #expect(
      events([0xe0, 0xe0, 0x50, 0xa7, 0x0d])
        == typed("\u{fffd}\u{fffd}P\u{fffd}\r"))
  }

  @Test(arguments: ["37000034179\r", "STOTO31400\r", "OTOLO104602\r"])
  func aScanCloseBehindEscIsWhole(_ scan: String) {
    #expect(events(bytes("\u{1b}" + scan)) == [.key(.escape)] + typed(scan))
  }

  @Test func aLoneLetterBehindEscIsAlt() {
    #expect(events(bytes("\u{1b}s")) == [.key(.alt("s"))])
    #expect(events(bytes("\u{1b}\u{1b}")) == [.key(.escape), .key(.escape)])
    #expect(events(bytes("\u{1b}"), bytes("s")) == [.key(.escape)] + typed("s"))
  }

  @Test func aKeyCloseBehindEscIsPressedToo() {
    var parser = KeyParser()
    #expect(
      parser.events(of: [.byte(0x1b), .event(.key(.function(4)))])
        == [.key(.escape), .key(.function(4))])
  }

  @Test func keysThatNobodyKnowsTypeNothing() {
    #expect(
      events(bytes("\u{1b}[25~12\r")) == [.key(.unknown)] + typed("12\r"))
    #expect(events(bytes("\u{1b}[1;5P")) == [.key(.unknown)])
    #expect(events(bytes("\u{1b}Ox")) == [.key(.unknown)])
  }

  @Test func controlCharactersAreKeys() {
    #expect(
      events([0x03, 0x09, 0x7f, 0x08])
        == [
          .key(.control("c")), .key(.tab), .key(.backspace), .key(.backspace),
        ])
  }
}
