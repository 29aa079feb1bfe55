import Scanning

/// The sheet of command codes: the layout of an A4 page, in millimetres from
/// its top left corner.
package struct Page: Hashable, Sendable {
  /// A command's bar code with its caption.
  struct Entry: Hashable, Sendable {
    let code: CommandCode
    let bars: [Box]
    /// The bar code with the white margins that a scanner needs.
    let quietZone: Box
    let print: Text
    let name: Text
  }

  /// The size of A4.
  static let whole = PrintedPage.whole
  /// The width of the narrowest bar: exactly 5 printer dots at 300 dpi and 10
  /// at 600 dpi, so that no bar is rounded.
  static let module = 25.4 / 300 * 5
  /// The quiet zone in modules: twice the minimum of Code 128.
  static let quietModules = 20

  private static let margin = 20.0
  private static let firstTop = 40.0
  // Far more than needed, so that the neighboring code is not scanned by
  // mistake.
  private static let pitch = 31.9
  private static let barHeight = 11.5

  let title: Text
  let purpose: Text
  let entries: [Entry]

  /// Lays out the page in a language.
  ///
  /// - Parameters:
  ///   - title: the title of the sheet.
  ///   - purpose: its purpose, in one line.
  ///   - withSlip: true to add the code for a slip.
  ///   - withStates: true to add the codes for states of copies.
  ///   - name: returns the caption of a command.
  /// - Throws: ``DrawingError`` if a bar code can't be made.
  package init(
    title: String, purpose: String, withSlip: Bool = false,
    withStates: Bool = false,
    name: (CommandCode) -> String
  ) throws(DrawingError) {
    self.title = Self.text(title, size: 8, isBold: true, top: 20)
    self.purpose = Self.text(purpose, size: 4.5, top: 33)
    var entries: [Entry] = []
    func add(_ codes: [CommandCode], in column: Column) throws(DrawingError) {
      for (row, code) in codes.enumerated() {
        entries.append(
          try Self.entry(
            of: code, named: name(code), in: column,
            top: Self.firstTop + (column.shift + Double(row)) * Self.pitch))
      }
    }
    try add(
      CommandCode.commands + (withSlip ? [.slip] : []),
      in: withStates ? .left : .only)
    if withStates { try add(CommandCode.states, in: .right) }
    self.entries = entries
  }

  /// The page with all that is drawn on it.
  var printed: PrintedPage {
    PrintedPage(
      bars: entries.flatMap(\.bars),
      texts: [title, purpose] + entries.flatMap { [$0.print, $0.name] })
  }

  /// A column of codes.
  private struct Column {
    static let only = Column(
      left: margin, width: whole.width - 2 * margin, shift: 0)
    static let left = Column(left: 10, width: 95, shift: 0)
    // Between those of the left column: a beam crosses one at a time.
    static let right = Column(left: 105, width: 95, shift: 0.5)

    let left: Double
    let width: Double
    /// The distance from the top, relative to that between two codes.
    let shift: Double
  }

  private static func entry(
    of code: CommandCode, named name: String, in column: Column, top: Double
  ) throws(DrawingError) -> Entry {
    let symbol = try Symbol(code.rawValue)
    let width = Double(symbol.width) * module
    let left = column.left + (column.width - width) / 2
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
      print: text(
        code.rawValue, size: 3, in: column, top: top + barHeight + 1),
      name: text(
        name, size: 5.5, isBold: true, in: column, top: top + barHeight + 5))
  }

  /// Returns a centered line of text in a column.
  private static func text(
    _ string: String, size: Double, isBold: Bool = false,
    in column: Column = .only, top: Double
  ) -> Text {
    Text(
      string: string, size: size, isBold: isBold,
      place: Box(
        left: column.left, top: top, width: column.width,
        height: size * Text.lineHeight))
  }
}
