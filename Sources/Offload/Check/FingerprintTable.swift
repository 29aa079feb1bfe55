/// Values by fingerprint: a hash table with open addressing, of which a look-up
/// mostly touches one line of the processor's cache.
///
/// A fingerprint is spread evenly already, so its upper bits are the place. What
/// finds its place taken goes to the next free one. Nothing is ever taken out.
struct FingerprintTable<Value: BitwiseCopyable> {
  private struct Slot {
    /// 0 where nothing is.
    var fingerprint: UInt64
    var value: Value
  }

  private var slots: [Slot]
  /// How far a fingerprint is shifted to give its place.
  private var shift: UInt64
  private let initial: Value
  /// The number of fingerprints that have a value.
  private(set) var count = 0

  /// A table whose values begin as `initial`.
  init(initial: Value) {
    self.initial = initial
    slots = Self.slots(16, initial)
    shift = 64 - 4
  }

  private static func slots(_ count: Int, _ initial: Value) -> [Slot] {
    [Slot](repeating: Slot(fingerprint: 0, value: initial), count: count)
  }

  /// Where the value of a fingerprint is, until the next call; the initial value
  /// if it had none.
  @inline(__always)
  mutating func place(of fingerprint: UInt64) -> Int {
    let place = search(fingerprint)
    if slots[place].fingerprint == fingerprint { return place }
    if 4 * count >= 3 * slots.count {
      grow()
      return self.place(of: fingerprint)
    }
    slots[place].fingerprint = fingerprint
    count += 1
    return place
  }

  /// The value of a fingerprint; nil if it has none.
  func value(of fingerprint: UInt64) -> Value? {
    let place = search(fingerprint)
    return slots[place].fingerprint == fingerprint ? slots[place].value : nil
  }

  /// The value at a place.
  subscript(place: Int) -> Value {
    get { slots[place].value }
    set { slots[place].value = newValue }
  }

  /// Reads the first place of a fingerprint, so that it is at hand when it is
  /// looked up soon.
  ///
  /// - Returns: a number that means nothing, and is only there to be made.
  @inline(__always)
  func touch(_ fingerprint: UInt64) -> UInt64 {
    slots[firstPlace(of: fingerprint)].fingerprint
  }

  @inline(__always)
  private func firstPlace(of fingerprint: UInt64) -> Int {
    Int(truncatingIfNeeded: fingerprint &>> shift)
  }

  private func search(_ fingerprint: UInt64) -> Int {
    var place = firstPlace(of: fingerprint)
    while slots[place].fingerprint != 0,
      slots[place].fingerprint != fingerprint
    {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = Self.slots(2 * old.count, initial)
    for slot in old where slot.fingerprint != 0 {
      slots[search(slot.fingerprint)] = slot
    }
  }
}
