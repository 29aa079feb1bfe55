/// A paper on its pages of A4.
struct PaperLayout {
  /// The pages so far.
  private(set) var pages = [PrintedPage()]
  /// True if the number of the paper is too long for a bar code.
  private(set) var lacksCode = false

  private let paper: Paper
  private let ruler: Ruler
  /// The place of the next line.
  private var top = Self.area.top

  /// The part of a page that is written on; below it is the number of the page.
  static let area = Box(left: 18, top: 16, width: 174, height: 260)
  private static let titleFont = Font(size: 6, isBold: true)
  private static let headingFont = Font(size: 4.2, isBold: true)
  private static let font = Font(size: 3.6)
  private static let boldFont = Font(size: 3.6, isBold: true)
  private static let noteFont = Font(size: 3.1)
  private static let gap = 4.0

  /// Lays out a paper.
  ///
  /// - Parameters:
  ///   - paper: the paper.
  ///   - ruler: the measure of its texts.
  ///   - pageNumber: returns the words for the number of a page among all.
  /// - Throws: ``DrawingError`` if a library is missing.
  init(
    of paper: Paper, _ ruler: Ruler, pageNumber: (Int, Int) -> String
  ) throws(DrawingError) {
    self.paper = paper
    self.ruler = ruler
    try addHead()
    for block in paper.blocks {
      top += Self.gap
      add(block)
    }
    guard pages.count > 1 else { return }
    for index in pages.indices {
      let place = Box(
        left: Self.area.left, top: Self.area.bottom + 4,
        width: Self.area.width, height: Self.noteFont.lineHeight)
      pages[index].texts.append(
        Text(
          pageNumber(index + 1, pages.count), Self.noteFont, in: place, .right))
    }
  }

  // MARK: The head

  /// Adds the title and what is under it, with the bar code beside them.
  private mutating func addHead() throws(DrawingError) {
    var width = Self.area.width
    var bottom = top
    if let number = paper.number {
      // On the right, where a desk scans a pile of papers.
      let room = Box(
        left: Self.area.right - 70, top: top, width: 70, height: 11)
      if let code = try BarCode(of: number, in: room, isCentered: true) {
        pages[0].bars += code.bars
        let print = Box(
          left: room.left, top: room.bottom + 0.5, width: room.width,
          height: Self.noteFont.lineHeight)
        pages[0].texts.append(
          Text(number, Self.noteFont, in: print, .center))
        width -= room.width + Self.gap
        bottom = print.bottom
      } else {
        lacksCode = true
      }
    }
    func line(_ text: String, _ font: Font) {
      write(ruler.shortened(text, to: width, in: font), font, width: width)
    }
    line(paper.title, Self.titleFont)
    top += 1
    for (index, text) in paper.subject.enumerated() {
      line(text, index == 0 ? Self.boldFont : Self.font)
    }
    if lacksCode, let number = paper.number { write(number, Self.font) }
    top = max(top, bottom)
  }

  /// Begins a page, whose first line is the paper's name.
  private mutating func beginPage() {
    pages.append(PrintedPage())
    top = Self.area.top
    let name = ([paper.title] + paper.subject.prefix(1))
      .joined(separator: " – ")
    write(
      ruler.shortened(name, to: Self.area.width, in: Self.noteFont),
      Self.noteFont)
    top += Self.gap
  }

  /// Begins a page if there is no room of a height on this one.
  ///
  /// - Returns: true if it has begun one.
  @discardableResult
  private mutating func need(_ height: Double) -> Bool {
    guard top + height > Self.area.bottom else { return false }
    beginPage()
    return true
  }

  // MARK: Lines

  /// Adds a line of text, which is not checked for room.
  private mutating func write(
    _ text: String, _ font: Font, left: Double = 0, width: Double? = nil
  ) {
    let place = Box(
      left: Self.area.left + left, top: top,
      width: width ?? Self.area.width - left, height: font.lineHeight)
    pages[pages.count - 1].texts.append(Text(text, font, in: place, .left))
    top += font.lineHeight
  }

  private mutating func rule(left: Double, width: Double, height: Double) {
    pages[pages.count - 1].bars.append(
      Box(left: left, top: top, width: width, height: height))
  }

  private mutating func add(_ block: Paper.Block) {
    switch block {
    case .heading(let text):
      // It stays with the first lines below it.
      need(Self.headingFont.lineHeight + 5 * Self.font.lineHeight)
      write(
        ruler.shortened(text, to: Self.area.width, in: Self.headingFont),
        Self.headingFont)
      top -= Self.gap / 2
    case .paragraph(let text):
      let lines = ruler.wrapped(text, to: Self.area.width, in: Self.font)
      if lines.count < 10 { need(Double(lines.count) * Self.font.lineHeight) }
      for line in lines {
        need(Self.font.lineHeight)
        write(line, Self.font)
      }
    case .lines(let names): addLines(names)
    case .table(let table): add(table)
    }
  }

  /// Adds lines to write on, side by side.
  private mutating func addLines(_ names: [String]) {
    let height = 22.0
    need(height)
    let start = top
    let column = Self.area.width / Double(max(names.count, 1))
    for (index, name) in names.enumerated() {
      let left = Double(index) * column
      let width = column - 2 * Self.gap
      top = start
      write(
        ruler.shortened(name, to: width, in: Self.font), Self.font, left: left,
        width: width)
      top = start + height - 1
      rule(left: Self.area.left + left, width: width, height: 0.2)
    }
    top = start + height
  }

  // MARK: Tables

  private mutating func add(_ table: PaperTable) {
    let columns = columns(of: table)
    func addHead() {
      write(table.columns.map(\.head), columns, Self.boldFont)
      rule(left: Self.area.left, width: Self.area.width, height: 0.3)
      top += 0.8
    }
    need(4 * Self.font.lineHeight)
    addHead()
    for row in table.rows {
      let lines = table.lines(of: row) { [ruler] text, column in
        ruler.shortened(text, to: columns[column].width, in: Self.font)
      } wrap: { [ruler] text, column in
        ruler.wrapped(text, to: columns[column].width, in: Self.font)
      }
      let notes =
        row.note.map {
          ruler.wrapped($0, to: Self.area.width - 6, in: Self.noteFont)
        } ?? []
      let height =
        Double(lines.count) * Self.font.lineHeight
        + Double(notes.count) * Self.noteFont.lineHeight + 1
      // A row that is higher than half a page is broken.
      if height < Self.area.height / 2, need(height) { addHead() }
      for cells in lines {
        if need(Self.font.lineHeight) { addHead() }
        write(cells, columns, Self.font)
      }
      if let share = row.share { addBar(share, in: columns[columns.count - 1]) }
      for note in notes {
        if need(Self.noteFont.lineHeight) { addHead() }
        write(note, Self.noteFont, left: 6)
      }
      top += 0.5
      rule(left: Self.area.left, width: Self.area.width, height: 0.1)
      top += 0.5
    }
  }

  /// Adds a bar beside the line above.
  private mutating func addBar(_ share: Double, in column: Span) {
    let height = Self.font.size * 0.6
    let line = Self.font.lineHeight
    pages[pages.count - 1].bars.append(
      Box(
        left: Self.area.left + column.left,
        top: top - line + (line - height) / 2, width: share * column.width,
        height: height))
  }

  /// The place of a column, from the left of the area.
  private struct Span {
    let left: Double
    let width: Double
  }

  private func columns(of table: PaperTable) -> [Span] {
    var widths = table.columns.indices.map { index in
      min(
        table.texts(in: index).map { ruler.width($0, Self.boldFont) }.max()
          ?? 0, Self.area.width / 4)
    }
    let gaps = Self.gap * Double(widths.count - 1)
    if let wide = table.columns.firstIndex(where: \.isWide) {
      let others = widths.reduce(gaps, +) - widths[wide]
      widths[wide] = max(Self.area.width - others, Self.area.width / 5)
    }
    // Many long numbers share what there is.
    let scale = min(Self.area.width / widths.reduce(gaps, +), 1)
    var left = 0.0
    return widths.map { width in
      defer { left += (width + Self.gap) * scale }
      return Span(left: left, width: width * scale)
    }
  }

  private mutating func write(
    _ cells: [String], _ columns: [Span], _ font: Font
  ) {
    let start = top
    for (cell, column) in zip(cells, columns) where !cell.isEmpty {
      top = start
      write(cell, font, left: column.left, width: column.width)
    }
    top = start + font.lineHeight
  }
}

extension Text {
  /// Creates a line of text.
  init(_ string: String, _ font: Font, in place: Box, _ alignment: Alignment) {
    self.init(
      string: string, size: font.size, isBold: font.isBold, place: place,
      alignment: alignment)
  }
}
