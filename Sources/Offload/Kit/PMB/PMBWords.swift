import Circulation
import Exchange

/// The words of a kit for PMB, and of lists of copies by state.
package protocol PMBWords {
  /// The title of the checklist.
  var pmbTitle: String { get }
  /// The paragraph under the title: the kit, its date, the rule.
  func pmbPurpose(_ kit: Kit) -> String
  /// The steps before the upload.
  var stepsBeforePMB: [String] { get }
  /// The heading of a part.
  func heading(of part: PMBKit.Part) -> String
  /// The ways to do a part, with PMB's own menu and button names.
  func advice(on part: PMBKit.Part) -> [String]
  /// A step of a part.
  func sentence(_ step: PMBKit.Step) -> String
  /// A fact that somebody has to know.
  func sentence(_ notice: PMBKit.Notice) -> String
  /// The reason why a line is in no file, and what to do.
  func advice(on reason: LeftOutLine.Reason) -> String
  /// The steps after the upload.
  var stepsAfterPMB: [String] { get }
  /// The files of a kit for PMB, and what is left to do by hand.
  func made(_ kit: PMBKit) -> [String]
  /// The name of a procedure in PMB, without a semicolon.
  func procedureName(of part: PMBKit.Part, on day: LocalTime) -> String
  /// The comment of a procedure in PMB.
  func procedureComment(on part: PMBKit.Part) -> String
  /// A list of copies that have a state, for a batch change in a system.
  func stepForState(
    _ status: Int, count: Int, in file: String, for system: KitTarget.System
  ) -> String
}
