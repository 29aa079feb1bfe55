import Catalogue
import Circulation
import Textbooks

/// A copy that came back, with its state before and after the loan.
struct ReturnedCopy: Hashable {
  /// The sequence number of the return.
  let sequence: Int
  let number: Barcode
  /// The copy, as lists have it; nil if none does.
  let item: Item?
  /// The borrower who had it; nil if the loan was recorded elsewhere.
  let holder: Barcode?
  /// The person who brought it, if that is somebody else.
  let bringer: Barcode?
  /// The state at the start of the loan; nil if it is not known.
  let start: Int?
  /// The state noted at the return; nil if none was.
  let noted: Int?
  /// The way in which the fine came about; nil if no state was noted.
  let fine: Derivation?

  /// The state now: as noted, or else unchanged; nil if it is not known.
  var state: Int? { noted ?? start }
}
