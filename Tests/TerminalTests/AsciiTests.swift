import Testing

@testable import Terminal

/// A terminal without Unicode: every character has a stand-in as wide.
struct AsciiTests {
  @Test func framesAndMarksAreDrawnInASCII() {
    for (unicode, ascii) in [
      ("┌─┐", "+-+"), ("│ │", "| |"), ("└─┘", "+-+"), ("►◄", "><"),
      ("(•)", "(*)"), ("80×24", "80x24"), ("·", "_"), ("…", "~"),
      ("╔═║", "+=|"),
    ] {
      #expect(unicode.map(\.ascii).joined() == ascii)
    }
  }

  @Test func frenchIsReadableWithoutAccents() {
    #expect("Prêt – Échap, déjà".map(\.ascii).joined() == "Pret - Echap, deja")
    #expect(
      "àâäéèêëîïôöùûüÿçÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ".map(\.ascii).joined()
        == "aaaeeeeiioouuuycAAAEEEEIIOOUUUYC")
    #expect("« août »".map(\.ascii).joined() == "\" aout \"")
  }

  @Test func whateverStandsOnASurfaceFoldsToOneColumn() {
    for value in 0x20...UInt32(0xffff) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      guard character.isOneColumn else { continue }
      #expect(character.ascii.count == 1)
      #expect(character.ascii.allSatisfy { 0x20...0x7e ~= $0.asciiValue ?? 0 })
    }
  }

  @Test func asciiStaysAsItIs() {
    for value in UInt8(0x20)...0x7e {
      let character = Character(Unicode.Scalar(value))
      #expect(character.ascii == String(character))
    }
    #expect(Character("字").ascii == "?")
    #expect(Character("€").ascii == "?")
  }
}
