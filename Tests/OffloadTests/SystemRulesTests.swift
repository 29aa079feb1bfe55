import Circulation
import Testing

@testable import Offload

/// The rules of each library system, a case for each of its answers.
struct SystemRulesTests {
  /// A line, and what the system makes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let system: LibrarySystem
    let name: String
    let line: LineFacts
    let effects: [LineEffect]
    let message: String?
    let state: ItemState

    var testDescription: String { "\(system) \(name)" }

    init(
      _ system: LibrarySystem, _ name: String, _ effects: [LineEffect],
      _ message: String? = nil, then state: ItemState,
      _ change: (inout LineFacts) -> Void
    ) {
      self.init(
        system, name, .loan, effects, message, then: state, change)
    }

    init(
      _ system: LibrarySystem, _ name: String, _ operation: Operation,
      _ effects: [LineEffect], _ message: String? = nil, then state: ItemState,
      _ change: (inout LineFacts) -> Void
    ) {
      self.system = system
      self.name = name
      var line = LineFacts(operation)
      line.borrowerTag = 1
      change(&line)
      self.line = line
      self.effects = effects
      self.message = message
      self.state = state
    }
  }

  private static func lent(_ line: inout LineFacts, to holder: UInt32) {
    line.state = .lent
    line.holder = holder
  }

  private static func unnoticed(_ system: LibrarySystem) -> [Case] {
    [
      Case(system, "not for loan", [.notForLoan], then: .lent) {
        $0.isNotForLoan = true
      },
      Case(system, "blocked, expired", [.blocked, .expired], then: .lent) {
        $0.isBlocked = true
        $0.isExpired = true
      },
      Case(system, "past due", [.pastDue], then: .lent) {
        $0.isPastDue = true
      },
      Case(system, "nothing known", [], then: .lent) { _ in },
      Case(system, "returned", .return, [], then: .returned) {
        lent(&$0, to: 2)
      },
    ]
  }

  private static let alma: [Case] = [
    Case(
      .alma, "item", [.itemUnknown], "Item not found. Barcode: 4711",
      then: .unknown
    ) { $0.item = .unknown },
    Case(
      .alma, "item returned", .return, [.itemUnknown],
      "Item not found. Barcode: 4711", then: .unknown
    ) { $0.item = .unknown },
    Case(
      .alma, "user", [.borrowerUnknown], "User not found. Barcode: C1",
      then: .returned
    ) {
      $0.borrower = .unknown
      $0.state = .returned
    },
    Case(.alma, "renewed", [], then: .lent) { lent(&$0, to: 1) },
    Case(.alma, "other", [.lentToOther], then: .lent) { lent(&$0, to: 2) },
    Case(
      .alma, "not on loan", .return, [.notOnLoan],
      "Return item failed, item was not on loan. Barcode: 4711",
      then: .returned
    ) { $0.state = .returned },
    Case(.alma, "requested", .return, [.requested], then: .returned) {
      $0.isRequested = true
    },
  ]

  private static let koha: [Case] = [
    Case(
      .koha, "user", [.borrowerUnknown], "Borrower not found.", then: .unknown
    ) {
      $0.borrower = .unknown
      $0.item = .unknown
    },
    Case(.koha, "item", [.itemUnknown], "Barcode not found.", then: .unknown) {
      $0.item = .unknown
    },
    Case(.koha, "renewed", [], then: .lent) { lent(&$0, to: 1) },
    Case(.koha, "other", [.takenFromOther], then: .lent) { lent(&$0, to: 2) },
    Case(
      .koha, "not issued", .return, [.notOnLoan], "Item not issued.",
      then: .returned
    ) { $0.state = .returned },
    Case(
      .koha, "item returned", .return, [.itemUnknown], "Item not found.",
      then: .unknown
    ) { $0.item = .unknown },
  ]

  private static let koc: [Case] = [
    // The page shows both as issued.
    Case(.koc, "user", [.borrowerUnknown], then: .unknown) {
      $0.borrower = .unknown
    },
    Case(.koc, "item", [.itemUnknown], then: .unknown) { $0.item = .unknown },
    Case(.koc, "renewed", [], then: .lent) { lent(&$0, to: 1) },
    Case(.koc, "other, an older day", [.takenFromOther], then: .lent) {
      lent(&$0, to: 2)
    },
    Case(.koc, "other, the same day", [.dropped], then: .lent) {
      lent(&$0, to: 2)
      $0.isOfSameDay = true
    },
    Case(
      .koc, "not issued", .return, [.notOnLoan], "Error: no borrower from item",
      then: .returned
    ) { $0.state = .returned },
    Case(
      .koc, "item returned", .return, [.itemUnknown],
      "Error: no borrower from item", then: .unknown
    ) { $0.item = .unknown },
  ]

  private static let evergreen: [Case] = [
    Case(
      .evergreen, "user", [.borrowerUnknown], "ACTOR_CARD_NOT_FOUND",
      then: .unknown
    ) { $0.borrower = .unknown },
    Case(
      .evergreen, "item", [.itemUnknown], "ASSET_COPY_NOT_FOUND", then: .unknown
    ) { $0.item = .unknown },
    Case(
      .evergreen, "same", [.notRenewed], "OPEN_CIRCULATION_EXISTS", then: .lent
    ) { lent(&$0, to: 1) },
    Case(
      .evergreen, "other", [.refused], "OPEN_CIRCULATION_EXISTS", then: .lent
    ) { lent(&$0, to: 2) },
    Case(.evergreen, "not out", .return, [], then: .returned) {
      $0.state = .returned
    },
    Case(
      .evergreen, "item returned", .return, [.itemUnknown],
      "ASSET_COPY_NOT_FOUND", then: .unknown
    ) { $0.item = .unknown },
    Case(
      .evergreen, "lost", .return, [.lost], "COPY_STATUS_LOST", then: .lent
    ) {
      lent(&$0, to: 2)
      $0.isLost = true
    },
    Case(
      .evergreen, "claimed", .return, [.claimed], "CIRC_CLAIMS_RETURNED",
      then: .lent
    ) {
      lent(&$0, to: 2)
      $0.isClaimed = true
    },
  ]

  private static let pmb: [Case] = [
    Case(
      .pmb, "first reader", [.borrowerUnknown], " : Lecteur inconnu",
      then: .unknown
    ) { $0.borrower = .unknown },
    Case(
      .pmb, "item", [.itemUnknown], "4711 : Exemplaire inconnu", then: .unknown
    ) { $0.item = .unknown },
    Case(
      .pmb, "same", [.notRenewed],
      "Ce lecteur est déjà en possession de ce document", then: .lent
    ) { lent(&$0, to: 1) },
    Case(
      .pmb, "other", [.refused],
      "Ce document est actuellement emprunté par un autre lecteur. "
        + "Veuillez en effectuer le retour.", then: .lent
    ) { lent(&$0, to: 2) },
    Case(
      .pmb, "not out", .return, [.notOnLoan], "Prêt introuvable...",
      then: .returned
    ) { $0.state = .returned },
    Case(
      .pmb, "item returned", .return, [.itemUnknown],
      "4711 : Exemplaire inconnu", then: .unknown
    ) { $0.item = .unknown },
    Case(
      .pmb, "requested", .return, [.requested],
      "Ce document est reservé par le lecteur", then: .returned
    ) {
      lent(&$0, to: 2)
      $0.isRequested = true
    },
  ]

  private static let all =
    alma + koha + koc + evergreen + pmb
    + LibrarySystem.allCases.flatMap(unnoticed)

  @Test(arguments: all)
  func aSystemAnswersAsItsOwnCodeDoes(_ test: Case) {
    var rules = test.system.rules
    let outcome = rules.outcome(of: test.line)
    #expect(outcome.effects == test.effects)
    #expect(outcome.state == test.state)
    let messages = test.effects.compactMap {
      rules.message(
        on: $0, test.line.operation, LineNumbers(item: "4711", borrower: "C1"))
    }
    #expect(messages == [test.message].compactMap(\.self))
  }

  @Test func pmbLendsTheItemsOfAnUnknownReaderToTheOneBefore() {
    var rules = PMBRules()
    var known = LineFacts(.loan)
    known.borrowerTag = 1
    #expect(rules.outcome(of: known).effects.isEmpty)
    // Returns and further unknown readers do not change who it is.
    var back = LineFacts(.return)
    back.state = .lent
    #expect(rules.outcome(of: back).effects.isEmpty)
    for tag in [UInt32(8), 9] {
      var unknown = LineFacts(.loan)
      unknown.borrower = .unknown
      unknown.borrowerTag = tag
      let outcome = rules.outcome(of: unknown)
      #expect(outcome.effects == [.givenToPrevious])
      #expect(outcome.holder == 1)
      #expect(outcome.state == .lent)
    }
    #expect(
      rules.message(
        on: .givenToPrevious, .loan,
        LineNumbers(item: "100002", borrower: "INCONNU1", previous: "E0001"))
        == "Prêt 100002 pour E0001 effectué")
  }

  /// A line: loan or return, of a known item or an unknown one, and the reader's
  /// tag, below zero for an unknown one.
  private func line(
    _ operation: Operation, isKnown: Bool = true, _ reader: Int = 0
  ) -> LineFacts {
    var line = LineFacts(operation)
    line.item = isKnown ? .known : .unknown
    line.borrower = reader < 0 ? .unknown : .known
    line.borrowerTag = UInt32(abs(reader))
    return line
  }

  private func firstAnswer(_ lines: [LineFacts]) -> String? {
    var rules = PMBRules()
    for line in lines { _ = rules.outcome(of: line) }
    return rules.firstAnswer
  }

  /// The files `unk_item.in` and `unk_reader.in`, which a real PMB has read.
  @Test func pmbFirstNamesTheLineOfAnUnknownItemAndTheLastForAReader() {
    #expect(
      firstAnswer([
        line(.loan, 1), line(.loan, isKnown: false, 1), line(.loan, 1),
        line(.return, isKnown: false), line(.return),
      ]) == "Erreur à la ligne 4 : Un code barre exemplaire est attendu")
    #expect(
      firstAnswer([
        line(.loan, 1), line(.loan, -2), line(.loan, -2), line(.loan, 3),
      ]) == "Erreur à la ligne 10 : Un code barre lecteur est attendu")
    #expect(firstAnswer([line(.loan, 1), line(.return)]) == nil)
  }
}
