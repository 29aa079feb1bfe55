import Glibc
import Offload
import Scanning
import Settings
import Terminal
import Testing
import Typesetting

@testable import Circulation
@testable import Languages
@testable import Station

/// Every word, in both languages.
struct WordsTests {
  @Test func frenchLabelsAreThoseOfTheDocument() {
    let words = French()
    func plain(_ label: String) -> String {
      label.filter { $0 != "_" }
    }
    #expect(plain(words.loanLabel) == "Prêt")
    #expect(words.name(of: Operation.loan) == "Prêt")
    #expect(plain(words.returnLabel) == "Retour")
    #expect(words.name(of: Operation.return) == "Retour")
    #expect(plain(words.saveLabel) == "Sauvegarder dans le fichier")
    #expect(plain(words.clearLabel) == "Nettoyer")
    #expect(plain(words.closeLabel) == "Fermer")
    #expect(words.chooseTransaction == "Choisissez la transaction")
    #expect(words.borrower == "Emprunteur")
    #expect(words.item == "Code-barres de l'exemplaire")
    #expect(plain(words.deleteLabel) == "Supprimer")
    #expect(plain(words.helpLabel) == "Aide")
  }

  @Test func englishLabelsAreThoseOfTheOriginal() {
    let words = English()
    let labels = [
      words.clearLabel, words.loanLabel, words.returnLabel, words.saveLabel,
      words.deleteLabel, words.helpLabel, words.closeLabel,
    ].map { $0.filter { $0 != "_" } }
    #expect(
      labels == [
        "Clear", "Loan", "Return", "Save To File", "Delete", "Help", "Close",
      ])
    #expect(words.title == "Offline Circulation")
    #expect(words.borrower == "Borrower")
    #expect(words.item == "Item barcode")
    #expect(words.chooseTransaction == "Choose transaction")
    #expect(words.barcodeHeading == "Barcode")
    #expect(words.operationHeading == "Operation")
  }

  private let samples = Samples().all

  @Test func everyRequirementOfTheWordsHasASample() throws {
    let requirements = try Requirements(of: "Words").all
    // Those of the offload too.
    #expect(requirements.contains("func leftOut(_ overlap: Overlap) -> String"))
    let samples = Set(samples.map(\.requirement))
    #expect(samples.count == samples.count)
    for missing in requirements.subtracting(samples).sorted() {
      Issue.record("add a sample of: \(missing)")
    }
    for unknown in samples.subtracting(requirements).sorted() {
      Issue.record("the words have no: \(unknown)")
    }
  }

  @Test func everySentenceIsThereInBothLanguagesAndDiffers() throws {
    for sample in samples {
      let english = try sample.texts(English())
      let french = try sample.texts(French())
      #expect(english.count == french.count, "\(sample.requirement)")
      #expect(!english.isEmpty, "\(sample.requirement)")
      for (english, french) in zip(english, french) {
        #expect(!french.isEmpty, "\(sample.requirement)")
        guard !Self.alike.contains(english) else { continue }
        #expect(english != french, "\(sample.requirement)")
      }
    }
  }

  /// What both languages have: names, keys and numbers; and what the English
  /// title needs no word for.
  private static let alike: Set = [
    "Offline Circulation", "", "CARD → ITEM", "(Tab)", "x", "Ctrl-S", "Alt-E",
    "F2", "Tab", "ISBN", "Date", "Note", "Minutes", "Suggestion", "source",
    "±HH:MM", "1 min", "−2 h",
    "SYNOPSIS", "DESCRIPTION", "OPTIONS",
  ]

  @Test func sentencesNameTheirValues() throws {
    for language in Language.allCases {
      for sample in samples {
        for text in try sample.texts(language.words) {
          for value in sample.values {
            #expect(text.contains(value), "\(sample.requirement): \(text)")
          }
        }
      }
    }
  }

  @Test func keysHaveNamesOfTheirOwnInBothLanguages() {
    for language in Language.allCases {
      let keys = KeyBinding.all.flatMap(\.keys)
      let names = Set(keys).map(language.words.name(of:))
      #expect(Set(names).count == names.count)
      #expect(names.allSatisfy { !$0.isEmpty && $0.count <= 16 })
    }
    #expect(French().name(of: .enter) == "Entrée")
    #expect(English().name(of: .alt("e")) == "Alt-E")
    #expect(French().name(of: .character("x")) == "x")
  }

  @Test func actsAndContextsAreExplainedInBothLanguages() {
    for action in Action.allCases {
      let (english, french) = (
        English().explanation(of: action), French().explanation(of: action)
      )
      #expect(!english.isEmpty)
      #expect(!french.isEmpty)
      #expect(english != french, "\(action)")
    }
    for context in KeyContext.allCases {
      #expect(
        English().name(of: context) != French().name(of: context))
    }
  }

  @Test func everyDayAndMonthHasItsName() throws {
    let days = [
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    ]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
      "Nov", "Dec",
    ]
    func time(_ month: Int, _ day: Int) throws -> LocalTime {
      try #require(
        LocalTime(year: 2018, month: month, day: day, hour: 23, minute: 59))
    }
    // Monday, 1 January 2018 and the 27 days after; then each month.
    for day in 1...28 {
      let time = try time(1, day)
      #expect(
        English().date(time, isShort: false)
          == "\(days[0][(day - 1) % 7]) \(day) Jan 2018 23:59")
      #expect(
        French().date(time, isShort: false)
          == "\(days[1][(day - 1) % 7]) \(day.twoDigits)/01/2018 23:59")
    }
    for month in 1...12 {
      let (time, other) = (try time(month, 9), try time(month, 10))
      #expect(English().day(time) == "9 \(months[month - 1]) 2018")
      #expect(French().day(time) == "09/\(month.twoDigits)/2018")
      for words in [English() as any Words, French()] {
        #expect(words.date(time, isShort: true) == "\(words.day(time)) 23:59")
        #expect(words.listTime(time, today: other).contains("23:59"))
        #expect(words.listTime(time, today: other).count <= 12)
        #expect(words.listTime(time, today: time) == "23:59:00")
      }
    }
  }

  @Test func theLocaleChoosesTheLanguage() {
    for (environment, language) in [
      ([:], Language.english), (["LANG": "fr_FR.UTF-8"], .french),
      (["LANG": "fr_FR.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CA"], .french),
      (["LC_ALL": "", "LANG": "fr"], .french),
      (["LANG": "de_DE.UTF-8"], .english),
    ] {
      #expect(Language(environment: environment) == language)
    }
  }

  @Test func controlCharactersAreNeverPrinted() {
    #expect("a\u{1b}[31mb\u{0}".printable == "a^[[31mb^@")
    #expect(
      "a\u{7f}\u{9b}\u{200b}\u{202e}".printable == "aU+007FU+009BU+200BU+202E")
    #expect("Prêt".printable == "Prêt")
    #expect(
      String(repeating: "x", count: 50).quotable
        == String(repeating: "x", count: 39) + "…")
  }
}
