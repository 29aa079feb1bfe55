import Catalogue
import Circulation

/// The copies of one title, of which those that have a text are shown.
struct Shelf {
  /// A copy with its standing.
  struct Copy: Hashable {
    let item: Item
    let standing: CopyStanding
  }

  let title: ListedTitle
  /// The copies, by number.
  private(set) var copies: [Copy] = []
  /// The text that numbers or names of those shown have in them.
  private(set) var text = ""
  /// The index of the chosen one among those shown.
  private(set) var chosen = 0

  init(_ title: ListedTitle, _ lookup: CopyLookup) {
    self.title = title
    renew(lookup)
  }

  /// Looks again at all copies.
  mutating func renew(_ lookup: CopyLookup) {
    copies = (lookup.lists?.items(ofTitle: title.id) ?? []).map {
      Copy(item: $0, standing: lookup.standing(of: $0))
    }
    move(by: 0)
  }

  /// The copies that are shown.
  var shown: [Copy] {
    guard !text.isEmpty else { return copies }
    return copies.filter { copy in
      [copy.item.number, copy.standing.holder?.name].contains {
        $0?.lowercased().contains(text) == true
      }
    }
  }

  /// The chosen copy; nil if none is shown.
  var chosenCopy: Copy? {
    let shown = shown
    return shown.indices ~= chosen ? shown[chosen] : nil
  }

  /// Shows the copies that have a text in number or holder.
  mutating func show(_ text: String) {
    let number = chosenCopy?.item.number
    self.text = text.lowercased()
    chosen = 0
    if let number { choose(number) }
  }

  /// Chooses the copy so many rows on.
  mutating func move(by step: Int) {
    chosen = min(max(chosen + step, 0), max(shown.count - 1, 0))
  }

  /// Chooses the copy of a number, if it is shown.
  mutating func choose(_ number: String) {
    chosen = shown.firstIndex { $0.item.number == number } ?? chosen
  }
}
