import Circulation
import Offload
import Scanning
import Settings
import Terminal

@testable import Station

extension Samples {
  /// What is said at the desk.
  mutating func addDesk() {
    add(
      "func answerDropped(byteCount: Int) -> String", naming: ["4711"]
    ) {
      [$0.answerDropped(byteCount: 4_711)]
    }
    let path = Value.path
    add("var title: String { get }") { [$0.title] }
    add("var subtitle: String { get }") { [$0.subtitle] }
    add("var borrower: String { get }") { [$0.borrower] }
    add("var item: String { get }") { [$0.item] }
    add("var clearLabel: String { get }") { [$0.clearLabel] }
    add("var loanLabel: String { get }") { [$0.loanLabel] }
    add("var returnLabel: String { get }") { [$0.returnLabel] }
    add("var chooseTransaction: String { get }") { [$0.chooseTransaction] }
    add("var barcodeHeading: String { get }") { [$0.barcodeHeading] }
    add("var operationHeading: String { get }") { [$0.operationHeading] }
    add("var borrowerHeading: String { get }") { [$0.borrowerHeading] }
    add("var timeHeading: String { get }") { [$0.timeHeading] }
    add("var saveLabel: String { get }") { [$0.saveLabel] }
    add("var deleteLabel: String { get }") { [$0.deleteLabel] }
    add("var helpLabel: String { get }") { [$0.helpLabel] }
    add("var closeLabel: String { get }") { [$0.closeLabel] }
    add("func label(_ name: String) -> String", naming: ["ITEM"]) {
      [$0.label("ITEM")]
    }
    add("func name(of operation: Operation) -> String") {
      [$0.name(of: Operation.loan), $0.name(of: Operation.return)]
    }
    add("func unsaved(_ count: Int) -> String", naming: ["4711"]) {
      [$0.unsaved(4_711)]
    }
    add("func waiting(_ count: Int) -> String", naming: ["4711"]) {
      [$0.waiting(4_711)]
    }
    add("func date(_ time: LocalTime, isShort: Bool) -> String") { words in
      [true, false].map { words.date(Value.time, isShort: $0) }
    }
    add("func listTime(_ time: LocalTime, today: LocalTime) -> String") {
      [$0.listTime(Value.time, today: Value.later)]
    }
    add("func savedTime(_ time: LocalTime, today: LocalTime) -> String") {
      [$0.savedTime(Value.time, today: Value.later)]
    }
    add("func tooSmall(_ present: Size, minimum: Size) -> String") {
      [$0.tooSmall(Size(columns: 1, rows: 2), minimum: Shared.minimumSize)]
    }
    add("func name(of key: Key) -> String") { words in
      Key.oneOfEach.map { words.name(of: $0) }
    }
    add("func ready(_ operation: Operation, borrower: Barcode?) -> String") {
      [
        $0.ready(.loan, borrower: nil), $0.ready(.return, borrower: nil),
        $0.ready(.loan, borrower: Value.card),
      ]
    }
    add("func restored(_ count: Int, since: LocalTime) -> String") { words in
      Value.counts.map { words.restored($0, since: Value.time) }
    }
    add("func torn() -> String") { [$0.torn()] }
    add(
      """
      func damaged(_ damage: [JournalDamage], in journal: String) -> \
      String
      """, naming: ["4711"]
    ) { words in
      [words.damaged(Value.damage, in: "J")]
    }
    add("func saveCompleted(_ count: Int) -> String") { words in
      Value.counts.map { words.saveCompleted($0) }
    }
    add("func saveReturned(_ count: Int) -> String") { words in
      Value.counts.map { words.saveReturned($0) }
    }
    add(
      "func saveNotCompleted(_ error: FileError) -> String",
      naming: ["/files/x"]
    ) { words in
      [words.saveNotCompleted(Value.failure)]
    }
    add(
      "func recorded(_ transaction: Transaction) -> String", naming: ["ITEM"]
    ) { words in
      [words.recorded(Value.loan), words.recorded(Value.return)]
    }
    add(
      "func recorded(_ count: Int, last: Transaction) -> String",
      naming: ["4711", "ITEM"]
    ) { words in
      [words.recorded(4_711, last: Value.loan)]
    }
    add(
      """
      func notRecorded(_ count: Int, _ error: FileError) -> \
      String
      """, naming: ["/files/x"]
    ) { words in
      Value.counts.map { words.notRecorded($0, Value.failure) }
    }
    add(
      "func dropped(_ transaction: Transaction) -> String", naming: ["ITEM"]
    ) { words in
      [words.dropped(Value.loan), words.dropped(Value.return)]
    }
    add("func borrowerFirst(_ item: String) -> String", naming: ["ITEM"]) {
      [$0.borrowerFirst("ITEM")]
    }
    add(
      """
      func borrowerIdentified(_ borrower: Barcode, pendingItem: String?) -> \
      String
      """, naming: ["CARD"]
    ) { words in
      [nil, "ITEM"].map {
        words.borrowerIdentified(Value.card, pendingItem: $0)
      }
    }
    add("func cleared() -> String") { [$0.cleared()] }
    add("func numberReplaced(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.numberReplaced("ITEM")]
    }
    add("func moreRefused(_ count: Int) -> String") { words in
      Value.counts.map { words.moreRefused($0) }
    }
    add("func moreRemarks(_ count: Int) -> String") { words in
      Value.counts.map { words.moreRemarks($0) }
    }
    add("func spacesTrimmed(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.spacesTrimmed("ITEM")]
    }
    add(
      "func deleted(_ transaction: Transaction) -> String", naming: ["ITEM"]
    ) { words in
      [words.deleted(Value.loan), words.deleted(Value.return)]
    }
    add("func nothingToDelete() -> String") { [$0.nothingToDelete()] }
    add(
      "func notDeleted(_ error: FileError) -> String", naming: ["/files/x"]
    ) { words in
      [words.notDeleted(Value.failure)]
    }
    add(
      "func savedNow(_ count: Int, path: String) -> String",
      naming: ["/files/x"]
    ) { words in
      Value.counts.map { words.savedNow($0, path: path) }
    }
    add("func nothingToSave() -> String") { [$0.nothingToSave()] }
    add(
      "func notSaved(_ error: FileError) -> String", naming: ["/files/x"]
    ) { words in
      [words.notSaved(Value.failure)]
    }
    add("func cardAmongReturns(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.cardAmongReturns("ITEM")]
    }
    add("func nextBorrower(_ borrower: Barcode) -> String", naming: ["CARD"]) {
      [$0.nextBorrower(Value.card)]
    }
    add(
      "func itemsAwaitCard(_ count: Int, last: String) -> String",
      naming: ["ITEM"]
    ) { words in
      Value.counts.map { words.itemsAwaitCard($0, last: "ITEM") }
    }
    add(
      "func itemsDropped(_ count: Int, last: String) -> String",
      naming: ["ITEM"]
    ) { words in
      Value.counts.map { words.itemsDropped($0, last: "ITEM") }
    }
    add(
      """
      func numberWarning(_ number: String, _ kind: Scan.Kind, _ reason: \
      NumberRules.Warning) -> String
      """, naming: ["ITEM"]
    ) { words in
      Scan.Kind.allCases.flatMap { kind in
        NumberRules.Warning.oneOfEach.map {
          words.numberWarning("ITEM", kind, $0)
        }
      }
    }
    add(
      """
      func numberWarning(_ number: String, _ kind: Scan.Kind, _ reason: \
      SeenNumbers.Warning, at operation: Operation?) -> String
      """, naming: ["ITEM"]
    ) { words in
      SeenNumbers.Warning.oneOfEach.flatMap { warning in
        [
          words.numberWarning("ITEM", .borrower, warning, at: .loan),
          words.numberWarning("ITEM", .item, warning, at: .loan),
          words.numberWarning("ITEM", .item, warning, at: .return),
          words.numberWarning("ITEM", .borrower, warning, at: nil),
          words.numberWarning("ITEM", .item, warning, at: nil),
        ]
      }
    }
    add(
      "func notRecorded(_ item: String, before card: String) -> String",
      naming: ["ITEM", "CARD"]
    ) {
      [$0.notRecorded("ITEM", before: "CARD")]
    }
    add(
      """
      func isTitle(_ number: String, _ title: TitleNumber, _ kind: \
      Scan.Kind, isFinal: Bool) -> String
      """, naming: ["ITEM"]
    ) { words in
      [Value.title].compactMap(\.self).flatMap { title in
        [
          words.isTitle("ITEM", title, .item, isFinal: true),
          words.isTitle("ITEM", title, .item, isFinal: false),
          words.isTitle("ITEM", title, .borrower, isFinal: true),
        ]
      }
    }
    add("func accepted(_ number: String) -> String", naming: ["ITEM"]) {
      [$0.accepted("ITEM")]
    }
    add(
      "func confirmationDropped(_ number: String) -> String", naming: ["ITEM"]
    ) {
      [$0.confirmationDropped("ITEM")]
    }
    add(
      "func repaired(_ raw: String, _ number: String) -> String",
      naming: ["CARD", "ITEM"]
    ) { words in
      [words.repaired("CARD", "ITEM")]
    }
    add("func doubleScan(_ item: Barcode) -> String", naming: ["ITEM"]) {
      [$0.doubleScan(Value.item)]
    }
    add(
      """
      func itemWarning(_ warning: Desk.ItemWarning) -> \
      String
      """
    ) { words in
      Desk.ItemWarning.oneOfEach.map { words.itemWarning($0) }
    }
    add("func repetition(of transaction: Transaction) -> String") { words in
      [Value.loan, Value.return].map { words.repetition(of: $0) }
    }
    add("var pasteTitle: String { get }") { [$0.pasteTitle] }
    add("func pasteQuestion(_ scans: PastedScans) -> String") {
      [$0.pasteQuestion(try Value.paste())]
    }
    add("var recordPaste: String { get }") { [$0.recordPaste] }
    add("var dropPaste: String { get }") { [$0.dropPaste] }
    add("func pasteDropped(_ count: Int) -> String") { words in
      Value.counts.map { words.pasteDropped($0) }
    }
  }
}
