// What is not whole yet has a hidden name that no person gives a file.

extension String {
  private static let hiddenEnd = ".offcirc-new"

  /// The path of a file or folder beside this one, for the time until it is
  /// whole.
  package var hiddenBeside: String {
    let start = lastIndex(of: "/").map { index(after: $0) } ?? startIndex
    return self[..<start] + "." + self[start...].asHiddenName + Self.hiddenEnd
  }

  /// Another such path, which nobody can know beforehand.
  package var anotherHiddenBeside: String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    let zeros = String(repeating: "0", count: 8 - digits.count)
    return hiddenBeside + "-" + zeros + digits
  }

  /// Whether it is the name of what is not whole yet, or was not when the
  /// program was killed.
  package var isHiddenName: Bool {
    guard hasPrefix("."), let end = ranges(of: Self.hiddenEnd).last else {
      return false
    }
    let tag = self[end.upperBound...]
    return tag.isEmpty
      || tag.utf8.count == 9 && tag.first == "-"
        && tag.dropFirst().allSatisfy(\.isHexDigit)
  }
}

extension Substring {
  /// The name, so short that there is room for what hides it.
  fileprivate var asHiddenName: String {
    // A name has 255 bytes; ".", ".offcirc-new" and "-" with eight digits.
    let most = 255 - 1 - 12 - 9
    guard utf8.count > most else { return String(self) }
    var start = self
    while start.utf8.count > most - 9 { start.removeLast() }
    return start + "-" + String(Checksum.of(Array(utf8).span), radix: 16)
  }
}
