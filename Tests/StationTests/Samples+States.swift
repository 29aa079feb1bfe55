import Scanning

@testable import Circulation
@testable import Station

extension Samples {
  /// What is said of states in which copies come back.
  mutating func addStates() {
    add("var returnedBy: String { get }") { [$0.returnedBy] }
    add(
      "func readyForReturns(by bringer: Barcode) -> String", naming: ["ITEM"]
    ) { [$0.readyForReturns(by: Value.item)] }
    add("func stateAtStart(_ label: String?) -> String") {
      [$0.stateAtStart("LABEL"), $0.stateAtStart(nil)]
    }
    add("func fineAside(_ amount: String) -> String", naming: ["8.30"]) {
      [$0.fineAside("8.30")]
    }
    add("var fineToDecide: String { get }") { [$0.fineToDecide] }
    add(
      """
      func stateNoted(_ item: Barcode, _ label: String, because reason: String)\
       -> String
      """, naming: ["ITEM", "LABEL"]
    ) { [$0.stateNoted(Value.item, "LABEL", because: "reason")] }
    add(
      "func stateNotNoted(_ error: FileError) -> String", naming: [Value.path]
    ) {
      [$0.stateNotNoted(Value.failure)]
    }
    add("func noReturnChosen() -> String") { [$0.noReturnChosen()] }
    add(
      "func statesAreOff(_ code: CommandCode) -> String", naming: ["%STATE-3%"]
    ) { [$0.statesAreOff(.state3)] }
    add(
      "func noReturnFor(_ code: CommandCode) -> String", naming: ["%STATE-3%"]
    ) { [$0.noReturnFor(.state3)] }
    add(
      """
      func broughtFor(_ item: Barcode, holder: String, bringer: String)\
       -> String
      """, naming: ["ITEM", "HOLDER", "BRINGER"]
    ) { [$0.broughtFor(Value.item, holder: "HOLDER", bringer: "BRINGER")] }
    add(
      """
      func stillOwes(_ bringer: String, title: String, _ copies: [Barcode])\
       -> String
      """, naming: ["BRINGER", "TITLE", "ITEM"]
    ) { [$0.stillOwes("BRINGER", title: "TITLE", [Value.item])] }
    add("func withoutHistory(_ sentence: String) -> String") {
      [$0.withoutHistory("SENTENCE.")]
    }
  }
}
