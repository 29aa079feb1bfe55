import Catalogue
import Circulation
import Scanning

/// Find: one scan, or a number that is typed, and the lines that have it; with
/// lists of the library system, also words of a title, and the items.
struct FindRoom: LineRoom {
  let desk: Desk
  var field: EntryField? = EntryField()
  /// The lines that were found; nil until something was looked for.
  private(set) var search: Search?
  /// The items of the lists that were found.
  private(set) var items: [Item] = []
  /// The index of the chosen line or item.
  private(set) var chosen = 0

  /// The most items that are shown.
  static let maximumItemCount = 200

  private init(_ desk: Desk) {
    self.desk = desk
  }

  static func open(_ desk: Desk, _ shared: inout Shared) {
    shared.dropConfirmation()
    shared.open(
      FindRoom(desk),
      saying: shared.lists == nil
        ? shared.words.findPrompt : shared.words.lookUpPrompt)
  }

  var chosenLine: FoundLine? {
    guard let search, search.lines.indices ~= chosen else { return nil }
    return search.lines[chosen]
  }

  /// The chosen item; nil if it is a line.
  var chosenItem: Item? {
    guard let search, items.indices ~= chosen - search.lines.count else {
      return nil
    }
    return items[chosen - search.lines.count]
  }

  /// The number of lines and items that were found.
  private var foundCount: Int { (search?.lines.count ?? 0) + items.count }

  mutating func move(by step: Int) {
    guard foundCount > 0 else { return }
    chosen = min(max(chosen + step, 0), foundCount - 1)
  }

  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    if let item = chosenItem, field == nil {
      switch action {
      case .amend:
        ItemRoom.open(item, desk, &shared)
        return .handled
      case .reader:
        ReaderRoom.open(holderOf: item, desk, &shared)
        return .handled
      default: break
      }
    }
    guard action == .find else { return .ignored }
    if search != nil { goOn(&shared) }
    return .handled
  }

  mutating func enter(_ shared: inout Shared) {
    guard let field else {
      // A scanner that sends a second Enter has not seen what was found.
      let isRepeat = shared.answer.map {
        $0.moment.duration(to: shared.now) < Confirmation.doubleBeep
      }
      guard isRepeat != true else { return }
      if let item = chosenItem {
        ItemRoom.open(item, desk, &shared)
      } else {
        go(to: chosenLine, &shared)
      }
      return
    }
    guard !field.isEmpty else {
      return shared.say(shared.words.findPrompt)
    }
    shared.reportReplaced(by: field.number)
    if let code = shared.rules.command(field.text) {
      self.field?.erase()
      return shared.ask(.performCode(code))
    }
    let number = shared.rules.scan(field.text).number
    let search = Search(for: number, at: desk)
    items = shared.lists.map { Self.items($0, number, field.text) } ?? []
    self.field = nil
    self.search = search
    shared.answer = (number, shared.now)
    if let error = search.error {
      shared.refuse(shared.words.sentence(error))
    } else if search.lines.isEmpty, let first = items.first {
      shared.say(
        items.count == 1
          ? shared.words.foundItem(first)
          : shared.words.foundItems(field.text, items.count))
    } else if search.lines.isEmpty, !search.elsewhere.isEmpty {
      shared.say(
        shared.words.foundElsewhere(number, search.elsewhere.count))
    } else if search.lines.isEmpty {
      shared.refuse(shared.words.notFound(number))
    } else {
      shared.say(shared.words.found(number, in: search.count))
    }
  }

  /// Goes to the next line that was found, to the first one after the last; asks
  /// for another number if there is none.
  private mutating func goOn(_ shared: inout Shared) {
    if foundCount > 1 {
      chosen = (chosen + 1) % foundCount
    } else {
      self = FindRoom(desk)
      shared.dropConfirmation()
    }
    shared.say(
      chosenLine.map { shared.words.found($0) }
        ?? chosenItem.map { shared.words.foundItem($0) }
        ?? shared.words.findPrompt)
  }

  /// Returns the item that has a number, else those whose titles have the
  /// words of a text.
  private static func items(
    _ lists: CatalogueWatch, _ number: String, _ text: String
  ) -> [Item] {
    lists.item(number).map { [$0] }
      ?? lists.items(titled: text, maximum: maximumItemCount)
  }

  mutating func refresh(_ shared: inout Shared) {
    guard let number = search?.number else { return }
    let search = Search(for: number, at: desk)
    self.search = search
    chosen = min(chosen, max(foundCount - 1, 0))
  }
}
