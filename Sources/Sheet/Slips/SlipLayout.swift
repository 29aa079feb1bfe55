/// A slip on its paper, which is as long as it has to be.
struct SlipLayout {
  /// The page.
  private(set) var page = PrintedPage()
  /// The number of numbers that are too long for a bar code.
  private(set) var withoutCode = 0

  private let ruler: Ruler
  /// The part of the paper that a printer can print.
  private let area: (left: Double, width: Double)
  /// The place of the next line.
  private var top = 2.0

  /// The number of dots that a receipt printer has to a millimetre.
  static let dots = 8
  /// The widths of the narrowest bar: 3 and 2 dots, so that none is rounded.
  private static let modules = [3.0, 2].map { $0 / Double(dots) }
  private static let titleFont = Font(size: 4.4, isBold: true)
  private static let boldFont = Font(size: 3.4, isBold: true)
  private static let font = Font(size: 3.4)
  private static let smallFont = Font(size: 2.9)
  private static let barHeight = 8.0
  private static let gap = 2.0

  /// Lays out a slip.
  ///
  /// - Throws: ``DrawingError`` if a library is missing.
  init(of slip: Slip, _ ruler: Ruler) throws(DrawingError) {
    self.ruler = ruler
    let width = slip.width
    area = (left: (width.paper - width.printed) / 2, width: width.printed)
    write(slip.head, Self.boldFont, .center)
    if !slip.head.isEmpty { rule() }
    write([slip.title], Self.titleFont, .left)
    write(slip.about, Self.font, .left)
    if let card = slip.card { try addCode(of: card) }
    for part in slip.parts {
      top += Self.gap
      write([part.heading], Self.boldFont, .left)
      rule()
      for line in part.lines { try add(line) }
    }
    top += Self.gap
    write(slip.sentences, Self.smallFont, .left)
    if !slip.foot.isEmpty { rule() }
    write(slip.foot, Self.font, .center)
    page.size = Box(
      left: 0, top: 0, width: width.paper, height: (top + Self.gap).onDot)
  }

  /// Adds an item: its bars; its number, and the time at the right; then what
  /// is known of it.
  private mutating func add(_ line: Slip.Line) throws(DrawingError) {
    try addCode(of: line.number)
    let start = top
    let room = area.width - ruler.width(line.time, Self.font) - Self.gap
    let numbers = ruler.wrapped(line.number, to: room, in: Self.boldFont)
    write(numbers, Self.boldFont, .left)
    let end = top
    top = start
    write([line.time], Self.font, .right)
    top = end
    write(line.facts, Self.smallFont, .left)
    top += Self.gap / 2
  }

  private mutating func addCode(of number: String) throws(DrawingError) {
    top = (top + Self.gap / 2).onDot
    let room = Box(
      left: area.left, top: top, width: area.width, height: Self.barHeight)
    guard
      let code = try BarCode(of: number, in: room, modules: Self.modules)
    else {
      withoutCode += 1
      return
    }
    page.bars += code.bars
    top = room.bottom + 0.5
  }

  /// Adds texts, each broken into lines.
  private mutating func write(
    _ texts: [String], _ font: Font, _ side: Text.Alignment
  ) {
    for text in texts {
      for line in ruler.wrapped(text, to: area.width, in: font) {
        page.texts.append(
          Text(
            line, font,
            in: Box(
              left: area.left, top: top, width: area.width,
              height: font.lineHeight), side))
        top += font.lineHeight
      }
    }
  }

  private mutating func rule() {
    top = (top + 0.5).onDot
    page.bars.append(
      Box(
        left: area.left, top: top, width: area.width,
        height: 2 / Double(Self.dots)))
    top += 1
  }
}

extension Double {
  /// The next place, in millimetres, at which a dot of a receipt printer
  /// begins.
  fileprivate var onDot: Double {
    let dots = Double(SlipLayout.dots)
    return (self * dots).rounded(.up) / dots
  }
}

extension Slip {
  /// Lays out the slip.
  ///
  /// - Parameter ruler: the measure of its texts.
  /// - Returns: the page, and the number of numbers that are too long for a bar
  ///   code.
  /// - Throws: ``DrawingError`` if a library is missing.
  package func page(
    _ ruler: Ruler
  ) throws(DrawingError) -> (page: PrintedPage, withoutCode: Int) {
    let layout = try SlipLayout(of: self, ruler)
    return (layout.page, layout.withoutCode)
  }

  /// Returns the slip as a receipt printer takes it.
  ///
  /// - Throws: ``DrawingError``.
  package func receipt(_ ruler: Ruler) throws(DrawingError) -> [UInt8] {
    let page = try page(ruler).page
    let left = (width.paper - width.printed) / 2
    return Receipt.bytes(
      of: try page.raster(
        of: Box(
          left: left, top: 0, width: width.printed, height: page.size.height),
        dotsPerMillimetre: SlipLayout.dots))
  }
}
