import Testing

@testable import Catalogue

/// The comparison of scanned numbers with the lists.
struct VerificationTests {
  private func cut(
    _ scans: [String], in known: Set<String>
  ) throws -> (findings: [Verification.Finding], cut: NumberCut?) {
    var verification = Verification { known.contains($0) }
    for scan in scans { _ = try verification.add(scan) }
    return (verification.findings, verification.cut)
  }

  @Test func numbersThatAreKnownAsTheyAreNeedNothing() throws {
    let result = try cut(["4711", "4712"], in: ["4711", "4712", "711"])
    #expect(result.findings == [.found, .found])
    #expect(result.cut == nil)
  }

  @Test(
    arguments: [
      // A check digit, a prefix, zeros, and a number amid an EAN.
      (["12345678", "22345671"], ["1234567", "2234567"], ["end 1"]),
      (["B97601", "B97602"], ["97601", "97602"], ["start 1"]),
      (["0004711", "0014712"], ["4711", "14712"], ["zeros"]),
      (
        ["1057850039567", "1057860039564"], ["105785", "105786"], ["end 7"]
      ),
      (
        ["A0047119", "A0047127"], ["4711", "4712"],
        ["start 1", "end 1", "zeros"]
      ),
    ])
  func whatIsTakenOffIsLearnt(
    _ scans: [String], _ known: [String], _ words: [String]
  ) throws {
    let result = try cut(scans, in: Set(known))
    #expect(result.cut?.words == words)
    let read = NumberCut(words: words) { Issue.record("\($0)") }
    #expect(read == result.cut)
    #expect(scans.map { read.rest(of: $0) } == known)
  }

  @Test func oneNumberAloneTeachesNothing() throws {
    #expect(try cut(["12345678", "999"], in: ["1234567"]).cut == nil)
    #expect(try cut(["12345678"], in: ["1234567"]).cut == nil)
  }

  @Test func whatDiffersTeachesNothing() throws {
    let known: Set = ["1234567", "97601", "4711"]
    #expect(try cut(["12345678", "B97601"], in: known).cut == nil)
    #expect(try cut(["12345678", "4711"], in: known).cut == nil)
  }

  @Test func whatTheSettingsUndoIsNotTakenForACut() throws {
    let known: Set = ["4711", "4712", "B97601"]
    var verification = Verification(
      forms: {
        [
          .init(number: $0.replacing("]A0", with: ""), word: "aim"),
          .init(number: $0.uppercased(), word: nil),
        ]
      },
      { known.contains($0) })
    #expect(
      try verification.add("]A04711")
        == .foundAs(.init(number: "4711", word: "aim")))
    #expect(verification.word == nil)
    _ = try verification.add("]A04712")
    #expect(verification.word == "aim" && verification.cut == nil)
    // What nobody undoes teaches nothing.
    #expect(
      try verification.add("b97601")
        == .foundAs(.init(number: "B97601", word: nil)))
    #expect(verification.word == nil)
  }

  @Test func whatIsInNoListIsSaid() throws {
    #expect(
      try cut(["", "1", "99999999"], in: ["1234567"]).findings
        == [.notFound, .notFound, .notFound])
  }

  @Test func unknownWordsAreNotTakenForACut() {
    var unknown: [String] = []
    let cut = NumberCut(words: ["start", "end 41", "zeros 1", "end 2"]) {
      unknown.append($0)
    }
    #expect(unknown == ["start", "end 41", "zeros 1"])
    #expect(cut == NumberCut(end: 2))
  }
}
