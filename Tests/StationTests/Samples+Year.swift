import Languages
import Textbooks

@testable import Circulation
@testable import Station

extension Samples {
  /// What is said at the end of a school year.
  mutating func addYear() {
    addCopiesOut()
    addClosing()
    add("func wearHeadings(by grouping: WearTable.Grouping) -> [String]") {
      words in
      WearTable.Grouping.allCases.map {
        words.wearHeadings(by: $0).joined(separator: " ")
      }
    }
    add("func wearLegend(_ block: Character) -> String", naming: ["#"]) {
      [$0.wearLegend("#")]
    }
    add("var noCopies: String { get }") { [$0.noCopies] }
    add("var decimalSign: String { get }") { [$0.decimalSign] }
    add(
      "func noSuchState(_ status: Int, on scale: StatusScale) -> String",
      naming: ["4711"]
    ) { [$0.noSuchState(4_711, on: StatusScale())] }
  }

  private mutating func addCopiesOut() {
    add("var missingHeadings: [String] { get }") {
      [$0.missingHeadings.joined(separator: " ")]
    }
    add("var nothingMissing: String { get }") { [$0.nothingMissing] }
    add(
      "func missing(_ count: Int, readerCount: Int) -> String",
      naming: ["4711"]
    ) {
      [$0.missing(1, readerCount: 4_711), $0.missing(4_711, readerCount: 1)]
    }
    add("var noSwaps: String { get }") { [$0.noSwaps] }
    add("var swapped: String { get }") { [$0.swapped] }
    add("var swapPairHeadings: [String] { get }") {
      [$0.swapPairHeadings.joined(separator: " ")]
    }
    add("var broughtForOthers: String { get }") { [$0.broughtForOthers] }
    add("var swapSingleHeadings: [String] { get }") {
      [$0.swapSingleHeadings.joined(separator: " ")]
    }
  }

  private mutating func addClosing() {
    add(
      """
      func closingSteps(_ closing: Closing, unsavedCount: Int, \
      yearOfNewCopies: Int?) -> [String]
      """
    ) { words in
      [Value.closing(fines: []), Value.closing(fines: Value.fines)].flatMap {
        words.closingSteps(
          $0, unsavedCount: $0.fines.count,
          yearOfNewCopies: $0.fines.isEmpty ? $0.nextYear : nil)
      }
    }
    add("func dateToCome(_ day: LocalTime) -> String") {
      [$0.dateToCome(Value.time)]
    }
    add(
      "func notReturned(by day: LocalTime, because reason: String) -> String",
      naming: ["REASON"]
    ) { [$0.notReturned(by: Value.time, because: "REASON")] }
    add("func notCharged(_ count: Int) -> String", naming: ["4711"]) {
      [$0.notCharged(4_711)]
    }
    add("var nothingToCharge: String { get }") { [$0.nothingToCharge] }
    add("func toCharge(_ charges: [FineCharge]) -> String") { words in
      [false, true].map { words.toCharge([Value.charge(isFinal: $0)]) }
    }
    add("func line(of charge: FineCharge) -> String", naming: ["REASON"]) {
      [$0.line(of: Value.charge(isFinal: true))]
    }
    add("var chargeQuestion: String { get }") { [$0.chargeQuestion] }
    add("var nothingCharged: String { get }") { [$0.nothingCharged] }
    add("func charged(_ count: Int) -> String", naming: ["4711"]) {
      [$0.charged(4_711)]
    }
  }
}

extension Value {
  fileprivate static func charge(isFinal: Bool) -> FineCharge {
    FineCharge(
      fine: FineID(station: "a", sequence: 4_711), borrower: item, item: item,
      cents: isFinal ? 2_490 : nil, isFinal: isFinal, reason: "REASON")
  }

  fileprivate static let fines = [Fine.State.provisional, .final].flatMap {
    state in
    [nil, Money(cents: 2_490)].map { amount in
      Fine(
        id: "a:4711", borrower: "E1", item: "3105412", start: 1, end: 4,
        amount: amount, state: state, time: time, derivation: nil,
        back: state == .final ? time : nil)
    }
  }

  fileprivate static func closing(fines: [Fine]) -> Closing {
    Closing(
      on: time, LendingHistory(of: []), [], fines,
      toDeleteCount: fines.count, by: Tariff(), on: StatusScale())
  }
}
