/// A row of a library system's offline file, whatever the format.
///
/// Its numbers have no outer blanks and no control characters; they may have
/// letters that `OffCirc.dat` has no room for.
package struct Entry: Hashable, Sendable {
  /// The event that a row records.
  package enum Act: Hashable, Sendable {
    /// The item leaves with a borrower.
    case loan(item: String, borrower: String)
    /// The item comes back.
    case `return`(item: String)
    /// The borrower keeps the item for longer; not all systems name the
    /// borrower.
    case renewal(item: String, borrower: String?)
    /// The borrower pays an amount, in cents.
    case payment(borrower: String, cents: Int)
    /// A new borrower, with the description as JSON in ASCII.
    case registration(borrower: String?, user: String)
    /// The item was used in the house, so many times.
    case inHouseUse(item: String, count: Int)
    /// The borrower leaves with so many items that have no barcodes.
    case uncatalogued(borrower: String, kind: Int, count: Int)
  }

  /// The part of Destiny's collection that a row is about.
  package enum Material: String, CaseIterable, Hashable, Sendable {
    /// Books of the library.
    case library
    /// Textbooks, with a pupil.
    case textbook
    /// Textbooks, with a teacher.
    case teacherTextbook
  }

  /// The event.
  package var act: Act
  /// The date and time; nil if the format has none.
  package var moment: Moment?
  /// The date and time when the item is due, if the row has it.
  package var due: Moment?
  /// The day that counts as that of a return, if it is another one.
  package var backdate: Moment?
  /// The statistics group of the place, in Sierra.
  package var group: Int?
  /// The part of the collection, in Destiny.
  package var material = Material.library

  /// Creates a row.
  package init(
    _ act: Act, at moment: Moment? = nil, due: Moment? = nil,
    backdate: Moment? = nil, group: Int? = nil, material: Material = .library
  ) {
    self.act = act
    self.moment = moment
    self.due = due
    self.backdate = backdate
    self.group = group
    self.material = material
  }

  /// The number of the item; nil if the row is about none.
  package var item: String? {
    switch act {
    case .loan(let item, _), .return(let item), .renewal(let item, _),
      .inHouseUse(let item, _):
      item
    case .payment, .registration, .uncatalogued: nil
    }
  }

  /// The number of the borrower; nil if the row has none.
  package var borrower: String? {
    switch act {
    case .loan(_, let borrower), .payment(let borrower, _),
      .uncatalogued(let borrower, _, _):
      borrower
    case .renewal(_, let borrower), .registration(let borrower, _): borrower
    case .return, .inHouseUse: nil
    }
  }
}
