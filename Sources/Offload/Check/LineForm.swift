import Circulation

/// What became of lines on their way from the station, by other programs: what
/// they told can still be seen, but not by the library system.
package enum LineForm: String, CaseIterable, Hashable, Sendable {
  /// The line ends with one CR too many, as a copy of a text makes it that puts
  /// CR LF for LF.
  case doubledReturns = "carriage-returns"
  /// Of the blanks between item and borrower one is left.
  case collapsedBlanks = "collapsed-blanks"
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
      guard text[line.endIndex...].allSatisfy({ $0 == 0x0d }) else {
        return nil
      }
      self = .doubledReturns
      return
    }
    if isBroken, Self.isPart(text, fault) {
      self = .brokenLines
      return
    }
    guard text.isDated else {
      let quoted = text.drop { [0x09, 0x20, 0x3e, 0xa0, 0xc2].contains($0) }
      guard quoted.count < text.count, quoted.isDated else { return nil }
      self = .quotedLines
      return
    }
    if text.contains(0x09) {
      self = .tabs
    } else if text.contains(where: { OuterMarks($0) != [] }) {
      self = .markWithin
    } else if text.hasOtherBlanks {
      self = .otherBlanks
    } else if fault == .noBorrower,
      text.dropFirst(13).split(separator: UInt8(ascii: " ")).count > 1
    {
      self = .collapsedBlanks
    } else {
      return nil
    }
  }

  /// Whether a line may be a part of one that was broken.
  private static func isPart(
    _ text: ArraySlice<UInt8>, _ fault: DataFormat.Fault
  ) -> Bool {
    fault == .noBorrower || BrokenLines.isBorrower(text)
  }
}

/// Counts lines that a mail program broke: a loan without a borrower, and a
/// number alone on the line after it.
struct BrokenLines {
  /// How many there are.
  private(set) var count = 0
  private var isOpen = false

  /// Takes the next line, without its end.
  mutating func take(_ line: Span<UInt8>, _ fault: DataFormat.Fault?) {
    if isOpen, fault != nil {
      let text = line.withUnsafeBufferPointer { Array($0) }
      if Self.isBorrower(text[...]) { count += 1 }
    }
    isOpen = fault == .noBorrower
  }

  /// Whether nothing but a number is on a line, behind blanks perhaps.
  static func isBorrower(_ text: ArraySlice<UInt8>) -> Bool {
    let number = text.drop { $0 == UInt8(ascii: " ") }
    return !number.isEmpty && !number.isDated && number.count <= 40
      && number.allSatisfy { 0x21...0x7e ~= $0 }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isDated: Bool {
    DataFormat.time(in: Array(prefix(13)).span) != nil
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
