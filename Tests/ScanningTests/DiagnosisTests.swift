import Testing

@testable import Scanning

/// What a scanner does is found out from scans and the numbers under the bars.
struct DiagnosisTests {
  private func input(
    _ text: String, every milliseconds: Int = 8, end: ScanInput.End = .enter
  ) -> ScanInput {
    ScanInput(text, medianInterval: milliseconds, end: end)
  }

  private func diagnosis(
    cards: [String], items: [String], end: ScanInput.End = .enter
  ) -> Diagnosis {
    var diagnosis = Diagnosis()
    for card in cards { diagnosis.add(input(card, end: end), of: .borrower) }
    for item in items { diagnosis.add(input(item, end: end), of: .item) }
    return diagnosis
  }

  private let cards = (1...5).map { "992100000016\($0)" }
  private let items = (1...5).map { "3700003417\($0)" }

  @Test(
    arguments: [
      ("39990000192148", "3 9990 00019 2148", [.unchanged]),
      ("3 9990 00019 2148", "39990000192148", [.envelope(.clsi)]),
      (
        "A3 9990 00019 2148B", "3 9990 00019 2148",
        [.envelope(.codabar), .envelope(.clsi)]
      ),
      (
        "]A0*00P6A949HF4P*", "00P6A949HF4P",
        [.envelope(.aim), .envelope(.code39)]
      ),
      ("ààP§Qç'çHF'P", "00P6A949HF4P", [.layout(.frenchMac)]),
      ("ààP-Qç'çHF'P", "00P6A949HF4P", [.layout(.frenchPC)]),
      ("00p6a949hf4p", "00P6A949HF4P", [.capitals]),
      ("ààp-qç'çhf'p", "00P6A949HF4P", [.layout(.frenchPC), .capitals]),
      (
        "8ààP-Qç'çHF'P8", "00P6A949HF4P",
        [.layout(.frenchPC), .envelope(.code39)]
      ),
      (
        "3700003417", "37000034179",
        [.unexplained(arrived: "3700003417", printed: "37000034179")]
      ),
    ] as [(String, String, [Diagnosis.Finding])])
  func whatIsDoneToANumberIsFoundOut(
    arrived: String, printed: String, findings: [Diagnosis.Finding]
  ) {
    var diagnosis = diagnosis(cards: [], items: [arrived])
    diagnosis.add(printed: printed, of: .item)
    #expect(
      diagnosis.findings == findings + [.end(.enter), .medianInterval(8)])
  }

  @Test func whatEndsAScanIsFoundOut() {
    for (end, suffix) in [
      (.enter, .enter), (.tab, .tab), (.silence, .none),
    ] as [(ScanInput.End, ScannerRules.Suffix)] {
      let diagnosis = diagnosis(cards: ["1"], items: ["2"], end: end)
      #expect(diagnosis.findings.first == .end(end))
      #expect(diagnosis.proposal().scanner.suffix == suffix)
    }
    var mixed = diagnosis(cards: ["1"], items: [], end: .enter)
    mixed.add(input("2", end: .silence), of: .item)
    #expect(mixed.findings.first == .end(nil))
  }

  @Test func fiveOfEachTellWhatTheyLookLike() {
    let few = diagnosis(cards: Array(cards.dropLast()), items: items)
    #expect(!few.proposal().hasPatterns)
    let rules = diagnosis(cards: cards, items: items).proposal()
    #expect(rules.borrower.patterns.map(\.text) == [#"^\d{13}$"#])
    #expect(rules.borrower.lengths == [13])
    #expect(rules.item.patterns.map(\.text) == [#"^\d{11}$"#])
    for card in cards { #expect(rules.scan(card).kinds == [.borrower]) }
    for item in items { #expect(rules.scan(item).kinds == [.item]) }
  }

  @Test(arguments: [
    (["21", "22", "23", "24", "25"], ["31", "32", "33", "34", "35"]),
    (["A-1", "B-2", "C-3", "D-4", "E-5"], ["1", "22", "333", "4444", "5"]),
    (
      ["99/1", "99/2", "99/3", "99/4", "99/5"],
      ["abc1", "Abc2", "aBc3", "abC4", "abc5"]
    ),
    (["(1)", "(2)", "(3)", "(4)", "(5)"], ["1", "2", "3", "4", "5"]),
  ])
  func thePatternsTellCardsFromItems(cards: [String], items: [String]) {
    let rules = diagnosis(cards: cards, items: items).proposal()
    for card in cards { #expect(rules.scan(card).kinds == [.borrower]) }
    for item in items { #expect(rules.scan(item).kinds == [.item]) }
  }

  @Test func thatCardsAndItemsLookAlikeIsSaid() {
    let numbers = ["1", "2", "3", "4", "5"]
    let diagnosis = diagnosis(cards: numbers, items: numbers)
    #expect(diagnosis.findings.last == .alike)
    #expect(!diagnosis.proposal().hasPatterns)
  }

  @Test func aCheckDigitIsProposedWhereAllNumbersHaveIt() {
    // The last digits of the cards are right, one of the items' is not.
    let cards = [
      "29923000000018", "29923000000026", "29923000000034", "29923000000042",
      "29923000000059",
    ]
    for card in cards { #expect(card.hasSoundMod10Digit) }
    let items = cards.map { "3" + $0.dropFirst() }
    let diagnosis = diagnosis(cards: cards, items: items)
    #expect(diagnosis.findings.contains(.checkDigit(.borrower)))
    let rules = diagnosis.proposal()
    #expect(rules.borrower.checkDigit == .mod10)
    #expect(rules.item.checkDigit == .none)
    #expect(rules.warning(rules.scan(cards[0]), as: .borrower) == nil)
    let few = self.diagnosis(cards: Array(cards.dropLast()), items: items)
    #expect(few.proposal().borrower.checkDigit == .none)
  }

  @Test func aNumberThatSilenceDoesNotEndIsSaid() {
    let few = diagnosis(cards: ["E0001"], items: ["T00123"], end: .silence)
    #expect(few.tooShort(for: few.proposal()) == .tooShort("E0001", minimum: 6))
    let other = diagnosis(cards: ["E0001"], items: ["T00123"])
    #expect(other.tooShort(for: other.proposal()) == nil)
    // Where the settings know such numbers, silence ends them.
    let enough = diagnosis(
      cards: (1...5).map { "E000\($0)" }, items: (1...5).map { "T0012\($0)" },
      end: .silence)
    #expect(enough.proposal().hasPatterns)
    #expect(enough.tooShort(for: enough.proposal()) == nil)
  }

  @Test func whatFramesANumberIsFoundOut() {
    var diagnosis = Diagnosis()
    diagnosis.add(
      ScanInput(
        "12", medianInterval: 8, end: .silence, frames: [.endOfTransmission]),
      of: .item)
    #expect(
      diagnosis.findings == [.frame(.endOfTransmission), .medianInterval(8)])
    #expect(diagnosis.proposal().scanner.suffix == .auto)
    diagnosis.add(
      ScanInput("13", medianInterval: 8, end: .enter, frames: [.text]),
      of: .item)
    #expect(diagnosis.findings.first == .frame(.text))
    #expect(diagnosis.findings.contains(.end(nil)))
  }

  @Test func ofNumbersThatNobodyUnderstandsNoPatternIsMade() {
    var garbled = diagnosis(cards: cards, items: items)
    garbled.add(printed: "5", of: .item)
    #expect(!garbled.proposal().hasPatterns)
    let signs = diagnosis(cards: ["!", "?", "#", "-", "1"], items: items)
    #expect(!signs.proposal().hasPatterns)
  }

  @Test func thePatternsAreOfTheNumbersAndNotOfWhatArrives() {
    var diagnosis = diagnosis(
      cards: cards.map { "*\($0)*" }, items: items.map { "*\($0)*" })
    diagnosis.add(printed: items[0], of: .item)
    let rules = diagnosis.proposal()
    #expect(rules.scanner.strip == [.code39])
    #expect(rules.item.patterns.map(\.text) == [#"^\d{11}$"#])
    #expect(rules.scan("*\(cards[0])*").number == cards[0])
  }
}
