import Testing

@testable import Offload

@Suite struct SHA256Tests {
  // FIPS 180-4, the example of one block.
  @Test func digestIsTheOneOfTheStandard() {
    var sha = SHA256()
    sha.add(Array("a".utf8).span)
    sha.add(Array("bc".utf8).span)
    #expect(
      sha.hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
