import Glibc
import Terminal
import Testing

/// The colours that a terminal shows, as it comes: what its makers ship.
struct TerminalColors: CustomTestStringConvertible {
  let name: String
  /// Red, green and blue of the first sixteen.
  let colors: [Int]
  /// Whether bold makes the first eight as bright as the second.
  let boldIsBright: Bool
  /// The depths that programs see on it, by what `TERM` names.
  let depths: [ColorDepth]

  var testDescription: String { name }

  static let all = [
    // XTerm-col.ad; boldColors is on.
    TerminalColors(
      name: "xterm",
      colors: [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd,
        0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff,
        0x00ffff, 0xffffff,
      ], boldIsBright: true, depths: [.basic, .bright, .indexed]),
    // drivers/tty/vt/vt.c
    TerminalColors(
      name: "Linux console",
      colors: [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa,
        0xaaaaaa, 0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff,
        0x55ffff, 0xffffff,
      ], boldIsBright: true, depths: [.basic, .boldIsBright]),
    // GNOME Terminal's own palette.
    TerminalColors(
      name: "GNOME Terminal (VTE)",
      colors: [
        0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3,
        0xd0cfcc, 0x5e5c64, 0xf66151, 0x33d17a, 0xe9ad0c, 0x2a7bde, 0xc061cb,
        0x33c7de, 0xffffff,
      ], boldIsBright: false, depths: [.basic, .bright, .indexed]),
    // Campbell; intense text is bright.
    TerminalColors(
      name: "Windows Terminal",
      colors: [
        0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd,
        0xcccccc, 0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e,
        0x61d6d6, 0xf2f2f2,
      ], boldIsBright: true, depths: [.basic, .bright, .indexed]),
    TerminalColors(
      name: "PuTTY",
      colors: [
        0x000000, 0xbb0000, 0x00bb00, 0xbbbb00, 0x0000bb, 0xbb00bb, 0x00bbbb,
        0xbbbbbb, 0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff,
        0x55ffff, 0xffffff,
      ], boldIsBright: true, depths: [.basic, .bright, .indexed]),
  ]

  /// The contrast of a style by WCAG 2, from 1 to 21; nil if its colours are
  /// the terminal's own.
  func contrast(of style: Style) -> Double? {
    guard let colors = style.colors else { return nil }
    let bright = style.isBold && boldIsBright && colors.foreground.index < 8
    let lights = [
      luminance(colors.foreground.index + (bright ? 8 : 0)),
      luminance(colors.background.index),
    ].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ index: Int16) -> Double {
    let rgb = index < 16 ? colors[Int(index)] : Self.cube(Int(index))
    let parts = [16, 8, 0].map { shift in
      let value = Double(rgb >> shift & 0xff) / 255
      // As WCAG 2.1 has it.
      return value <= 0.04045
        ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The 6×6×6 colours and 24 greys that come after the first sixteen.
  private static func cube(_ index: Int) -> Int {
    if index >= 232 { return (8 + (index - 232) * 10) * 0x010101 }
    let steps = [0, 95, 135, 175, 215, 255]
    let place = index - 16
    return steps[place / 36] << 16 | steps[place / 6 % 6] << 8
      | steps[place % 6]
  }
}
