/// A pupil, as far as lists keep it.
package struct Pupil: Hashable, Sendable {
  /// The number on the card.
  package let number: String
  /// The name; nil if it is not kept.
  package let name: String?
  /// The class; nil if it is not kept.
  package let schoolClass: String?

  /// Creates a pupil.
  package init(number: String, name: String?, schoolClass: String?) {
    self.number = number
    self.name = name
    self.schoolClass = schoolClass
  }
}

/// The textbooks of a pupil, and what is due for them.
package struct PupilAccount: Hashable, Sendable {
  /// A fine, with what a person reads of it.
  package struct Debt: Hashable, Sendable {
    /// The fine.
    package let fine: Fine
    /// The title of the copy; nil if no list has one.
    package let title: String?
    /// The way in which it came about, in words.
    package let reason: String

    /// Creates a debt.
    package init(_ fine: Fine, title: String?, reason: String) {
      self.fine = fine
      self.title = title
      self.reason = reason
    }
  }

  /// The pupil.
  package let pupil: Pupil
  /// The loans: those that are open, and those that ended in the school year.
  package let loans: [TextbookLoan]
  /// The fines: those that are open, and those of the school year.
  package let debts: [Debt]

  /// Creates an account.
  package init(
    of pupil: Pupil, loans: [TextbookLoan] = [], debts: [Debt] = []
  ) {
    self.pupil = pupil
    self.loans = loans
    self.debts = debts
  }

  /// The loans whose copies are out.
  package var out: [TextbookLoan] { loans.filter(\.isOut) }
  /// The loans that have ended.
  package var ended: [TextbookLoan] { loans.filter { !$0.isOut } }
  /// The fines that are still to be paid or to be decided.
  package var openDebts: [Debt] { debts.filter(\.fine.isOpen) }
  /// True if there is neither a loan nor a fine.
  package var isEmpty: Bool { loans.isEmpty && debts.isEmpty }
}
