import Testing

@testable import Circulation
@testable import Languages
@testable import Station

/// Counts, lists and dates in both languages.
struct CountingTests {
  @Test func theNounAgreesWithTheCount() {
    let (english, french) = (Counting.english, Counting.french)
    #expect(
      [0, 1, 2].map { english($0, "line") } == ["0 lines", "1 line", "2 lines"])
    #expect(
      [0, 1, 2].map { french($0, "ligne") } == [
        "0 ligne", "1 ligne", "2 lignes",
      ])
    #expect(english.form(of: 2, "is", "are") == "are")
    #expect(french(2, "journal", "journaux") == "2 journaux")
  }

  @Test func thousandsAreSetApartFromFiveDigitsOn() {
    #expect(
      [0, 9_999, 10_000, 123_456, 1_234_567].map(Counting.english.digits)
        == ["0", "9999", "10,000", "123,456", "1,234,567"])
    #expect(Counting.french.digits(12_345) == "12\u{a0}345")
    #expect(Counting.english.digits(-12_345) == "-12,345")
  }

  @Test func aListHasAWordBeforeItsLast() {
    let (english, french) = (Counting.english, Counting.french)
    #expect(english.list([], .or) == "")
    #expect(english.list(["a"], .or) == "a")
    #expect(english.list(["a", "b", "c"], .or) == "a, b or c")
    #expect(french.list(["a", "b"], .and) == "a et b")
    #expect(english.list(["a", "b", "c"], .and, maximum: 2) == "a, b, …")
    #expect(english.list(["a", "b"], .and, maximum: 2) == "a and b")
  }

  @Test func daysAreWrittenAsTheLanguageDoes() throws {
    let first = try #require(
      LocalTime(year: 2018, month: 6, day: 1, hour: 9, minute: 5))
    let last = first.later(by: 86_400)
    #expect(DateStyle.english.days(first, first) == "1 Jun 2018")
    #expect(DateStyle.english.days(first, last) == "1 Jun to 2 Jun 2018")
    #expect(DateStyle.french.days(first, last) == "01/06 au 02/06/2018")
    #expect(English().moment(first) == "Fri 1 Jun 2018 09:05")
    #expect(French().moment(first) == "ven. 01/06/2018 à 09:05")
    #expect(English().tableTime(first) == "2018-06-01 09:05")
    #expect(French().tableTime(first) == "01/06/2018 09:05")
  }
}
