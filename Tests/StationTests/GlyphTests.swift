import Settings
import Testing

@testable import Languages
@testable import Station
@testable import Terminal

/// Every sign of the program can be seen on a Linux console.
struct GlyphTests {
  @Test func theMarksAreInTheFontsOfTheConsole() {
    for mark in "▸•·→–─│┌┐└┘═║╔╗╚╝×?".unicodeScalars {
      #expect(mark.isInConsoleFonts, "\(mark)")
    }
    // These are missing in some of them, or in all.
    for mark in "►…√◆▌".unicodeScalars {
      #expect(!mark.isInConsoleFonts, "\(mark)")
    }
  }

  @Test func theConsoleGetsWhatItsFontsHave() {
    let console = Glyphs(isUnicode: true, kind: "linux")
    #expect(console.glyph(for: "▸") == "▸")
    #expect(console.glyph(for: "…") == "~")
    #expect(console.glyph(for: "é") == "é")
    // Another font may have it.
    #expect(console.glyph(for: "Ω") == "Ω")
    #expect(Glyphs(isUnicode: true, kind: "xterm").glyph(for: "…") == "…")
    #expect(Glyphs(isUnicode: false, kind: "linux").glyph(for: "é") == "e")
  }

  @Test(arguments: Language.allCases)
  func everySignOnAScreenIsInThoseFontsOrHasAStandIn(
    _ language: Language
  ) throws {
    for (name, view) in try ScreenWalk(language).stations {
      let surface = view(Palette())
      let unseen = surface.lines.joined().unicodeScalars.filter {
        !$0.isShownOnConsole
      }
      #expect(unseen.isEmpty, "\(name): \(unseen)")
    }
  }

  @Test(arguments: Language.allCases)
  func everySignOfTheWordsIsInThoseFontsOrHasAStandIn(
    _ language: Language
  ) throws {
    for sample in Samples().all {
      for text in try sample.texts(language.words) {
        let unseen = text.unicodeScalars.filter {
          !$0.isShownOnConsole && $0 != "\n"
        }
        #expect(unseen.isEmpty, "\(sample.requirement): \(unseen)")
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isShownOnConsole: Bool { isInConsoleFonts || standIn != nil }
}
