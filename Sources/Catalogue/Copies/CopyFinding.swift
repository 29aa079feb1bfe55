/// Something that `copies check` has found, about a copy or a title.
package struct CopyFinding: Hashable, Sendable {
  /// The problems that it knows.
  package enum Problem: Hashable, Sendable {
    /// The copy alone shows it.
    case flaw(CopyFlaw)
    /// No status is known.
    case noState
    /// The status at the start differs from the status, and the copy is not on
    /// loan.
    case start(Int, state: Int)
    /// A list that was made after the last note in the journals has another
    /// status.
    case journal(Int, listed: Int)
    /// The title has no price, and so no fine can be worked out.
    case noPrice
    /// The title has no fee, and the tariff none for such titles.
    case noFee
    /// The copies of the title have several prices, or several fees.
    case several(ListField, [String])
    /// Other numbers differ only in capitals and zeros at the start.
    case sameNumber([String])
    /// Other titles differ only in signs, capitals and accents; the number of
    /// a copy of the first of them, and the author of the title.
    case sameTitle([String], number: String, author: String?)
    /// The school deleted it, and a later list still has it, of this day.
    case stillListed(String)
  }

  /// The number of the copy, or of the first copy of the title.
  package let number: String
  /// The title; nil if it has none.
  package let title: String?
  /// The value in question; nil if there is none.
  package let value: String?
  /// The number of copies that it is about.
  package let count: Int
  /// The problem.
  package let problem: Problem

  /// Creates a finding.
  package init(
    number: String, title: String?, value: String? = nil, count: Int = 1,
    _ problem: Problem
  ) {
    self.number = number
    self.title = title
    self.value = value
    self.count = count
    self.problem = problem
  }
}

extension CopyFinding.Problem {
  /// The name of the problem for programs.
  package var name: String {
    switch self {
    case .flaw(.leadingZero): "leading-zero"
    case .flaw(.otherLength): "length"
    case .flaw(.slash): "slash"
    case .flaw(.noLetter): "call-number"
    case .flaw(.notAnAmount): "amount"
    case .flaw(.notOnScale): "scale"
    case .noState: "no-state"
    case .start: "start"
    case .journal: "journal"
    case .noPrice: "no-price"
    case .noFee: "no-fee"
    case .several: "several"
    case .sameNumber: "same-number"
    case .sameTitle: "same-title"
    case .stillListed: "still-listed"
    }
  }
}
