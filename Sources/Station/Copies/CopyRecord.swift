import Catalogue
import Circulation
import Textbooks

/// All that is known of a copy, for its page.
struct CopyRecord: Hashable {
  /// A loan of the copy.
  struct Loan: Hashable {
    let lent: LocalTime?
    let returned: LocalTime?
    /// The borrower; nil if the loan was recorded elsewhere.
    let borrower: CopyHolder?
    let start: Int?
    let end: Int?
    /// The fine; nil if the loan cost nothing.
    let fine: Fine?
  }

  let standing: CopyStanding
  /// The cost of slight damage, by the tariff; nil if it is not known.
  let fee: Money?
  /// The full price; nil if no list has it.
  let price: Money?
  /// The loans, the newest first.
  let loans: [Loan]
}

extension CopyLookup {
  /// Returns all that is known of a copy at a time.
  func record(of item: Item, at now: LocalTime) -> CopyRecord {
    let price = item.price.flatMap { Money($0) }
    return CopyRecord(
      standing: standing(of: item), fee: fee(of: item, at: now),
      price: price.flatMap { $0 > .zero ? $0 : nil },
      loans: loans(of: item))
  }

  /// Returns the cost of a good copy that comes back slightly damaged.
  private func fee(of item: Item, at now: LocalTime) -> Money? {
    let years = LoanYears(lent: nil, returned: now)
    let outcome = LoanOutcome(
      from: 2, to: 3, price: item.price.flatMap { Money($0) },
      fee: item.fee.flatMap { Money($0) },
      year: years.yearOfCirculation(since: item.year))
    return textbooks.tariff.derivation(of: outcome, on: textbooks.scale)
      .amount.flatMap { $0 > .zero ? $0 : nil }
  }

  private func loans(of item: Item) -> [CopyRecord.Loan] {
    guard let history, let number = try? Barcode(item.number),
      let copy = history.copies[number]
    else { return [] }
    let fines = FineList(
      of: history.only(number), by: textbooks.tariff, on: textbooks.scale
    ) { facts(of: $0) }
    let byID = Dictionary(fines.fines.map { ($0.id, $0) }) { $1 }
    return copy.episodes.reversed().map { episode in
      let ids =
        [episode.returned?.fine.text, episode.lent?.fine.text]
        .compactMap(\.self) + episode.fines.map(\.id.text)
      let fine = ids.lazy.compactMap { byID[$0] }.first
      return CopyRecord.Loan(
        lent: episode.lent?.time, returned: episode.returned?.time,
        borrower: episode.borrower.map {
          borrower($0.text, since: nil, start: nil)
        },
        start: start(of: episode), end: episode.stateAtEnd,
        fine: fine)
    }
  }
}
