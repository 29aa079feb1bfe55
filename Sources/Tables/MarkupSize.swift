/// The size of markup, counted before a library parses it: elements take far
/// more memory than bytes, and the attributes of one element quadratic time.
struct MarkupSize {
  /// The number of elements in a web page, counting end tags.
  static let maximumPageElements = 2_000_000
  /// The number of elements in a part of a workbook, which is read
  /// incrementally.
  private static let maximumPartElements = 16_000_000
  private static let maximumAttributes = 1_000_000
  static let maximumAttributesOfOne = 1_000

  private var elementCount = 0
  private var attributeCount = 0
  /// The number of attributes of the open element.
  private var attributesOfOne = 0
  private var isInElement = false
  /// The quotation mark that ends the current attribute value.
  private var quote: UInt8?
  private var last: UInt8 = 0

  /// Creates the size of a document that comes in parts.
  init() {}

  /// Counts the attributes of a document's next bytes.
  ///
  /// - Throws: ``TableFileError/tooMany(_:maximum:)``.
  mutating func take(
    _ bytes: some Sequence<UInt8>
  ) throws(TableFileError) {
    for byte in bytes { try take(byte) }
  }

  /// Counts the markup of a part of a workbook, which is read element by
  /// element.
  ///
  /// - Throws: ``TableFileError/tooMany(_:maximum:)``.
  @discardableResult
  init(ofPart bytes: [UInt8]) throws(TableFileError) {
    for byte in bytes { try take(byte) }
    guard elementCount <= Self.maximumPartElements else {
      throw .tooMany(.elements, maximum: Self.maximumPartElements)
    }
  }

  /// Counts the markup of a web page; in scripts and comments only what looks
  /// like elements.
  ///
  /// - Throws: ``TableFileError/tooMany(_:maximum:)``.
  @discardableResult
  init(ofPage bytes: [UInt8]) throws(TableFileError) {
    var end: [UInt8]?
    for (place, byte) in bytes.enumerated() {
      if let isEnd = end.map({ bytes.has($0, at: place) }) {
        if isEnd { end = nil }
      } else if byte == UInt8(ascii: "<") {
        end = Self.unread.first { bytes.has($0.start, at: place) }?.end
      }
      if end == nil {
        try take(byte)
      } else if byte == UInt8(ascii: "<") {
        elementCount += 1
      }
      guard
        elementCount <= Self.maximumPageElements
      else { throw .tooMany(.elements, maximum: Self.maximumPageElements) }
      guard attributeCount <= Self.maximumAttributes else {
        throw .tooMany(.attributes, maximum: Self.maximumAttributes)
      }
    }
  }

  private static let unread =
    [("<script", "</script"), ("<style", "</style")]
    .map { (start: Array($0.0.utf8), end: Array($0.1.utf8)) }
    + [(start: Array("<!--".utf8), end: Array("-->".utf8))]

  private mutating func take(_ byte: UInt8) throws(TableFileError) {
    defer { last = byte }
    if last == UInt8(ascii: "<"), byte.isLetter {
      // Also within a value: parsers may disagree where it ends.
      isInElement = true
      attributesOfOne = 0
      quote = nil
    }
    if byte == UInt8(ascii: "<") { elementCount += 1 }
    guard isInElement else { return }
    if let end = quote {
      if byte == end { quote = nil }
      return
    }
    switch byte {
    case UInt8(ascii: ">"): isInElement = false
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if last == UInt8(ascii: "=") { quote = byte }
    case 0x21...:
      let isFirst =
        last <= 0x20 || last == UInt8(ascii: "/")
        || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
      guard isFirst else { return }
      attributeCount += 1
      attributesOfOne += 1
      guard attributesOfOne <= Self.maximumAttributesOfOne else {
        throw .tooMany(.attributes, maximum: Self.maximumAttributesOfOne)
      }
    default: break
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}

extension [UInt8] {
  /// Returns true if a lower-case text is at an offset, ignoring case.
  fileprivate func has(_ text: [UInt8], at place: Int) -> Bool {
    guard place + text.count <= count, self[place] == text[0] else {
      return false
    }
    return text.indices.allSatisfy {
      let byte = self[place + $0]
      return byte == text[$0] || byte.isLetter && byte | 0x20 == text[$0]
    }
  }
}
