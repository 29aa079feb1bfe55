import Glibc
import Scanning
import Settings
import Terminal
import Testing

@testable import Station

/// Every text can be read, whatever a terminal makes of its colours.
struct ContrastTests {
  private static let minimumContrast = 4.5

  @Test(arguments: TerminalColors.all, Theme.allCases)
  func everyRoleIsReadable(_ terminal: TerminalColors, _ theme: Theme) {
    for depth in terminal.depths {
      let palette = Palette(theme, depth: depth)
      for role in Palette.Role.allCases where role != .refusalEdge {
        guard let contrast = terminal.contrast(of: palette[role]) else {
          #expect(theme == .mono, "\(role) has no colours")
          continue
        }
        #expect(contrast >= Self.minimumContrast, "\(depth) \(role)")
      }
    }
  }

  /// What is on a screen is looked at, not what a role was meant for.
  @Test(arguments: Language.allCases, [Theme.blue, .contrast])
  func everyCharacterOnEveryScreenIsReadable(
    _ language: Language, _ theme: Theme
  ) throws {
    let screens = try ScreenWalk(language).stations
    for depth in ColorDepth.allCases {
      let palette = Palette(theme, depth: depth)
      let terminals = TerminalColors.all.filter { $0.depths.contains(depth) }
      for (name, view) in screens where !terminals.isEmpty {
        let styles = Self.styles(of: view(palette))
        for terminal in terminals {
          let dim = styles.filter {
            terminal.contrast(of: $0) ?? 0 < Self.minimumContrast
          }
          #expect(dim.isEmpty, "\(terminal.name) \(depth): \(name)")
        }
      }
    }
  }

  /// The styles of all that is written on a screen.
  private static func styles(of surface: Surface) -> Set<Style> {
    var styles: Set<Style> = []
    for row in 0..<surface.size.rows {
      var last: Style?
      for cell in surface.row(row)
      where cell.character != " " && cell.style != last {
        last = cell.style
        styles.insert(cell.style)
      }
    }
    return styles
  }

  @Test func theMeasureIsThatOfWCAG() throws {
    let xterm = try #require(TerminalColors.all.first)
    let white = Style.color(.brightWhite, on: .black)
    #expect(xterm.contrast(of: white) == 21)
    // Findings: yellow on GNOME's blue, bold black on white.
    let gnome = try #require(TerminalColors.all.first { !$0.boldIsBright })
    let yellow = Style.color(.yellow, on: .blue).bold
    let found = try #require(gnome.contrast(of: yellow))
    #expect(found < 4.5)
    let black = Style.color(.black, on: .white).bold
    let other = try #require(xterm.contrast(of: black))
    #expect(other < 4.5)
  }

  @Test func noThemeMakesTextFainterOrLosesTheFocus() {
    for theme in Theme.allCases {
      for depth in ColorDepth.allCases {
        let palette = Palette(theme, depth: depth)
        for (one, other) in [
          (Palette.Role.button, Palette.Role.disabled),
          (.focusedButton, .button), (.focusedLabel, .label),
          (.focusedLine, .selectedLine), (.selectedLine, .line),
          (.selectedField, .field), (.returnField, .field),
          (.returnTitle, .title), (.otherLine, .line),
          (.refusal, .information), (.warning, .information),
          (.recorded, .information),
        ] {
          #expect(
            palette[one] != palette[other], "\(theme) \(depth) \(one) \(other)")
        }
      }
    }
  }
}
