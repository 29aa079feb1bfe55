@testable import Circulation

/// SplitMix64: the same numbers in every run, so that a failure comes back.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A barcode of 1 to 80 columns, with blanks inside, two in a row also.
  mutating func barcode(of lengths: ClosedRange<Int> = 1...80) throws -> Barcode
  {
    let length = Int.random(in: lengths, using: &self)
    var bytes = (0..<length).map { _ in
      Bool.random(using: &self)
        ? UInt8.random(in: 0x21...0x7e, using: &self) : UInt8.blank
    }
    bytes[0] = UInt8.random(in: 0x21...0x7e, using: &self)
    bytes[length - 1] = UInt8.random(in: 0x21...0x7e, using: &self)
    return try Barcode(String(decoding: bytes, as: UTF8.self))
  }
}
