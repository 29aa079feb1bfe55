// Unfinished files have a hidden name that no person gives a file.

extension String {
  private static let hiddenEnd = ".offcirc-new"

  /// The path of the hidden file next to this one, used until the file is
  /// complete.
  package var hiddenBeside: String {
    let start = lastIndex(of: "/").map { index(after: $0) } ?? startIndex
    return self[..<start] + "." + self[start...].asHiddenName + Self.hiddenEnd
  }

  /// A second such path with a random suffix, which nobody can predict.
  package var anotherHiddenBeside: String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    let zeros = String(repeating: "0", count: 8 - digits.count)
    return hiddenBeside + "-" + zeros + digits
  }

  /// True for the name of an unfinished file, or of one that a killed program
  /// left.
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
  /// The name, shortened to leave room for the prefix and suffix.
  fileprivate var asHiddenName: String {
    // A name has at most 255 bytes: minus ".", ".offcirc-new", and "-" with
    // eight digits.
    let most = 255 - 1 - 12 - 9
    guard utf8.count > most else { return String(self) }
    var start = self
    while start.utf8.count > most - 9 { start.removeLast() }
    return start + "-" + String(Checksum.of(Array(utf8).span), radix: 16)
  }
}
