import Catalogue
import Textbooks

extension SettingsKey {
  /// The keys for textbooks.
  static let textbooks: [SettingsKey] = [
    SettingsKey(.textbooks, .states, .boolean) {
      $1(&$0.textbooks.notesStates)
    },
    SettingsKey(.textbooks, .statuses, .statusLabels) {
      $1(&$0.textbooks.labels)
    },
    SettingsKey(.textbooks, .lendable, .numbers(in: CopyStatus.ids)) {
      $1(&$0.textbooks.lendable)
    },
    SettingsKey(
      .textbooks, .year, .optional(.number(in: 1_900...2_200)),
      example: .integer(2026)
    ) { $1(&$0.textbooks.year) },
    SettingsKey(.textbooks, .callLetter, .letters) {
      $1(&$0.textbooks.callNumbers.letter)
    },
    SettingsKey(
      .textbooks, .courses, .courses,
      example: .array([.string("French = 10"), .string("English = 50")])
    ) { $1(&$0.textbooks.callNumbers.courses) },
    SettingsKey(.textbooks, .tariff, .word) {
      $1(&$0.textbooks.tariff.basis)
    },
    SettingsKey(.textbooks, .charges, .chargeRules) {
      $1(&$0.textbooks.tariff.rules)
    },
    SettingsKey(.textbooks, .fee, .fee) { $1(&$0.textbooks.tariff.fee) },
    SettingsKey(
      .textbooks, .price, .optional(.money), example: .string("25.00")
    ) { $1(&$0.textbooks.tariff.price) },
    SettingsKey(.textbooks, .percents, .numbers(in: 0...100)) {
      $1(&$0.textbooks.tariff.percents)
    },
    SettingsKey(.textbooks, .yearly, .money) {
      $1(&$0.textbooks.tariff.yearly)
    },
    SettingsKey(.textbooks, .roundUp, .boolean) {
      $1(&$0.textbooks.tariff.roundsPriceUp)
    },
    SettingsKey(.textbooks, .freeGrades, .number(in: 0...4)) {
      $1(&$0.textbooks.tariff.freeGrades)
    },
    SettingsKey(.textbooks, .keepLoans, .number(in: 0...36_500)) {
      $1(&$0.textbooks.keepLoans)
    },
  ]
}
