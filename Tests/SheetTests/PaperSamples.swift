import Circulation
import Settings
import Testing
import Textbooks

@testable import Languages
@testable import Sheet

/// A class with its textbooks, for the tests of papers.
enum PaperSamples {
  static func time(_ year: Int, _ month: Int, _ day: Int) -> LocalTime {
    LocalTime(
      year: year, month: month, day: day, hour: 9, minute: 0, utcOffset: 0)
      ?? LocalTime(secondsSince1970: 0, utcOffset: 0)
  }

  static let june = time(2026, 6, 23)
  static let september = time(2026, 9, 1)

  static func loan(
    _ item: String, _ title: String?, price: Int? = nil, from start: Int?,
    to end: Int? = nil, returned: LocalTime? = nil
  ) -> TextbookLoan {
    var loan = TextbookLoan(of: item)
    loan.title = title
    loan.price = price.map { Money(cents: $0) }
    loan.start = start
    loan.end = end
    loan.lent = time(2025, 9, 1)
    loan.returned = returned
    loan.isOverdue = returned == nil
    return loan
  }

  static func debt(
    _ item: String, _ title: String, _ amount: Int?,
    state: Fine.State = .provisional, _ derivation: Derivation,
    _ words: any Words
  ) -> PupilAccount.Debt {
    let fine = Fine(
      id: "a1b2c3:\(item)", borrower: "E0412", item: item, start: 2, end: 3,
      amount: amount.map { Money(cents: $0) }, state: state, time: june,
      derivation: derivation)
    return PupilAccount.Debt(
      fine, title: title, reason: words.reason(of: fine, on: StatusScale()))
  }

  static let pupil = Pupil(
    number: "E0412", name: "LAMBERT Zoé", schoolClass: "3B")

  /// What the pupil had at the hand-out.
  static let handedOut = PupilAccount(
    of: pupil,
    loans: [
      loan("3105412", "Histoire 3e – Horizons", price: 2_790, from: 2),
      loan("3104878", "Maths 3e – Sigma", price: 3_150, from: 1),
      loan("3109001", nil, from: nil),
    ])

  /// What the pupil has in June.
  static func account(_ words: any Words) -> PupilAccount {
    PupilAccount(
      of: pupil,
      loans: [
        loan("3103300", "Français 3e", from: 1, to: 1, returned: june),
        loan(
          "3105412", "Histoire 3e – Horizons", from: 2, to: 3, returned: june),
        loan("3109001", "Latin 3e – Via", from: 1, to: 5, returned: june),
        loan("3104878", "Maths 3e – Sigma", from: 2),
      ],
      debts: [
        debt(
          "3105412", "Histoire 3e – Horizons", 930,
          .fee(Money(cents: 930)), words),
        debt("3109001", "Latin 3e – Via", nil, .asked(.noPrice), words),
        debt(
          "3107755", "Anglais 4e", 500, state: .paid, .fixed(Money(cents: 500)),
          words),
      ])
  }

  static func request(
    _ kind: PaperKind, _ accounts: [PupilAccount], at time: LocalTime = june,
    due: LocalTime? = nil, sheet: LabelSheet = .usual, skipping skipped: Int = 0
  ) -> PaperRequest {
    PaperRequest(
      kind, for: accounts, schoolClass: "3B", scale: StatusScale(),
      sender: "", due: due, at: time, labels: sheet, skippedLabels: skipped)
  }

  static func printout(
    _ kind: PaperKind, _ accounts: [PupilAccount], at time: LocalTime = june,
    due: LocalTime? = nil, in words: any Words
  ) -> Printout {
    Printout(request(kind, accounts, at: time, due: due), words)
  }

  // MARK: Much of it

  /// A class in which all is as long as may be.
  static func largeClass(
    _ pupilCount: Int, copies: Int, _ words: any Words
  ) -> [PupilAccount] {
    let name = String(repeating: "Wilhelmine-Maximiliane ", count: 3)
    let title = String(repeating: "Mathématiques modernes ", count: 9)
    return (1...pupilCount).map { number in
      let pupil = Pupil(
        number: "9921000\(1_000_000 + number)",
        name: "\(number) \(name.prefix(60))", schoolClass: "3B")
      let loans = (0..<copies).map {
        loan(
          "37\(1_000_000 + number * copies + $0)", "\($0) \(title.prefix(200))",
          price: 123_456, from: 2, to: $0 % 3 == 0 ? 4 : nil,
          returned: $0 % 3 == 0 ? june : nil)
      }
      return PupilAccount(
        of: pupil, loans: loans,
        debts: loans.filter { !$0.isOut }.map {
          debt($0.item, $0.title ?? "", nil, .asked(.noPrice), words)
        })
    }
  }
}
