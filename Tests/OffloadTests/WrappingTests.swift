import Seeded
import Testing

@testable import Typesetting

/// Lines of text that are broken by bytes are those that characters make.
struct WrappingTests {
  private static let pieces = [
    " ", "  ", "a", "Perhaps", "37000034179,", "«", "»", "« oui »", ":", ";",
    "?", "!x", "l’élève", "—", "…", "\u{a0}", "œuvre", "Łódź", "\n", "\t",
    "e\u{301}", "\u{301}", "\r\n", "日本", "👩‍👩‍👧", "\u{200d}", "",
  ]

  @Test func bytesBreakAsCharactersDo() {
    var random = SeededGenerator(seed: 13)
    var plainCount = 0
    for _ in 0..<5_000 {
      func text(_ count: Int, of kinds: Int) -> String {
        (0..<count).map { _ in
          Self.pieces[Int.random(in: 0..<kinds, using: &random)]
        }.joined()
      }
      // Half of them have only what bytes can break.
      let kinds = Bool.random(using: &random) ? 20 : Self.pieces.count
      let (whole, first, rest) = (
        text(.random(in: 0..<16, using: &random), of: kinds),
        text(.random(in: 0..<3, using: &random), of: kinds), "    "
      )
      let width = Int.random(in: 1..<30, using: &random)
      guard
        let lines = whole.plainlyWrapped(to: width, first: first, rest: rest)
      else { continue }
      plainCount += 1
      #expect(
        lines
          == whole.wrappedByCharacters(to: width, first: first, rest: rest))
    }
    #expect(plainCount > 2_500)
  }
}
