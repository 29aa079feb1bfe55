import Catalogue
import Circulation

/// All that a rehearsal remembers of an item, in eight bytes.
struct RehearsedItem: BitwiseCopyable {
  /// The low bits of the digest of the borrower who has it; 0 if unknown.
  var holder: UInt32 = 0
  /// The day of its last line, in days from 1970-01-01, cut to 16 bits; 0 if
  /// there was none.
  var day: UInt16 = 0
  /// The traits of ``ItemTraits``.
  var traits: UInt8 = 0
  private var bits: UInt8 = 0

  private enum Bit {
    static let isAsked: UInt8 = 1
    static let isKnown: UInt8 = 2
    static let isLent: UInt8 = 4
    static let isReturned: UInt8 = 8
    static let isByLine: UInt8 = 16
  }

  /// An item of which nothing has been asked yet.
  init() {}

  /// Creates the memory of an item that a list has, or that none has.
  ///
  /// - Parameters:
  ///   - known: the traits; nil if no list has it.
  ///   - hasLoans: true if a list of loans has all that is on loan.
  init(_ known: ItemTraits?, hasLoans: Bool) {
    bits = Bit.isAsked
    guard let known else { return }
    traits = known.marks.rawValue
    holder = known.holder.map(RehearsedBorrower.tag) ?? 0
    bits |= Bit.isKnown
    if known.marks.contains(.onLoan) {
      bits |= Bit.isLent
    } else if hasLoans || known.marks.contains(.notOnLoan) {
      bits |= Bit.isReturned
    }
  }

  /// True if the lists were asked.
  var isAsked: Bool { bits & Bit.isAsked != 0 }
  /// True if a list has it.
  var isKnown: Bool { bits & Bit.isKnown != 0 }
  /// True if its state comes from a line.
  var isByLine: Bool { bits & Bit.isByLine != 0 }

  /// The state.
  var state: ItemState {
    if bits & Bit.isLent != 0 { return .lent }
    return bits & Bit.isReturned != 0 ? .returned : .unknown
  }

  /// Returns true if it has a trait.
  func has(_ mark: ItemTraits.Marks) -> Bool { traits & mark.rawValue != 0 }

  /// Takes the state after a line.
  mutating func take(_ outcome: LineOutcome, on day: UInt16) {
    guard outcome.state != state || outcome.holder != holder else { return }
    bits &= ~(Bit.isLent | Bit.isReturned)
    switch outcome.state {
    case .unknown: break
    case .lent: bits |= Bit.isLent
    case .returned: bits |= Bit.isReturned
    }
    bits |= Bit.isByLine
    holder = outcome.holder
    self.day = day
  }
}

/// All that a rehearsal remembers of a borrower, in eight bytes.
struct RehearsedBorrower: BitwiseCopyable {
  /// The low bits of the digest; 0 if the lists were not asked yet.
  var tag: UInt32 = 0
  /// The last day of the card, in days from 1970-01-01; the maximum if it is
  /// not known.
  var lastDay: UInt16 = .max
  /// True if a list has the borrower.
  var isKnown = false
  /// True if the borrower is blocked, or was in a list before.
  var marks: UInt8 = 0

  private static let blocked: UInt8 = 1
  private static let gone: UInt8 = 2

  /// A borrower of whom nothing has been asked yet.
  init() {}

  /// Creates the memory of a borrower; the traits are nil if no list has it.
  init(_ digest: NumberDigest, _ known: BorrowerTraits?) {
    tag = Self.tag(digest)
    guard let known else { return }
    isKnown = true
    if known.isBlocked { marks |= Self.blocked }
    if known.isGone { marks |= Self.gone }
    lastDay =
      known.lastDay.flatMap(ListBasis.day).map(UInt16.init(clamping:)) ?? .max
  }

  /// True if the borrower is blocked.
  var isBlocked: Bool { marks & Self.blocked != 0 }
  /// True if the last complete list does not have the borrower.
  var isGone: Bool { marks & Self.gone != 0 }

  /// Returns the bits of a digest by which a borrower is told from others.
  static func tag(_ digest: NumberDigest) -> UInt32 {
    max(UInt32(truncatingIfNeeded: digest.value), 1)
  }
}
