import Circulation

/// An exercise that was done, as the user's notes have it.
package struct PastDrill: Hashable, Sendable {
  /// The time of its end.
  package let time: LocalTime
  /// The name of who did it; empty if none was given.
  package let name: String
  /// The number of steps that came to pass.
  package let passedCount: Int
  /// The number of all its steps.
  package let stepCount: Int
  /// The minutes that it took.
  package let minutes: Int

  /// Creates the note of an exercise.
  package init(
    of drill: Drill, at time: LocalTime, name: String, minutes: Int
  ) {
    self.init(
      time: time, name: name, passedCount: drill.passed.count,
      stepCount: drill.steps.count, minutes: minutes)
  }

  init(
    time: LocalTime, name: String, passedCount: Int, stepCount: Int,
    minutes: Int
  ) {
    self.time = time
    self.name = name
    self.passedCount = passedCount
    self.stepCount = stepCount
    self.minutes = minutes
  }

  /// True if all nine steps came to pass.
  package var isWhole: Bool { passedCount == Drill.Step.allCases.count }
}
