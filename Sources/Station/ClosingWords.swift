/// The words of the question before closing, and of the shell after it.
package protocol ClosingWords {
  /// The title of the question.
  var closeTitle: String { get }
  /// The transactions that would stay unsaved or be lost, a line for each: the
  /// pending item stands in its field, and is recordable if Save records it.
  func closeQuestion(
    unsaved: Int, waiting: Int, pendingItem: String?, isRecordable: Bool,
    awaitingCard: [String]
  ) -> String
  /// The end of a desk whose computer is for it alone: it opens again.
  var closeOfKiosk: String { get }
  /// The answer that saves the list first.
  var saveAndClose: String { get }
  /// The answer that closes; nothing is lost.
  var keepAndClose: String { get }
  /// The answer that closes although something is lost.
  var discardAndClose: String { get }
  /// The answer that closes nothing.
  var goBack: String { get }
  /// The line on the shell after the window has closed.
  func closed(saved: Int?, unsaved: Int, lost: Int) -> String
}
