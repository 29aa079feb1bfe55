extension ScannerRules.Envelope {
  /// Returns the number without this addition; unchanged if it has none.
  package func stripped(from number: String) -> String {
    guard mayBeAround(number) else { return number }
    let characters = Array(number)
    switch self {
    case .aim:
      guard
        characters.count > 3, characters[0] == "]", characters[1].isLetter,
        characters[1].isASCII, characters[2].isASCII,
        characters[2].isLetter || characters[2].isNumber
      else { return number }
      return String(characters[3...])
    case .code39:
      guard
        characters.count > 2, characters.first == "*", characters.last == "*"
      else { return number }
      return String(characters[1..<characters.count - 1])
    case .codabar:
      let marks: Set<Character> = ["A", "B", "C", "D", "a", "b", "c", "d"]
      guard
        characters.count > 2, marks.contains(characters[0]),
        marks.contains(characters[characters.count - 1]),
        characters[1..<characters.count - 1].allSatisfy({
          $0.isASCII && ($0.isNumber || "-$:/.+ ".contains($0))
        })
      else { return number }
      return String(characters[1..<characters.count - 1])
    case .clsi:
      let blanks = characters.indices.filter { characters[$0] == " " }
      guard characters.count == 17, blanks == [1, 6, 12] else { return number }
      return String(characters.filter { $0 != " " })
    }
  }
  /// Returns true if the beginning or length allows for this addition; most
  /// numbers fail.
  private func mayBeAround(_ number: String) -> Bool {
    switch self {
    case .aim: number.utf8.first == UInt8(ascii: "]")
    case .code39: number.utf8.first == UInt8(ascii: "*")
    case .codabar:
      number.utf8.first.map {
        UInt8(ascii: "a")...UInt8(ascii: "d") ~= $0 | 0x20
      } ?? false
    case .clsi: number.utf8.count == 17
    }
  }
}
