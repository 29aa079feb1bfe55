import Catalogue
import Circulation
import Languages
import Textbooks

@testable import Station

extension Samples {
  /// What is said of a school's copies.
  mutating func addCopies() {
    add("func sentence(_ flaw: CopyNumberFlaw) -> String", naming: ["4711"]) {
      words in
      [
        CopyNumberFlaw.notANumber("4711"), .backwards("4711-1"),
        .tooMany("1-4711", maximum: 5_000), .tooLong("4711-4712"),
      ].map { words.sentence($0) }
    }
    add("func sentence(_ flaw: CallNumberFlaw) -> String") { words in
      [
        CallNumberFlaw.noCourses,
        .unknownCourse("ITEM", known: ["French", "Maths"]), .notAGrade("x"),
      ].map { words.sentence($0) }
    }
    add(
      "func proposed(_ proposal: CallNumberProposal) -> String",
      naming: ["M510 DUP HOR"]
    ) { words in
      [words.proposed(try Value.proposal())]
    }
    add("func clause(_ flaw: CopyFlaw, _ value: String) -> String") { words in
      Value.copyFlaws.map { words.clause($0, "4711") }
    }
    add(
      """
      func clause(_ finding: CopyFinding, on scale: StatusScale) -> String
      """
    ) { words in
      Value.copyFindings.map { words.clause($0, on: StatusScale()) }
    }
    add("func advice(on finding: CopyFinding) -> String") { words in
      // A command is the same in both languages.
      [CopyFinding.Problem.sameNumber(["4711"]), .stillListed("2026-11-20")]
        .map {
          words.advice(on: CopyFinding(number: "4711", title: "Horizons", $0))
        }
    }
    for (requirement, text) in [
      ("moreFlaws", { $0.moreFlaws(4711) }),
      ("moreRows", { $0.moreRows(4711) }),
      ("heldBack", { $0.heldBack(4711) }),
      ("copiesAreSound", { $0.copiesAreSound(4711) }),
      ("deleted", { $0.deleted(4711) }),
    ] as [(String, (any Words) -> String)] {
      add(
        "func \(requirement)(_ count: Int) -> String", naming: ["4711"]
      ) { [text($0)] }
    }
    add(
      "func copyFindings(_ count: Int, of copies: Int) -> String",
      naming: ["4711", "12"]
    ) { [$0.copyFindings(12, of: 4711)] }
    addCopyLists()
    addCopyChanges()
    addCopyHistory()
  }

  private mutating func addCopyLists() {
    add("var copiesHeadings: [String] { get }") {
      [$0.copiesHeadings.joined(separator: " ")]
    }
    add("var copyTitlesHeadings: [String] { get }") {
      [$0.copyTitlesHeadings.joined(separator: " ")]
    }
    add("var onLoanWord: String { get }") { [$0.onLoanWord] }
    add("var goneWord: String { get }") { [$0.goneWord] }
    add(
      "func total(_ counts: CopyCounts, on scale: StatusScale) -> String",
      naming: ["5", "2"]
    ) { [$0.total(Value.copyCounts, on: StatusScale())] }
    add("var noneListed: String { get }") { [$0.noneListed] }
    add("func copiesMayLack(_ journal: String) -> String", naming: ["/a/b"]) {
      [$0.copiesMayLack("/a/b")]
    }
  }

  private mutating func addCopyChanges() {
    add("func isCopyAlready(_ item: Item) -> String", naming: ["4711"]) {
      [$0.isCopyAlready(Value.copy)]
    }
    add("func wasDeleted(_ item: Item) -> String", naming: ["4711", "2026"]) {
      [$0.wasDeleted(Value.copy)]
    }
    add("func givenTwice(_ number: String) -> String", naming: ["4711"]) {
      [$0.givenTwice("4711")]
    }
    add(
      "func noSuchCopies(_ numbers: [String]) -> String", naming: ["4711"]
    ) { [$0.noSuchCopies(["4711"])] }
    add(
      """
      func notOnScale(_ status: Int, _ scale: StatusScale) -> String
      """, naming: ["4711", "7"]
    ) { [$0.notOnScale(4711, StatusScale())] }
    add("func takenOver(_ fields: [ListField]) -> String") {
      [$0.takenOver([.price, .fee])]
    }
    add(
      """
      func added(_ numbers: [String], to title: String, isPreview: Bool) -> \
      String
      """, naming: ["4711", "Horizons"]
    ) { words in
      [false, true].map {
        words.added(["4711", "1", "2", "3"], to: "Horizons", isPreview: $0)
      }
    }
    add("func changed(_ count: Int, others: Int) -> String", naming: ["4711"]) {
      words in
      [words.changed(4711, others: 0), words.changed(1, others: 4711)]
    }
    add("func noted(_ numbers: [String]) -> String", naming: ["4711"]) {
      [$0.noted(["4711"])]
    }
    add(
      "func gotState(_ status: CopyStatus, _ count: Int) -> String",
      naming: ["4711", "7"]
    ) { words in
      StatusScale()[7].map { [words.gotState($0, 4711)] } ?? []
    }
  }

  private mutating func addCopyHistory() {
    add("func stillOnLoan(_ numbers: [String]) -> String", naming: ["4711"]) {
      [$0.stillOnLoan(["4711"])]
    }
    add("func stillOpen(_ fines: [Fine]) -> String", naming: ["a:4711"]) {
      [$0.stillOpen([Value.copyFine])]
    }
    add(
      "func hasHistory(_ numbers: [String], rowCount: Int) -> String",
      naming: ["4711", "12"]
    ) { [$0.hasHistory(["4711"], rowCount: 12)] }
    add(
      "func historyLacks(_ count: Int, in path: String) -> String",
      naming: ["/a/b", "12"]
    ) { [$0.historyLacks(12, in: "/a/b")] }
    add(
      "func goes(_ numbers: [String], hasHistory: Bool) -> [String]",
      naming: ["4711"]
    ) { words in
      [words.goes(["4711"], hasHistory: true).joined(separator: "\n")]
    }
    add("var confirmDeletion: String { get }") { [$0.confirmDeletion] }
    add("var historyHeadings: [String] { get }") {
      [$0.historyHeadings.joined(separator: " ")]
    }
    add("var notedWord: String { get }") { [$0.notedWord] }
    add("func noHistory(of number: String) -> String", naming: ["4711"]) {
      [$0.noHistory(of: "4711")]
    }
    add("func unknownCopy(_ number: String) -> String", naming: ["4711"]) {
      [$0.unknownCopy("4711")]
    }
    add(
      "func exported(_ count: Int, to path: String) -> String",
      naming: ["4711", "/a/b"]
    ) { [$0.exported(4711, to: "/a/b")] }
  }
}

extension Value {
  fileprivate static func proposal() throws -> CallNumberProposal {
    var scheme = CallNumberScheme()
    scheme.courses = CourseCode("French = 10").map { [$0] } ?? []
    return try scheme.proposal(
      course: "French", grade: "5", author: "Dupont", title: "Horizons")
  }

  fileprivate static let copyFlaws: [CopyFlaw] = [
    .leadingZero, .otherLength(usual: 5), .slash(.title), .noLetter,
    .notAnAmount(.price), .notOnScale(.initialStatus),
  ]

  fileprivate static let copyFindings: [CopyFinding] = [
    .flaw(.leadingZero), .noState, .start(2, state: 1), .journal(3, listed: 2),
    .noPrice, .noFee, .several(.price, ["5.00", "6.00"]),
    .sameNumber(["a12"]),
    .sameTitle(["Horizons 3"], number: "12", author: "Dupont"),
    .stillListed("2026-11-20"),
  ].map {
    CopyFinding(number: "4711", title: "Horizons", value: "4711", count: 3, $0)
  }

  fileprivate static var copy: Item {
    var item = Item(number: "4711")
    item.title = "Horizons"
    item.deleted = "2026-11-20"
    return item
  }

  fileprivate static var copyCounts: CopyCounts {
    var counts = CopyCounts()
    for (index, state) in [1, 1, 3, nil, 6, 1].enumerated() {
      var item = Item(number: "\(index)")
      item.title = index < 3 ? "A" : "B"
      item.status = state
      item.isOnLoan = index == 0
      counts.add(SchoolCopy(item, nil))
    }
    return counts
  }

  fileprivate static let copyFine = Fine(
    id: "a:4711", borrower: "E1", item: "4711", start: 1, end: 4,
    amount: Money(cents: 2_490), time: Value.time, derivation: nil)
}
