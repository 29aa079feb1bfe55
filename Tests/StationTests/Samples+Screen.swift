import Scanning
import Settings

@testable import Circulation
@testable import Station

extension Samples {
  /// What the window shows beside its fields.
  mutating func addScreen() {
    add("func items(_ count: Int) -> String", naming: ["4711"]) {
      [$0.items(4_711)]
    }
    add("func itemsInShort(_ count: Int) -> String", naming: ["4711"]) {
      [$0.itemsInShort(4_711)]
    }
    add("func settingsLeftOut() -> String") { [$0.settingsLeftOut()] }
    add("func dayCounts(_ today: DayTally) -> String", naming: ["1"]) {
      [$0.dayCounts(Value.day)]
    }
    add(
      "func inDataFile(_ count: Int?, named name: String) -> String",
      naming: ["OffCirc.dat"]
    ) { words in
      [4_711, nil].map { words.inDataFile($0, named: "OffCirc.dat") }
    }
    add("func more(_ count: Int) -> String", naming: ["4711"]) {
      [$0.more(4_711)]
    }
    add(
      "func moreWarnings(_ count: Int) -> String", naming: ["F9"]
    ) { words in
      Value.counts.map { words.moreWarnings($0) }
    }
    add("func waitingForCard(_ items: [String]) -> String", naming: ["ITEM"]) {
      [$0.waitingForCard(["ITEM"]), $0.waitingForCard(["ITEM", "x"])]
    }
    add("func settingsLeftOut(others count: Int) -> String") { words in
      ([0] + Value.counts).map { words.settingsLeftOut(others: $0) }
    }
    add("func nameAnotherFolder() -> String", naming: ["--files"]) {
      [$0.nameAnotherFolder()]
    }
    add("var warningsHeading: String { get }") { [$0.warningsHeading] }
    add("var dismissHint: String { get }", naming: ["F8"]) {
      [$0.dismissHint]
    }
    add("func warningDismissed() -> String") { [$0.warningDismissed()] }
    add("func nothingToDismiss() -> String") { [$0.nothingToDismiss()] }
    add("var dayHeading: String { get }") { [$0.dayHeading] }
    add("var messagesHeading: String { get }") { [$0.messagesHeading] }
    add("func readerHeading(_ borrower: Barcode?) -> String") {
      [$0.readerHeading(nil), $0.readerHeading(Value.card)]
    }
    add("var noneYet: String { get }") { [$0.noneYet] }
    add("func pasteTarget(_ borrower: Barcode?) -> String") {
      [$0.pasteTarget(nil), $0.pasteTarget(Value.card)]
    }
    add(
      "func pasteLine(_ text: String, as kind: Scan.Kind?) -> String",
      naming: ["ITEM"]
    ) { words in
      [Scan.Kind.item, .borrower, nil].map { words.pasteLine("ITEM", as: $0) }
    }
    add("var helpKeysHeading: String { get }") { [$0.helpKeysHeading] }
    add(
      "func help(folder: StationFolder, hasCommands: Bool) -> [HelpSection]"
    ) { words in
      words.help(folder: Value.folder, hasCommands: true).flatMap {
        [$0.title] + $0.paragraphs
      }
    }
    add("func closed(saved: Int?, unsaved: Int, lost: Int) -> String") {
      [
        $0.closed(saved: 4_711, unsaved: 0, lost: 0),
        $0.closed(saved: nil, unsaved: 4_711, lost: 1),
      ]
    }
  }
}

extension Value {
  /// One loan and one return.
  static let day: DayTally = {
    var tally = DayTally(of: time)
    tally.add(DeskEntry(sequence: 1, transaction: loan))
    tally.add(DeskEntry(sequence: 2, transaction: `return`))
    return tally
  }()
}
