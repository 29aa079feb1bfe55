import Foundation
import Languages
import Settings
import Support
import Testing
import Textbooks

/// The tariffs of nine schools and systems, each as its settings.
struct SchoolTariffTests {
  struct School: Sendable {
    let name: String
    let settings: String
    let price: String
    var fee: String?
    let fines: [Case]

    struct Case: Sendable {
      let start: Int
      let end: Int
      var year = 1
      let amount: String
      let english: String
      let french: String
    }
  }

  static let schools = [
    School(
      name: "PMB-Manuels", settings: "", price: "30.00",
      fines: [
        .init(
          start: 2, end: 3, amount: "10.00",
          english: "fee: 1/3 of 30.00 € = 10.00 €",
          french: "amende : 1/3 de 30,00 € = 10,00 €"),
        .init(
          start: 3, end: 3, amount: "0.00",
          english: "same state as at the start",
          french: "même état qu'au début"),
        .init(
          start: 3, end: 4, amount: "30.00",
          english: "price of the title: 30.00 €",
          french: "prix du titre : 30,00 €"),
      ]),
    School(
      name: "Hesse", settings: "percents = [100, 80, 60, 40, 20, 10]",
      price: "24,90 €",
      fines: [
        .init(
          start: 1, end: 4, year: 3, amount: "14.94",
          english: "3rd year: 60 % of 24.90 € = 14.94 €",
          french: "3e année : 60 % de 24,90 € = 14,94 €"),
        .init(
          start: 1, end: 5, year: 11, amount: "2.49",
          english: "11th year: 10 % of 24.90 € = 2.49 €",
          french: "11e année : 10 % de 24,90 € = 2,49 €"),
      ]),
    School(
      name: "Bonn",
      settings: """
        percents = [85, 70, 55]
        charges = [
          "* -> 3 = 25 %",
          "* -> 4 = 50 %",
          "* -> 5 = price",
        ]
        """,
      price: "23.50",
      fines: [
        .init(
          start: 1, end: 4, amount: "9.99",
          english: "1st year: 85 % × 50 % of 23.50 € = 9.99 €",
          french: "1re année : 85 % × 50 % de 23,50 € = 9,99 €")
      ]),
    School(
      name: "Philippsburg",
      settings: """
        statuses = ["2 = very good", "3 = good", "4 = worn", "5 = unusable"]
        charges = ["* -> * = 20 % a grade"]
        free-grades = 1
        """,
      price: "25",
      fines: [
        .init(
          start: 1, end: 3, amount: "5.00",
          english: "2 grades worse, 1 free: 1 × 20 % of 25.00 € = 5.00 €",
          french:
            "2 degrés d'usure, dont 1 gratuit : 1 × 20 % de 25,00 € = 5,00 €"),
        .init(
          start: 2, end: 3, amount: "0.00",
          english: "1 grade worse in 1 year: normal wear",
          french: "1 degré d'usure en 1 an : usure normale"),
      ]),
    School(
      name: "Gladbeck",
      settings: """
        charges = [
          "* -> 2 = 25 %",
          "* -> 3 = 50 %",
          "* -> 4 = 75 %",
          "* -> 5 = price",
        ]
        """,
      price: "20.00",
      fines: [
        .init(
          start: 1, end: 3, amount: "10.00",
          english: "50 % of 20.00 € = 10.00 €",
          french: "50 % de 20,00 € = 10,00 €")
      ]),
    School(
      name: "Trappes",
      settings: """
        charges = ["* -> 3-4 = 5.00", "* -> 5 = 10.00"]
        """,
      price: "",
      fines: [
        .init(
          start: 2, end: 5, amount: "10.00",
          english: "fixed amount: 10.00 €", french: "forfait : 10,00 €"),
        .init(
          start: 2, end: 3, amount: "5.00",
          english: "fixed amount: 5.00 €", french: "forfait : 5,00 €"),
      ]),
    School(
      name: "Labenne",
      settings: """
        tariff = "own"
        charges = ["* -> 3 = 5.00", "* -> 5 = 75 %"]
        """,
      price: "24.00",
      fines: [
        .init(
          start: 1, end: 5, amount: "18.00",
          english: "75 % of 24.00 € = 18.00 €",
          french: "75 % de 24,00 € = 18,00 €"),
        .init(
          start: 1, end: 4, amount: "",
          english: "from 1 (new) to 4 (unusable): decide the amount",
          french: "de 1 (neuf) à 4 (inutilisable) : fixez le montant"),
      ]),
    School(
      name: "Pieter Nieuwland", settings: "percents = [85, 66]", price: "40.00",
      fines: [
        .init(
          start: 1, end: 5, amount: "34.00",
          english: "1st year: 85 % of 40.00 € = 34.00 €",
          french: "1re année : 85 % de 40,00 € = 34,00 €"),
        .init(
          start: 2, end: 5, year: 2, amount: "26.40",
          english: "2nd year: 66 % of 40.00 € = 26.40 €",
          french: "2e année : 66 % de 40,00 € = 26,40 €"),
      ]),
    School(
      name: "SBL3", settings: "yearly = \"6.00\"\nround-up = true",
      price: "23.50",
      fines: [
        .init(
          start: 1, end: 5, year: 2, amount: "12.00",
          english:
            "2nd year: 24.00 € (23.50 € rounded up) − 2 × 6.00 € = 12.00 €",
          french:
            "2e année : 24,00 € (23,50 € à l'euro supérieur) − 2 × 6,00 € = 12,00 €"
        ),
        .init(
          start: 1, end: 5, year: 5, amount: "0.00",
          english:
            "5th year: 24.00 € (23.50 € rounded up) − 5 × 6.00 € is not above zero: 0.00 €",
          french:
            "5e année : 24,00 € (23,50 € à l'euro supérieur) − 5 × 6,00 € ne dépasse pas zéro : 0,00 €"
        ),
      ]),
  ]

  private let folder = TestFolder()

  private func settings(_ text: String) throws -> TextbookSettings {
    let path = folder.path + "/offcirc.toml"
    try ("[textbooks]\n" + text)
      .write(toFile: path, atomically: false, encoding: .utf8)
    return try SettingsSources(
      environment: ["HOME": "/home/m"], flags: [:], file: path
    ).read().settings.textbooks
  }

  @Test(arguments: schools)
  func eachSchoolHasItsFinesAndTheirWords(_ school: School) throws {
    let settings = try settings(school.settings)
    for fine in school.fines {
      let loan = LoanOutcome(
        from: fine.start, to: fine.end, price: Money(school.price),
        fee: school.fee.flatMap { Money($0) }, year: fine.year)
      let derivation = settings.tariff.derivation(
        of: loan, on: settings.scale)
      #expect(derivation.amount?.text ?? "" == fine.amount, "\(school.name)")
      for (language, text) in [
        (Language.english, fine.english), (.french, fine.french),
      ] {
        let reason = language.words.reason(derivation, on: settings.scale)
        #expect(reason.replacing("\u{a0}", with: " ") == text)
      }
    }
  }

  @Test func withoutAYearOfCirculationItIsAsked() throws {
    let settings = try settings("percents = [85, 66]")
    let loan = LoanOutcome(from: 1, to: 5, price: Money(cents: 4_000))
    #expect(
      settings.tariff.derivation(of: loan, on: settings.scale)
        == .asked(.noYear))
  }

  @Test func twoYearsOfALoanAllowTwiceTheWear() throws {
    let settings = try settings(
      "charges = [\"* -> * = 20 % a grade\"]\nfree-grades = 1")
    let loan = LoanOutcome(
      from: 1, to: 3, price: Money(cents: 2_500), loanYears: 2)
    #expect(
      settings.tariff.derivation(of: loan, on: settings.scale)
        == .allowed(grades: 2, years: 2))
  }

  @Test func theLastRuleThatFitsApplies() throws {
    let settings = try settings(
      """
      charges = ["* -> 5 = price", "4 -> 5 = free", "4 → 5 = 2,50"]
      """)
    #expect(
      settings.tariff.charge(from: 4, to: 5) == .fixed(Money(cents: 250)))
    #expect(settings.tariff.charge(from: 3, to: 5) == .price)
    #expect(settings.tariff.charge(from: 1, to: 3) == .fee)
  }
}
