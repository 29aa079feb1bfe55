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

  @Test func aStyleHasTheColorsItWasGiven() {
    for index in 0...255 as ClosedRange<Int16> {
      let style = Style.color(.indexed(index), on: .indexed(255 - index)).bold
      #expect(style.colors?.foreground == .indexed(index))
      #expect(style.colors?.background == .indexed(255 - index))
    }
  }
}
