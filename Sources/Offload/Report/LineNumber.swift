/// The digits of a line's number, with thousands signs perhaps: `1234`,
/// `1 234`, `1,234`, `1'234`.
struct LineNumber {
  /// The number.
  let value: Int
  /// The number behind the thousands sign, if there is but one: `1 234` may be
  /// line 234 and the first of a list.
  let behindSign: Int?
  /// Where the text goes on.
  let end: String.Index

  private static let signs: Set<Character> = [" ", ",", ".", "'", "’"]

  /// The number that a text begins with; nil if it begins with none.
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
  /// The number of a line, as a person or a spreadsheet writes it.
  var lineNumber: Int? {
    guard utf8.count <= 16, first?.isNumber ?? false else { return nil }
    if let number = LineNumber(at: self[...]), number.end == endIndex {
      return number.value
    }
    let number = Double(self).flatMap(Int.init(exactly:))
    return number.flatMap { 1...999_999_999 ~= $0 ? $0 : nil }
  }
}
