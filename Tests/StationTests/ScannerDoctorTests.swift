import Scanning
import Settings
import Terminal
import Testing

@testable import Station

/// The page that finds out what a scanner does.
struct ScannerDoctorTests {
  /// A librarian in front of the page.
  private final class Visit {
    var doctor: ScannerDoctor
    var written: [ScanRules] = []
    private var now = ContinuousClock.now

    init(_ language: Language = .english, size: Size = .usual) {
      doctor = ScannerDoctor(
        size: size, words: language.words, rules: ScanRules()
      ) { _ in "" }
      doctor = ScannerDoctor(
        size: size, words: language.words, rules: ScanRules(),
        write: { [unowned self] rules in
          written.append(rules)
          return "WRITTEN"
        })
    }

    func scan(
      _ text: String, end: Event = .key(.enter), every milliseconds: Int = 8
    ) {
      for character in text {
        now += .milliseconds(milliseconds)
        doctor.update(.key(.character(character)), at: now)
      }
      doctor.update(end, at: now)
    }

    func press(_ keys: Key...) {
      for key in keys { doctor.update(.key(key), at: now) }
    }

    var screen: String {
      doctor.view(Palette()).lines.joined(separator: "\n")
    }
  }

  @Test func whatArrivesIsShownCharacterByCharacter() {
    let visit = Visit()
    #expect(visit.screen.contains("Scan a borrower's card."))
    visit.scan("ààP§", every: 8)
    for text in [
      "à U+00E0 0", "à U+00E0 8", "P U+0050 8", "§ U+00A7 8", "(Enter)",
    ] {
      #expect(visit.screen.contains(text), "\(text)")
    }
    #expect(visit.screen.contains("The scanner adds Enter at the end."))
    #expect(visit.screen.contains("It takes 8 ms for a character."))
    #expect(visit.screen.contains("type by hand the number"))
  }

  @Test func controlCharactersAreShownAndNotObeyed() {
    let visit = Visit()
    visit.press(.control("b"), .character("1"), .alt("x"))
    #expect(visit.screen.contains("^B U+0002"))
    #expect(visit.screen.contains("^[ U+001B"))
  }

  @Test func theWholeVisitEndsWithTheRightSettings() {
    for language in Language.allCases {
      let visit = Visit(language)
      visit.scan("*9921000000161*", end: .tick)
      visit.scan("9921000000161", every: 200)
      visit.scan("*37000034171*", end: .tick)
      visit.scan("37000034171", every: 200)
      for number in 2...5 { visit.scan("*992100000016\(number)*", end: .tick) }
      for number in 2...5 { visit.scan("*3700003417\(number)*", end: .tick) }
      #expect(visit.doctor.step == .done)
      #expect(visit.screen.contains(#"[borrower] patterns = ['^\d{13}$']"#))
      #expect(visit.written.isEmpty)
      visit.press(.function(2))
      #expect(visit.screen.contains("WRITTEN"))
      let rules = visit.written.first
      #expect(rules?.item.patterns.map(\.text) == [#"^\d{11}$"#])
      #expect(rules?.item.lengths == [11])
      #expect(rules?.scanner.strip == [.code39])
      #expect(rules?.scanner.suffix == ScannerRules.Suffix.none)
      #expect(!visit.doctor.isClosed)
      visit.press(.escape)
      #expect(visit.doctor.isClosed)
    }
  }

  @Test func aKeyboardThatGarblesIsNamed() {
    let visit = Visit(.french)
    visit.press(.function(3), .function(3))
    visit.scan("ààP§Qç'çHF'P")
    visit.scan("00P6A949HF4P")
    #expect(visit.screen.contains("un clavier français (Mac ou belge)"))
    #expect(visit.doctor.proposal.scanner.layout == .frenchMac)
  }

  @Test func aSlipOfTheHandIsMended() {
    let visit = Visit()
    visit.scan("123")
    for key: Key in [
      .character("1"), .character("3"), .backspace, .character("2"),
      .character("3"), .enter,
    ] {
      visit.press(key)
    }
    #expect(visit.doctor.diagnosis.printed == [.borrower: "123"])
    #expect(visit.doctor.diagnosis.findings.first == .unchanged)
  }

  @Test(arguments: Language.allCases, [Size.usual, .least])
  func allOfItFitsOnTheScreen(language: Language, size: Size) {
    let visit = Visit(language, size: size)
    visit.scan("A3 9990 00019 2148B")
    visit.scan("39990000192148")
    for line in visit.doctor.view(Palette(.mono)).lines {
      #expect(line.count == size.columns)
    }
    #expect(visit.screen.contains("F2 "))
    #expect(visit.screen.contains("CLSI"))
  }
}
