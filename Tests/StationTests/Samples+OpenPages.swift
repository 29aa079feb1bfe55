import Terminal

@testable import Station

extension Samples {
  /// What is said of an open page, and of what it asked for.
  mutating func addOpenPages() {
    add("func amendEnded(isSaved: Bool) -> String") {
      [$0.amendEnded(isSaved: true), $0.amendEnded(isSaved: false)]
    }
    add("func nothingToAmend() -> String") { [$0.nothingToAmend()] }
    add(
      "func notAmendedAsSaved(_ number: Barcode) -> String", naming: ["ITEM"]
    ) {
      [$0.notAmendedAsSaved(Value.item)]
    }
    add("func answerIsHeld(_ key: Key) -> String", naming: ["F10"]) {
      [$0.answerIsHeld(.function(10))]
    }
    add(
      "func whereabouts(_ last: Transaction, today: LocalTime) -> String"
    ) {
      [
        $0.whereabouts(Value.loan, today: Value.time),
        $0.whereabouts(Value.return, today: Value.time),
        $0.whereabouts(Value.return, today: Value.later),
      ]
    }
    add("func isSameCard(_ card: Barcode) -> String", naming: ["CARD"]) {
      [$0.isSameCard(Value.card)]
    }
    add(
      """
      func notMoved(_ count: Int, from old: Barcode, to new: Barcode, _ \
      error: FileError) -> String
      """, naming: ["CARD", "ITEM", "/files/x"]
    ) { words in
      Value.counts.map {
        words.notMoved(
          $0, from: Value.card, to: Value.item, Value.failure)
      }
    }
  }
}
