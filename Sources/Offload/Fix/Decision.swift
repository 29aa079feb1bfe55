import Circulation

/// A decision of a person about lines of stations' files, as it is kept.
package struct Decision: Hashable, Sendable {
  /// An act on lines, on a whole source, or on an earlier decision.
  package enum Act: Hashable, Sendable {
    /// The lines stay, or come back; a finding about them is answered.
    case keep([LineName])
    /// The lines are taken out.
    case takeOut([LineName])
    /// The item and the borrower of the loans are swapped.
    case swap([LineName])
    /// The lines are about another item.
    case item([LineName], Barcode)
    /// The loans are to another borrower.
    case borrower([LineName], Barcode)
    /// All times of a source are moved.
    case shift(LineSource, Redating.Move)
    /// The first line comes before the second, of the same minute.
    case order(LineName, LineName)
    /// A source belongs to the desk with this name.
    case desk(LineSource, String)
    /// A box of a page was ticked: what stands there was done.
    case tick(page: String, box: Int)
    /// The file with this SHA-256 is archived: from now on it is looked for in
    /// the archive of its station, too.
    case archive(sha256: String)
    /// The decision with this number no longer counts.
    case undo(Int)
  }

  /// The act that was decided.
  package let act: Act
  /// The person who decided.
  package let who: String
  /// The time of the decision.
  package let time: LocalTime
  /// The reason; nil if none was given.
  package let reason: String?

  /// Creates a decision.
  package init(
    _ act: Act, by who: String, at time: LocalTime, reason: String? = nil
  ) {
    self.act = act
    self.who = who
    self.time = time
    self.reason = reason
  }

  /// A decision with its number in the file, from 1.
  package struct Numbered: Hashable, Sendable {
    /// The number.
    package let number: Int
    /// The decision.
    package let decision: Decision

    /// Numbers a decision.
    package init(_ number: Int, _ decision: Decision) {
      self.number = number
      self.decision = decision
    }
  }
}

/// The source of lines: a station, or a file whose station is not known.
package enum LineSource: Hashable, Sendable {
  /// The station with this id.
  case station(String)
  /// The file with this SHA-256, as 64 hexadecimal digits.
  case file(sha256: String)
}

/// The name of a line for ever: the sequence number that its station gave it,
/// else its line number in a file.
package struct LineName: Hashable, Sendable {
  /// The station or the file.
  package let source: LineSource
  /// The sequence number in the station's journal, or the number of the line.
  package let number: Int

  /// Creates a name.
  package init(_ source: LineSource, _ number: Int) {
    self.source = source
    self.number = number
  }
}

extension Decision.Act {
  /// The lines that it is about.
  package var lines: [LineName] {
    switch self {
    case .keep(let lines), .takeOut(let lines), .swap(let lines),
      .item(let lines, _), .borrower(let lines, _):
      lines
    case .order(let first, let second): [first, second]
    case .shift, .desk, .tick, .archive, .undo: []
    }
  }

  /// The sources that it is about.
  package var sources: [LineSource] {
    switch self {
    case .shift(let source, _), .desk(let source, _): [source]
    default: lines.map(\.source)
    }
  }
}

extension [Decision.Numbered] {
  /// Returns the decisions that are not undone, without the acts of undoing,
  /// and the numbers of those that undo nothing.
  ///
  /// An undo can be undone too: the decision counts again.
  package var inForce: (decisions: [Decision.Numbered], idle: [Int]) {
    var undone: Set<Int> = []
    var idle: [Int] = []
    var kept: [Decision.Numbered] = []
    let numbers = Set(map(\.number))
    for entry in reversed() where !undone.contains(entry.number) {
      guard case .undo(let number) = entry.decision.act else {
        kept.append(entry)
        continue
      }
      if number < entry.number, numbers.contains(number) {
        undone.insert(number)
      } else {
        idle.append(entry.number)
      }
    }
    return (kept.reversed(), idle.reversed())
  }

  /// The SHA-256 of the files that were archived, or were to be.
  package var archivedFiles: Set<String> {
    Set(
      inForce.decisions.compactMap {
        if case .archive(let sha256) = $0.decision.act { sha256 } else { nil }
      })
  }
}
