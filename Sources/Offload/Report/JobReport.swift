import SharedLibraries

/// The library system's report on an upload, as far as the file contains it.
package struct JobReport: Hashable, Sendable {
  /// The header of the report, above its table.
  package struct Head: Hashable, Sendable {
    /// The id of the job.
    package var process: String?
    /// The name of the job.
    package var name: String?
    /// The time when it started, as the system wrote it.
    package var started: String?
    /// The time when it finished, as the system wrote it.
    package var finished: String?
    /// The final status, as the system wrote it.
    package var status: String?
    /// The number of lines processed.
    package var processed: Int?
    /// The number of lines with exceptions.
    package var exceptions: Int?

    /// Creates an empty header.
    package init() {}
  }

  /// A row of the table: a message about a line.
  package struct Message: Hashable, Sendable {
    /// The line number in the uploaded file, from 1; nil if the report lacks
    /// it.
    package let line: Int?
    /// The full text, with single spaces between words.
    package let text: String
    /// The parsed message.
    package let said: ReportMessage
    /// The text after the message, which may be the rest of its number.
    let tail: [String]
    /// The numbers in other columns of the row.
    var numbers: [RowNumber] = []
    /// The alternative line numbers, to be decided by the uploaded file; nil
    /// stands for none.
    var otherLines: [Int?] = []
    /// True if the line number may be a mere count of the messages.
    var isCounted = false

    /// Creates a message about a line.
    package init(line: Int?, text: String) {
      self.init(line: line, text: text, tail: [])
    }

    init(
      line: Int?, text: String, number: String? = nil, tail: [String]
    ) {
      self.line = line
      self.text = text
      self.tail = tail
      let said = ReportMessage(text)
      self.said = said.number == nil ? said.naming(number) : said
    }

    /// Creates a message whose words alone do not tell what it is about.
    init(
      line: Int?, text: String, said: ReportMessage, numbers: [RowNumber]
    ) {
      self.line = line
      self.text = text
      self.said = said
      self.numbers = numbers
      tail = []
    }

    /// Creates a message with the line and number confirmed by the file.
    init(
      _ message: Message, line: Int?, text: String, naming number: String?
    ) {
      self.line = line
      self.text = text
      tail = message.tail
      numbers = message.numbers
      said = message.said.naming(number)
    }

    package static func == (one: Message, other: Message) -> Bool {
      (one.line, one.text, one.said, one.numbers)
        == (other.line, other.text, other.said, other.numbers)
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(text)
    }
  }

  /// The library system whose report it is.
  package var system = LibrarySystem.alma
  /// The answer of another system than Alma, until its rows are matched with
  /// the lines of a file; nil if there is none.
  var answer: SystemAnswer?
  /// The header.
  package var head = Head()
  /// The messages, in order.
  package var messages: [Message] = []
  /// The number of messages without an end, which were cut.
  package var cutCount = 0
  /// The rows that name a number like messages but were not understood.
  package var unread: [String] = []

  /// Creates an empty report.
  package init() {}

  /// The number of messages that the header counts but the table lacks.
  package var missingCount: Int {
    max((head.exceptions ?? 0) - messages.count, 0)
  }

  /// The number of messages, or of rows that are still to be matched.
  var size: Int { messages.count + (answer?.rows.count ?? 0) }
}

/// An error: the file can't be read as a job report.
package enum ReportError: Error, Hashable, Sendable {
  /// The countable parts of a report.
  package enum Thing: CaseIterable, Hashable, Sendable {
    /// Table rows, or lines of text.
    case rows
    /// Table cells.
    case cells
    /// Characters in all cells.
    case characters
    /// Elements of a web page, or of a part of a workbook.
    case elements
    /// Attributes of elements.
    case attributes
    /// Header lines of a mail, or of a part of it.
    case headLines
    /// Parts of a mail.
    case parts
  }

  /// The file is a PDF.
  case pdf
  /// The file is an image.
  case picture
  /// The file is an old Excel workbook (.xls), an encrypted one, or an Outlook
  /// message (.msg).
  case oldOffice
  /// The file is an OpenDocument spreadsheet.
  case openDocument
  /// The file is a damaged workbook or mail.
  case damaged
  /// The library that reads files of this format is not installed.
  case missing(MissingLibrary)
  /// The file is larger than the maximum, in bytes.
  case tooLarge(maximum: Int)
  /// The file has more of something than the maximum.
  case tooMany(Thing, maximum: Int)
  /// The file has neither a message nor a report's header.
  case noMessage
  /// The file has this many rows that name a barcode, but in no known form.
  case unread(count: Int)
}

extension ReportError {
  /// True if the error only means that the file contains no report.
  package var isOfAnyFile: Bool {
    switch self {
    case .noMessage, .unread, .damaged: true
    default: false
    }
  }
}
