import Typesetting

/// A label in a copy that says whose it is, so that swapped ones are seen.
package struct LoanLabel: Hashable, Sendable {
  /// The name of the pupil, or the number if it is not kept.
  let name: String
  /// The number on the card.
  let number: String
  /// The class and the school year.
  let year: String
  /// The title of the copy.
  let title: String
  /// The number on the copy.
  let item: String
  /// Its state.
  let state: String

  /// The label as lines of plain text.
  var text: String {
    """
    \(name)
    \(number)  \(year)
    \(title)
    \(item)  \(state)

    """
  }
}

extension LabelSheet {
  /// The part of a label that no printer leaves white.
  private static let margin = (side: 5.0, end: 4.5)
  /// The size of what is on a label at its usual size.
  private static let inner = (width: 60.0, height: 27.0)

  /// Lays out labels.
  ///
  /// - Parameters:
  ///   - labels: the labels.
  ///   - skipped: the number of labels that the first sheet lacks.
  ///   - ruler: the measure of their texts.
  /// - Returns: the pages, and the numbers that are too long for a bar code.
  /// - Throws: ``DrawingError`` if a library is missing.
  func pages(
    of labels: [LoanLabel], skipping skipped: Int, _ ruler: Ruler
  ) throws(DrawingError) -> (pages: [PrintedPage], withoutCode: Int) {
    var pages: [PrintedPage] = []
    var withoutCode = 0
    for (index, label) in labels.enumerated() {
      let index = index + skipped
      if pages.isEmpty || index.isMultiple(of: count) {
        pages.append(PrintedPage())
      }
      var ink = LabelInk(
        in: place(of: index % count).inset(
          side: Self.margin.side, end: Self.margin.end), ruler)
      try ink.add(label)
      pages[pages.count - 1].bars += ink.page.bars
      pages[pages.count - 1].texts += ink.page.texts
      withoutCode += ink.withoutCode
    }
    return (pages, withoutCode)
  }

  /// The lines of a label, from the top down.
  private struct LabelInk {
    private(set) var page = PrintedPage()
    private(set) var withoutCode = 0
    private let place: Box
    private let ruler: Ruler
    /// The size of all, relative to that on the usual label.
    private let scale: Double
    private var top: Double

    init(in place: Box, _ ruler: Ruler) {
      self.place = place
      self.ruler = ruler
      scale = min(
        place.width / LabelSheet.inner.width,
        place.height / LabelSheet.inner.height, 1.25)
      top = place.top
    }

    mutating func add(_ label: LoanLabel) throws(DrawingError) {
      line(label.name, Font(size: 3.4 * scale, isBold: true))
      try number(label.number, beside: label.year)
      page.bars.append(
        Box(left: place.left, top: top, width: place.width, height: 0.1))
      top += 0.5 * scale
      line(label.title, Font(size: 3 * scale))
      try number(label.item, beside: label.state)
    }

    private mutating func line(_ text: String, _ font: Font) {
      write(
        ruler.shortened(text, to: place.width, in: font), font, .left,
        width: place.width)
      top += font.lineHeight
    }

    /// Adds a bar code; under it, the number on the left and a text on the
    /// right.
    private mutating func number(
      _ number: String, beside text: String
    ) throws(DrawingError) {
      let room = Box(
        left: place.left, top: top, width: place.width, height: 6 * scale)
      if let code = try BarCode(of: number, in: room) {
        page.bars += code.bars
      } else {
        withoutCode += 1
      }
      top = room.bottom
      let font = Font(size: 2.5 * scale)
      let gap = 2 * scale
      let half = (place.width - gap) / 2
      // A number is never cut.
      let width = min(ruler.width(number, font), place.width - gap - half / 2)
      write(number, font, .left, width: width)
      let rest = place.width - width - gap
      write(
        ruler.shortened(text, to: rest, in: font), font, .right,
        width: place.width)
      top += font.lineHeight + 0.3 * scale
    }

    private mutating func write(
      _ text: String, _ font: Font, _ side: Text.Alignment, width: Double
    ) {
      page.texts.append(
        Text(
          text, font,
          in: Box(
            left: place.left, top: top, width: width, height: font.lineHeight),
          side))
    }
  }
}

extension Box {
  /// The box without its margins.
  fileprivate func inset(side: Double, end: Double) -> Box {
    Box(
      left: left + side, top: top + end, width: width - 2 * side,
      height: height - 2 * end)
  }
}
