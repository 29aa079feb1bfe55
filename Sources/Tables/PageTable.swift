import CXml2

/// The rows of the tables of a web page, such as programs serve them under the
/// name of a workbook.
package struct PageTable {
  /// The rows, in order.
  package private(set) var rows: [TableRow] = []
  private var cells: [String] = []
  private var isInCell = false

  /// Reads the tables of a page.
  ///
  /// - Throws: ``TableFileError``.
  package init(_ bytes: [UInt8]) throws(TableFileError) {
    let text = bytes.withUnsafeBytes { CellText.decode($0) }
    var walk = self
    try MarkupPage.read(Array(text.utf8)) { walk.over($0) }
    self = walk
  }

  // Iterative: a page may be nested deeper than the call stack allows.
  private mutating func over(_ root: MarkupPage.Node?) {
    guard let root else { return }
    var node = root
    while true {
      if enter(node), let child = node.pointee.children {
        node = child
        continue
      }
      while true {
        leave(node)
        if node == root { return endRow() }
        if let next = node.pointee.next {
          node = next
          break
        }
        guard let parent = node.pointee.parent else { return endRow() }
        node = parent
      }
    }
  }

  /// - Returns: true if its children are to be visited.
  private mutating func enter(_ node: MarkupPage.Node) -> Bool {
    switch node.pointee.type {
    case MarkupPage.NodeType.text, MarkupPage.NodeType.markedText:
      if isInCell, let text = node.pointee.content {
        cells[cells.count - 1] += String(cString: text)
      }
      return false
    case MarkupPage.NodeType.element:
      switch node.tag {
      case "script", "style", "title": return false
      case "tr", "table": endRow()
      case "td", "th":
        cells.append("")
        isInCell = true
      default: break
      }
      return true
    default: return false
    }
  }

  private mutating func leave(_ node: MarkupPage.Node) {
    guard node.pointee.type == MarkupPage.NodeType.element else { return }
    switch node.tag {
    case "td", "th": isInCell = false
    case "tr", "table": endRow()
    default: break
    }
  }

  private mutating func endRow() {
    isInCell = false
    guard !cells.isEmpty else { return }
    rows.append(
      TableRow(
        line: rows.count + 1, cells: cells.map(\.trimmed.withoutSpreadsheetMark)
      ))
    cells = []
  }
}

extension MarkupPage.Node {
  /// The tag name of the element.
  fileprivate var tag: String {
    pointee.name.map { String(cString: $0) } ?? ""
  }
}

extension String {
  /// The text without the apostrophe by which PMB keeps a spreadsheet from
  /// taking it for a number.
  fileprivate var withoutSpreadsheetMark: String {
    guard first == "'" else { return self }
    let rest = dropFirst()
    let isNumeric =
      rest.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isNumber || ".,+-eE".contains($0) }
    return isNumeric ? String(rest) : self
  }
}
