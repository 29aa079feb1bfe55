import Catalogue
import Circulation
import Scanning
import Terminal

/// The copies of a school: all titles, the copies of one of them, and over
/// these the page of a copy.
///
/// It stands on the ground. No loan is recorded here: a scan opens a page.
struct CopiesRoom: GroundRoom {
  let desk: Desk
  let textbooks: TextbookDesk
  /// The words or the number that rows have to have.
  var filter = EntryField()
  private(set) var holdings = Holdings()
  /// The indices of the titles that are shown.
  private(set) var found: [Int] = []
  /// The index of the chosen one of them.
  private(set) var chosen = 0
  /// The copies of the title that was opened; nil while titles are shown.
  var shelf: Shelf?
  /// The text by which titles are found while a shelf is open.
  private var titleFilter = EntryField()
  /// The numbers that were scanned since the room was opened.
  private(set) var seen: Set<String> = []
  /// The numbers of the desk's last event and of the last change of lists when
  /// copies were counted.
  private var counted: (sequence: Int, renewal: Int)?
  var isCovered = false

  let isDesk = false
  let status: DeskStatus? = nil
  let contexts: [KeyContext] = [.copies, .field]

  /// The most titles that are shown.
  static let maximumCount = 500

  init(_ desk: Desk, _ textbooks: TextbookDesk) {
    self.desk = desk
    self.textbooks = textbooks
  }

  func gate(_ shared: Shared) -> ScanGate {
    ScanGate(
      shared.rules.scanner.suffix,
      minimumScanLength: shared.knowledge.minimumScanLength)
  }

  func millisecondsToWait(_ shared: Shared) -> Int { 60_000 }

  func pending(_ shared: Shared) -> Pending {
    Pending(isTyping: filter.isTyped)
  }

  // MARK: What a turn has to do

  mutating func begin(_ shared: inout Shared) {
    shared.knowledge.lists?.look()
    shared.time = desk.clock.now()
  }

  /// Counts the copies again if anything has changed, once that is seen.
  mutating func poll(_ shared: inout Shared) {
    let words = shared.words
    let lists = shared.knowledge.lists
    if lists?.hasLooked == true, !isCovered {
      let renewal = lists?.renewalCount ?? 0
      if counted.map({ $0 != (desk.lastSequence, renewal) }) ?? true {
        count(shared)
      }
    }
    let problems =
      [lists?.problem.map(words.withoutLists)]
      + [textbooks.problem].map {
        $0.map { words.withoutHistory(words.sentence(about: $0)) }
      }
    shared.warnings = problems.compactMap(\.self).map {
      Notice(kind: .warning, text: $0)
    }
  }

  private mutating func count(_ shared: Shared) {
    let lookup = CopyLookup(textbooks, at: desk, shared.lists)
    holdings = Holdings(lookup)
    shelf?.renew(lookup)
    counted = (desk.lastSequence, shared.knowledge.lists?.renewalCount ?? 0)
    find(shared)
  }

  mutating func cover(with room: any Room, _ shared: inout Shared) {
    // What comes is another number.
    filter.select(as: .committed)
  }

  mutating func fulfil(_ request: Request, _ shared: inout Shared) {
    switch request {
    case .greet: shared.say(shared.words.copiesPrompt)
    case .performCode: shared.say(shared.words.onlyAtDesk())
    case .perform, .record, .choose, .show, .delete, .showBorrower, .printSlip:
      break
    }
  }

  mutating func refuse(_ burst: BurstError, _ shared: inout Shared) {
    shared.refuse(shared.words.sentence(burst))
  }

  // MARK: Rows

  /// The number of titles that are shown.
  var shownCount: Int { min(found.count, Self.maximumCount) }

  /// Shows the rows that have the text in the field.
  mutating func find(_ shared: Shared) {
    if shelf != nil {
      shelf?.show(filter.number)
    } else {
      let titles = holdings.found(filter.text, by: shared.lists)
      if titles != found { (found, chosen) = (titles, 0) }
    }
  }

  mutating func move(by step: Int) {
    if shelf != nil {
      shelf?.move(by: step)
    } else {
      chosen = min(max(chosen + step, 0), max(shownCount - 1, 0))
    }
  }

  /// Opens the chosen title, or the page of the chosen copy.
  mutating func openChosen(_ shared: inout Shared) {
    if let copy = shelf?.chosenCopy {
      ItemRoom.open(
        copy.item, desk, &shared, saying: shared.words.copiesPrompt)
    } else if shelf == nil, found.indices ~= chosen {
      titleFilter = filter
      filter = EntryField()
      shelf = Shelf(
        holdings.titles[found[chosen]].title,
        CopyLookup(textbooks, at: desk, shared.lists))
      shared.say(shared.words.copiesPrompt)
    } else if filter.isEmpty {
      shared.say(shared.words.noCopiesListed)
    } else {
      shared.refuse(shared.words.nothingFound(filter.text))
    }
  }

  /// Empties the field, or goes from the copies back to all titles.
  mutating func goUp(_ shared: inout Shared) {
    if !filter.isEmpty {
      filter.erase()
      find(shared)
    } else if shelf != nil {
      shelf = nil
      filter = titleFilter
      filter.select(as: .committed)
    }
    shared.say(shared.words.copiesPrompt)
  }

  // MARK: Numbers

  /// Opens the page of a copy or a borrower that was scanned or typed.
  ///
  /// - Returns: false if nothing is known of the number.
  mutating func open(_ text: String, _ shared: inout Shared) -> Bool {
    if let code = shared.rules.command(text) {
      if code == .help {
        openHelp(&shared)
      } else {
        shared.say(shared.words.onlyAtDesk())
      }
      return true
    }
    let scan = shared.rules.scan(text)
    guard let number = try? Barcode(scan.number) else { return false }
    let history = textbooks.history(at: desk)
    if let item = shared.lists?.item(number.text)
      ?? history?.copies[number].map({ Item(number: $0.item.text) })
    {
      seen.insert(item.number)
      shelf?.choose(item.number)
      ItemRoom.open(
        item, desk, &shared, saying: shared.words.copySeen(item.number))
    } else if shared.lists?.borrower(number.text) != nil
      || scan.kinds == [.borrower]
      || history?.hasBorrower(number) == true
    {
      ReaderRoom.open(number, desk, &shared)
    } else {
      return false
    }
    shared.reportRepair(of: scan)
    return true
  }

  mutating func openHelp(_ shared: inout Shared) {
    shared.open(
      CopiesHelpPage(notesStates: textbooks.notesStates), isOver: true)
  }
}

extension LendingHistory {
  /// Returns true if somebody with this number has borrowed a copy.
  fileprivate func hasBorrower(_ number: Barcode) -> Bool {
    copies.values.contains { copy in
      copy.episodes.contains { $0.borrower == number }
    }
  }
}
