import Terminal

/// A page to be read, over the desk; each scan falls to the desk beneath.
protocol TextPage: Room {
  /// The index of the line that the page begins with.
  var firstLine: Int { get set }
  /// The action of the key that opens the page, and closes it too.
  var opener: Action { get }
  /// The most columns that the text is set in, where there is room.
  static var columnLimit: Int { get }
  func title(_ words: any StationWords) -> String
  /// Returns all lines, of a width at most.
  func lines(_ look: Look, width: Int) -> [TextLine]
  /// Does what a key does on this page and on no other.
  ///
  /// - Returns: ``Outcome/ignored`` if it does nothing of its own.
  func perform(_ action: Action, _ shared: inout Shared) -> Outcome
}

extension TextPage {
  static var columnLimit: Int { 1 }
  var contexts: [KeyContext] { [.page, .desk] }

  func perform(_ action: Action, _ shared: inout Shared) -> Outcome { .ignored }

  func draw(_ look: Look, on surface: inout Surface) {
    TextPageView(self, look).draw(on: &surface)
  }

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key):
      guard let action = action(of: key) else { return .ignored }
      return dispatch(action, &shared)
    case .click(let position):
      let footer = TextPageView.footer(Look(shared, Palette()))
      if shared.isLargeEnough, footer.contains(position) { shared.close() }
    case .wheel(let notches): show(from: firstLine + 3 * notches, shared)
    case .resize: show(from: firstLine, shared)
    default: return .ignored
    }
    return .handled
  }

  private mutating func dispatch(
    _ action: Action, _ shared: inout Shared
  ) -> Outcome {
    if case .handled = perform(action, &shared) { return .handled }
    switch action {
    case .lineUp: show(from: firstLine - 1, shared)
    case .lineDown: show(from: firstLine + 1, shared)
    case .pageUp: show(from: firstLine - view(shared).lineCount, shared)
    case .pageDown: show(from: firstLine + view(shared).lineCount, shared)
    case .first: show(from: 0, shared)
    case .last: show(from: .max, shared)
    case .goBack, opener: shared.close()
    // Only After the outage has a warning to hide.
    case .dismissWarning: break
    case .switchOperation, .clear, .find, .amend, .reader:
      shared.close()
      return .ignored
    default: return .ignored
    }
    return .handled
  }

  private mutating func show(from line: Int, _ shared: Shared) {
    firstLine = min(max(line, 0), view(shared).lastFirstLine)
  }

  private func view(_ shared: Shared) -> TextPageView {
    TextPageView(self, Look(shared, Palette()))
  }
}

/// The picture of a page to be read.
struct TextPageView {
  private let look: Look
  private let title: String
  private let lines: [TextLine]
  private let columnCount: Int
  private let firstLine: Int
  let textWidth: Int
  /// The number of lines in a column.
  private let height: Int

  private static let gap = 4

  init(_ page: some TextPage, _ look: Look) {
    self.look = look
    title = page.title(look.words)
    columnCount = look.size.columns >= 126 ? type(of: page).columnLimit : 1
    textWidth = min(
      (look.size.columns - 4 - (columnCount - 1) * Self.gap) / columnCount,
      DeskLayout.maximumTextWidth)
    lines = page.lines(look, width: textWidth)
    firstLine = page.firstLine
    height = max(look.layout.noticeRow - 2, 1)
  }

  /// The number of lines that the page shows at once.
  var lineCount: Int { height * columnCount }

  /// The line that the page begins with when its end is seen.
  var lastFirstLine: Int { max(lines.count - lineCount, 0) }

  func draw(on surface: inout Surface) {
    let palette = look.palette
    surface.clear(palette[.ground])
    surface.cursor = Position(column: 2, row: 1)
    surface.drawPageFrame(title, look)
    for (number, line) in lines.dropFirst(firstLine).prefix(lineCount)
      .enumerated()
    {
      surface.write(
        line.text,
        at: Position(
          column: 2 + number / height * (textWidth + Self.gap),
          row: number % height + 1),
        style: palette[line.role], width: textWidth)
    }
    let footer = Self.footer(look)
    surface.write(
      look.isDesk ? look.words.pageFooter : look.words.copiesPageFooter,
      at: Position(column: footer.column, row: footer.row),
      style: palette[.listHeading], width: footer.width)
    StatusView.draw(look, on: &surface)
  }

  /// The line that says how to leave the page, and does so on a click.
  static func footer(_ look: Look) -> Area {
    Area(
      column: 2, row: look.layout.noticeRow - 1, width: look.size.columns - 4)
  }
}
