import Circulation
import Scanning

/// Something about a line, or about some that follow each other, that is worth
/// knowing before the upload.
package struct Finding: Hashable, Sendable {
  /// What is the matter.
  package let problem: Problem
  /// The line, or the first of them.
  package let place: LinePlace
  /// The number of the last of them.
  package internal(set) var lastLine: Int
  /// The number of the last line that they repeat; nil if they repeat none.
  package internal(set) var lastRepeated: Int?
  /// The line, or the first of them; only its beginning if it is very long.
  package let text: String

  /// How bad it is.
  package var severity: Severity { problem.severity }
}

/// Where a line stands.
package struct LinePlace: Hashable, Sendable {
  /// The index of its file among those that are checked.
  package let file: Int
  /// Its number there; the first is 1.
  package let number: Int
}

/// How bad a finding is.
package enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Worth knowing; most often nothing has to be done.
  case note
  /// It may be wrong: somebody has to look at it.
  case warning
  /// The library system can't take it.
  case error

  /// Whether the first is the less bad one.
  package static func < (one: Severity, other: Severity) -> Bool {
    switch (one, other) {
    case (.note, .warning), (.note, .error), (.warning, .error): true
    default: false
    }
  }
}

/// What is the matter with a line, or with some.
package enum Problem: Hashable, Sendable {
  // With a file.

  /// There is no line in it.
  case empty
  /// It is a file of another kind, or of another system.
  case foreign(ForeignFile)
  /// It is no text.
  case binary
  /// Each of its characters has two bytes.
  case utf16
  /// It begins with the mark of UTF-8, which hides the date of the first line.
  case byteOrderMark
  /// From this line on it has bytes of zero.
  case zeroBytes
  /// From this line on a CR alone ends lines.
  case returnsForLineEnds

  /// From this line on the mark of DOS for the end of a text stands at a line.
  case endOfText
  /// From this line on form feeds stand at lines.
  case formFeed
  /// From this line on characters that frame a text stand at lines.
  case frame

  // With the columns.

  /// Other programs have changed the line.
  case changed(LineForm)
  /// It is no transaction.
  case malformed(DataFormat.Fault)
  /// The borrower begins before column 94, in this one: its beginning was read
  /// as the end of the item.
  case misaligned(column: Int)

  // With what the lines tell together.

  /// It says what an earlier line says; the next line says what the next says.
  case duplicate(of: LinePlace)
  /// The item was lent to the same borrower, and not returned.
  case renewal(of: LinePlace)
  /// The item was lent to another borrower, and not returned.
  case loanAfterLoan(LinePlace, borrower: String)
  /// The item was not lent in these files.
  case returnWithoutLoan
  /// The item was returned before, and not lent again.
  case returnAfterReturn(LinePlace)

  // With the time.

  /// It is earlier than an earlier line of the file.
  case backwards(after: LinePlace)
  /// It is later than the clock.
  case future
  /// It is earlier than the outage.
  case beforeOutage
  /// The library system did not exist yet.
  case wrongClock
  /// It is more than 30 days after the line before it.
  case gap(after: LinePlace, days: Int)

  // With the numbers.

  /// A number may be wrong, as the settings say.
  case doubtful(String, NumberKind, NumberRules.Doubt)
  /// A number is shorter than nearly all others of its kind, which have so many
  /// characters: the scanner may have read a part of it.
  case short(String, NumberKind, usual: Int)
  /// A number is of those that make trouble, as PMB advises.
  case unwise(String, NumberKind, NumberRules.Doubt)
  /// A number has as many characters as there is room for: it may be longer.
  case full(String, NumberKind)
  /// The item looks like a borrower, and the borrower like an item.
  case swapped
  /// The number is one of the other kind in another line.
  case ofBothKinds(String, NumberKind, other: LinePlace)
  /// The number names a title, and no copy of it.
  case title(String, NumberKind, TitleNumber)
  /// The number is that of another line, written otherwise.
  case spelling(String, NumberKind, Spelling, other: LinePlace)
  /// The number seems to be two that were scanned as one; the line has one of
  /// them, if any does.
  case twoNumbers(String, NumberKind, String, String, other: LinePlace?)
  /// The number looks like those of the other kind, and unlike those of its own.
  case looksLikeOther(String, NumberKind)

  /// What a number stands for.
  package enum NumberKind: String, Hashable, Sendable {
    /// It is an item's.
    case item
    /// It is a borrower's.
    case borrower
  }
}

extension Problem {
  /// What it is called for programs; it stays what it is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case empty
    case workbook
    case foreign = "foreign-file"
    case binary
    case utf16 = "utf-16"
    case byteOrderMark = "byte-order-mark"
    case zeroBytes = "zero-bytes"
    case returnsForLineEnds = "line-ends"
    case endOfText = "end-of-text"
    case formFeed = "form-feed"
    case frame = "control-characters"
    case changed = "changed-line"
    case malformed
    case misaligned
    case duplicate
    case renewal
    case loanAfterLoan = "loan-after-loan"
    case returnWithoutLoan = "return-without-loan"
    case returnAfterReturn = "return-after-return"
    case backwards = "time-backwards"
    case future
    case beforeOutage = "before-outage"
    case wrongClock = "wrong-clock"
    case gap = "time-gap"
    case doubtful = "doubtful-number"
    case short = "short-number"
    case unwise = "unwise-number"
    case full = "full-number"
    case swapped
    case ofBothKinds = "item-and-borrower"
    case title = "number-of-title"
    case spelling = "other-spelling"
    case twoNumbers = "two-numbers"
    case looksLikeOther = "looks-like-other"
  }

  /// What it is called for programs.
  package var kind: Kind {
    switch self {
    case .empty: .empty
    case .foreign(.workbook), .foreign(.archive): .workbook
    case .foreign: .foreign
    case .binary: .binary
    case .utf16: .utf16
    case .byteOrderMark: .byteOrderMark
    case .zeroBytes: .zeroBytes
    case .returnsForLineEnds: .returnsForLineEnds
    case .endOfText: .endOfText
    case .formFeed: .formFeed
    case .frame: .frame
    case .changed: .changed
    case .malformed: .malformed
    case .misaligned: .misaligned
    case .duplicate: .duplicate
    case .renewal: .renewal
    case .loanAfterLoan: .loanAfterLoan
    case .returnWithoutLoan: .returnWithoutLoan
    case .returnAfterReturn: .returnAfterReturn
    case .backwards: .backwards
    case .future: .future
    case .beforeOutage: .beforeOutage
    case .wrongClock: .wrongClock
    case .gap: .gap
    case .doubtful: .doubtful
    case .short: .short
    case .unwise: .unwise
    case .full: .full
    case .swapped: .swapped
    case .ofBothKinds: .ofBothKinds
    case .title: .title
    case .spelling: .spelling
    case .twoNumbers: .twoNumbers
    case .looksLikeOther: .looksLikeOther
    }
  }

  /// How bad it is.
  package var severity: Severity { kind.severity }

  /// Whether it is a matter of no line, but of the whole file.
  package var isOfWholeFile: Bool {
    switch self {
    case .empty, .foreign, .binary: true
    default: false
    }
  }

  /// The line that it has to do with; nil if there is none.
  package var other: LinePlace? {
    switch self {
    case .duplicate(let place), .renewal(let place),
      .loanAfterLoan(let place, _), .returnAfterReturn(let place),
      .backwards(let place), .gap(let place, _),
      .ofBothKinds(_, _, let place), .spelling(_, _, _, let place):
      place
    case .twoNumbers(_, _, _, _, let place): place
    default: nil
    }
  }

  /// The column in which it begins; nil if it is no matter of columns.
  package var column: Int? {
    switch self {
    case .misaligned(let column): column
    case .malformed(let fault):
      switch fault {
      case .empty, .time: 1
      case .tooShort(let columns): columns + 1
      case .operation: 13
      case .item(.tooLong): 14
      case .noBorrower, .afterReturn, .borrower(.tooLong): 94
      case .item(.late(let column)), .item(.character(let column)),
        .borrower(.late(let column)), .borrower(.character(let column)):
        column
      }
    default: nil
    }
  }
}

extension Problem.Kind {
  /// How bad it is.
  package var severity: Severity {
    switch self {
    case .workbook, .foreign, .binary, .utf16, .byteOrderMark, .zeroBytes,
      .returnsForLineEnds, .changed, .malformed, .misaligned:
      .error
    case .empty, .duplicate, .loanAfterLoan, .backwards, .future,
      .beforeOutage, .wrongClock, .gap, .doubtful, .short, .swapped,
      .ofBothKinds, .title, .spelling, .twoNumbers, .looksLikeOther:
      .warning
    case .endOfText, .formFeed, .frame, .renewal, .returnWithoutLoan,
      .returnAfterReturn, .unwise, .full:
      .note
    }
  }

  /// Whether lines that follow each other are told in one finding.
  var isOfRuns: Bool {
    switch self {
    case .changed, .malformed, .duplicate, .future, .beforeOutage, .wrongClock:
      true
    default: false
    }
  }
}
