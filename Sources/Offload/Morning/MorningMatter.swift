/// A matter of the morning: a finding of the check, a conflict between two
/// files, or an answer of the library system, with the lines that it is about.
package struct MorningMatter: Hashable, Sendable {
  /// A kind of matter: those of one kind are folded.
  package enum Kind: Hashable, Sendable {
    /// A finding of the check.
    case finding(FileIssue.Kind)
    /// A conflict between two files.
    case conflict(Conflict.Kind)
    /// An answer that the library system will give.
    case answer(LineEffect)

    /// The severity of matters of this kind.
    package var severity: Severity {
      switch self {
      case .finding(let kind): kind.severity
      case .conflict(.decided): .note
      case .conflict: .warning
      case .answer(let effect): effect.grade == .fails ? .error : .warning
      }
    }

    /// The place in the list among kinds of the same severity: lines that
    /// exclude each other come before those that look strange.
    fileprivate var rank: Int {
      switch self {
      case .conflict(let kind):
        (Conflict.Kind.allCases.firstIndex(of: kind) ?? 0)
          - Conflict.Kind.allCases.count
      case .finding(let kind): kind.rawValue
      case .answer(let effect):
        FileIssue.Kind.allCases.count
          + (LineEffect.allCases.firstIndex(of: effect) ?? 0)
      }
    }
  }

  /// The content of a matter.
  package enum Content: Hashable, Sendable {
    /// A finding of the check.
    case finding(Finding)
    /// A conflict between two files.
    case conflict(Conflict)
    /// An answer that the library system will give, to a line of the file with
    /// this index.
    case answer(RehearsedLine)
  }

  /// The finding, the conflict, or the answer.
  package let content: Content

  /// Creates a matter.
  package init(_ content: Content) { self.content = content }

  /// The kind.
  package var kind: Kind {
    switch content {
    case .finding(let finding): .finding(finding.issue.kind)
    case .conflict(let conflict): .conflict(conflict.kind)
    case .answer(let line): .answer(line.effect)
    }
  }

  /// The severity.
  package var severity: Severity { kind.severity }

  /// The first line that a decision would change: of a conflict, the later one.
  package var place: FixedFile.Place {
    switch content {
    case .finding(let finding): FixedFile.Place(finding.place)
    case .conflict(let conflict): FixedFile.Place(conflict.second)
    case .answer(let line): FixedFile.Place(file: line.file, number: line.line)
    }
  }

  /// The number of the last line that a decision would change.
  package var lastLine: Int {
    switch content {
    case .finding(let finding): finding.lastLine
    case .conflict(let conflict): conflict.second.number
    case .answer(let line): line.line
    }
  }

  /// The other line concerned; nil if there is none.
  package var other: FixedFile.Place? {
    switch content {
    case .finding(let finding): finding.issue.other.map(FixedFile.Place.init)
    case .conflict(let conflict): FixedFile.Place(conflict.first)
    case .answer: nil
    }
  }

  /// True if the times of a whole file may be the cause.
  package var isAboutTimes: Bool {
    switch kind {
    case .finding(.backwards), .finding(.future), .finding(.beforeOutage),
      .finding(.wrongClock), .finding(.gap):
      true
    default: false
    }
  }

  /// Returns true if it comes before another one: the worst first.
  package func precedes(_ other: MorningMatter) -> Bool {
    if severity != other.severity { return severity > other.severity }
    return (kind.rank, place.file, place.number)
      < (other.kind.rank, other.place.file, other.place.number)
  }
}

extension FixedFile.Place {
  init(_ place: LinePlace) {
    self.init(file: place.file, number: place.number)
  }

  init(_ line: Conflict.Line) {
    self.init(file: line.file, number: line.number)
  }
}
