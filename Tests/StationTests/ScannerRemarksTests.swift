import Scanning
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The remarks of the scanner test on numbers it did not ask for.
struct ScannerRemarksTests {
  /// A librarian in front of the page.
  private struct Visit {
    private var station: Station
    private var now = ContinuousClock.now
    /// How many times the bell rang.
    private(set) var refusedCount = 0

    init(_ language: Language) {
      station = Station(
        testingScanner: ScanRules(), size: .usual, words: language.words,
        settings: "settings.toml", write: { _ in })
    }

    var scanner: ScannerRoom { station.scannerRoom }

    private mutating func take(_ event: Event) {
      let effects = station.update([event], at: now)
      if effects.contains(.ring(1)) { refusedCount += 1 }
    }

    mutating func scan(_ numbers: String...) {
      for number in numbers {
        let strokes = number.map {
          Burst.Keystroke(.key(.character($0)), after: 8)
        }
        take(.burst(Burst(strokes, end: .enter)))
      }
    }

    mutating func type(_ number: String) {
      for key in number.map(Key.character) + [.enter] {
        now += .milliseconds(200)
        take(.key(key))
      }
    }

    mutating func press(_ key: Key) { take(.key(key)) }

    /// The screen as one text, without frame and breaks.
    var text: String {
      station.view(Palette()).lines
        .map { $0.filter { $0 != "│" }.split(separator: " ") }
        .joined().joined(separator: " ")
    }
  }

  private let cards = (1...5).map { "992100000016\($0)" }
  private let items = (1...5).map { "3700003417\($0)" }

  /// One of each, with what stands under the bars.
  private func begun(_ language: Language) -> Visit {
    var visit = Visit(language)
    for number in [cards[0], items[0]] {
      visit.scan(number)
      visit.type(number)
    }
    return visit
  }

  @Test(arguments: [
    (Language.english, "looks like an item", "looks like a card"),
    (.french, "ressemble à un exemplaire", "ressemble à une carte"),
  ])
  func whatLooksLikeTheOtherKindIsAskedFor(
    _ language: Language, _ likeItems: String, _ likeCards: String
  ) {
    var visit = begun(language)
    visit.scan(items[1])
    #expect(visit.text.contains("\(items[1]) \(likeItems)"), "\(visit.text)")
    #expect(visit.scanner.step == .scan(.borrower, number: 2))
    #expect(visit.refusedCount == 1)
    for card in cards.dropFirst() { visit.scan(card) }
    visit.scan("9921000000777")
    #expect(visit.text.contains(likeCards), "\(visit.text)")
    #expect(visit.scanner.step == .scan(.item, number: 2))
    // Who scans it again is sure of it.
    visit.scan("9921000000777")
    #expect(visit.scanner.step == .scan(.item, number: 3))
  }

  @Test(arguments: [
    (Language.english, "type the number again"), (.french, "retapez le numéro"),
  ])
  func whatWasMistypedIsAskedForAgain(_ language: Language, _ again: String) {
    var visit = Visit(language)
    visit.scan(cards[0])
    visit.type("9921000000611")
    #expect(visit.text.contains(again), "\(visit.text)")
    #expect(visit.scanner.step == .type(.borrower))
    visit.type(cards[0])
    #expect(visit.scanner.diagnosis.findings.first == .unchanged)
    var sure = Visit(language)
    sure.scan(cards[0])
    for _ in 1...2 { sure.type("9921000000611") }
    #expect(sure.scanner.step == .scan(.item, number: 1))
  }

  @Test(arguments: Language.allCases)
  func onlyKeysThatDoSomethingAreShown(_ language: Language) {
    var visit = begun(language)
    #expect(visit.text.contains("F3 "))
    for card in cards.dropFirst() { visit.scan(card) }
    for item in items.dropFirst() { visit.scan(item) }
    #expect(visit.scanner.step == .done)
    #expect(!visit.text.contains("F3 "), "\(visit.text)")
    #expect(visit.text.contains("F4 "))
  }

  @Test(arguments: Language.allCases)
  func helpAndTheHeadOfTheCharactersAreThere(_ language: Language) {
    var visit = Visit(language)
    visit.press(.function(1))
    #expect(visit.text.contains(language.words.scannerHelp), "\(visit.text)")
    visit.scan(cards[0])
    #expect(visit.text.contains(language.words.strokesHeading), "\(visit.text)")
  }
}
