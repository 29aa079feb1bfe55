extension FileIssue.Kind {
  /// The stable identifier of the kind in output for programs.
  package var name: String {
    switch self {
    case .empty: "empty"
    case .workbook: "workbook"
    case .foreign: "foreign-file"
    case .binary: "binary"
    case .utf16: "utf-16"
    case .byteOrderMark: "byte-order-mark"
    case .zeroBytes: "zero-bytes"
    case .returnsForLineEnds: "line-ends"
    case .endOfText: "end-of-text"
    case .formFeed: "form-feed"
    case .frame: "control-characters"
    case .changed: "changed-line"
    case .malformed: "malformed"
    case .misaligned: "misaligned"
    case .duplicate: "duplicate"
    case .renewal: "renewal"
    case .loanAfterLoan: "loan-after-loan"
    case .returnWithoutLoan: "return-without-loan"
    case .returnAfterReturn: "return-after-return"
    case .backwards: "time-backwards"
    case .future: "future"
    case .beforeOutage: "before-outage"
    case .wrongClock: "wrong-clock"
    case .gap: "time-gap"
    case .doubtful: "doubtful-number"
    case .short: "short-number"
    case .unwise: "unwise-number"
    case .full: "full-number"
    case .swapped: "swapped"
    case .ofBothKinds: "item-and-borrower"
    case .title: "number-of-title"
    case .spelling: "other-spelling"
    case .twoNumbers: "two-numbers"
    case .looksLikeOther: "looks-like-other"
    }
  }
}

extension FileIssue {
  /// The number of findings of each kind.
  package struct Counts: Hashable, Sendable {
    private var counts = [Int](repeating: 0, count: Kind.allCases.count)

    /// Creates counts of 0.
    package init() {}

    /// The number of findings of a kind.
    package subscript(kind: Kind) -> Int {
      get { counts[kind.rawValue] }
      set { counts[kind.rawValue] = newValue }
    }

    /// Returns the number of findings of a severity.
    package func total(of severity: Severity) -> Int {
      Kind.allCases.reduce(0) {
        $1.severity == severity ? $0 + self[$1] : $0
      }
    }
  }
}
