/// All that a loan or a return of an item depends on, as the lists have it.
package struct ItemTraits: Hashable, Sendable {
  /// The traits that lists may have of an item, as bits.
  package struct Marks: OptionSet, Hashable, Sendable {
    /// A bit for each trait.
    package let rawValue: UInt8

    /// Creates traits from their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The last complete list does not have it.
    package static let gone = Marks(rawValue: 1)
    /// It must not be lent.
    package static let notForLoan = Marks(rawValue: 2)
    /// It is on loan.
    package static let onLoan = Marks(rawValue: 4)
    /// It is not on loan.
    package static let notOnLoan = Marks(rawValue: 8)
    /// Somebody has requested it.
    package static let requested = Marks(rawValue: 16)
    /// Its status is that of a lost item.
    package static let lost = Marks(rawValue: 32)
    /// Its borrower claims to have returned it.
    package static let claimed = Marks(rawValue: 64)
  }

  /// The traits.
  package var marks: Marks
  /// The digest of the borrower who has it; nil if no list says so.
  package var holder: NumberDigest?

  /// Creates the traits of an item.
  package init(_ marks: Marks = [], holder: NumberDigest? = nil) {
    self.marks = marks
    self.holder = holder
  }
}

/// All that a loan to a borrower depends on, as the lists have it.
package struct BorrowerTraits: Hashable, Sendable {
  /// True if the lists say that nothing may be lent.
  package var isBlocked = false
  /// True if the last complete list does not have the borrower.
  package var isGone = false
  /// The last day on which the card is valid, as a number `YYYYMMDD`.
  package var lastDay: Int?

  /// Creates the traits of a borrower of whom nothing is said.
  package init() {}
}
