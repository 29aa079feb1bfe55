/// What is to be remembered of how the numbers of a transaction came to be what
/// they are: what was scanned, where that was repaired, and what was accepted
/// although it looked wrong.
public final class Origins: Hashable, Sendable {
  /// How the item's barcode came.
  public let item: Origin
  /// How the borrower's identifier came.
  public let borrower: Origin

  /// What is to be remembered of two numbers; nil if there is nothing.
  public init?(item: Origin, borrower: Origin = .plain) {
    guard item != .plain || borrower != .plain else { return nil }
    self.item = item
    self.borrower = borrower
  }

  /// Whether one of the numbers was accepted although it looked wrong.
  public var isDoubtful: Bool { item.isDoubtful || borrower.isDoubtful }

  /// Whether they remember the same.
  public static func == (one: Origins, other: Origins) -> Bool {
    one.item == other.item && one.borrower == other.borrower
  }

  /// Hashes what they remember.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(borrower)
  }
}

/// How a number came to be what it is.
public struct Origin: Hashable, Sendable {
  /// The most bytes of a scan that are kept, in UTF-8: twice what a number can
  /// have.
  static let longestRaw = 160

  /// What was scanned, if it was another text than the number.
  public let raw: String?
  /// Whether it was accepted although it looked wrong.
  public let isDoubtful: Bool

  /// A number that was scanned or typed as it is.
  public static let plain = Origin()

  /// A number that was something else, or looked wrong, or neither.
  public init(raw: String? = nil, isDoubtful: Bool = false) {
    self.raw = raw.map { $0.prefix(bytes: Self.longestRaw) }
    self.isDoubtful = isDoubtful
  }
}

extension String {
  /// The scalars that fit into so many bytes.
  fileprivate func prefix(bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var text = ""
    for scalar in unicodeScalars {
      guard text.utf8.count + UTF8.width(scalar) <= bytes else { break }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
