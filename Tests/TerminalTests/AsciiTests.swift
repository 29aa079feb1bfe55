import Testing

@testable import Terminal

/// A terminal without Unicode: every character has a stand-in as wide.
struct AsciiTests {
  private func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.ascii)))
  }

  @Test func framesAndMarksAreDrawnInASCII() {
    for (unicode, ascii) in [
      ("┌─┐", "+-+"), ("│ │", "| |"), ("└─┘", "+-+"), ("►◄", "><"),
      ("(•)", "(*)"), ("80×24", "80x24"), ("·", "_"), ("…", "~"),
      ("╔═║", "+=|"),
    ] {
      #expect(folded(unicode) == ascii)
    }
  }

  @Test func frenchIsReadableWithoutAccents() {
    #expect(folded("Prêt – Échap, déjà") == "Pret - Echap, deja")
    #expect(
      folded("àâäéèêëîïôöùûüÿçÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ")
        == "aaaeeeeiioouuuycAAAEEEEIIOOUUUYC")
    #expect(folded("« août »") == "\" aout \"")
  }

  @Test func whateverStandsOnASurfaceFoldsToOneColumn() {
    for value in 0x20...UInt32(0xffff) {
      guard let scalar = Unicode.Scalar(value), scalar.isOneColumn else {
        continue
      }
      #expect(0x20...0x7e ~= scalar.ascii.value)
    }
  }

  @Test func asciiStaysAsItIs() {
    for value in UInt8(0x20)...0x7e {
      let scalar = Unicode.Scalar(value)
      #expect(scalar.ascii == scalar)
    }
    #expect(Unicode.Scalar("字").ascii == "?")
    #expect(Unicode.Scalar("€").ascii == "?")
  }
}
