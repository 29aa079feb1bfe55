import Testing

@testable import Scanning

/// What a scanner typed is taken for the number that it stands for, and changed
/// only where that is certain.
struct ScanTests {
  static func rules(
    borrower: [String] = [#"^99\d{11}$"#],
    item: [String] = [#"^\d{11}$"#, #"^[0-9A-Z]{12}$"#],
    strip: [ScannerRules.Envelope] = ScannerRules.Envelope.allCases,
    layout: ScannerRules.Layout = .auto
  ) throws -> ScanRules {
    var rules = ScanRules()
    rules.borrower.patterns = try borrower.map { try Pattern($0) }
    rules.item.patterns = try item.map { try Pattern($0) }
    rules.scanner.strip = strip
    rules.scanner.layout = layout
    return rules
  }

  @Test func aNumberIsKnownByItsPattern() throws {
    let rules = try Self.rules()
    #expect(rules.scan("9921000000164").kinds == [.borrower])
    #expect(rules.scan("37000034179").kinds == [.item])
    #expect(rules.scan("123").kinds == [])
    let both = try Self.rules(borrower: [#"\d+"#])
    #expect(both.scan("37000034179").kinds == [.borrower, .item])
    #expect(ScanRules().scan("37000034179").kinds == [])
  }

  @Test func whatAScannerAddsIsTakenOffAsSet() throws {
    for rules in [ScanRules(), try Self.rules()] {
      var rules = rules
      rules.scanner.strip = ScannerRules.Envelope.allCases
      for (raw, number) in [
        ("]A037000034179", "37000034179"), ("*37000034179*", "37000034179"),
        ("]A0*37000034179*", "37000034179"),
        ("A39990000192148B", "39990000192148"),
        ("d39990000192148a", "39990000192148"),
        ("3 9990 00019 2148", "39990000192148"),
        ("]F0A3 9990 00019 2148B", "39990000192148"),
        ("  37000034179 ", "37000034179"), ("3 9990 000192148", nil),
        ("A12X4B", nil), ("*", nil), ("**", nil), ("]A0", nil),
        ("*12", nil), ("AB", nil),
      ] as [(String, String?)] {
        let scan = rules.scan(raw)
        #expect(scan.number == number ?? raw)
        #expect(scan.raw == raw)
      }
      rules.scanner.strip = []
      #expect(rules.scan("*37000034179*").number == "*37000034179*")
    }
  }

  @Test(
    arguments: [
      // The case of the bookseller's forum, and the same on a PC.
      ("ààP§Qç'çHF'P", "00P6A949HF4P"), ("ààP-Qç'çHF'P", "00P6A949HF4P"),
      ("çç\"&àààà&§", nil), ("çç\"&àààààà&§'", "9931000000164"),
      ("\"èàààà\"'&èç", "37000034179"),
      // Capitals locked: an English computer, a French one.
      ("00p6a949hf4p", "00P6A949HF4P"), ("ààp§qç'çhf'p", "00P6A949HF4P"),
      ("ÀÀp§qÇ'Çhf'p", "00P6A949HF4P"),
      // With what it stands in: *…* came as 8…8, ]A0 as $Qà.
      ("8\"èàààà\"'&èç8", "37000034179"), ("$Qà\"èàààà\"'&èç", "37000034179"),
      ("ààP§?ç'çHF'?", "00P6M949HF4M"), ("aqzwsxedcrfv", nil),
      ("00P6?949HF4?", nil),
    ] as [(String, String?)])
  func whatAKeyboardHasGarbledIsRestoredIfItFits(
    raw: String, number: String?
  ) throws {
    let scan = try Self.rules().scan(raw)
    #expect(scan.number == number ?? raw)
    #expect(scan.isRepaired == (number != nil))
    #expect(scan.kinds.isEmpty == (number == nil))
  }

  @Test func withoutPatternsNothingIsRestored() {
    #expect(ScanRules().scan("ààP§Qç'çHF'P").number == "ààP§Qç'çHF'P")
  }

  @Test func onlyTheKeyboardThatIsSetIsTried() throws {
    let mac = "§\"èàààà\"'&è"
    let pc = "-\"èàààà\"'&è"
    for (layout, restored) in [
      (.us, []), (.frenchPC, [pc]), (.frenchMac, [mac]), (.auto, [pc, mac]),
    ] as [(ScannerRules.Layout, [String])] {
      let rules = try Self.rules(layout: layout)
      for raw in [pc, mac] {
        let isRestored = rules.scan(raw).number == "63700003417"
        #expect(isRestored == restored.contains(raw))
      }
    }
  }

  @Test func ofTwoWaysToMakeItFitNoneIsTaken() throws {
    // A typed as Q, or Q too, with the capitals locked.
    let rules = try Self.rules(item: ["[1-9]a", "[1-9]A"])
    #expect(rules.scan("&Q").number == "&Q")
    #expect(rules.scan("&Q").kinds == [])
  }

  @Test func whatFitsAPatternIsNeverChanged() throws {
    var random = SystemRandomNumberGenerator()
    let rules = try Self.rules(item: [".{1,12}"])
    let characters = Array("0189AQZWMaqzwm*]$ &é\"'(-è_çà§!?,;:%")
    for _ in 0..<2_000 {
      let raw = String(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          characters.randomElement(using: &random) ?? "0"
        })
      #expect(rules.scan(raw).number == raw.trimmed)
    }
  }

  @Test func whatGoesThroughAFrenchKeyboardComesBack() throws {
    let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for layout in ScannerRules.Layout.allCases where layout != .us {
      let rules = try Self.rules(
        item: ["[0-9A-Z]{8,12}"], strip: [], layout: layout)
      let keyboards: [FrenchKeyboard] =
        layout == .frenchPC
        ? [.pc] : layout == .frenchMac ? [.mac] : [.pc, .mac]
      for _ in 0..<200 {
        let number =
          String(Int.random(in: 0...9))
          + (0..<Int.random(in: 7...11)).compactMap { _ in
            characters.randomElement()
          }
        for keyboard in keyboards {
          let typed = keyboard.garbled(number)
          for raw in [typed, typed.caseSwapped] where !rules.item.fits(raw) {
            let scan = rules.scan(raw)
            #expect(scan.number == number, "\(raw)")
            #expect(scan.raw == raw)
          }
        }
      }
    }
  }

  @Test(arguments: CommandCode.allCases)
  func aCommandIsKnownThroughAnyKeyboard(code: CommandCode) throws {
    for rules in [ScanRules(), try Self.rules(strip: [])] {
      let text = code.rawValue
      for raw in [
        text, text.lowercased(), "]C0\(text)", "*\(text)*", " \(text)",
        FrenchKeyboard.pc.garbled(text), FrenchKeyboard.mac.garbled(text),
        FrenchKeyboard.pc.garbled(text).caseSwapped,
        FrenchKeyboard.pc.garbled("]C0\(text)"),
      ] {
        #expect(rules.command(raw) == code, "\(raw)")
      }
    }
  }

  @Test(arguments: [
    "", "%", "%%", "LOAN", "%LOAN", "%PLUS%", "5", "55", "37000034179", "5LOAN",
    "$QàLOAN",
  ])
  func whatIsNoCommandIsNone(raw: String) {
    #expect(ScanRules().command(raw) == nil)
  }
}
