import Glibc
import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
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
    #expect(words.barcodeHead == "Barcode")
    #expect(words.operationHead == "Operation")
  }

  @Test func everySentenceIsThereInBothLanguagesAndDiffers() throws {
    let english = try Self.sentences(English())
    let french = try Self.sentences(French())
    #expect(english.count == french.count)
    for ((name, english), (_, french)) in zip(english, french) {
      #expect(!english.isEmpty, "\(name)")
      #expect(!french.isEmpty, "\(name)")
      #expect(english != french, "\(name)")
    }
  }

  @Test func sentencesNameTheirValues() throws {
    for language in Language.allCases {
      let words = language.words
      for (name, sentence) in try Self.sentences(words) {
        for value in ["ITEM", "CARD", "/files/x", "4711"]
        where name.contains(value) {
          #expect(sentence.contains(value), "\(name): \(sentence)")
        }
      }
    }
  }

  @Test func keysHaveNamesOfTheirOwnInBothLanguages() {
    for language in Language.allCases {
      let keys = Command.table.flatMap(\.keys)
      let names = Set(keys).map(language.words.name(of:))
      #expect(Set(names).count == names.count)
      #expect(names.allSatisfy { !$0.isEmpty && $0.count <= 16 })
    }
    #expect(French().name(of: .enter) == "Entrée")
    #expect(English().name(of: .alt("e")) == "Alt-E")
    #expect(French().name(of: .character("x")) == "x")
  }

  @Test func actsAndContextsAreExplainedInBothLanguages() {
    for act in Act.allCases {
      let (english, french) = (
        English().explanation(of: act), French().explanation(of: act)
      )
      #expect(!english.isEmpty)
      #expect(!french.isEmpty)
      #expect(english != french, "\(act)")
    }
    for context in Command.Context.allCases {
      #expect(
        English().name(of: context) != French().name(of: context))
    }
  }

  @Test func everyDayAndMonthHasItsName() throws {
    // Monday, 1 January 2018 and the 27 days after; then each month.
    for (words, days, months) in [
      (
        English() as any Words,
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        [
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
          "Nov", "Dec",
        ]
      ),
      (
        French(), ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
        [
          "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août",
          "sept.", "oct.", "nov.", "déc.",
        ]
      ),
    ] {
      for day in 1...28 {
        let time = try #require(
          LocalTime(year: 2018, month: 1, day: day, hour: 8, minute: 5))
        #expect(
          words.date(time, isShort: false)
            == "\(days[(day - 1) % 7]) \(day) \(months[0]) 2018 08:05")
      }
      for month in 1...12 {
        let time = try #require(
          LocalTime(year: 2018, month: month, day: 9, hour: 23, minute: 59))
        #expect(
          words.date(time, isShort: false)
            .hasSuffix(" 9 \(months[month - 1]) 2018 23:59"))
        let other = try #require(
          LocalTime(year: 2018, month: month, day: 10, hour: 0, minute: 0))
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

  // MARK: All sentences, each with the values it must name

  private static func sentences(
    _ words: any Words
  ) throws -> [(name: String, text: String)] {
    let item = try Barcode("ITEM")
    let card = try Barcode("CARD")
    let time = LocalTime(secondsSince1970: 1_527_750_300, utcOffset: 7_200)
    let loan = Transaction.loan(of: item, to: card, at: time)
    let `return` = Transaction.return(of: item, at: time)
    let failure = FileFailure(act: .write, path: "/files/x", code: ENOSPC)
    let damage = [
      JournalDamage(line: 4_711, kind: .checksum),
      JournalDamage(line: 4_712, kind: .missing(count: 2)),
    ]
    let folder = StationFolder(path: "/files/x")
    var sentences: [(String, String)] = [
      ("unsaved 4711", words.unsaved(4_711)),
      ("saved 4711 /files/x", words.saved(4_711, in: "/files/x")),
      ("saved unknown /files/x", words.saved(nil, in: "/files/x")),
      ("date", words.date(time, isShort: false)),
      ("short date", words.date(time, isShort: true)),
      (
        "too small",
        words.tooSmall(Size(columns: 1, rows: 2), least: Station.leastSize)
      ),
      ("ready for loans", words.ready(.loan, borrower: nil)),
      ("ready for loans to CARD", words.ready(.loan, borrower: card)),
      ("ready for returns", words.ready(.return, borrower: nil)),
      ("restored 1", words.restored(1, since: time)),
      ("restored 4711", words.restored(4_711, since: time)),
      ("torn 4711", words.torn(byteCount: 4_711, in: "J")),
      ("damaged 4711", words.damaged(damage, in: "J")),
      ("save completed 4711", words.saveCompleted(4_711)),
      ("save returned 4711", words.saveReturned(4_711)),
      ("save not completed /files/x", words.saveNotCompleted(failure)),
      ("loan of ITEM to CARD", words.recorded(loan)),
      ("return of ITEM", words.recorded(`return`)),
      ("4711, the last ITEM", words.recorded(4_711, last: loan)),
      ("not recorded 1 /files/x", words.notRecorded(1, failure)),
      ("not recorded 4711 /files/x", words.notRecorded(4_711, failure)),
      ("dropped ITEM", words.dropped(loan)),
      ("borrower first ITEM", words.borrowerFirst("ITEM")),
      ("borrower CARD", words.borrowerTaken(card, heldItem: nil)),
      ("borrower CARD ITEM", words.borrowerTaken(card, heldItem: "ITEM")),
      ("cleared", words.cleared()),
      ("gave way ITEM", words.gaveWay("ITEM")),
      ("1 more refused", words.moreRefused(1)),
      ("4711 more refused", words.moreRefused(4_711)),
      ("blanks taken off ITEM", words.blanksTakenOff("ITEM")),
      ("deleted loan ITEM", words.deleted(loan)),
      ("deleted return ITEM", words.deleted(`return`)),
      ("nothing to delete", words.nothingToDelete()),
      ("not deleted /files/x", words.notDeleted(failure)),
      ("saved now 4711 /files/x", words.savedNow(4_711, path: "/files/x")),
      ("nothing to save", words.nothingToSave()),
      ("not saved /files/x", words.notSaved(failure)),
      (
        "close question 4711 ITEM",
        words.closeQuestion(
          unsaved: 4_711, waiting: 2, heldItem: "ITEM", awaitingCard: [])
      ),
      (
        "close question 1",
        words.closeQuestion(
          unsaved: 1, waiting: 0, heldItem: nil, awaitingCard: [])
      ),
      ("save and close", words.saveAndClose),
      ("keep and close", words.keepAndClose),
      ("lose and close", words.loseAndClose), ("go back", words.goBack),
      ("close title", words.closeTitle), ("help title", words.title(of: .help)),
      ("after title", words.title(of: .afterOutage)),
      ("after foot", words.afterOutageFoot),
      ("help foot", words.leafFoot), ("alt keys", words.altKeys),
      (
        "help /files/x",
        words.help(folder: folder).joined(separator: "\n")
      ),
      (
        "line 4711 /files/x",
        words.line(4_711, of: "/files/x", "…")
      ),
      ("line 4711", words.line(4_711, "…")),
      ("unknown ITEM", words.unknownTransaction("ITEM")),
      ("no folder /files/x", words.noSuchFolder("/files/x")),
      ("list empty", words.listEmpty()),
      ("sheet title", words.sheetTitle),
      ("sheet purpose", words.sheetPurpose),
      ("not drawn 4711", words.notDrawn("4711")),
      ("more problems 4711", words.moreProblems(4_711)),
      ("more problems 1", words.moreProblems(1)),
      ("patterns left out", words.patternsLeftOut(others: 0)),
      ("patterns left out 1", words.patternsLeftOut(others: 1)),
      ("patterns left out 4711", words.patternsLeftOut(others: 4_711)),
      ("costly 4711", words.costly(try Pattern("4711"))),
      ("answer dropped 4711", words.answerDropped(byteCount: 4_711)),
      ("argument 4711", words.sentence(.argument("4711"))),
      ("variable 4711", words.sentence(.variable("HOME", "4711"))),
      ("home 4711", words.sentence(.home("4711"))),
      ("current folder 4711", words.sentence(.currentFolder("4711"))),
    ]
    sentences += CommandCode.allCases.map {
      ($0.rawValue, words.name(of: $0))
    }
    for number in ["", "ITEM\u{e9}", String(repeating: "7", count: 81), " x"] {
      do {
        _ = try Barcode(number)
      } catch {
        sentences.append(("refused \(number)", words.sentence(error)))
      }
    }
    let acts: [FileFailure.Act] = [
      .createFolder, .open, .read, .write, .synchronize, .truncate, .lock,
    ]
    for act in acts {
      let failure = FileFailure(act: act, path: "/files/x", code: EIO)
      sentences.append(("\(act) /files/x", words.sentence(failure)))
    }
    for code in [
      ENOSPC, EDQUOT, EIO, EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR,
      EINVAL, EFBIG, ELOOP, ENAMETOOLONG, EMFILE, ENFILE, ENOMEM, ESTALE,
      EILSEQ,
    ] {
      let failure = FileFailure(act: .open, path: "/files/x", code: code)
      sentences.append(("code \(code) /files/x", words.sentence(failure)))
    }
    let errors: [CirculationError] = [
      .folderHeld(path: "/files/x", by: nil),
      .newerJournal(path: "/files/x", version: 2),
      .notAJournal(path: "/files/x"), .noBorrower, .notInList(sequence: 3),
      .clockBeyondFiles, .numbersUsedUp(path: "/files/x", last: 4_711),
    ]
    sentences += errors.map { ("\($0)", words.sentence($0)) }
    let terminalErrors: [TerminalError] = [
      .notATerminal(.input), .notATerminal(.output), .unknownKind("4711"),
    ]
    sentences += terminalErrors.map { ("\($0)", words.sentence($0)) }
    let faults: [DataFormat.Fault] = [
      .empty, .tooShort(columns: 9), .time, .operation, .noBorrower,
      .item(.late(column: 15)), .item(.character(column: 26)),
      .borrower(.late(column: 95)), .borrower(.tooLong(columns: 81)),
      .afterReturn,
    ]
    sentences += faults.map { ("\($0)", words.sentence($0)) }
    return sentences
  }
}
