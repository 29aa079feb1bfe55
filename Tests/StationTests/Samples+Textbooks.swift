import Textbooks

@testable import Station

extension Samples {
  /// What is said of textbooks.
  mutating func addTextbooks() {
    add("func clause(_ flaw: StatusLabelFlaw) -> String") { words in
      Value.labelFlaws.map { words.clause($0) }
    }
    add("func clause(_ flaw: ChargeRuleFlaw) -> String") { words in
      Value.ruleFlaws.map { words.clause($0) }
    }
    add("func label(of status: CopyStatus) -> String") { words in
      StatusScale().statuses.map { words.label(of: $0) }
    }
    add("func amount(_ money: Money) -> String", naming: ["8", "30"]) {
      [$0.amount(Money(cents: 830))]
    }
    add("func name(of state: Fine.State) -> String") { words in
      Fine.State.allCases.map { words.name(of: $0) }
    }
    add(
      """
      func reason(_ derivation: Derivation, on scale: StatusScale) -> String
      """
    ) { words in
      Value.derivations.map { words.reason($0, on: StatusScale()) }
    }
  }
}

extension Value {
  fileprivate static let labelFlaws: [StatusLabelFlaw] = [
    .form("ITEM"), .number(4_711), .slash("ITEM"), .long("ITEM"),
    .repeated("ITEM"),
  ]

  fileprivate static let ruleFlaws: [ChargeRuleFlaw] = [
    .form("ITEM"), .state(6), .charge("ITEM"), .notWorse("ITEM"),
  ]

  fileprivate static var derivations: [Derivation] {
    let price = Money(cents: 2_490)
    var tariff = Tariff()
    var all: [Derivation] = [
      .costsNothing(end: 6), .unchanged(2), .better(start: 3, end: 1),
      .free(end: 2), .allowed(grades: 1, years: 1), .fixed(price),
      .fee(price), .asked(.noStart), .asked(.start(7)),
      .asked(.change(start: 4, end: 5)), .asked(.noPrice), .asked(.noFee),
      .asked(.noYear),
    ]
    let loan = LoanOutcome(from: 1, to: 4, price: price, year: 3)
    func add() { all.append(tariff.derivation(of: loan, on: StatusScale())) }
    add()
    tariff.percents = [100, 80, 60]
    tariff.yearly = Money(cents: 100)
    tariff.roundsPriceUp = true
    add()
    tariff.yearly = price
    add()
    tariff.freeGrades = 1
    tariff.rules = (try? [ChargeRule("1-4 -> 2-5 = 20 % a grade")]) ?? []
    add()
    return all
  }
}
