import Testing

@testable import Terminal

/// A text that is copied goes to the clipboard as it is, and nowhere else.
struct ClipboardTests {
  @Test func aTextIsSentByOSC52() {
    let bytes = Terminal.sequence(copying: "Prêté")
    #expect(
      String(decoding: bytes, as: UTF8.self) == "\u{1b}]52;c;UHLDqnTDqQ==\u{7}")
  }

  @Test func nothingInATextEndsTheSequence() {
    let bytes = Terminal.sequence(copying: "\u{7}\u{1b}\\\u{9c}")
    #expect(bytes.count { $0 < 0x20 || $0 > 0x7e } == 2)
    #expect(bytes.first == 0x1b)
    #expect(bytes.last == 0x07)
  }
}
