/// An item, as the lists have it.
package struct Item: Hashable, Sendable {
  /// The number on the item, always text.
  package let number: String
  /// The title; nil if no list has it.
  package var title: String?
  /// The author.
  package var author: String?
  /// The call number.
  package var callNumber: String?
  /// The number of its status.
  package var status: Int?
  /// The name of its status.
  package var statusLabel: String?
  /// The policy by which it is lent.
  package var policy: String?
  /// The section of the library.
  package var section: String?
  /// The location.
  package var location: String?
  /// The owner.
  package var owner: String?
  /// The kind of material.
  package var support: String?
  /// The year in which it was first lent.
  package var year: String?
  /// The full price, as written.
  package var price: String?
  /// The fee for slight damage, as written.
  package var fee: String?
  /// The number of its status at the start of its loan.
  package var initialStatus: Int?
  /// True if pupils keep it for two years; nil if no list says so.
  package var isTwoYear: Bool?
  /// The ISBN of its title, thirteen digits.
  package var isbn: String?
  /// The number of its parts, as written.
  package var parts: String?
  /// A note about it.
  package var note: String?
  /// The day on which the school deleted it, `YYYY-MM-DD`: it is gone then,
  /// whatever other lists say.
  package var deleted: String?
  /// True if it must not be lent; nil if no list says so.
  package var isNotForLoan: Bool?
  /// True if it is on loan by the list; nil if no list says so.
  package var isOnLoan: Bool?
  /// The day on which it is due, `YYYY-MM-DD`.
  package var due: String?
  /// The digest of the card number of the borrower who has it by the list; nil
  /// if no list says so.
  package var holder: NumberDigest?
  /// The number of requests.
  package var requestCount: Int?
  /// The list that has it last.
  package var list: ImportedList.ID?
  /// True if the last complete list does not have it.
  package var isGone = false

  /// Creates an item of which only the number is known.
  package init(number: String) {
    self.number = number
  }
}

/// A borrower, as the lists have it and the level of privacy keeps it.
package struct Borrower: Hashable, Sendable {
  /// The digest of the number on the card.
  package let digest: NumberDigest
  /// The number on the card; nil at the level of numbers.
  package var number: String?
  /// The name; nil at the level of numbers.
  package var name: String?
  /// The classes or groups, joined by commas.
  package var group: String?
  /// The category.
  package var category: String?
  /// The last day on which the card is valid, `YYYY-MM-DD`.
  package var expires: String?
  /// The reason of a block, or an empty text; nil if there is none.
  package var block: String?
  /// A note to be read at the desk.
  package var alert: String?
  /// The list that has it last.
  package var list: ImportedList.ID?
  /// True if the last complete list does not have it.
  package var isGone = false

  /// Creates a borrower of whom only the number is known.
  package init(digest: NumberDigest) {
    self.digest = digest
  }

  /// True if the lists say that nothing may be lent.
  package var isBlocked: Bool { block != nil }

  /// Returns true if the card is not valid on a day, `YYYY-MM-DD`.
  package func isExpired(on day: String) -> Bool {
    expires.map { $0 < day } ?? false
  }
}

/// A list that was imported.
package struct ImportedList: Hashable, Identifiable, Sendable {
  /// The number of the import; the first is 1.
  package let id: Int
  /// The kind of list.
  package let kind: ListKind
  /// The names of its files, without folders.
  package let files: [String]
  /// The digest of the files' content.
  package let digest: String
  /// The number of rows that were taken.
  package var rowCount: Int
  /// The time at which the system exported it, as far as it is known.
  package let exported: String
  /// The day of the export, `YYYY-MM-DD`.
  package let day: String
  /// The time of the import.
  package let imported: String
  /// The level at which borrowers were kept.
  package let level: PrivacyLevel
  /// True if items that it lacks are gone.
  package let isComplete: Bool

  /// Returns the list with the number of its rows, as a level keeps it.
  func reduced(to level: PrivacyLevel, rowCount: Int) -> ImportedList {
    ImportedList(
      id: id, kind: kind, files: files, digest: digest, rowCount: rowCount,
      exported: exported, imported: imported, level: min(level, self.level),
      isComplete: isComplete)
  }

  /// Creates the description of a list.
  package init(
    id: Int, kind: ListKind, files: [String], digest: String, rowCount: Int,
    exported: String, imported: String, level: PrivacyLevel, isComplete: Bool
  ) {
    self.id = id
    self.kind = kind
    self.files = files
    self.digest = digest
    self.rowCount = rowCount
    self.exported = exported
    day = String(exported.prefix(10))
    self.imported = imported
    self.level = level
    self.isComplete = isComplete
  }
}
