/// A hash table with open addressing from fingerprints to values; a look-up
/// usually touches one cache line.
///
/// Fingerprints are uniformly distributed, so their upper bits are the slot.
/// Collisions go to the next free slot. Entries are never removed.
struct FingerprintTable<Value: BitwiseCopyable>: ~Copyable {
  // Not private: a debug build refers to it from other files.
  struct Slot: BitwiseCopyable {
    /// The fingerprint; 0 for an empty slot.
    var fingerprint: UInt64
    var value: Value
  }

  private var slots: LargeTable<Slot>
  /// The shift that maps a fingerprint to its slot.
  private var shift: UInt64
  private let initial: Value
  /// The number of entries.
  private(set) var count = 0

  /// Creates a table whose entries start with the value `initial`, with at
  /// least 16 slots, and no more than `capacity`, before it grows.
  init(initial: Value, capacity: Int = 16) {
    self.initial = initial
    let bits = max(4, Int.bitWidth - 1 - max(capacity, 1).leadingZeroBitCount)
    slots = LargeTable(count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// Makes room for so many more entries, so that places stay valid while these
  /// are inserted.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if 4 * (count + more) > 3 * slots.count { grow() }
  }

  /// Returns the slot of a fingerprint, inserting the initial value if needed;
  /// valid until the next insertion without ``reserve(_:)``.
  @inline(__always)
  mutating func place(of fingerprint: UInt64) -> Int {
    let place = search(fingerprint)
    if slots[place].fingerprint == fingerprint { return place }
    if 4 * count >= 3 * slots.count {
      grow()
      return self.place(of: fingerprint)
    }
    slots[place] = Slot(fingerprint: fingerprint, value: initial)
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

  /// Starts to load the first slots of a fingerprint ahead of its look-up.
  @inline(__always)
  func prefetch(_ fingerprint: UInt64) {
    slots.prefetch(firstPlace(of: fingerprint))
  }

  @inline(__always)
  private func firstPlace(of fingerprint: UInt64) -> Int {
    Int(truncatingIfNeeded: fingerprint &>> shift)
  }

  @inline(__always)
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
    shift -= 1
    let old = exchange(&slots, with: LargeTable(count: 2 * slots.count))
    for place in 0..<old.count where old[place].fingerprint != 0 {
      slots[search(old[place].fingerprint)] = old[place]
    }
  }
}
