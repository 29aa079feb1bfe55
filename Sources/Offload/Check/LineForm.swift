import Circulation

/// What became of lines on their way from the station, by other programs: what
/// they told can still be seen, but not by the library system.
package enum LineForm: String, CaseIterable, Hashable, Sendable {
  /// The line ends with one CR too many, as a copy of a text makes it that puts
  /// CR LF for LF.
  case doubledReturns = "carriage-returns"
  /// A blank line stands behind each line.
  case doubleSpaced = "double-spaced"
  /// The line begins with a CR: its lines end with LF CR.
  case swappedReturns = "swapped-returns"
  /// A line end of another kind, NEL or U+2028, is within the line.
  case otherLineEnds = "other-line-ends"
  /// Of the blanks between item and borrower a few are left.
  case collapsedBlanks = "collapsed-blanks"
  /// No blank is left between item and borrower.
  case joinedNumbers = "joined-numbers"
  /// Blanks stand around the letter of the transaction.
  case addedBlanks = "added-blanks"
  /// A tab stands for blanks.
  case tabs
  /// Blanks of another kind stand for blanks: no-break ones of a page, say.
  case otherBlanks = "other-blanks"
  /// A mail program broke lines, and the borrower is on a line of its own.
  case brokenLines = "broken-lines"
  /// A mail program quoted the line, or another one indented it.
  case quotedLines = "quoted-lines"
  /// A mark of the end of a text, or of a page, is within the line: two lines
  /// may be one.
  case markWithin = "mark-within"

  /// What became of a line that is no transaction; nil if that is not known.
  ///
  /// - Parameters:
  ///   - text: the line, without its end.
  ///   - fault: why it is none.
  ///   - isBroken: whether lines of the file are broken.
  init?(
    of text: ArraySlice<UInt8>, _ fault: DataFormat.Fault, isBroken: Bool
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
    } else if text.contains(where: { OuterMarks($0) != [] }) {
      self = .markWithin
    } else if text.hasOtherLineEnds {
      self = .otherLineEnds
    } else if text.hasOtherBlanks {
      self = .otherBlanks
    } else if text.hasSpacedLetter {
      self = .addedBlanks
    } else if fault == .noBorrower {
      let numbers = text.dropFirst(13).split(separator: UInt8(ascii: " "))
      if numbers.count > 1 {
        self = .collapsedBlanks
      } else if numbers.joined().count >= Self.leastOfTwo {
        self = .joinedNumbers
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// The characters that two numbers have at least, and hardly one.
  private static let leastOfTwo = 18
}

/// Counts lines that a mail program broke: a loan without a borrower, or with
/// the sign of a line that goes on, and a number alone on the line after it.
struct BrokenLines {
  /// How many there are.
  private(set) var count = 0
  private var isOpen = false

  /// More of a line is not looked at.
  private static let sampleSize = 200

  /// Takes the next line, without its end.
  mutating func take(_ line: Span<UInt8>, _ fault: DataFormat.Fault?) {
    guard fault != nil else {
      isOpen = line.count > 0 && line[line.count - 1] == UInt8(ascii: "=")
      return
    }
    let sample = line.extracting(0..<min(line.count, Self.sampleSize))
    let text = sample.withUnsafeBufferPointer { Array($0) }[...]
      .withoutQuotation
    // Blank lines may be between.
    if text.isEmpty { return }
    if isOpen, Self.isBorrower(text) { count += 1 }
    isOpen = Self.isLoanAlone(text)
  }

  /// Whether a line, without what quotes it, may be a part of one that was
  /// broken.
  static func isPart(_ text: ArraySlice<UInt8>) -> Bool {
    isBorrower(text) || isLoanAlone(text)
  }

  /// Whether nothing but a number is on a line.
  private static func isBorrower(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && !text.isDated && text.count <= 40
      && text.allSatisfy { 0x21...0x7e ~= $0 }
  }

  private static func isLoanAlone(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.isDated else { return false }
    do throws(DataFormat.Fault) {
      _ = try DataFormat.layout(of: Array(text).span, isTimed: true)
      return text.last == UInt8(ascii: "=")
    } catch { return error == .noBorrower }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isDated: Bool {
    DataFormat.time(in: Array(prefix(13)).span) != nil
  }

  /// The line without the marks and blanks that a mail or a chat puts in front.
  fileprivate var withoutQuotation: Self {
    drop {
      !(0x30...0x39 ~= $0 || 0x41...0x5a ~= $0 || 0x61...0x7a ~= $0)
    }
  }

  /// Whether a blank stands before the letter of the transaction, or behind it,
  /// or some on both sides.
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

  /// Whether NEL or a separator of lines or paragraphs is in it, as UTF-8.
  fileprivate var hasOtherLineEnds: Bool {
    guard contains(where: { $0 >= 0x80 }) else { return false }
    return [[0xc2, 0x85], [0xe2, 0x80, 0xa8], [0xe2, 0x80, 0xa9]].contains {
      firstRange(of: $0 as [UInt8]) != nil
    } || contains(0x85) && String(validating: self, as: UTF8.self) == nil
  }

  /// Whether blanks are in it that are none of ASCII: no-break ones, as UTF-8 or
  /// as Windows writes them, or such of other widths.
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
