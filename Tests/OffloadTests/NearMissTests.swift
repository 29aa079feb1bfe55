import Scanning
import Seeded
import Testing

@testable import Offload

@Suite struct NearMissTests {
  private func near(
    _ number: String, _ known: [String], rules: ScanRules = ScanRules(),
    kind: Scan.Kind = .item
  ) -> [String] {
    var search = NearMissSearch(rejected: [number], of: kind, rules: rules)
    for number in known { search.consider(number) }
    return search.nearMisses()[number, default: []].map {
      "\($0.number) \($0.reason.rawValue) \($0.sightings)"
    }
  }

  @Test func theLikeliestReasonsAreTheFirst() {
    let all = NearMiss.Reason.allCases
    #expect(zip(all, all.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
  }

  @Test(arguments: [
    ("37000034179", "37000034178", "one-differs"),
    ("37000034197", "37000034179", "transposed"),
    ("3700003479", "37000034179", "one-missing"),
    ("370000341799", "37000034179", "one-too-many"),
    ("7000034179", "37000034179", "one-missing"),
    ("000034179", "37000034179", "cut-short"),
    ("370000341", "37000034179", "cut-short"),
    ("3700003417912", "37000034179", "overlong"),
    ("12345", "0012345", "leading-zero"),
    ("0012345", "12345", "leading-zero"),
    ("abc123", "ABC123", "capitals"),
    ("*37000034179*", "37000034179", "garbled"),
    ("]A037000034179", "37000034179", "garbled"),
    ("Q\"'(-_", "A34568", "garbled"),
  ])
  func aNearNumberIsFoundWithTheReason(
    _ number: String, _ known: String, _ reason: String
  ) {
    #expect(near(number, [known]) == ["\(known) \(reason) 1"])
  }

  @Test(arguments: [
    ("37000034179", "37000034179"), ("37000034179", "37000034168"),
    ("37000034179", "99210000164"), ("123", "124"), ("3700", "37000034179"),
    ("37000034179", "37000043179x"),
  ])
  func whatIsNotNearIsNotSuggested(_ number: String, _ known: String) {
    #expect(near(number, [known]).isEmpty)
  }

  @Test func theLikeliestComesFirstAndThreeAtMost() {
    #expect(
      near(
        "12345678",
        [
          "12345679", "12345670", "12345670", "21345678", "012345678",
          "99999999", "12345671",
        ]) == [
          "012345678 leading-zero 1", "21345678 transposed 1",
          "12345670 one-differs 2",
        ])
  }

  @Test func noRejectedNumberIsSuggested() {
    var search = NearMissSearch(
      rejected: ["37000034179", "37000034178"], of: .item, rules: ScanRules())
    search.consider("37000034178")
    #expect(search.nearMisses()["37000034179"] == [])
  }

  private func rules(
    item: String, borrower: String
  ) throws -> ScanRules {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern(item)]
    rules.borrower.patterns = [try Pattern(borrower)]
    return rules
  }

  @Test func patternsTellWithoutTheFile() throws {
    let rules = try rules(item: "0\\d{5}", borrower: "99\\d{4}")
    #expect(near("12345", [], rules: rules) == ["012345 leading-zero 0"])
    #expect(
      near("çç&éà'", [], rules: rules, kind: .borrower)
        == ["991204 garbled 0"])
  }

  @Test func whatFitsNoPatternIsNotSuggested() throws {
    let rules = try rules(item: "0\\d{5}", borrower: "99\\d{4}")
    #expect(near("112345", ["212345", "012345"], rules: rules).count == 1)
  }

  /// The search looks up forms; this one looks at every pair.
  @Test func nothingNearIsMissed() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let number = (0..<Int.random(in: 4...12, using: &random))
        .map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      var known = Array(number)
      let place = Int.random(in: 0..<known.count - 1, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: known[place] = known[place] == "5" ? "6" : "5"
      case 1: known.swapAt(place, place + 1)
      case 2: known.insert("7", at: place)
      default:
        if known.count > 4 { known.remove(at: place) }
      }
      let isSame = String(known) == number
      #expect(near(number, [String(known)]).isEmpty == isSame, "\(number)")
    }
  }
}
