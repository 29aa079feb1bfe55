import CXml2
import Tables

extension ReportRows {
  /// Reads a report from a saved web page, or from the HTML part of a mail.
  ///
  /// A row of a table is a row, text outside of tables is split into lines.
  /// Nothing that the page refers to is loaded.
  init(html: String) throws(ReportError) {
    var walk = PageWalk()
    try ReportError.reading { () throws(TableFileError) in
      try MarkupPage.read(Array(html.utf8)) { walk.over($0) }
    }
    if let reportError = walk.reportError { throw reportError }
    self = walk.rows
  }
}

/// Walks the elements of a page and collects rows.
private struct PageWalk {
  private(set) var rows = ReportRows()
  /// The reason for giving up; nil if there is none.
  private(set) var reportError: ReportError?
  private var lineCount = 0
  /// The cells of the open row, with LF between lines of a cell; a single cell
  /// outside of tables.
  private var cells: [String] = []
  /// The number of enclosing cells.
  private var cellDepth = 0
  /// The number of enclosing elements with preformatted text.
  private var linedDepth = 0

  // Iterative: a page may be nested deeper than the call stack allows.
  mutating func over(_ root: MarkupPage.Node?) {
    guard let root else { return }
    var node = root
    while reportError == nil {
      if let child = enter(node) {
        node = child
        continue
      }
      // The next node may be a sibling of an enclosing element.
      while true {
        leave(node)
        if node == root {
          endRow()
          return
        }
        if let next = node.pointee.next {
          node = next
          break
        }
        guard let parent = node.pointee.parent else {
          endRow()
          return
        }
        node = parent
      }
    }
  }

  /// - Returns: the first child to visit; nil if there is none.
  private mutating func enter(_ node: MarkupPage.Node) -> MarkupPage.Node? {
    switch node.pointee.type {
    case MarkupPage.NodeType.text, MarkupPage.NodeType.markedText:
      // Between rows and cells there is only white space of the source.
      if let text = node.pointee.content,
        node.pointee.parent.map({ Self.frames.contains($0.name) }) != true
      {
        add(String(cString: text))
      }
      return nil
    case MarkupPage.NodeType.element:
      switch node.name {
      case "script", "style", "title", "template": return nil
      case "tr", "table": endRow()
      case "td", "th":
        // Cells far to the right are merged.
        if cells.count <= ReportLimit.columns { cells.append("") }
        cellDepth += 1
      case "pre":
        linedDepth += 1
        breakLine()
      // One of two adjacent spans may be a column.
      case "span"
      where node.pointee.previous.map({ $0.isElement("span") }) == true:
        add(" ")
      case let name: breakLine(at: name)
      }
      return node.pointee.children
    default: return nil
    }
  }

  private mutating func leave(_ node: MarkupPage.Node) {
    guard node.pointee.type == MarkupPage.NodeType.element else { return }
    switch node.name {
    case "tr", "table": endRow()
    case "td", "th": cellDepth = max(cellDepth - 1, 0)
    case "pre":
      linedDepth = max(linedDepth - 1, 0)
      breakLine()
    case let name: breakLine(at: name)
    }
  }

  private mutating func add(_ text: String) {
    let lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() {
      // Elsewhere, line ends in the source are white space.
      if place > 0, linedDepth > 0 { breakLine() }
      if cells.isEmpty { cells.append("") }
      cells[cells.count - 1] += (place > 0 ? " " : "") + line
    }
  }

  private mutating func breakLine(at name: String) {
    if Self.blocks.contains(name) { breakLine() }
  }

  private mutating func breakLine() {
    lineCount += 1
    guard lineCount <= ReportLimit.lineBreaks else {
      reportError = .tooMany(.rows, maximum: ReportLimit.rows)
      return
    }
    if cellDepth == 0 {
      endRow()
    } else if !cells.isEmpty {
      cells[cells.count - 1] += "\n"
    }
  }

  private mutating func endRow() {
    defer { cells = [] }
    let lines = cells.map { cell in
      cell.split(separator: "\n").map { String($0).collapsingWhitespace }
        .filter { !$0.isEmpty }
    }
    // A cell with many lines only serves page layout.
    if lines.count(where: { !$0.isEmpty }) == 1
      || lines.contains(where: { $0.count > 3 })
    {
      for line in lines.joined() { append(ReportDrawing.row(of: line)) }
    } else if lines.contains(where: { !$0.isEmpty }) {
      append(lines.map { $0.joined(separator: " ") })
    }
  }

  private mutating func append(_ row: [String]) {
    guard reportError == nil else { return }
    do throws(ReportError) { try rows.append(row) } catch {
      reportError = error
    }
  }

  private static let frames: Set = ["table", "tbody", "thead", "tfoot", "tr"]
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd",
    "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p",
    "section", "tbody", "tfoot", "thead", "ul",
  ]
}

extension MarkupPage.Node {
  fileprivate func isElement(_ name: String) -> Bool {
    pointee.type == MarkupPage.NodeType.element && self.name == name
  }

  /// The tag name of the element.
  fileprivate var name: String {
    pointee.name.map { String(cString: $0) } ?? ""
  }
}
