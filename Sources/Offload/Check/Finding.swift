import Circulation
import Scanning

/// A remark about a line, or about consecutive lines, before the upload.
package struct Finding: Hashable, Sendable {
  /// The issue.
  package let issue: FileIssue
  /// The first line concerned.
  package let place: LinePlace
  /// The number of the last line concerned.
  package internal(set) var lastLine: Int
  /// The number of the last line that they repeat; nil if they repeat none.
  package internal(set) var lastRepeated: Int?
  /// The text of the first line; only its first 256 bytes if it is longer.
  package let text: String

  /// The severity of the issue.
  package var severity: Severity { issue.severity }
}

/// The position of a line in the checked files.
package struct LinePlace: Hashable, Sendable {
  /// The index of the file in ``Check/files``.
  package let file: Int
  /// The line number in the file; the first is 1.
  package let number: Int
}

/// The severity of a finding.
package enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Usually needs no action.
  case note
  /// Possibly wrong: a person has to look at it.
  case warning
  /// The library system can't accept it.
  case error

  /// Returns true if the first is less severe.
  package static func < (one: Severity, other: Severity) -> Bool {
    switch (one, other) {
    case (.note, .warning), (.note, .error), (.warning, .error): true
    default: false
    }
  }
}

/// An issue of a line, of consecutive lines, or of a file.
package enum FileIssue: Hashable, Sendable {
  // Files.

  /// The file has no line.
  case empty
  /// The file has another format, or belongs to another system.
  case foreign(ForeignFile)
  /// The file is not text.
  case binary
  /// The file is UTF-16.
  case utf16
  /// The line begins with a byte-order mark, which hides its date.
  case byteOrderMark
  /// From this line on there are NUL bytes.
  case zeroBytes
  /// From this line on, lines end with a lone CR.
  case returnsForLineEnds

  /// From this line on there are DOS end-of-file marks around lines.
  case endOfText
  /// From this line on there are form feeds around lines.
  case formFeed
  /// From this line on there are framing control characters around lines.
  case frame

  // Columns.

  /// Another program has altered the line.
  case changed(LineForm)
  /// The line is not a transaction.
  case malformed(DataFormat.LineError)
  /// The borrower begins in this column, before 94, so that its beginning was
  /// read as the end of the item.
  case misaligned(column: Int)

  // Lines compared with others.

  /// The line repeats an earlier one; in a run, each next line repeats the
  /// next.
  case duplicate(of: LinePlace)
  /// The item was lent to the same borrower before, and not returned.
  case renewal(of: LinePlace)
  /// The item was lent to another borrower before, and not returned.
  case loanAfterLoan(LinePlace, borrower: String)
  /// The item was not lent in these files.
  case returnWithoutLoan
  /// The item was returned before, and not lent again.
  case returnAfterReturn(LinePlace)

  // Times.

  /// The time is earlier than that of an earlier line in the file.
  case backwards(after: LinePlace)
  /// The time is in the future.
  case future
  /// The time is before the start of the outage.
  case beforeOutage
  /// The time is before 2012, when the library system went into use.
  case wrongClock
  /// The time is more than 30 days after the line before.
  case gap(after: LinePlace, days: Int)

  // Numbers.

  /// The number breaks a rule of the settings.
  case doubtful(String, NumberKind, NumberRules.Warning)
  /// The number is shorter than the usual length of its kind: the scanner may
  /// have read only part of it.
  case short(String, NumberKind, usual: Int)
  /// The number is of a form that PMB advises against.
  case unwise(String, NumberKind, NumberRules.Warning)
  /// The number fills all its columns: it may have been cut off.
  case full(String, NumberKind)
  /// The item looks like a borrower, and the borrower like an item.
  case swapped
  /// The number is of the other kind in another line.
  case ofBothKinds(String, NumberKind, other: LinePlace)
  /// The number identifies a title (ISBN, EAN), not a copy.
  case title(String, NumberKind, TitleNumber)
  /// The number is another spelling of the one in another line.
  case spelling(String, NumberKind, Spelling, other: LinePlace)
  /// The number seems to be two numbers scanned as one; the other line has one
  /// of them.
  case twoNumbers(String, NumberKind, String, String, other: LinePlace?)
  /// The number looks like the other kind, and unlike its own.
  case looksLikeOther(String, NumberKind)

  /// The kind of a number.
  package enum NumberKind: String, Hashable, Sendable {
    /// An item's barcode.
    case item
    /// A borrower's identifier.
    case borrower
  }
}

extension FileIssue {
  /// A kind of issue, numbered so that counting one is cheap.
  package enum Kind: Int, CaseIterable, Hashable, Sendable {
    case empty
    case workbook
    case foreign
    case binary
    case utf16
    case byteOrderMark
    case zeroBytes
    case returnsForLineEnds
    case endOfText
    case formFeed
    case frame
    case changed
    case malformed
    case misaligned
    case duplicate
    case renewal
    case loanAfterLoan
    case returnWithoutLoan
    case returnAfterReturn
    case backwards
    case future
    case beforeOutage
    case wrongClock
    case gap
    case doubtful
    case short
    case unwise
    case full
    case swapped
    case ofBothKinds
    case title
    case spelling
    case twoNumbers
    case looksLikeOther
  }

  /// The kind of the issue.
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

  /// The severity of the issue.
  package var severity: Severity { kind.severity }

  /// True if the issue concerns the whole file rather than a line.
  package var isOfWholeFile: Bool {
    switch self {
    case .empty, .foreign, .binary: true
    default: false
    }
  }

  /// The other line concerned; nil if there is none.
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

  /// The column where the issue begins, from 1; nil if it has none.
  package var column: Int? {
    switch self {
    case .misaligned(let column): column
    case .malformed(let lineError):
      switch lineError {
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

extension FileIssue.Kind {
  /// The severity of issues of this kind.
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

  /// True if consecutive lines with this issue are reported as one finding.
  var isGrouped: Bool {
    switch self {
    case .changed, .malformed, .duplicate, .future, .beforeOutage, .wrongClock:
      true
    default: false
    }
  }
}
