import Circulation
import Exchange

/// A digest that identifies a line of a data file, in whatever file it is.
///
/// The first eight bytes of the SHA-256 of time, operation letter and item,
/// independent of padding, line end and byte-order mark. The borrower is not
/// included, so that marks do not reveal who borrowed what. For a line that is
/// not a transaction: the digest of columns 1 to 93 without outer spaces.
package struct LineMark: Hashable, Sendable {
  /// The eight bytes in big-endian order.
  package let bits: UInt64
}

extension LineMark {
  /// The mark of a line, with or without its CR; nil for a blank line.
  package init?(of line: Span<UInt8>) {
    var line = line
    if line.count > 0, line[line.count - 1] == UInt8(ascii: "\r") {
      line = line.extracting(0..<line.count - 1)
    }
    line = line.extracting(line.endOfByteOrderMark..<line.count)
    line = line.extracting(line.withoutOuterMarks)
    let isTimed = DataFormat.time(in: line) != nil
    guard let layout = try? DataFormat.layout(of: line, isTimed: isTimed) else {
      self.init(ofMalformed: line)
      return
    }
    self.init(of: line, layout)
  }

  /// The mark of a transaction's line, given without its line end.
  init(of line: Span<UInt8>, _ layout: DataFormat.Layout) {
    // The item column may be narrower than 80 columns.
    self.init(ofColumns: line.extracting(0..<layout.item.upperBound))
  }

  /// The mark that a row of another system's file has as a line of
  /// `OffCirc.dat`; nil if it is not a loan or a return.
  init?(of row: Entry) {
    let (letter, item): (Character, String)
    switch row.act {
    case .loan(let number, _), .renewal(let number, _):
      (letter, item) = ("L", number)
    case .return(let number): (letter, item) = ("R", number)
    case .payment, .registration, .inHouseUse, .uncatalogued: return nil
    }
    var line: [UInt8] = []
    // Without a time, the row is none of the listed lines.
    if let at = row.moment?.fields {
      line.append(digits: at.year, width: 4)
      for field in [at.month, at.day, at.hour, at.minute] {
        line.append(digits: field, width: 2)
      }
    }
    line += "\(letter)\(item)".utf8
    self.init(ofColumns: line.span)
  }

  private init(ofColumns bytes: Span<UInt8>) {
    bits = SHA256.firstEight(of: bytes)
  }

  private init?(ofMalformed line: Span<UInt8>) {
    var (start, end) = (0, min(line.count, 93))
    while start < end, line[end - 1] == UInt8(ascii: " ") { end -= 1 }
    while start < end, line[start] == UInt8(ascii: " ") { start += 1 }
    guard start < end else { return nil }
    self.init(ofColumns: line.extracting(start..<end))
  }
}
