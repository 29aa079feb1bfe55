import Circulation
import Textbooks

@testable import Station

extension Samples {
  /// What is said where a class gets its books.
  mutating func addHandOut() {
    addHandOutWindow()
    addHandOutScans()
    addHandOutSkips()
    add("func sentence(_ error: HandOutError) -> String") { words in
      [
        .noClasses, .unknownClass("4Z", known: ["4A", "4B"]),
        .noTitles("4A", known: true), .noTitles("4A", known: false),
      ].map { words.sentence($0 as HandOutError) }
    }
    add("func handOutMayLack(_ sentence: String) -> String") {
      [$0.handOutMayLack("SENTENCE.")]
    }
    add("func planMayLack(_ journal: String) -> String", naming: ["/a/b"]) {
      [$0.planMayLack("/a/b")]
    }
    add("var planHeadings: [String] { get }") { $0.planHeadings }
    add("func allGiven(_ group: String) -> String", naming: ["4A"]) {
      [$0.allGiven("4A")]
    }
  }

  private mutating func addHandOutWindow() {
    add(
      """
      func handOutTitle(_ group: String, pupils: Int, titles: Int) -> String
      """, naming: ["4A", "28", "6"]
    ) { [$0.handOutTitle("4A", pupils: 28, titles: 6)] }
    add("var orderName: String { get }") { [$0.orderName] }
    add("func name(of order: HandOut.Order) -> String") { words in
      HandOut.Order.allCases.map { words.name(of: $0) }
    }
    add("var copyName: String { get }") { [$0.copyName] }
    add("var pupilHeading: String { get }") { [$0.pupilHeading] }
    // Both languages have the same word.
    add("var absentMark: String { get }") {
      ["\($0.pupilHeading): \($0.absentMark)"]
    }
    add(
      "func given(_ count: Int, of all: Int) -> String", naming: ["67", "154"]
    ) { [$0.given(67, of: 154)] }
    add(
      """
      func lastGiven(_ item: Barcode, _ title: String?, to pupil: String)\
       -> String
      """, naming: ["ITEM", "PUPIL"]
    ) { words in
      [
        words.lastGiven(Value.item, "TITLE", to: "PUPIL"),
        words.lastGiven(Value.item, nil, to: "PUPIL"),
      ]
    }
    add("var handOutLegend: String { get }") { [$0.handOutLegend] }
    add("func handOutFooter(_ order: HandOut.Order) -> String") { words in
      HandOut.Order.allCases.map { words.handOutFooter($0) }
    }
    add(
      "func nextCopy(_ title: String, for pupil: String) -> String",
      naming: ["TITLE", "PUPIL"]
    ) { [$0.nextCopy("TITLE", for: "PUPIL")] }
    add("func nothingToGive(open count: Int) -> String") { words in
      [0, 1, 5].map { words.nothingToGive(open: $0) }
    }
  }

  private mutating func addHandOutScans() {
    add(
      """
      func isOtherTitle(_ item: Barcode, _ title: String?, than expected: \
      String) -> String
      """, naming: ["ITEM", "EXPECTED"]
    ) { words in
      ["TITLE", nil].map {
        words.isOtherTitle(Value.item, $0, than: "EXPECTED")
      }
    }
    add(
      """
      func isNotNeeded(_ item: Barcode, _ title: String, by pupil: String, \
      _ stage: HandOut.Stage) -> String
      """, naming: ["ITEM", "TITLE", "PUPIL"]
    ) { words in
      Self.stages.map {
        words.isNotNeeded(Value.item, "TITLE", by: "PUPIL", $0)
      }
    }
    add(
      "func isNotOfClass(_ number: String, _ group: String) -> String",
      naming: ["4711", "4A"]
    ) { [$0.isNotOfClass("4711", "4A")] }
    add(
      """
      func titleIsUnknown(_ item: Barcode, _ expected: String, for pupil: \
      String) -> String
      """, naming: ["ITEM", "EXPECTED", "PUPIL"]
    ) { [$0.titleIsUnknown(Value.item, "EXPECTED", for: "PUPIL")] }
    add("var noReturnsAtHandOut: String { get }") { [$0.noReturnsAtHandOut] }
  }

  private static let stages: [HandOut.Stage] = [
    .notTaken, .open, .given, .held, .kept, .refused,
  ]

  private mutating func addHandOutSkips() {
    add("func isAbsent(_ pupil: String) -> String", naming: ["PUPIL"]) {
      [$0.isAbsent("PUPIL")]
    }
    add("func isPresent(_ pupil: String) -> String", naming: ["PUPIL"]) {
      [$0.isPresent("PUPIL")]
    }
    add(
      "func doesNotGet(_ title: String, _ pupil: String) -> String",
      naming: ["TITLE", "PUPIL"]
    ) { [$0.doesNotGet("TITLE", "PUPIL")] }
    add(
      "func getsAfterAll(_ title: String, _ pupil: String) -> String",
      naming: ["TITLE", "PUPIL"]
    ) { [$0.getsAfterAll("TITLE", "PUPIL")] }
    add(
      """
      func isNotToGive(_ title: String, to pupil: String, _ stage: \
      HandOut.Stage) -> String
      """, naming: ["TITLE", "PUPIL"]
    ) { words in
      Self.stages.map { words.isNotToGive("TITLE", to: "PUPIL", $0) }
    }
    add(
      "func skipNotRecorded(_ error: FileError) -> String",
      naming: [Value.path]
    ) { [$0.skipNotRecorded(Value.failure)] }
    add(
      "func takenBack(_ item: Barcode, from pupil: String) -> String",
      naming: ["ITEM", "PUPIL"]
    ) { [$0.takenBack(Value.item, from: "PUPIL")] }
    add("func skipTakenBack(_ pupil: String) -> String", naming: ["PUPIL"]) {
      [$0.skipTakenBack("PUPIL")]
    }
    add("func cannotTakeBack(_ item: Barcode) -> String", naming: ["ITEM"]) {
      [$0.cannotTakeBack(Value.item)]
    }
  }
}
