import Circulation

/// The state of a number, in eight bytes: its last line, and what has been
/// checked and reported.
struct NumberTrace: BitwiseCopyable {
  /// The flags of a number.
  struct Marks: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    /// As an item, it was last lent.
    static let lent = Marks(rawValue: 1)
    /// As an item, it was last returned.
    static let returned = Marks(rawValue: 2)
    /// It occurred as an item.
    static let item: Marks = [lent, returned]
    /// It occurred as a borrower.
    static let borrower = Marks(rawValue: 4)
    /// Already checked as an item.
    static let checkedAsItem = Marks(rawValue: 8)
    /// Already checked as a borrower.
    static let checkedAsBorrower = Marks(rawValue: 16)
    /// Already reported as both.
    static let reportedAsBoth = Marks(rawValue: 32)
  }

  /// The state of the number as an item.
  var itemState: ItemState {
    if marks.isDisjoint(with: .item) { return .unknown }
    return marks.contains(.lent) ? .lent : .returned
  }

  /// Returns the irregularity of a later line with the number as an item; nil
  /// if it is regular.
  func irregularity(of next: NumberTrace) -> ItemState.Irregularity? {
    itemState.irregularity(
      to: next.itemState, isSameBorrower: borrower == next.borrower)
  }

  private var lowerLine: UInt32 = 0
  private var upperLine: UInt8 = 0
  /// The flags.
  var marks = Marks(rawValue: 0)
  /// The low bits of the fingerprint of the borrower who has the item.
  var borrower: UInt16 = 0

  /// The last line with the number as an item, from 1; if there is none, the
  /// first line with it as a borrower.
  var line: Int {
    get { Int(upperLine) << 32 | Int(lowerLine) }
    set {
      lowerLine = UInt32(truncatingIfNeeded: newValue)
      upperLine = UInt8(truncatingIfNeeded: newValue >> 32)
    }
  }
}
