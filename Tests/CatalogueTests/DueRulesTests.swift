import Circulation
import Testing

@testable import Catalogue

/// The day on which a loan may be due, by the rules of the settings.
struct DueRulesTests {
  /// Tuesday 8 May 2018, in Paris.
  private let time = LocalTime(
    secondsSince1970: 1_525_780_087, utcOffset: 7_200)

  private func item(_ policy: String?, _ support: String?) -> Item {
    var item = Item(number: "1")
    item.policy = policy
    item.support = support
    return item
  }

  @Test func theRuleOfAPolicyOrAMaterialComesBeforeTheUsualDays() {
    var rules = DueRules()
    #expect(rules.dueDay(of: nil, lentAt: time) == nil)
    rules.rules = [.init(name: "DVD", days: 7), .init(name: "3j", days: 3)]
    #expect(rules.dueDay(of: nil, lentAt: time) == nil)
    #expect(rules.dueDay(of: item("3J", nil), lentAt: time) == "2018-05-11")
    rules.days = 30
    #expect(rules.dueDay(of: item(nil, "dvd"), lentAt: time) == "2018-05-15")
    #expect(rules.dueDay(of: item("Livre", nil), lentAt: time) == "2018-06-07")
    #expect(rules.dueDay(of: nil, lentAt: time) == "2018-06-07")
  }

  @Test func oneDateIsForAllLoansUntilItHasPassed() {
    var rules = DueRules()
    rules.days = 7
    rules.date = "2018-06-30"
    #expect(rules.dueDay(of: nil, lentAt: time) == "2018-06-30")
    rules.date = "2018-05-07"
    #expect(rules.dueDay(of: nil, lentAt: time) == "2018-05-15")
  }

  @Test(arguments: [
    ("DVD = 7", "DVD", 7), ("Prêt = court=14", "Prêt = court", 14),
    (" 3 j=3", "3 j", 3),
  ])
  func aRuleIsANameAndItsDays(_ text: String, _ name: String, _ days: Int) {
    #expect(DueRules.Rule(text) == DueRules.Rule(name: name, days: days))
  }

  @Test(arguments: ["DVD", "DVD = ", "= 7", "DVD = 0", "DVD = week", ""])
  func whatIsNoRuleIsNone(_ text: String) {
    #expect(DueRules.Rule(text) == nil)
  }
}
