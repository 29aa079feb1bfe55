import Circulation

/// A decision of a person in an account, without the numbers that it is about.
package struct AccountedAct: Hashable, Sendable {
  /// The kinds of decisions.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Lines stay as they are.
    case keep
    /// Lines were taken out.
    case takeOut
    /// Item and borrower were swapped.
    case swap
    /// The item was corrected.
    case item
    /// The borrower was corrected.
    case borrower
    /// All times of a station were moved.
    case shift
    /// Two lines of a minute were put in order.
    case order
  }

  /// The number of the decision.
  package let number: Int
  /// The kind.
  package let kind: Kind
  /// The number of lines; nil for all of a station.
  package let lineCount: Int?
  /// The names of the desks.
  package let desks: [String]
  /// The person who decided.
  package let who: String
  /// The time of the decision.
  package let time: LocalTime
  /// The reason, without numbers of the files; nil if none was given.
  package private(set) var reason: String?

  /// Creates the act of a decision; nil if it is about none of the files, whose
  /// desks have these names.
  init?(
    _ entry: Decision.Numbered, of files: [FixedFile], named names: [String]
  ) {
    let act = entry.decision.act
    let sources = act.sources
    let indices = files.indices.filter { index in
      sources.contains { files[index].has($0) }
    }
    guard !indices.isEmpty else { return nil }
    let known = act.lines.count { name in
      files.contains { $0.has(name.source) }
    }
    switch act {
    case .keep: (kind, lineCount) = (.keep, known)
    case .takeOut: (kind, lineCount) = (.takeOut, known)
    case .swap: (kind, lineCount) = (.swap, known)
    case .item: (kind, lineCount) = (.item, known)
    case .borrower: (kind, lineCount) = (.borrower, known)
    case .order: (kind, lineCount) = (.order, known)
    case .shift: (kind, lineCount) = (.shift, nil)
    // None of them changes a line.
    case .desk, .tick, .archive, .undo: return nil
    }
    number = entry.number
    who = entry.decision.who
    time = entry.decision.time
    reason = entry.decision.reason
    desks = indices.reduce(into: []) {
      if !$0.contains(names[$1]) { $0.append(names[$1]) }
    }
  }

  /// The least length of a number that is hidden: shorter ones are counts, too.
  private static let minimumLength = 4

  /// Takes numbers out of the reason, which a person wrote.
  mutating func hide(_ numbers: Set<String>) {
    guard var text = reason else { return }
    let present = numbers.filter {
      $0.utf8.count >= Self.minimumLength && text.contains($0)
    }
    // The longest first: one may be a part of another.
    for number in present.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      text = text.replacing(number, with: "…")
    }
    reason = text
  }
}
