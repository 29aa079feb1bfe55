/// A line number, possibly with thousands separators: `1234`, `1 234`, `1,234`,
/// `1'234`.
struct LineNumber {
  /// The number.
  let value: Int
  /// The number after a single thousands separator: `1 234` may be line 234 and
  /// the first entry of a list.
  let behindSign: Int?
  /// The index after the number.
  let end: String.Index

  private static let signs: Set<Character> = [" ", ",", ".", "'", "’"]

  /// Parses the number at the beginning of a text; nil if there is none.
  init?(at text: Substring) {
    let first = text.digits
    var rest = text[first.endIndex...]
    var groups: [Substring] = []
    if 1...3 ~= first.count, first.first != "0" {
      let sign = rest.first
      while let sign, Self.signs.contains(sign), rest.first == sign {
        let group = rest.dropFirst().digits
        guard group.count == 3 else { break }
        groups.append(group)
        rest = rest[group.endIndex...]
      }
    }
    let digits = first + groups.joined()
    guard
      digits.utf8.count < 10, let value = Int(digits), value > 0
    else { return nil }
    self.value = value
    behindSign =
      groups.count == 1 && groups[0].first != "0" ? Int(groups[0]) : nil
    end = rest.startIndex
  }
}

extension Substring {
  fileprivate var digits: Substring { prefix { $0.isASCII && $0.isNumber } }
}

extension String {
  /// The line number in a cell as written by a person or a spreadsheet; nil if
  /// it has other text.
  var lineNumber: Int? {
    guard utf8.count <= 16, first?.isNumber ?? false else { return nil }
    // Nearly all have nothing but some digits.
    if utf8.count < 10, utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return Int(self).flatMap { $0 > 0 ? $0 : nil }
    }
    if let number = LineNumber(at: self[...]), number.end == endIndex {
      return number.value
    }
    let number = Double(self).flatMap(Int.init(exactly:))
    return number.flatMap { 1...999_999_999 ~= $0 ? $0 : nil }
  }
}
