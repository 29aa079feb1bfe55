import Typesetting

/// Bar codes on pages, column by column: those of the pupils of a class, for a
/// desk to which nobody brings a card.
package struct ContactSheet: Hashable, Sendable {
  /// A code.
  struct Entry: Hashable, Sendable {
    /// The name of the pupil, or of what is scanned; nil if it is not kept.
    let name: String?
    /// The number.
    let number: String
  }

  /// The title.
  let title: String
  /// The entries, in order.
  let entries: [Entry]

  fileprivate static let columns = 3
  fileprivate static let rows = 10
  fileprivate static let titleFont = Font(size: 6, isBold: true)
  fileprivate static let nameFont = Font(size: 3.4, isBold: true)
  fileprivate static let font = Font(size: 3.1)
  fileprivate static let area = Box(left: 15, top: 14, width: 180, height: 269)
  fileprivate static let headHeight = 11.0
  fileprivate static let gap = 4.0
  fileprivate static let barHeight = 9.0

  /// The sheet as plain text.
  var text: String {
    let width = entries.map(\.number.columnCount).max() ?? 0
    let lines =
      [title, String(repeating: "=", count: title.count), ""]
      + entries.map {
        "\($0.number.padded(to: width + 2))\($0.name ?? "")".trimmedAtEnd
      }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Lays out the sheet.
  ///
  /// - Parameters:
  ///   - ruler: the measure of its texts.
  ///   - pageNumber: returns the words for the number of a page among all.
  /// - Returns: the pages, and the numbers that are too long for a bar code.
  /// - Throws: ``DrawingError`` if a library is missing.
  func pages(
    _ ruler: Ruler, pageNumber: (Int, Int) -> String
  ) throws(DrawingError) -> (pages: [PrintedPage], withoutCode: Int) {
    let perPage = Self.columns * Self.rows
    let count = (entries.count + perPage - 1) / perPage
    var pages: [PrintedPage] = []
    var withoutCode = 0
    for number in 1...max(count, 1) {
      var page = PrintedPage()
      let suffix = count > 1 ? " – " + pageNumber(number, count) : ""
      let room = Self.area.width - ruler.width(suffix, Self.titleFont)
      page.texts.append(
        Text(
          ruler.shortened(title, to: room, in: Self.titleFont) + suffix,
          Self.titleFont,
          in: Box(
            left: Self.area.left, top: Self.area.top, width: Self.area.width,
            height: Self.titleFont.lineHeight), .center))
      let own = entries.dropFirst((number - 1) * perPage).prefix(perPage)
      for (index, entry) in own.enumerated() {
        if try !page.add(entry, in: Self.place(of: index), ruler) {
          withoutCode += 1
        }
      }
      pages.append(page)
    }
    return (pages, withoutCode)
  }

  /// Returns the place of an entry, column by column, as a list is read.
  private static func place(of index: Int) -> Box {
    let width = (area.width - gap * Double(columns - 1)) / Double(columns)
    let height = (area.height - headHeight) / Double(rows)
    return Box(
      left: area.left + Double(index / rows) * (width + gap),
      top: area.top + headHeight + Double(index % rows) * height,
      width: width, height: height)
  }
}

extension PrintedPage {
  /// Adds an entry of a contact sheet.
  ///
  /// - Returns: false if the number is too long for a bar code.
  fileprivate mutating func add(
    _ entry: ContactSheet.Entry, in place: Box, _ ruler: Ruler
  ) throws(DrawingError) -> Bool {
    var top = place.top
    func add(_ text: String, _ font: Font) {
      texts.append(
        Text(
          text, font,
          in: Box(
            left: place.left, top: top, width: place.width,
            height: font.lineHeight), .center))
      top += font.lineHeight
    }
    if let name = entry.name {
      add(
        ruler.shortened(name, to: place.width, in: ContactSheet.nameFont),
        ContactSheet.nameFont)
    }
    let room = Box(
      left: place.left, top: top + 0.5, width: place.width,
      height: ContactSheet.barHeight)
    let code = try BarCode(of: entry.number, in: room, isCentered: true)
    if let code {
      bars += code.bars
      top = room.bottom + 0.3
    }
    add(entry.number, ContactSheet.font)
    return code != nil
  }
}
