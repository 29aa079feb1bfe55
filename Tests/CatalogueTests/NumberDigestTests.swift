import Testing

@testable import Catalogue

/// Digests of numbers.
struct NumberDigestTests {
  /// The vectors of the authors of SipHash-2-4, with the key 00 01 … 0f.
  @Test(
    arguments: [
      (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd),
      (7, 0xab02_00f5_8b01_d137), (8, 0x93f5_f579_9a93_2462),
      (15, 0xa129_ca61_49be_45e5),
    ] as [(Int, UInt64)])
  func theyAreThoseOfTheirAuthors(_ count: Int, _ value: UInt64) {
    let key = NumberDigest.Key(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    let text = String(decoding: (0..<UInt8(count)), as: UTF8.self)
    #expect(NumberDigest(text, key).value == value)
  }
}
