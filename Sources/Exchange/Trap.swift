/// A property of a row, or of a file, that its library system does not deal
/// with as somebody would expect.
package enum Trap: String, CaseIterable, Hashable, Sendable {
  // Of a row by itself.

  /// The number of the item is longer than the system keeps.
  case longItem = "long-item"
  /// The number of the borrower is longer than the system keeps.
  case longBorrower = "long-borrower"
  /// A number has letters outside ASCII.
  case letters
  /// The year is outside those that the system keeps.
  case year
  /// A payment of nothing or less.
  case amount
  /// More uses or items than the system takes in one row.
  case tooMany = "too-many"
  /// A renewal, where the system knows none.
  case renewal = "unknown-renewal"
  /// A due date is given.
  case dueDate = "due-date"
  /// A time of a return is given, where the system keeps the day.
  case returnTime = "return-time"
  /// The local time is in the hour that does not occur.
  case hourMissing = "hour-missing"
  /// The local time is in the hour that occurs twice.
  case hourTwice = "hour-twice"
  /// The time is in the future.
  case future
  /// The time is before the start of the outage.
  case beforeOutage = "before-outage"

  // Of a row after others.

  /// A row before is of the same second.
  case sameSecond = "same-second"
  /// The row repeats the last one of its item or borrower.
  case twice = "duplicate"
  /// The time is before that of an earlier row.
  case order = "time-backwards"
  /// The item's last row is of the same kind.
  case consecutive
  /// The item is lent, and was lent before and not returned.
  case stillLent = "loan-after-loan"
  /// The item has another row before.
  case severalOfItem = "several-of-item"

  // Of the file.

  /// The file has more lines than the system surely gets through.
  case longFile = "long-file"
  /// The rows have no times.
  case noTimes = "no-times"
}

/// A remark about an offline file before it is loaded.
package enum OfflineIssue: Hashable, Sendable {
  /// A line is not taken.
  case fault(LineFault)
  /// A remark of the reader about the file.
  case notice(FileNotice)
  /// The library system has a trap.
  case trap(Trap)

  /// The stable identifier of the kind in output for programs.
  package var kind: String {
    switch self {
    case .fault(let fault): fault.kind
    case .notice(let notice): notice.kind
    case .trap(let trap): trap.rawValue
    }
  }
}

extension LineFault {
  fileprivate var kind: String {
    switch self {
    case .empty: "empty-line"
    case .tooLong: "long-line"
    case .innerReturn: "line-ends"
    case .time: "no-time"
    case .fields: "fields"
    case .emptyNumber: "empty-number"
    case .controlCharacter: "control-characters"
    case .noBorrower: "no-borrower"
    case .noItem: "no-item"
    case .dataFile: "malformed"
    case .command: "unknown-kind"
    case .amount: "no-amount"
    case .notJSON: "no-json"
    case .notAnObject: "no-object"
    case .bareNumber: "bare-number"
    case .inventory: "inventory"
    case .noDue: "no-due-date"
    case .group: "statistics-group"
    case .prefix: "no-prefix"
    case .innerBlank: "space-in-number"
    case .code: "unknown-code"
    case .resources: "resource"
    case .beforeCode: "number-before-code"
    case .borrowerWithoutItems: "borrower-without-items"
    case .blockWithoutBorrower: "loans-without-borrower"
    case .nearHead: "other-head"
    case .zero: "zero"
    }
  }
}

extension FileNotice {
  fileprivate var kind: String {
    switch self {
    case .byteOrderMark: "byte-order-mark"
    case .notUTF8: "not-utf-8"
    case .noVersion: "no-version"
    case .version: "version"
    case .name: "file-name"
    case .outerBlanks: "spaces-round-number"
    case .dueDate: "no-date"
    }
  }
}
