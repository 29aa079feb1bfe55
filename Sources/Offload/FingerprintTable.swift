/// Values by fingerprint: a hash table with open addressing, of which a look-up
/// mostly touches one line of the processor's cache.
///
/// A fingerprint is spread evenly already, so its upper bits are the place. What
/// finds its place taken goes to the next free one.
struct FingerprintTable<Value: BitwiseCopyable> {
  private struct Slot {
    /// 0 where nothing is.
    var fingerprint: UInt64
    var value: Value
  }

  private var slots: [Slot]
  /// How far a fingerprint is shifted to give its place.
  private var shift: Int
  private let empty: Value
  /// The number of values.
  private(set) var count = 0

  /// A table with room for so many values before it has to grow, and any value
  /// for the places that have none.
  init(minimumCapacity: Int = 0, empty: Value) {
    self.empty = empty
    var bits = 4
    while 3 << bits < 4 * minimumCapacity { bits += 1 }
    shift = 64 - bits
    slots = Self.slots(1 << bits, empty)
  }

  private static func slots(_ count: Int, _ empty: Value) -> [Slot] {
    [Slot](repeating: Slot(fingerprint: 0, value: empty), count: count)
  }

  /// The value of a fingerprint, which is not 0; nothing takes one away.
  subscript(fingerprint: UInt64) -> Value? {
    get {
      let slot = slots[place(of: fingerprint)]
      return slot.fingerprint == 0 ? nil : slot.value
    }
    set {
      guard let newValue else { return }
      let place = place(of: fingerprint)
      let isNew = slots[place].fingerprint == 0
      slots[place] = Slot(fingerprint: fingerprint, value: newValue)
      guard isNew else { return }
      count += 1
      if 4 * count > 3 * slots.count { grow() }
    }
  }

  /// Reads the places of fingerprints that will be looked up soon, so that the
  /// processor waits for all of them at once and not for each.
  ///
  /// - Returns: a number that means nothing, and is only there to be made.
  func touch(_ fingerprints: some Sequence<UInt64>) -> UInt64 {
    var sum: UInt64 = 0
    for fingerprint in fingerprints {
      let place = Int(truncatingIfNeeded: fingerprint >> UInt64(shift))
      sum ^= slots[place].fingerprint
    }
    return sum
  }

  /// Where a fingerprint is, or would be.
  private func place(of fingerprint: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: fingerprint >> UInt64(shift))
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
    slots = Self.slots(2 * old.count, empty)
    for slot in old where slot.fingerprint != 0 {
      slots[place(of: slot.fingerprint)] = slot
    }
  }

  /// Takes all values away, and keeps the room.
  mutating func removeAll() {
    guard count > 0 else { return }
    let slot = Slot(fingerprint: 0, value: empty)
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: slot) }
    count = 0
  }
}
