extension [String] {
  /// True for a header or footer of a printed page: its address or page number.
  var isFurniture: Bool {
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

extension Substring {
  fileprivate var isNumeral: Bool { allSatisfy { $0.isASCII && $0.isNumber } }
}
