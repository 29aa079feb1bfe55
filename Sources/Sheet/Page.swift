import Scanning

/// The sheet of command codes: what stands where on a page of A4, in
/// millimetres from its top left corner.
public struct Page: Hashable, Sendable {
  /// A command's bar code, with what it is underneath.
  struct Entry: Hashable, Sendable {
    let code: CommandCode
    let bars: [Box]
    /// The bars and the white on both sides of them that a scanner needs.
    let quietZone: Box
    let print: Text
    let name: Text
  }

  /// The width and height of A4.
  static let whole = Box(left: 0, top: 0, width: 210, height: 297)
  /// The width of the narrowest bar: 5 of a printer's dots at 300 to the inch,
  /// 10 at 600, so that all bars get the widths that they are to have.
  static let module = 25.4 / 300 * 5
  /// Twice what Code 128 asks for.
  static let quietModules = 20

  private static let margin = 20.0
  private static let firstTop = 50.0
  // Much more than bars and words need: the wrong code is not scanned with it.
  private static let pitch = 35.0
  private static let barHeight = 14.0

  let title: Text
  let purpose: Text
  let entries: [Entry]

  /// The page in the words of a language.
  ///
  /// - Parameters:
  ///   - title: what the sheet is.
  ///   - purpose: what it is for, in a line.
  ///   - name: what a command does.
  /// - Throws: ``DrawingFailure`` if a bar code can't be made.
  public init(
    title: String, purpose: String, name: (CommandCode) -> String
  ) throws(DrawingFailure) {
    self.title = Self.text(title, size: 8, isBold: true, top: 20)
    self.purpose = Self.text(purpose, size: 4.5, top: 33)
    var entries: [Entry] = []
    for (row, code) in CommandCode.allCases.enumerated() {
      entries.append(
        try Self.entry(
          of: code, named: name(code),
          top: Self.firstTop + Double(row) * Self.pitch))
    }
    self.entries = entries
  }

  private static func entry(
    of code: CommandCode, named name: String, top: Double
  ) throws(DrawingFailure) -> Entry {
    let symbol = try Symbol(code.rawValue)
    let width = Double(symbol.width) * module
    let left = (whole.width - width) / 2
    let quiet = Double(quietModules) * module
    return Entry(
      code: code,
      bars: symbol.bars.map { bar in
        Box(
          left: left + Double(bar.lowerBound) * module, top: top,
          width: Double(bar.count) * module, height: barHeight)
      },
      quietZone: Box(
        left: left - quiet, top: top,
        width: width + 2 * quiet, height: barHeight),
      print: text(code.rawValue, size: 3, top: top + barHeight + 1),
      name: text(name, size: 5.5, isBold: true, top: top + barHeight + 5))
  }

  /// A line of text from margin to margin.
  private static func text(
    _ string: String, size: Double, isBold: Bool = false, top: Double
  ) -> Text {
    Text(
      string: string, size: size, isBold: isBold,
      place: Box(
        left: margin, top: top, width: whole.width - 2 * margin,
        height: size * Text.lineHeight))
  }
}

/// A rectangle on the page, in millimetres.
struct Box: Hashable, Sendable {
  let left: Double
  let top: Double
  let width: Double
  let height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }
}

/// A line of text in the middle of its place.
struct Text: Hashable, Sendable {
  /// The height of a line, in sizes of the font.
  static let lineHeight = 1.25
  /// How far letters reach below the baseline, in sizes of the font.
  private static let descent = 0.25

  let string: String
  /// The size of the font, less if the text would not find room.
  let size: Double
  let isBold: Bool
  let place: Box

  /// The height that the letters stand on.
  var baseline: Double { place.bottom - Self.descent * size }
}
