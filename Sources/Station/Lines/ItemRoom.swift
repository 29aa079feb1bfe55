import Catalogue
import Circulation
import Terminal

/// The item: what lists of the library system know of it, and the lines that
/// have it.
struct ItemRoom: LineRoom {
  let desk: Desk
  /// The item, as the lists had it when the room was opened.
  let item: Item
  private var search: Search
  /// The index of the chosen line.
  private var chosen: Int
  var field: EntryField?

  private init(_ item: Item, chosen sequence: Int?, at desk: Desk) {
    self.desk = desk
    self.item = item
    search = Search(for: item.number, at: desk)
    chosen = search.lines.firstIndex { $0.sequence == sequence } ?? 0
  }

  /// Opens the page of an item, with a line of the list chosen.
  static func open(
    _ item: Item, line sequence: Int? = nil, _ desk: Desk,
    _ shared: inout Shared
  ) {
    shared.dropConfirmation()
    shared.open(
      ItemRoom(item, chosen: sequence, at: desk),
      saying: shared.words.readerShown)
  }

  var contexts: [KeyContext] { [.itemRoom, .lineRoom, .field, .desk] }

  /// The lines that have the item itself.
  var lines: [FoundLine] {
    search.lines.filter { $0.transaction.item.text == item.number }
  }

  /// The index of the chosen one of them.
  var chosenIndex: Int { min(chosen, max(lines.count - 1, 0)) }

  var chosenLine: FoundLine? {
    lines.isEmpty ? nil : lines[chosenIndex]
  }

  mutating func move(by step: Int) {
    chosen = min(max(chosenIndex + step, 0), max(lines.count - 1, 0))
  }

  mutating func enter(_ shared: inout Shared) { go(to: chosenLine, &shared) }

  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    guard action == .reader, chosenLine?.transaction.borrower == nil else {
      return .ignored
    }
    let holder = shared.lists?.holder(of: item)?.number
    ReaderRoom.open(holder.flatMap { try? Barcode($0) }, desk, &shared)
    return .handled
  }

  mutating func refresh(_ shared: inout Shared) {
    search = Search(for: item.number, at: desk)
  }
}

extension ItemRoom {
  func content(_ look: Look) -> RoomContent {
    let words = look.words
    let day = look.lists?.day(of: item.list) ?? ""
    // The number is in the title.
    let facts = words.facts(item, listed: day).dropFirst()
    let holder = look.lists?.holder(of: item)?.name
    // Of few, the first are those that a desk needs.
    let count = look.size.rows < 22 ? 5 : facts.count
    return RoomContent(
      title: words.itemTitle(item.number),
      text: [holder.map(words.hasItem)].compactMap(\.self),
      facts: Array(facts.prefix(count)),
      headings: lines.isEmpty ? [] : look.layout.list.columns.map(\.heading),
      rows: look.rows(
        of: lines,
        third: lines.map { $0.transaction.borrower?.text ?? "" },
        chosen: chosenIndex),
      footer: words.itemFooter)
  }
}
