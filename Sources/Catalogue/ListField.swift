/// A field of a list, which a column of a file may be.
package enum ListField: String, CaseIterable, Sendable {
  // Of items.

  /// The number on the item.
  case item
  /// The title, also with the author.
  case title
  /// The author.
  case author
  /// The call number.
  case callNumber = "call-number"
  /// The number of the item's status.
  case status
  /// The name of the item's status.
  case statusLabel = "status-label"
  /// The policy by which it is lent.
  case policy
  /// True if it must not be lent.
  case notForLoan = "not-for-loan"
  /// True if it may be lent.
  case lendable
  /// The word for what happens to it: lent, in a repair.
  case process
  /// The date at which it is due.
  case due
  /// The number of requests.
  case requests
  /// The section of the library.
  case section
  /// The location.
  case location
  /// The owner.
  case owner
  /// The kind of material.
  case support
  /// The year in which it was first lent, or a statistical code.
  case year
  /// The full price.
  case price
  /// The fee for slight damage to an item of the title.
  case fee
  /// The number of the item's status at the start of its loan.
  case initialStatus = "initial-status"
  /// True if pupils keep an item of the title for two years.
  case twoYear = "two-year"
  /// The ISBN of the title.
  case isbn
  /// The number of its parts, such as a book and a disc.
  case parts
  /// A note about the item.
  case itemNote = "item-note"
  /// The day on which the school deleted it.
  case deleted = "deleted-on"

  // Of borrowers.

  /// The number on the card.
  case borrower
  /// The last name.
  case lastName = "last-name"
  /// The first name.
  case firstName = "first-name"
  /// The whole name.
  case name
  /// The class, or another group.
  case group
  /// The category.
  case category
  /// The last day on which the card is valid.
  case expires
  /// The reason of a block, or a word for yes or no.
  case block
  /// A note to be read at the desk.
  case alert

  /// The fields that a list of a kind may have.
  package static func all(of kind: ListKind) -> [ListField] {
    let items = allCases.prefix { $0 != .borrower }
    let borrowers = allCases.drop { $0 != .borrower }
    return switch kind {
    case .items: Array(items)
    case .loans: items + [.borrower]
    case .borrowers: Array(borrowers)
    case .blocks: [.borrower, .block]
    case .sets: [.group, .title, .isbn, .callNumber]
    }
  }

  /// Returns true if the field is kept of borrowers at a level, and so may be
  /// shown.
  package func isKept(at level: PrivacyLevel) -> Bool {
    switch self {
    case .lastName, .firstName, .name, .category, .block, .alert:
      level >= .names
    case .group: level >= .classes
    default: true
    }
  }

  /// The field of the number that a list of a kind is about, or of the class.
  package static func number(of kind: ListKind) -> ListField {
    switch kind {
    case .items, .loans: .item
    case .borrowers, .blocks: .borrower
    case .sets: .group
    }
  }
}
