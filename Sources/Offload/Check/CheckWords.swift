/// What a check says.
package protocol CheckWords: Sendable {
  func name(of severity: Severity) -> String
  func headline(_ finding: Finding, of files: [StationFile]) -> String
  func sentence(_ finding: Finding, of files: [StationFile]) -> String
  func inAlma(_ problem: Problem) -> String
  func advice(_ problem: Problem) -> String
  var inAlmaHead: String { get }
  var adviceHead: String { get }
  func more(_ count: Int, _ kind: Problem.Kind) -> String
  func summary(_ summary: Check.Summary) -> String
  /// What comes next; nil if that is not for the program to say.
  func next(_ summary: Check.Summary) -> String?
}
