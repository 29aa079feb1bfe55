import Circulation

/// An exercise that was done, as the user's notes have it.
package struct PastDrill: Hashable, Sendable {
  /// The time of its end.
  package let time: LocalTime
  /// The name of who did it; empty if none was given.
  package let name: String
  /// The number of steps that came to pass.
  package let passedCount: Int
  /// The minutes that it took.
  package let minutes: Int

  /// Creates the note of an exercise.
  package init(
    of drill: Drill, at time: LocalTime, name: String, minutes: Int
  ) {
    self.init(
      time: time, name: name, passedCount: drill.passed.count,
      minutes: minutes)
  }

  init(time: LocalTime, name: String, passedCount: Int, minutes: Int) {
    self.time = time
    self.name = name
    self.passedCount = passedCount
    self.minutes = minutes
  }

  /// True if all steps came to pass.
  package var isWhole: Bool { passedCount == Drill.Step.allCases.count }
}
