import Circulation

@testable import Station

extension Samples {
  /// What is said in Find, in Amend and on a borrower's page.
  mutating func addRooms() {
    addFind()
    addAmend()
    addReader()
  }

  private mutating func addFind() {
    add("var findTitle: String { get }") { [$0.findTitle] }
    add("var findExplanation: String { get }") { [$0.findExplanation] }
    add("var findPrompt: String { get }") { [$0.findPrompt] }
    add("var numberName: String { get }") { [$0.numberName] }
    add("var findFooter: String { get }") { [$0.findFooter] }
    add("func foundFooter(_ count: Int, isSaved: Bool?) -> String") { words in
      [true, false, nil].flatMap { isSaved in
        [words.foundFooter(1, isSaved: isSaved)]
          + [words.foundFooter(2, isSaved: isSaved)]
      }
    }
    add(
      "func found(_ number: String, in count: Int) -> String",
      naming: ["ITEM"]
    ) { words in
      Value.counts.map { words.found("ITEM", in: $0) }
    }
    add(
      "func answer(_ number: String, _ count: Int, shown: Int) -> String",
      naming: ["ITEM"]
    ) { words in
      Value.counts.map { words.answer("ITEM", $0, shown: 1) }
    }
    add("func notFound(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.notFound("ITEM")]
    }
    add(
      """
      func found(_ transaction: Transaction, savedInLine line: Int?) -> \
      String
      """, naming: ["ITEM"]
    ) { words in
      [nil, 4_711].map { words.found(Value.loan, savedInLine: $0) }
    }
    add("func answerCameTwice(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.answerCameTwice("ITEM")]
    }
    add("var listHeading: String { get }") { [$0.listHeading] }
    add("var savedHeading: String { get }") { [$0.savedHeading] }
  }

  private mutating func addAmend() {
    add("var amendTitle: String { get }") { [$0.amendTitle] }
    add("func amendExplanation(_ transaction: Transaction) -> String") {
      [$0.amendExplanation(Value.loan), $0.amendExplanation(Value.return)]
    }
    add("var amendPrompt: String { get }") { [$0.amendPrompt] }
    add("func amendFooter(_ operation: Operation) -> String") {
      [$0.amendFooter(.loan), $0.amendFooter(.return)]
    }
    add(
      "func recordedAs(_ original: Transaction) -> String", naming: ["ITEM"]
    ) {
      [$0.recordedAs(Value.loan), $0.recordedAs(Value.return)]
    }
    add(
      "func amended(_ old: Transaction, to new: Transaction) -> String",
      naming: ["ITEM"]
    ) {
      [
        $0.amended(Value.loan, to: Value.return),
        $0.amended(Value.loan, to: Value.loan),
      ]
    }
    add(
      "func notChanged(_ transaction: Transaction) -> String", naming: ["ITEM"]
    ) {
      [$0.notChanged(Value.loan)]
    }
    add(
      """
      func notAmended(_ number: Barcode, _ error: FileError) -> \
      String
      """, naming: ["/files/x", "ITEM"]
    ) {
      [$0.notAmended(Value.item, Value.failure)]
    }
    add("func cardForReturn(_ card: String) -> String", naming: ["CARD"]) {
      [$0.cardForReturn("CARD")]
    }
    add("func noLineChosen() -> String") { [$0.noLineChosen()] }
    add("func lineIsSaved(_ line: Int) -> String", naming: ["4711"]) {
      [$0.lineIsSaved(4_711)]
    }
  }

  private mutating func addReader() {
    add("func readerTitle(_ borrower: Barcode) -> String", naming: ["CARD"]) {
      [$0.readerTitle(Value.card)]
    }
    add("var readerShown: String { get }") { [$0.readerShown] }
    add("func readerFooter(isMoving: Bool) -> String") {
      [$0.readerFooter(isMoving: true), $0.readerFooter(isMoving: false)]
    }
    add(
      "func readerItems(_ count: Int, listed: Int, saved: Int) -> String",
      naming: ["4711"]
    ) { words in
      Value.counts.map { words.readerItems($0, listed: 4_711, saved: 2) }
    }
    add("var nextHeading: String { get }") { [$0.nextHeading] }
    add("var cardName: String { get }") { [$0.cardName] }
    add("func moveExplanation(_ count: Int) -> String") { words in
      Value.counts.map { words.moveExplanation($0) }
    }
    add(
      "func movePrompt(_ count: Int, from borrower: Barcode) -> String",
      naming: ["CARD"]
    ) { words in
      Value.counts.map { words.movePrompt($0, from: Value.card) }
    }
    add(
      """
      func moved(_ count: Int, from old: Barcode, to new: Barcode, savedCount: \
      Int) -> String
      """, naming: ["CARD", "ITEM"]
    ) { words in
      Value.counts.flatMap { count in
        ([0] + Value.counts).map {
          words.moved(
            count, from: Value.card, to: Value.item, savedCount: $0)
        }
      }
    }
    add(
      "func nothingToMove(from borrower: Barcode) -> String", naming: ["CARD"]
    ) {
      [$0.nothingToMove(from: Value.card)]
    }
    add("func noReader() -> String") { [$0.noReader()] }
    add("func notACard(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.notACard("ITEM")]
    }
  }
}
