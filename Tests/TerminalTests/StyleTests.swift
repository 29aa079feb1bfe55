import Testing

@testable import Terminal

struct StyleTests {
  @Test func eachChangeKeepsTheRest() {
    let style = Style.color(.white, on: .blue).bold.underlined.reversed
    #expect(style.colors?.foreground == .white)
    #expect(style.colors?.background == .blue)
    #expect(style.isBold)
    #expect(style.isUnderlined)
    #expect(style.isReversed)
    #expect(Style.plain.bold != .plain)
    #expect(Style.plain.bold.bold == .plain.bold)
    #expect(Style.plain.colors == nil)
  }
}
