import Scanning

extension PrintedPage {
  /// Lays out the sheet for the exercise: the cards in a row, the items below.
  ///
  /// - Parameters:
  ///   - title: the title of the sheet.
  ///   - purpose: its purpose, in one line.
  /// - Throws: ``DrawingError`` if a bar code can't be made.
  package init(
    practice title: String, purpose: String
  ) throws(DrawingError) {
    self.init()
    texts = [
      Self.text(title, size: 8, isBold: true, in: Self.whole, top: 20),
      Self.text(purpose, size: 4.5, in: Self.whole, top: 33),
    ]
    let all = PracticeNumber.cards + PracticeNumber.items
    for (place, practice) in all.enumerated() {
      let (row, column) = place.quotientAndRemainder(dividingBy: 3)
      try add(
        practice,
        in: Box(
          left: 10 + Double(column) * Self.pitch,
          top: 60 + Double(row) * Self.rowHeight, width: Self.pitch,
          height: Self.rowHeight))
    }
  }

  // A third of the page, less its margins.
  private static let pitch = 190.0 / 3
  private static let rowHeight = 45.0
  private static let barHeight = 14.0
  // Exactly 4 printer dots at 300 dpi: three codes fit beside each other.
  private static let module = 25.4 / 300 * 4

  private mutating func add(
    _ practice: PracticeNumber, in place: Box
  ) throws(DrawingError) {
    let symbol = try Symbol(practice.code)
    let left =
      place.left + (place.width - Double(symbol.width) * Self.module) / 2
    bars += symbol.bars.map { bar in
      Box(
        left: left + Double(bar.lowerBound) * Self.module, top: place.top,
        width: Double(bar.count) * Self.module, height: Self.barHeight)
    }
    texts.append(
      Self.text(
        practice.number, size: 5.5, isBold: true, in: place,
        top: place.top + Self.barHeight + 2))
  }

  private static func text(
    _ string: String, size: Double, isBold: Bool = false, in place: Box,
    top: Double
  ) -> Text {
    Text(
      string: string, size: size, isBold: isBold,
      place: Box(
        left: place.left, top: top, width: place.width,
        height: size * Text.lineHeight))
  }
}
