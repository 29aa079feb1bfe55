extension TextDialect {
  /// Returns the rows of a whole text; nil if a quotation mark is misplaced.
  package func rows(of text: String) -> [[String]]? {
    var text = text
    return text.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      var scanner = RowScanner(dialect: self)
      var rows: [[String]] = []
      var offset = 0
      while offset < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
        guard let length = scanner.scan(rest, isAtEnd: true),
          scanner.flaws.isDisjoint(with: [.followed, .lone])
        else { return nil }
        rows.append(
          scanner.cells.map { cell in
            let text = String(
              decoding: rest[cell.start..<cell.end], as: UTF8.self)
            return cell.hasDoubledQuotes
              ? text.replacing("\"\"", with: "\"") : text
          })
        offset += length
      }
      return rows
    }
  }
}
