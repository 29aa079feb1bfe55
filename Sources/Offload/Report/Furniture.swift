extension [String] {
  /// True for a header or footer of a printed page: its address or page number.
  var isFurniture: Bool {
    // Nearly all rows are.
    if isLongerThanFurniture { return false }
    let text = filter { !$0.isEmpty }.joined(separator: " ").lowercased()
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return true }
    guard text.utf8.count <= 24 else { return false }
    var words = text.replacing("/", with: " / ").split(separator: " ")
    if words.count == 3, words[0] == "-", words[2] == "-" {
      return words[1].isNumeral
    }
    let isNamed = words.first == "page"
    if isNamed { words.removeFirst() }
    if words.count == 1 { return isNamed && words[0].isNumeral }
    return words.count == 3 && words[0].isNumeral && words[2].isNumeral
      && ["/", "of", "sur", "de"].contains(words[1])
  }
}

extension [String] {
  /// True if the row is longer than a page number, and does not begin with an
  /// address; it may be so for others.
  fileprivate var isLongerThanFurniture: Bool {
    guard
      let letter = first(where: { !$0.isEmpty })?.utf8.first,
      letter | 0x20 != UInt8(ascii: "h")
    else { return false }
    // As small letters, others may take fewer bytes.
    return contains { cell in
      cell.utf8.count > 24 && cell.utf8.allSatisfy { $0 < 0x80 }
    }
  }
}

extension Substring {
  fileprivate var isNumeral: Bool { allSatisfy { $0.isASCII && $0.isNumber } }
}
