import SystemPackage

// Unfinished files have a hidden name that no person gives a file.

extension String {
  private static let temporarySuffix = ".offcirc-new"

  /// The path of the hidden file next to this one, used until the file is
  /// complete.
  package var temporarySibling: String {
    let path = FilePath(self)
    let name = path.lastComponent?.string ?? ""
    return path.removingLastComponent()
      .appending("." + name.shortened + Self.temporarySuffix).string
  }

  /// A second such path with a random suffix, which nobody can predict.
  package var anotherTemporarySibling: String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    let zeros = String(repeating: "0", count: 8 - digits.count)
    return temporarySibling + "-" + zeros + digits
  }

  /// The name of the file next to which this is the hidden one; nil if it is
  /// none, or too long a name was shortened.
  package var nameBesideTemporary: String? {
    guard isTemporaryName, hasSuffix(Self.temporarySuffix) else { return nil }
    let name = String(dropFirst().dropLast(Self.temporarySuffix.count))
    return name.temporarySibling == self ? name : nil
  }

  /// True for the name of an unfinished file, or of one that a killed program
  /// left.
  package var isTemporaryName: Bool {
    guard hasPrefix("."), let end = ranges(of: Self.temporarySuffix).last else {
      return false
    }
    let tag = self[end.upperBound...]
    return tag.isEmpty
      || tag.utf8.count == 9 && tag.first == "-"
        && tag.dropFirst().allSatisfy(\.isHexDigit)
  }
}

extension String {
  /// The name, shortened to leave room for the prefix and suffix.
  fileprivate var shortened: String {
    // A name has at most 255 bytes: minus ".", ".offcirc-new", and "-" with
    // eight digits.
    let maximum = 255 - 1 - 12 - 9
    guard utf8.count > maximum else { return self }
    var start = self
    while start.utf8.count > maximum - 9 { start.removeLast() }
    return start + "-" + String(Checksum.of(Array(utf8).span), radix: 16)
  }
}
