import Circulation
import Scanning
import Station
import Typesetting

extension English: StateWords {
  var returnedBy: String { "Returned by" }

  func readyForReturns(by bringer: Barcode) -> String {
    "Returned by \(bringer.text): scan the copies. \(key(.clear)) for the next person."
  }

  func stateAtStart(_ label: String?) -> String {
    label.map { "at start: \($0)" } ?? "state at start unknown"
  }

  func fineAside(_ amount: String) -> String { "fine \(amount)" }

  var fineToDecide: String { "fine to decide" }

  func stateNoted(
    _ item: Barcode, _ label: String, because reason: String
  ) -> String {
    "\(item.text) is \(label). \(reason.capitalizedAtStart)."
  }

  func stateNotNoted(_ error: FileError) -> String {
    "State NOT noted. \(sentence(error))"
  }

  func noReturnChosen() -> String {
    "The chosen line is not a return: it has no state."
  }

  func statesAreOff(_ code: CommandCode) -> String {
    "State NOT noted by \(code.rawValue): set states = true under [textbooks] first."
  }

  func noReturnFor(_ code: CommandCode) -> String {
    "State NOT noted by \(code.rawValue): scan a copy in Return first, or choose its line."
  }

  func broughtFor(_ item: Barcode, holder: String, bringer: String) -> String {
    "\(holder.printable) had \(item.text). \(bringer.printable) brought it back for them."
  }

  func stillOwes(
    _ bringer: String, title: String, _ copies: [Barcode]
  ) -> String {
    "\(bringer.printable) still has \(counting.list(copies.map(\.text), .and)) of \(title.printable.shortened(to: 40))."
  }

  func withoutHistory(_ sentence: String) -> String {
    "Nothing is known of earlier loans, so states at start are missing. \(sentence)"
  }
}
