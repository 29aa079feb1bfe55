import Circulation

/// An alteration of lines by another program: a person can still read the
/// transaction, but the library system can't.
package enum LineForm: String, CaseIterable, Hashable, Sendable {
  /// The line has an extra CR: a copy replaced LF by CR LF.
  case doubledReturns = "carriage-returns"
  /// A blank line follows each line.
  case doubleSpaced = "double-spaced"
  /// The line begins with a CR: lines end with LF CR.
  case swappedReturns = "swapped-returns"
  /// The line contains another line end, NEL or U+2028.
  case otherLineEnds = "other-line-ends"
  /// Only a few spaces are left between item and borrower.
  case collapsedBlanks = "collapsed-blanks"
  /// No space is left between item and borrower.
  case joinedNumbers = "joined-numbers"
  /// There are spaces around the operation letter.
  case addedBlanks = "added-blanks"
  /// A tab replaces spaces.
  case tabs
  /// Other space characters replace spaces, such as no-break spaces of a web
  /// page.
  case otherBlanks = "other-blanks"
  /// A mail program wrapped lines, so that the borrower has a line of its own.
  case brokenLines = "broken-lines"
  /// A mail program quoted the line, or another program indented it.
  case quotedLines = "quoted-lines"
  /// An end-of-file mark or form feed is inside the line: it may be two lines.
  case markWithin = "mark-within"

  /// Recognizes the alteration of a line that is not a transaction; nil if
  /// unknown.
  ///
  /// - Parameters:
  ///   - text: the line, without its line end.
  ///   - lineError: the reason why it is not a transaction.
  ///   - isBroken: true if the file has wrapped lines.
  init?(
    of text: ArraySlice<UInt8>, _ lineError: DataFormat.LineError,
    isBroken: Bool
  ) {
    let line = text.prefix(while: { $0 != 0x0d })
    if line.count < text.count {
      let rest = text.dropFirst()
      if line.isEmpty, rest.isDated, !rest.contains(0x0d) {
        self = .swappedReturns
      } else if text[line.endIndex...].allSatisfy({ $0 == 0x0d }) {
        self = .doubledReturns
      } else {
        return nil
      }
      return
    }
    let inner = text.withoutQuotation
    if isBroken, BrokenLines.isPart(inner) {
      self = .brokenLines
    } else if !text.isDated {
      guard
        inner.isDated || inner.isEmpty && text.contains(UInt8(ascii: ">"))
      else { return nil }
      self = .quotedLines
    } else if text.contains(0x09) {
      self = .tabs
    } else if text.contains(where: { !OuterMarks($0).isEmpty }) {
      self = .markWithin
    } else if text.hasOtherLineEnds {
      self = .otherLineEnds
    } else if text.hasOtherBlanks {
      self = .otherBlanks
    } else if text.hasSpacedLetter {
      self = .addedBlanks
    } else if lineError == .noBorrower {
      let numbers = text.dropFirst(13).split(separator: UInt8(ascii: " "))
      if numbers.count > 1 {
        self = .collapsedBlanks
      } else if numbers.joined().count >= Self.minimumOfTwo {
        self = .joinedNumbers
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// The minimum length of two numbers together, which single numbers rarely
  /// reach.
  private static let minimumOfTwo = 18
}

/// A counter of lines that a mail program wrapped: a loan without a borrower,
/// or ending with the soft line break `=`, followed by a line with only a
/// number.
struct BrokenLines {
  /// The number of wrapped lines.
  private(set) var count = 0
  private var isOpen = false

  /// The number of bytes of a line that are inspected.
  private static let sampleSize = 200

  /// Adds the next line, without its line end.
  mutating func take(_ line: Span<UInt8>, _ lineError: DataFormat.LineError?) {
    guard lineError != nil else {
      isOpen = line.count > 0 && line[line.count - 1] == UInt8(ascii: "=")
      return
    }
    let sample = line.extracting(0..<min(line.count, Self.sampleSize))
    let text = sample.withUnsafeBufferPointer { Array($0) }[...]
      .withoutQuotation
    // Blank lines may be in between.
    if text.isEmpty { return }
    if isOpen, Self.isBorrower(text) { count += 1 }
    isOpen = Self.isLoanAlone(text)
  }

  /// Returns true if a line, without quotation marks, may be part of a wrapped
  /// one.
  static func isPart(_ text: ArraySlice<UInt8>) -> Bool {
    isBorrower(text) || isLoanAlone(text)
  }

  /// Returns true if the line consists of a number.
  private static func isBorrower(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && !text.isDated && text.count <= 40
      && text.allSatisfy { 0x21...0x7e ~= $0 }
  }

  private static func isLoanAlone(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.isDated else { return false }
    do throws(DataFormat.LineError) {
      _ = try DataFormat.layout(of: Array(text).span, isTimed: true)
      return text.last == UInt8(ascii: "=")
    } catch { return error == .noBorrower }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isDated: Bool {
    DataFormat.time(in: Array(prefix(13)).span) != nil
  }

  /// The line without leading quotation marks and spaces of a mail or a chat.
  fileprivate var withoutQuotation: Self {
    drop {
      !(0x30...0x39 ~= $0 || 0x41...0x5a ~= $0 || 0x61...0x7a ~= $0)
    }
  }

  /// True if there is one space next to the operation letter, or some on both
  /// sides.
  fileprivate var hasSpacedLetter: Bool {
    let rest = dropFirst(12)
    let letter = rest.drop { $0 == UInt8(ascii: " ") }
    let number = letter.dropFirst().drop { $0 == UInt8(ascii: " ") }
    guard
      let first = letter.first, first == 0x4c || first == 0x52, !number.isEmpty
    else { return false }
    let before = rest.count - letter.count
    let after = letter.count - 1 - number.count
    return before + after == 1 || before > 0 && after > 0
  }

  /// True if the line contains NEL, U+2028 or U+2029, in UTF-8 or as a single
  /// byte 0x85.
  fileprivate var hasOtherLineEnds: Bool {
    guard contains(where: { $0 >= 0x80 }) else { return false }
    return [[0xc2, 0x85], [0xe2, 0x80, 0xa8], [0xe2, 0x80, 0xa9]].contains {
      firstRange(of: $0 as [UInt8]) != nil
    } || contains(0x85) && String(validating: self, as: UTF8.self) == nil
  }

  /// True if the line contains spaces outside ASCII, in UTF-8 or Windows-1252.
  fileprivate var hasOtherBlanks: Bool {
    let text = Array(self)
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    guard let decoded = String(validating: text, as: UTF8.self) else {
      return text.contains(0xa0)
    }
    return decoded.unicodeScalars.contains {
      $0.value >= 0x80 && $0.properties.isWhitespace
    }
  }
}
