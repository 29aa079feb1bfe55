import Circulation
import Scanning

/// The words of the states in which copies come back.
package protocol StateWords {
  /// The name of the field for the person who brings copies back.
  var returnedBy: String { get }
  /// The next step while a person brings copies back.
  func readyForReturns(by bringer: Barcode) -> String
  /// The state of a copy when it was lent; nil if it is not known.
  func stateAtStart(_ label: String?) -> String
  /// A fine, beside the states.
  func fineAside(_ amount: String) -> String
  /// A fine that a person has to decide, beside the states.
  var fineToDecide: String { get }
  /// A state that was noted at a return, and why it costs what it does.
  func stateNoted(_ item: Barcode, _ label: String, because reason: String)
    -> String
  /// An error that prevented noting a state.
  func stateNotNoted(_ error: FileError) -> String
  /// A key for the state where the chosen line is not a return.
  func noReturnChosen() -> String
  /// A code for a state at a desk that notes none.
  func statesAreOff(_ code: CommandCode) -> String
  /// A code for a state without a return that is chosen and recorded.
  func noReturnFor(_ code: CommandCode) -> String
  /// A copy that somebody else had than who brought it.
  func broughtFor(_ item: Barcode, holder: String, bringer: String) -> String
  /// The copies of a title that who brought another one still has.
  func stillOwes(_ bringer: String, title: String, _ copies: [Barcode])
    -> String
  /// Journals that can't be read, and what that means for states.
  func withoutHistory(_ sentence: String) -> String
}
