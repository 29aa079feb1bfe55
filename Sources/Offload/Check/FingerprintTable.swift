/// A hash table with open addressing from fingerprints to values; a look-up
/// usually touches one cache line.
///
/// Fingerprints are uniformly distributed, so their upper bits are the slot.
/// Collisions go to the next free slot. Entries are never removed.
struct FingerprintTable<Value: BitwiseCopyable> {
  private struct Slot {
    /// The fingerprint; 0 for an empty slot.
    var fingerprint: UInt64
    var value: Value
  }

  private var slots: [Slot]
  /// The shift that maps a fingerprint to its slot.
  private var shift: UInt64
  private let initial: Value
  /// The number of entries.
  private(set) var count = 0

  /// Creates a table whose entries start with the value `initial`.
  init(initial: Value) {
    self.initial = initial
    slots = Self.slots(16, initial)
    shift = 64 - 4
  }

  private static func slots(_ count: Int, _ initial: Value) -> [Slot] {
    [Slot](repeating: Slot(fingerprint: 0, value: initial), count: count)
  }

  /// Returns the slot of a fingerprint, inserting the initial value if needed;
  /// valid until the next call.
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

  /// Returns the value of a fingerprint; nil if it has none.
  func value(of fingerprint: UInt64) -> Value? {
    let place = search(fingerprint)
    return slots[place].fingerprint == fingerprint ? slots[place].value : nil
  }

  /// Accesses the value in a slot.
  subscript(place: Int) -> Value {
    get { slots[place].value }
    set { slots[place].value = newValue }
  }

  /// Loads the first slot of a fingerprint into the cache ahead of its look-up.
  ///
  /// - Returns: a dummy value; accumulate it so that the compiler keeps the
  ///   load.
  @inline(__always)
  func prefetch(_ fingerprint: UInt64) -> UInt64 {
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
