import Testing

@testable import Circulation

struct ChecksumTests {
  // The check value of the CRC catalogue, and two of RFC 3720, appendix B.4.
  @Test(
    arguments: [
      (Array("123456789".utf8), 0xe306_9283),
      ([UInt8](repeating: 0, count: 32), 0x8a91_36aa),
      ((0..<32).map { UInt8($0) }, 0x46dd_794e),
      ([], 0),
    ] as [([UInt8], UInt32)])
  func itIsCRC32C(_ bytes: [UInt8], _ checksum: UInt32) {
    #expect(Checksum.of(bytes.span) == checksum)
  }
}
