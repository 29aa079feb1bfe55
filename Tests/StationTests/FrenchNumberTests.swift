import Circulation
import Settings
import Testing

@testable import Languages
@testable import Station

/// In French, what is less than two is singular.
@Test(arguments: [
  (0, "aucun exemplaire."), (1, "1 exemplaire."), (2, "2 exemplaires."),
])
func lessThanTwoIsSingular(_ count: Int, _ text: String) {
  let words = Language.french.words
  #expect(words.readerItems(count, listed: 0, saved: 0).contains(text))
}

@Test func noneRecoveredIsSingular() throws {
  let sentences = Language.french.words.recovered(
    try Value.recovery(), into: Value.folder)
  #expect(!sentences.joined().contains("0 non sauvegardées"))
  #expect(!sentences.joined().contains(" 1 non sauvegardées"))
}
