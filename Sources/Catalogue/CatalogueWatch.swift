import CSQLite
import Circulation
import Glibc
import Textbooks

/// The catalogue as a desk asks it that stays open: another file in its place
/// is taken up at the next look, and a file that fails knows nothing.
package final class CatalogueWatch {
  private let path: String
  private let isNamed: Bool
  private let itemCut: NumberCut
  private let borrowerCut: NumberCut
  private let disk: any FileSystem
  /// The lists that are to be erased once the desk is open; nil for none.
  package let old: OldLists?
  private var catalogue: Catalogue?
  /// The file as of the last look; nil if there was none.
  private var version: FileVersion?
  /// The lists in the catalogue, by their numbers.
  private var lists: [ImportedList.ID: ImportedList] = [:]
  /// Answers that are asked for again at each paint.
  private var items: [String: Item?] = [:]
  private var standings: [String: ItemStanding?] = [:]
  private var borrowers: [String: Borrower?] = [:]

  /// The reason why the catalogue can't be asked; nil if it can, or if there
  /// is none.
  package private(set) var problem: CatalogueError?
  /// True once it was looked for.
  package private(set) var hasLooked = false
  /// The number of times that something else was known than before.
  package private(set) var renewalCount = 0

  /// The most answers that are kept of a kind.
  private static let maximumAnswerCount = 1_000

  /// Creates a watch of the catalogue at a path; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - path: the path of the catalogue.
  ///   - isNamed: true if somebody named it: then it must exist.
  ///   - itemCut: what a scanner adds to the numbers of items in the lists.
  ///   - borrowerCut: what it adds to those of borrowers.
  ///   - old: the lists that are erased after the first look; nil for none.
  ///   - disk: the file system that has the catalogue.
  package init(
    _ path: String, isNamed: Bool = false, itemCut: NumberCut = NumberCut(),
    borrowerCut: NumberCut = NumberCut(), erasing old: OldLists? = nil,
    on disk: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.isNamed = isNamed
    self.itemCut = itemCut
    self.borrowerCut = borrowerCut
    self.old = old
    self.disk = disk
  }

  // MARK: The file

  /// Opens the catalogue, or another file in its place.
  package func look() {
    let old = hasLooked ? version : nil
    let isAwaited = isNamed && !hasLooked
    hasLooked = true
    defer { self.old?.begin() }
    do throws(FileError) {
      version = try disk.version(path)
    } catch {
      version = nil
      return fail(.file(error))
    }
    guard version != old || isLocked || isAwaited else { return }
    guard version != nil else {
      // Where all lists were too old, no catalogue is left.
      if self.old?.explainAbsence == true { return forget() }
      return fail(
        .file(FileError(operation: .open, path: path, code: ENOENT)))
    }
    forget()
    do throws(CatalogueError) {
      let catalogue = try Catalogue(
        path, itemCut: itemCut, borrowerCut: borrowerCut)
      let all = try catalogue.lists()
      lists = Dictionary(all.map { ($0.id, $0) }) { $1 }
      self.catalogue = catalogue
      problem = nil
    } catch {
      fail(error)
    }
  }

  /// True if another program has locked the file: it may be free soon.
  private var isLocked: Bool {
    guard case .database(let error)? = problem else { return false }
    return error.code & 0xff == SQLITE_BUSY
  }

  private func forget() {
    renewalCount += 1
    catalogue = nil
    problem = nil
    lists = [:]
    items = [:]
    standings = [:]
    borrowers = [:]
  }

  private func fail(_ error: CatalogueError) {
    forget()
    problem = error
  }

  // MARK: A turn

  /// True while the questions of a turn share one lock of the file.
  private var isInTurn = false

  /// Begins a turn, whose questions share one lock of the file.
  package func beginTurn() { isInTurn = true }

  /// Ends a turn: others may lock the file.
  package func endTurn() {
    isInTurn = false
    guard catalogue?.isHeld == true else { return }
    _ = ask { catalogue throws(CatalogueError) in try catalogue.release() }
  }

  /// Returns the answer of the catalogue to a question; nil if it can't be
  /// asked.
  func ask<Answer>(
    _ question: (Catalogue) throws(CatalogueError) -> Answer
  ) -> Answer? {
    guard let catalogue else { return nil }
    do throws(CatalogueError) {
      if isInTurn { try catalogue.hold() }
      return try question(catalogue)
    } catch {
      fail(error)
      return nil
    }
  }

  // MARK: The lists

  /// True if there is a list of anything.
  package var hasLists: Bool { !lists.isEmpty }

  /// Returns the day, `YYYY-MM-DD`, of the newest list of a kind; nil if there
  /// is none.
  package func newestDay(of kind: ListKind) -> String? {
    lists.values.filter { $0.kind == kind }.map(\.day).max()
  }

  /// Returns the day of a list, `YYYY-MM-DD`.
  package func day(of list: ImportedList.ID?) -> String? {
    list.flatMap { lists[$0]?.day }
  }

  /// The day, `YYYY-MM-DD`, since which what is known of one kind has not been
  /// renewed; nil without lists.
  package var oldestDay: String? {
    ListKind.allCases.filter { $0 != .sets }.compactMap(newestDay).min()
  }

  // MARK: Look-up

  /// Returns an item by its number; nil if no list has it, or the last
  /// complete one does not any more.
  package func item(_ number: String) -> Item? {
    listedItem(number).flatMap { $0.isGone ? nil : $0 }
  }

  /// Returns the standing of an item by its number; nil if no list has it, or
  /// the last complete one does not any more.
  package func standing(ofItem number: String) -> ItemStanding? {
    if let known = standings[number] { return known }
    guard
      let answer = ask({ catalogue throws(CatalogueError) in
        try catalogue.standing(ofItem: number)
      })
    else { return nil }
    if standings.count >= Self.maximumAnswerCount { standings = [:] }
    let standing = answer.flatMap { $0.isGone ? nil : $0 }
    standings[number] = .some(standing)
    return standing
  }

  /// Returns all that lists tell of a copy and of a loan, which may have ended
  /// with a return, also those of a copy that the last complete one does not have.
  package func facts(
    ofCopy number: String, lent: LocalTime?, returned: LocalTime?
  ) -> CopyFacts {
    guard let item = listedItem(number) else { return CopyFacts() }
    return CopyFacts(
      of: item, in: item.list.flatMap { lists[$0] }, lent: lent,
      returned: returned
    ) { _ in holder(of: item)?.number }
  }

  private func listedItem(_ number: String) -> Item? {
    if let known = items[number] { return known }
    guard
      let answer = ask({ catalogue throws(CatalogueError) in
        try catalogue.item(number)
      })
    else { return nil }
    if items.count >= Self.maximumAnswerCount { items = [:] }
    items[number] = .some(answer)
    return answer
  }

  /// Returns a borrower by the number on the card; nil if no list has it, or
  /// the last complete one does not any more.
  package func borrower(_ number: String) -> Borrower? {
    if let known = borrowers[number] { return known }
    guard
      let answer = ask({ catalogue throws(CatalogueError) in
        try catalogue.borrower(number)
      })
    else { return nil }
    if borrowers.count >= Self.maximumAnswerCount { borrowers = [:] }
    let borrower = answer.flatMap { $0.isGone ? nil : $0 }
    borrowers[number] = .some(borrower)
    return borrower
  }

  /// Returns the borrower who has an item by the lists; nil if none is known.
  package func holder(of item: Item) -> Borrower? { borrower(item.holder) }

  /// Returns a borrower by the digest of the card's number; nil if there is
  /// none, or if no list has it.
  package func borrower(_ digest: NumberDigest?) -> Borrower? {
    guard let digest else { return nil }
    return ask { catalogue throws(CatalogueError) in
      try catalogue.borrower(digest)
    } ?? nil
  }

  /// Returns true if a borrower's number has the digest of who has an item.
  package func isHolder(_ number: String, _ holder: NumberDigest?) -> Bool {
    guard let holder, let catalogue else { return false }
    return digest(of: number, catalogue) == holder
  }

  /// Returns the digest that lists have of a card: they may lack what a scanner
  /// adds to its number.
  private func digest(
    of number: String, _ catalogue: Catalogue
  ) -> NumberDigest {
    borrower(number)?.digest ?? NumberDigest(number, catalogue.key)
  }

  /// Returns the items that a borrower has by the lists, by number.
  package func items(of borrower: String) -> [Item] {
    ask { catalogue throws(CatalogueError) in
      try catalogue.items(of: digest(of: borrower, catalogue))
    } ?? []
  }

  /// Returns the items whose titles have words that begin with all of those in
  /// a text, by title.
  package func items(titled text: String, maximum: Int) -> [Item] {
    ask { catalogue throws(CatalogueError) in
      try catalogue.items(titled: text, maximum: maximum)
    } ?? []
  }
}
