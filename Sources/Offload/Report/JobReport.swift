/// The library system's report on an upload, as far as it was kept.
package struct JobReport: Hashable, Sendable {
  /// What stands above the table of the report.
  package struct Head: Hashable, Sendable {
    /// The number of the job.
    package var process: String?
    /// What the job is called.
    package var name: String?
    /// When it began, in the system's own words.
    package var started: String?
    /// When it ended, in the system's own words.
    package var finished: String?
    /// How it ended, in the system's own words.
    package var status: String?
    /// How many lines the system read.
    package var processed: Int?
    /// How many of them it has something to say about.
    package var exceptions: Int?

    /// A head that says nothing.
    package init() {}
  }

  /// A line of the table.
  package struct Message: Hashable, Sendable {
    /// The number of the line of the uploaded file that it is about, from 1;
    /// nil if it was not kept.
    package let line: Int?
    /// The message, whole, with single blanks between its words.
    package let text: String
    /// What it says.
    package let said: ReportMessage
    /// What follows it in the report, and may be the rest of its number.
    let tail: [String]
    /// What stands beside it in the report.
    var numbers: [RowNumber] = []
    /// What else the number of the line may be, where only the file tells.
    var otherLines: [Int?] = []
    /// Whether the number of the line may only count the messages.
    var isCounted = false

    /// A message about a line.
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

    /// The message, of a line and naming a number as the file has them.
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

  /// What stands above the table.
  package var head = Head()
  /// What the table says, in its order.
  package var messages: [Message] = []
  /// How many of them have no end, and were cut.
  package var cutCount = 0
  /// The rows that name a number as messages do, and were not read as such.
  package var unread: [String] = []

  /// A report that says nothing.
  package init() {}

  /// How many messages there are by the head, but not in the table.
  package var missingCount: Int {
    max((head.exceptions ?? 0) - messages.count, 0)
  }
}

/// Why a file can't be read as a job report.
package enum ReportFault: Error, Hashable, Sendable {
  /// What a report is made of.
  package enum Thing: CaseIterable, Hashable, Sendable {
    /// Rows of a table, or lines of text.
    case rows
    /// Cells of tables.
    case cells
    /// Characters in all of its cells.
    case characters
    /// Elements of a page, or of a part of a workbook.
    case elements
    /// Attributes of elements.
    case attributes
    /// Lines above a mail, or above a part of it.
    case headLines
    /// Parts of a mail.
    case parts
  }

  /// It is a PDF.
  case pdf
  /// It is a picture.
  case picture
  /// It is a spreadsheet of the old Excel, or one with a password, or a mail of
  /// Outlook.
  case oldOffice
  /// It is a spreadsheet of LibreOffice.
  case openDocument
  /// It is a spreadsheet or a mail that is damaged.
  case damaged
  /// It is a mail, and the library that takes mails apart is not installed.
  case noMailLibrary
  /// It is larger, in bytes, than any report is.
  case tooLarge(most: Int)
  /// It has more of something than any report has.
  case tooMany(Thing, most: Int)
  /// It has no message in it, nor the head of a report.
  case noMessage
  /// It has so many rows that name a barcode, but in no form that is known.
  case unread(count: Int)
}

extension ReportFault {
  /// Whether it says no more than that nothing of a report is in the file.
  package var isOfAnyFile: Bool {
    switch self {
    case .noMessage, .unread, .damaged: true
    default: false
    }
  }
}
