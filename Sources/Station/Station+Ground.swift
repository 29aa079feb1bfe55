import Catalogue
import Circulation
import Offload
import Scanning
import Settings
import Terminal

extension Station {
  /// A station at an open desk.
  package init(
    desk: Desk, size: Size, words: any StationWords, deskName: String = "",
    bell: Bell = .errors, rules: ScanRules = ScanRules(),
    patterns: PatternOrigins = PatternOrigins(), learns: Bool = true,
    settingsLeftOut: [SettingsIssue] = [],
    ledger: LedgerWatch? = nil, ledgerToName: String? = nil,
    practice: PracticeNotes? = nil,
    lists: CatalogueWatch? = nil, dueRules: DueRules = DueRules(),
    textbooks: TextbookDesk? = nil, slips: SlipDesk? = nil,
    isKiosk: Bool = false
  ) {
    let notice =
      words.opening(desk).map {
        Notice(
          kind: desk.opening.isUneventful ? .information : .warning, text: $0)
      }
      ?? Notice(kind: .information, text: words.ready(.loan, borrower: nil))
    var shared = Shared(
      words: words, rules: rules, bell: bell, size: size, notice: notice,
      learns: learns, lists: lists)
    shared.time = desk.clock.now()
    shared.textbooks = textbooks
    shared.isKiosk = isKiosk
    shared.slips = slips
    shared.knowledge.dueRules = dueRules
    shared.knowledge.recall(desk)
    let room = DeskRoom(
      desk: desk, name: deskName, patterns: patterns,
      settingsLeftOut: settingsLeftOut, ledger: ledger,
      ledgerToName: ledgerToName, practice: practice, textbooks: textbooks,
      selection: desk.unsaved.last?.sequence)
    self.init(room, shared)
  }

  /// A station at which the copies of a school are looked at, and no loan is
  /// recorded.
  ///
  /// - Parameters:
  ///   - desk: the desk whose journal has the loans, and gets the states.
  ///   - textbooks: the states and the tariff of the school.
  ///   - lists: the lists of the copies.
  ///   - size: the size of the screen.
  ///   - words: the language.
  ///   - bell: the sounds.
  ///   - rules: the rules by which scans are read.
  package init(
    copiesAt desk: Desk, _ textbooks: TextbookDesk, lists: CatalogueWatch,
    size: Size, words: any StationWords, bell: Bell = .errors,
    rules: ScanRules = ScanRules()
  ) {
    var shared = Shared(
      words: words, rules: rules, bell: bell, size: size,
      notice: Notice(kind: .information, text: words.copiesPrompt),
      learns: false, lists: lists)
    shared.time = desk.clock.now()
    shared.textbooks = textbooks
    self.init(CopiesRoom(desk, textbooks), shared)
  }

  /// A station at which a scanner is tested, and no desk.
  ///
  /// - Parameters:
  ///   - rules: the rules that are in force.
  ///   - size: the size of the screen.
  ///   - words: the language.
  ///   - path: the path of the settings.
  ///   - write: writes rules into the settings.
  package init(
    testingScanner rules: ScanRules, size: Size, words: any StationWords,
    settings path: String, write: @escaping (ScanRules) throws -> Void
  ) {
    let shared = Shared(
      words: words, rules: rules, bell: .errors, size: size,
      notice: Notice(kind: .information, text: ""), learns: false)
    self.init(
      ScannerRoom(rules: rules, settings: path, write: write), shared)
  }

  /// True if a scan was seen where a scanner is tested.
  package var hasTestedScanner: Bool {
    (ground as? ScannerRoom)?.scanned != nil
  }

  /// The line for the shell when the window is gone; empty if there is nothing
  /// to say.
  package var farewell: String {
    let desk =
      ground as? DeskRoom ?? (ground as? HandOutRoom)?.desk
      ?? (ground as? DrillRoom)?.desk
    return desk?.farewell(shared) ?? ""
  }
}
