import Catalogue

@testable import Offload
@testable import Station

extension Samples {
  /// What is foretold of an upload.
  mutating func addRehearsal() {
    add("func rehearsalTitle(_ system: LibrarySystem) -> String") { words in
      LibrarySystem.allCases.map { words.rehearsalTitle($0) }
    }
    add(
      "func rehearsalOrigin(_ files: [String], lineCount: Int) -> String",
      naming: ["/a/b", "4711"]
    ) { [$0.rehearsalOrigin(["/a/b"], lineCount: 4711)] }
    add(
      """
      func sentences(on basis: ListBasis, openReturnCount: Int) -> [String]
      """
    ) { words in
      [
        words.sentences(on: Value.basis, openReturnCount: 4711),
        words.sentences(on: ListBasis([]), openReturnCount: 0),
      ].map { $0.joined(separator: "\n") }
    }
    add("func remark(on system: LibrarySystem) -> String?") { words in
      LibrarySystem.allCases.compactMap { words.remark(on: $0) }
    }
    add("func rehearsalCounts(_ summary: Rehearsal.Summary) -> String") {
      [$0.rehearsalCounts(Rehearsal.Summary())]
    }
    add(
      "func firstAnswer(_ message: String, in file: String?) -> String",
      naming: ["MESSAGE"]
    ) { words in
      [nil, "a.dat"].map { words.firstAnswer("MESSAGE", in: $0) }
    }
    addSecouru()
    add("func heading(of effect: LineEffect, count: Int) -> String") { words in
      LineEffect.allCases.map { words.heading(of: $0, count: 4711) }
    }
    add(
      """
      func advice(on effect: LineEffect, in system: LibrarySystem) -> String
      """
    ) { words in
      LineEffect.allCases.flatMap { effect in
        LibrarySystem.allCases.map { words.advice(on: effect, in: $0) }
      }
    }
    add(
      "func expectedMessage(_ message: String) -> String", naming: ["4711"]
    ) { [$0.expectedMessage("4711")] }
    add("var certaintyColumn: String { get }") { [$0.certaintyColumn] }
    add("func name(of certainty: Certainty) -> String") { words in
      [Certainty.certain, .likely(.gone), .unknowable(.setting)].map {
        words.name(of: $0)
      }
    }
    add("func sentence(_ doubt: Certainty.Doubt) -> String") { words in
      Certainty.Doubt.oneOfEach.map { words.sentence($0) }
    }
    add("func moreRehearsed(_ count: Int) -> String", naming: ["4711"]) {
      [$0.moreRehearsed(4711)]
    }
    add(
      "func rehearsalWritten(_ path: String, count: Int) -> String",
      naming: ["/a/b", "4711"]
    ) { [$0.rehearsalWritten("/a/b", count: 4711)] }
    add("func notARehearsal(_ path: String) -> String", naming: ["/a/b"]) {
      [$0.notARehearsal("/a/b")]
    }
    add(
      "func stepBeforeUpload(_ rehearsal: KitRehearsal) -> String"
    ) { [$0.stepBeforeUpload(Value.kitRehearsal)] }
    add(
      "func stepAfterUpload(_ rehearsal: KitRehearsal) -> String?"
    ) { [$0.stepAfterUpload(Value.kitRehearsal) ?? ""] }
    add("func rehearsed(_ rehearsal: KitRehearsal) -> String") {
      [$0.rehearsed(Value.kitRehearsal)]
    }
    add("var comparisonTitle: String { get }") { [$0.comparisonTitle] }
    add(
      """
      func comparisonCounts(_ comparison: RehearsalComparison) -> String
      """
    ) { [$0.comparisonCounts(RehearsalComparison())] }
    add(
      """
      func heading(of cause: RehearsalComparison.Cause, _ basis: ListBasis) -> \
      String
      """
    ) { words in
      RehearsalComparison.Cause.allCases.map {
        words.heading(of: $0, Value.basis)
      }
    }
    add(
      """
      func describe(_ difference: RehearsalComparison.Difference) -> String
      """, naming: ["4711"]
    ) { words in
      Value.differences.map { words.describe($0) }
    }
  }

  /// What is foretold of a file for PMB's page.
  private mutating func addSecouru() {
    add("func firstReading(_ screen: SecouruScreen) -> String") { words in
      Value.screens.map { words.firstReading($0) }
    }
    add("func secondReading(_ screen: SecouruScreen) -> String") { words in
      Value.screens.map { words.secondReading($0) }
    }
    add(
      "func givenToPrevious(_ loans: [SecouruMovement]) -> String",
      naming: ["4711", "E1"]
    ) { [$0.givenToPrevious([SecouruMovement("4711", to: "E1")])] }
    add("func secouruAlone(_ file: String) -> String", naming: ["/a/b"]) {
      [$0.secouruAlone("/a/b")]
    }
  }
}

extension Certainty.Doubt: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .incomplete
    case .incomplete: .older(day: 17_682)
    case .older: .newer(day: 17_682)
    case .newer: .gone
    case .gone: .holder
    case .holder: .both
    case .both: .estimate
    case .estimate: .setting
    case .setting: nil
    }
  }
}

extension Value {
  fileprivate static let kitRehearsal = KitRehearsal(
    Rehearsal.Summary(), itemsNotForLoan: ["1", "2"],
    Document(title: "", language: "en"))

  /// A file that PMB takes, and one with a reader whom it does not know.
  fileprivate static let screens: [SecouruScreen] = [
    "PRET SECOURU\nE1\n4711\n4712\nRETOUR SECOURU\n4713\n",
    "PRET SECOURU\nE1\n4711\nPRET SECOURU\nE2\n4712\n4714\n",
  ].map { text in
    var base = SecouruBase(
      readers: ["E1"], copies: ["4711", "4712", "4713"].map { ($0, .init()) })
    return SecouruScreen(of: text, on: &base)
  }

  fileprivate static let differences = [
    RehearsalComparison.Difference(
      line: 2, expected: "4711", reported: nil, cause: .rule),
    RehearsalComparison.Difference(
      line: nil, expected: nil, reported: "4711", cause: .rule),
  ]

  fileprivate static let basis = ListBasis([
    ImportedList(
      id: 1, kind: .items, files: ["items.csv"], digest: "",
      rowCount: 4711, exported: "2026-11-20", imported: "2026-11-21",
      level: .numbers, isComplete: true)
  ])
}
