import Catalogue
import Circulation
import Terminal
import Textbooks

/// The item: what lists of the library system know of it, and the lines that
/// have it; of a school's copy also its state, and all its loans.
struct ItemRoom: LineRoom {
  let desk: Desk
  /// The item, as the lists had it when the room was opened.
  let item: Item
  /// True if it is a page over a desk, where lines can be changed.
  let isAtDesk: Bool
  private var search: Search?
  /// All that is known of it as a school's copy; nil if nothing is noted of
  /// copies.
  private(set) var record: CopyRecord?
  /// The number of the desk's last event when the record was made.
  private var sequence: Int
  /// The index of the chosen line or loan.
  private var chosen = 0
  var field: EntryField?

  private init(
    _ item: Item, chosen sequence: Int?, at desk: Desk, _ shared: Shared
  ) {
    self.desk = desk
    self.item = item
    isAtDesk = shared.isDesk
    search = shared.isDesk ? Search(for: item.number, at: desk) : nil
    self.sequence = desk.lastSequence
    record = Self.record(of: item, at: desk, shared)
    chosen = lines.firstIndex { $0.sequence == sequence } ?? 0
  }

  /// Opens the page of an item, with a line of the list chosen.
  static func open(
    _ item: Item, line sequence: Int? = nil, _ desk: Desk,
    _ shared: inout Shared, saying text: String? = nil
  ) {
    shared.dropConfirmation()
    shared.open(
      ItemRoom(item, chosen: sequence, at: desk, shared),
      saying: text ?? shared.words.readerShown)
  }

  private static func record(
    of item: Item, at desk: Desk, _ shared: Shared
  ) -> CopyRecord? {
    shared.textbooks.map {
      CopyLookup($0, at: desk, shared.lists)
        .record(of: item, at: desk.clock.now())
    }
  }

  var contexts: [KeyContext] {
    (record == nil ? [] : [.copyState])
      + [isAtDesk ? .itemRoom : .copies, .lineRoom, .field, .desk]
  }

  // MARK: Lines and loans

  /// The lines that have the item itself.
  var lines: [FoundLine] {
    search?.lines.filter { $0.transaction.item.text == item.number } ?? []
  }

  /// The index of the chosen line or loan, of the lines first.
  var chosenIndex: Int { min(chosen, max(rowCount - 1, 0)) }

  private var rowCount: Int { lines.count + (record?.loans.count ?? 0) }

  var chosenLine: FoundLine? {
    lines.indices ~= chosenIndex ? lines[chosenIndex] : nil
  }

  /// The chosen loan; nil if it is a line.
  var chosenLoan: CopyRecord.Loan? {
    guard let loans = record?.loans,
      loans.indices ~= chosenIndex - lines.count
    else { return nil }
    return loans[chosenIndex - lines.count]
  }

  mutating func move(by step: Int) {
    chosen = min(max(chosenIndex + step, 0), max(rowCount - 1, 0))
  }

  mutating func enter(_ shared: inout Shared) {
    chosenLoan == nil ? go(to: chosenLine, &shared) : openReader(&shared)
  }

  // MARK: Keys

  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    switch action {
    case .reader where chosenLine?.transaction.borrower != nil:
      return .ignored
    case .reader, .holder, .open: openReader(&shared)
    case .betterState: moveState(by: -1, &shared)
    case .worseState: moveState(by: 1, &shared)
    case .undoState: return takeBackState(&shared)
    case .toDelete: pressToDelete(&shared)
    default: return .ignored
    }
    return .handled
  }

  /// Opens the page of its borrower.
  private func openReader(_ shared: inout Shared) {
    if record == nil {
      ReaderRoom.open(holderOf: item, desk, &shared)
    } else {
      ReaderRoom.open(borrower, desk, &shared, isOver: !isAtDesk)
    }
  }

  /// Who has the copy, or had it in the chosen loan; nil if none is known.
  var borrower: Barcode? {
    let holder = chosenLoan.map(\.borrower) ?? record?.standing.holder
    return holder?.number.flatMap { try? Barcode($0) }
  }

  mutating func refresh(_ shared: inout Shared) {
    if isAtDesk { search = Search(for: item.number, at: desk) }
  }

  /// Shows what was recorded since.
  mutating func poll(_ shared: inout Shared) {
    guard desk.lastSequence != sequence else { return }
    sequence = desk.lastSequence
    record = Self.record(of: item, at: desk, shared)
  }
}
