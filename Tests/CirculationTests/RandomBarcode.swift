import Seeded

@testable import Circulation

extension SeededGenerator {
  /// A barcode of 1 to 80 columns, with blanks inside, two in a row also.
  mutating func barcode(of lengths: ClosedRange<Int> = 1...80) throws -> Barcode
  {
    let length = Int.random(in: lengths, using: &self)
    var bytes = (0..<length).map { _ in
      Bool.random(using: &self)
        ? UInt8.random(in: 0x21...0x7e, using: &self) : UInt8.space
    }
    bytes[0] = UInt8.random(in: 0x21...0x7e, using: &self)
    bytes[length - 1] = UInt8.random(in: 0x21...0x7e, using: &self)
    return try Barcode(String(decoding: bytes, as: UTF8.self))
  }
}
