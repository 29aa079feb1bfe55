import Languages
import Settings
import Testing
import Textbooks

/// Amounts, whatever a list writes.
struct MoneyTests {
  @Test(arguments: [
    ("8.30", 830), ("8,30", 830), ("8,3", 830), ("8", 800), ("31,50 €", 3_150),
    ("31,50€", 3_150), ("€ 31.50", 3_150), ("8.30 EUR", 830),
    ("8 euros", 800), ("1 234,50", 123_450), ("1\u{a0}234,50\u{a0}€", 123_450),
    ("1\u{202f}234", 123_400), ("1.234,50", 123_450), ("1,234.50", 123_450),
    ("1.234.567", 123_456_700), ("0", 0), ("0,00", 0), (" 08.05 ", 805),
  ])
  func anAmountIsReadAsListsWriteIt(_ text: String, _ cents: Int) {
    #expect(Money(text)?.cents == cents, "\(text)")
  }

  @Test(arguments: [
    "", " ", "€", "gratuit", "-8.30", "+8", "8.305", "1,234", "1.234", ".50",
    "8,", "8..30", "1 23,50", "12 34", "8,30,20", "1.234.50", "8e3", "٣",
    "8 €€", "999999999", "99999999999999999999", "8\n30", "1,23,456",
  ])
  func whatNobodyCanTellIsNoAmount(_ text: String) {
    #expect(Money(text) == nil, "\(text)")
  }

  @Test func programsReadTwoDecimalsAndAPoint() {
    #expect(Money(cents: 830).text == "8.30")
    #expect(Money(cents: 5).text == "0.05")
    #expect(Money(cents: 123_400).text == "1234.00")
  }

  @Test func peopleReadTheirOwnSigns() throws {
    let money = Money(cents: 830)
    #expect(Language.english.words.amount(money) == "8.30 €")
    #expect(Language.french.words.amount(money) == "8,30\u{a0}€")
  }
}
