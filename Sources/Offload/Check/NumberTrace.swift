/// What is remembered of a number, in eight bytes: the last line about it, and
/// what is known and was said of it.
struct NumberTrace: BitwiseCopyable {
  /// What is known of a number.
  struct Marks: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    /// The last line that has it as an item lent it.
    static let lent = Marks(rawValue: 1)
    /// The last line that has it as an item returned it.
    static let returned = Marks(rawValue: 2)
    /// It is an item's somewhere.
    static let item: Marks = [lent, returned]
    /// It is a borrower's somewhere.
    static let borrower = Marks(rawValue: 4)
    /// It was held against what items look like.
    static let judgedAsItem = Marks(rawValue: 8)
    /// It was held against what borrowers look like.
    static let judgedAsBorrower = Marks(rawValue: 16)
    /// It was told that it is of both kinds.
    static let toldOfBothKinds = Marks(rawValue: 32)
  }

  private var lowerLine: UInt32 = 0
  private var upperLine: UInt8 = 0
  /// What is known of it.
  var marks: Marks = []
  /// The lower bits of the fingerprint of the borrower who has the item.
  var borrower: UInt16 = 0

  /// The last line in which it is an item, from 1; if it is none, the first in
  /// which it is a borrower.
  var line: Int {
    get { Int(upperLine) << 32 | Int(lowerLine) }
    set {
      lowerLine = UInt32(truncatingIfNeeded: newValue)
      upperLine = UInt8(truncatingIfNeeded: newValue >> 32)
    }
  }
}
