/// The words of an exercise.
package protocol DrillWords {
  /// The word that marks all of an exercise: the title, the file, its lines; of
  /// ``StationFolder/exerciseWords``.
  var exercise: String { get }
  /// The step to do, with its number among all and its keys.
  func instruction(
    _ step: Drill.Step, number: Int, of count: Int
  ) -> String
  /// A step, as a part of the result.
  func name(of step: Drill.Step) -> String
  /// The start after the power cut.
  var powerIsBack: String { get }
  /// A key that an exercise does without.
  var notInExercise: String { get }
  /// The result of an exercise; a sentence a line.
  func result(of drill: Drill, minutes: Int) -> [String]
  /// The heads of the columns of past exercises: the time, the steps that came
  /// to pass, the minutes, and the name.
  var drillHeadings: [String] { get }
  /// The absence of past exercises.
  var noDrills: String { get }
}
