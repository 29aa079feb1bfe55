import Circulation

/// An exercise: nine steps at a desk of its own, or some of them, each passed or
/// skipped.
///
/// A pure value: it takes what a desk shows after each turn, and knows what has
/// come to pass.
package struct Drill: Codable, Hashable, Sendable {
  /// A step; the raw value is its number.
  package enum Step: Int, CaseIterable, Codable, Sendable {
    /// A reader borrows three items.
    case loans = 1
    /// The next reader borrows one.
    case nextReader
    /// An item comes back.
    case returned
    /// A number looks wrong, and is asked for again.
    case doubtful
    /// A wrong line is deleted.
    case deletion
    /// An item is scanned before its card.
    case itemFirst
    /// The power fails: the program is killed, and opens again.
    case powerCut
    /// The list is saved.
    case save
    /// The station is closed.
    case close

    /// The steps for somebody who only lends and takes back.
    package static let short: [Step] = [
      .loans, .nextReader, .returned, .save, .close,
    ]
  }

  /// The sight of a desk after a turn.
  struct Sight: Codable, Hashable, Sendable {
    /// The borrowers of the list's loans, in their order.
    var borrowers: [String] = []
    var returnCount = 0
    /// The number of lines in the file.
    var savedCount = 0
    /// True while a number is asked for again.
    var isAsking = false
    /// True while an item waits for its card.
    var isAwaitingCard = false

    var lineCount: Int { borrowers.count + returnCount }
  }

  /// The steps, in their order.
  package let steps: [Step]
  /// The present step; nil once all are behind.
  package private(set) var step: Step?
  /// The steps that were skipped.
  package private(set) var skipped: [Step] = []
  /// The steps that came to pass.
  package private(set) var passed: [Step] = []
  /// The time of the start, in ISO 8601.
  package let started: String
  /// The desk when the step began.
  private var first = Sight()
  /// The desk as of the last turn.
  private var last = Sight()
  /// True once something happened that the step only begins with.
  private var hasBegun = false

  /// Begins an exercise.
  package init(at time: LocalTime, steps: [Step] = Step.allCases) {
    started = time.iso8601
    self.steps = steps
    step = steps.first
  }

  /// True if all steps came to pass.
  package var isWhole: Bool { passed.count == steps.count }
  /// The number of steps that are behind.
  var behindCount: Int { passed.count + skipped.count }
  /// True if nothing came to pass since the power cut.
  var isBackAfterPowerCut: Bool {
    passed.last == .powerCut && step == .save
  }

  /// Takes what the desk shows now.
  ///
  /// - Returns: true if the step has come to pass.
  mutating func see(_ sight: Sight) -> Bool {
    defer { last = sight }
    guard let step, has(step, in: sight) else { return false }
    passed.append(step)
    moveOn(from: sight)
    return true
  }

  /// Leaves the step out.
  mutating func skip() {
    guard let step else { return }
    skipped.append(step)
    moveOn(from: last)
  }

  /// Ends the exercise with the closing of its desk: steps that are left do not
  /// come to pass any more.
  mutating func close() {
    if step == .close { passed.append(.close) }
    step = nil
  }

  private mutating func moveOn(from sight: Sight) {
    step = steps.dropFirst(behindCount).first
    first = sight
    hasBegun = false
  }

  private mutating func has(_ step: Step, in sight: Sight) -> Bool {
    switch step {
    case .loans:
      return Set(sight.borrowers).contains { borrower in
        sight.borrowers.count { $0 == borrower } >= 3
      }
    case .nextReader:
      return sight.borrowers.count > first.borrowers.count
        && !Set(sight.borrowers).isSubset(of: first.borrowers)
    case .returned: return sight.returnCount > first.returnCount
    case .doubtful:
      if sight.isAsking { hasBegun = true }
      return hasBegun && !sight.isAsking
    case .deletion:
      return sight.lineCount < last.lineCount
        && sight.savedCount == last.savedCount
    case .itemFirst:
      if sight.isAwaitingCard { hasBegun = true }
      return hasBegun && !sight.isAwaitingCard
        && sight.borrowers.count > first.borrowers.count
    case .powerCut: return sight.lineCount > first.lineCount
    case .save:
      return sight.savedCount > first.savedCount && sight.lineCount == 0
    case .close: return false
    }
  }
}
