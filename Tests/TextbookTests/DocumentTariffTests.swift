import Testing
import Textbooks

/// The fines of the document: seven states at the start, seven at the end.
struct DocumentTariffTests {
  private let scale = StatusScale()
  // A book of 30 euros, slightly damaged for 9.30.
  private let price = Money(cents: 3_000)
  private let fee = Money(cents: 930)

  private func fine(_ start: Int?, _ end: Int) -> Derivation {
    Tariff().derivation(
      of: LoanOutcome(from: start, to: end, price: price, fee: fee),
      on: scale)
  }

  @Test func theTableOfTheDocumentHolds() {
    // 0: nothing. A: the fee. F: the price. +: better. ?: asked.
    let table = [
      "00AFF000", "+0AFF000", "++0FF000", "+++0?000", "++++0000", "00???000",
      "00???000", "00???000", "00???000",
    ]
    let starts: [Int?] = [1, 2, 3, 4, 5, 6, 7, 8, nil]
    for (start, row) in zip(starts, table) {
      for (end, sign) in zip(1...8, row) {
        let derivation = fine(start, end)
        let amount: Money? =
          switch sign {
          case "A": fee
          case "F": price
          case "?": nil
          default: .zero
          }
        let change = "\(start.map(String.init) ?? "none") -> \(end)"
        #expect(derivation.amount == amount, "\(change)")
        #expect(derivation.isSuspicious == (sign == "+"), "\(change)")
      }
    }
  }

  @Test func aTitleWithoutAFeeCostsAThirdForSlightDamage() {
    let loan = LoanOutcome(from: 2, to: 3, price: Money(cents: 2_490))
    let derivation = Tariff().derivation(of: loan, on: scale)
    #expect(derivation.amount == Money(cents: 830))
  }

  @Test(arguments: [3, 4, 5])
  func aMissingPriceIsAskedAndNeverNothing(_ end: Int) {
    for price in [nil, Money.zero] {
      let loan = LoanOutcome(from: 1, to: end, price: price)
      #expect(Tariff().derivation(of: loan, on: scale) == .asked(.noPrice))
    }
    var tariff = Tariff()
    tariff.price = Money(cents: 2_500)
    let loan = LoanOutcome(from: 1, to: end)
    let amount = tariff.derivation(of: loan, on: scale).amount
    #expect(amount == Money(cents: end == 3 ? 833 : 2_500))
  }

  @Test func anAddedStateCostsNothing() throws {
    let scale = StatusScale(labels: [try StatusLabel("8 = being repaired")])
    let loan = LoanOutcome(from: 1, to: 8, price: price)
    #expect(
      Tariff().derivation(of: loan, on: scale) == .costsNothing(end: 8))
    #expect(scale[8]?.label == "being repaired")
    #expect(scale[8]?.isLendable == false)
  }

  @Test func theScaleIsThatOfTheDocument() {
    #expect(scale.statuses.map(\.id) == Array(1...7))
    #expect(scale.statuses.map(\.grade) == [1, 2, 3, 4, 5, nil, nil])
    #expect(scale.statuses.filter(\.isLendable).map(\.id) == [1, 2, 3])
    for status in scale.statuses { #expect(status.mayCost == (status.id <= 5)) }
  }

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (99, 50), (100, 50), (1_001, 501)])
  func halfACentIsRoundedUp(_ price: Int, _ fine: Int) throws {
    var tariff = Tariff()
    tariff.rules = [try ChargeRule("* -> 4 = 50 %")]
    let loan = LoanOutcome(from: 1, to: 4, price: Money(cents: price))
    let amount = tariff.derivation(of: loan, on: scale).amount
    #expect(amount == Money(cents: fine))
  }
}
