@testable import Catalogue
@testable import Station

extension Samples {
  /// What is said in the room of copies, and on a copy's page.
  mutating func addCopyRoom() {
    addTitlesOfCopies()
    addCopyPage()
    addStockTaking()
  }

  private mutating func addTitlesOfCopies() {
    add("var copiesTitle: String { get }") { [$0.copiesTitle] }
    add("var copiesPrompt: String { get }") { [$0.copiesPrompt] }
    add("var copiesField: String { get }") { [$0.copiesField] }
    add(
      """
      func holdings(_ titles: Int, shown: Int, copies: Int, toDelete: Int)\
       -> String
      """
    ) { words in
      Value.counts.map {
        words.holdings($0, shown: 1, copies: $0, toDelete: $0)
      }
    }
    add("var holdingsHeadings: [String] { get }") { $0.holdingsHeadings }
    add("var copiesFooter: String { get }") { [$0.copiesFooter] }
    add("var copiesPageFooter: String { get }") { [$0.copiesPageFooter] }
    add("var noCopiesListed: String { get }") { [$0.noCopiesListed] }
    add("func nothingFound(_ text: String) -> String", naming: ["WORDS"]) {
      [$0.nothingFound("WORDS")]
    }
    add("func unknownHere(_ number: String) -> String", naming: ["4711"]) {
      [$0.unknownHere("4711")]
    }
    add("func copySeen(_ number: String) -> String", naming: ["4711"]) {
      [$0.copySeen("4711")]
    }
    add("func onlyAtDesk() -> String") { [$0.onlyAtDesk()] }
    add("var copiesHelp: [HelpSection] { get }") { words in
      words.copiesHelp.flatMap { [$0.title] + $0.paragraphs }
    }
    add(
      """
      func copyCounts(_ copies: Int, in: Int, out: Int, toDelete: Int,\
       seen: Int) -> String
      """
    ) { words in
      Value.counts.map {
        words.copyCounts($0, in: $0, out: $0, toDelete: $0, seen: $0 - 1)
      }
    }
    add("var copyHeadings: [String] { get }") { $0.copyHeadings }
    add("var seenMark: String { get }") { [$0.seenMark] }
  }

  private mutating func addCopyPage() {
    add(
      "func hasCopy(_ name: String, since day: LocalTime?) -> String",
      naming: ["NAME"]
    ) {
      [$0.hasCopy("NAME", since: nil), $0.hasCopy("NAME", since: Value.time)]
    }
    add(
      """
      func stateFact(_ label: String?, since time: LocalTime?,\
       isOfReturn: Bool) -> ListedFact
      """
    ) { words in
      [true, false].flatMap { isOfReturn in
        [nil, Value.time].map {
          Self.text(
            words.stateFact("LABEL", since: $0, isOfReturn: isOfReturn))
        }
      } + [Self.text(words.stateFact(nil, since: nil, isOfReturn: false))]
    }
    add("func startFact(_ label: String?) -> ListedFact") { words in
      ["LABEL", nil].map { Self.text(words.startFact($0)) }
    }
    add("func costFact(fee: String?, price: String?) -> ListedFact?") { words in
      [words.costFact(fee: "8.30", price: "24.90")].compactMap { $0?.text }
    }
    add("var loansHeading: String { get }") { [$0.loansHeading] }
    add("var loanHeadings: [String] { get }") { $0.loanHeadings }
    add(
      """
      func copyFooter(notesStates: Bool, isAtDesk: Bool,\
       hasBorrower: Bool) -> String
      """
    ) { words in
      [true, false].flatMap { notesStates in
        [true, false].flatMap { isAtDesk in
          [true, false].map {
            words.copyFooter(
              notesStates: notesStates, isAtDesk: isAtDesk, hasBorrower: $0)
          }
        }
      }
    }
  }

  private static func text(_ fact: ListedFact) -> String {
    "\(fact.name): \(fact.text)"
  }

  private mutating func addStockTaking() {
    add(
      "func stockNoted(_ number: String, _ label: String) -> String",
      naming: ["4711", "LABEL"]
    ) { [$0.stockNoted("4711", "LABEL")] }
    add("func isToDelete(_ number: String) -> String", naming: ["4711"]) {
      [$0.isToDelete("4711")]
    }
    add("func statesAreOff() -> String") { [$0.statesAreOff()] }
    add("var toDeleteTitle: String { get }") { [$0.toDeleteTitle] }
    add("func toDeleteQuestion(_ number: String) -> String", naming: ["4711"]) {
      [$0.toDeleteQuestion("4711")]
    }
    add("var toDeleteAnswer: String { get }") { [$0.toDeleteAnswer] }
    add("var backToCopy: String { get }") { [$0.backToCopy] }
  }
}
