import Circulation

/// A reason why a line of a file is not taken.
package enum LineFault: Error, Hashable, Sendable {
  // Of all formats.

  /// The line is empty.
  case empty
  /// The line has more bytes than a reader keeps.
  case tooLong
  /// A carriage return stands inside the line.
  case innerReturn
  /// The date and time are missing, or are none.
  case time
  /// The line has more or fewer fields than its kind needs.
  case fields(found: Int, expected: Int)
  /// The number of the item or of the borrower is empty.
  case emptyNumber
  /// A number has a control character.
  case controlCharacter
  /// A loan has no borrower.
  case noBorrower
  /// The line is about an item, and has none.
  case noItem

  // Of a format.

  /// The line is not one of `OffCirc.dat`.
  case dataFile(DataFormat.LineError)
  /// The word for the kind of the line is not known.
  case command(String)
  /// The amount of a payment is none.
  case amount
  /// The line is not JSON.
  case notJSON
  /// The line is JSON, but not an object.
  case notAnObject
  /// The number is written without quotes, and is too long to be kept so.
  case bareNumber
  /// The line counts an inventory, and lends nothing.
  case inventory
  /// A loan has no due date.
  case noDue
  /// The statistics group is not from 1 to 999.
  case group
  /// The letter before a number is missing.
  case prefix
  /// A blank stands inside a number, in a format in which it ends one.
  case innerBlank
  /// A command code is not known.
  case code(String)
  /// A command code is about resources, which are not read.
  case resources
  /// A number stands before any command code or head.
  case beforeCode
  /// A borrower is followed by no item.
  case borrowerWithoutItems
  /// A block of loans has no borrower.
  case blockWithoutBorrower
  /// A head of a block is written in another way.
  case nearHead
  /// The number is `0`, which the system skips.
  case zero
}

/// A remark about a file as a whole.
package enum FileNotice: Hashable, Sendable {
  /// The file begins with a byte order mark.
  case byteOrderMark
  /// The file is not UTF-8; letters were read as Windows does.
  case notUTF8
  /// A `.koc` file has no first line with a version; the first line was read
  /// as a row.
  case noVersion
  /// A `.koc` file has another version than 1.0.
  case version(String)
  /// The name does not begin with `rdy`.
  case name
  /// Blanks round numbers were dropped, first in a line.
  case outerBlanks(line: Int)
  /// A due date can't be understood and is not kept, first in a line.
  case dueDate(line: Int)
}

/// The facts about a file that was read.
package struct FileNotes: Hashable, Sendable {
  /// The format.
  package let format: ExchangeFormat
  /// The program that wrote a `.koc` file, as its first line tells.
  package var generator: String?
  /// The version of a `.koc` file.
  package var version: String?
  /// True if its times are in UTC, or have an offset each.
  package var isUTC = false
  /// The remarks about the file, each once.
  package private(set) var notices: [FileNotice] = []
  /// The number of lines.
  package var lineCount = 0

  init(_ format: ExchangeFormat) {
    self.format = format
    isUTC = format == .evergreen
  }

  /// Adds a remark of which there is none of its kind yet.
  mutating func add(_ notice: FileNotice) {
    let isTold = notices.contains {
      switch ($0, notice) {
      case (.outerBlanks, .outerBlanks), (.dueDate, .dueDate): true
      default: $0 == notice
      }
    }
    if !isTold { notices.append(notice) }
  }
}
