import Catalogue
import Circulation
import Textbooks

/// A title with the counts of its copies.
struct HeldTitle: Hashable {
  let title: ListedTitle
  /// The copies that are not to be deleted.
  var copyCount = 0
  /// Those of them that are out.
  var outCount = 0
  /// Those of them that can be lent or looked at: neither out nor lost.
  var inCount = 0
  /// The copies that are to be deleted: no other count has them.
  var toDeleteCount = 0
}

/// All titles that have copies, with their counts.
struct Holdings {
  /// The titles, by name.
  private(set) var titles: [HeldTitle] = []
  /// The number of copies that are not to be deleted.
  private(set) var copyCount = 0
  /// The number of copies that are to be deleted.
  private(set) var toDeleteCount = 0

  init() {}

  /// Counts the copies of lists, as they are now.
  init(_ lookup: CopyLookup) {
    guard let lists = lookup.lists else { return }
    var held = lists.titles().map { HeldTitle(title: $0) }
    let places = Dictionary(
      held.enumerated().map { ($1.title.id, $0) }
    ) { $1 }
    lists.forEachListedCopy { copy in
      guard let place = places[copy.title] else { return }
      let history = lookup.history(of: copy.number)
      let state = lookup.state(history, listed: copy.status)
      if state == CopyStatus.toDelete {
        held[place].toDeleteCount += 1
      } else {
        held[place].copyCount += 1
        if lookup.loan(history, listed: copy.isOnLoan, in: copy.list) != nil {
          held[place].outCount += 1
        } else if state != CopyStatus.lost {
          held[place].inCount += 1
        }
      }
    }
    titles = held.filter { $0.copyCount + $0.toDeleteCount > 0 }
    copyCount = titles.reduce(0) { $0 + $1.copyCount }
    toDeleteCount = titles.reduce(0) { $0 + $1.toDeleteCount }
  }

  /// Returns the indices of the titles that have all words of a text in title,
  /// author or call number, or a number of a copy.
  func found(_ text: String, by lists: CatalogueWatch?) -> [Int] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
      .map { $0.lowercased() }
    guard !words.isEmpty, let lists else { return Array(titles.indices) }
    let matches = words.map { (word: $0, titles: lists.titles(with: $0)) }
    return titles.indices.filter { index in
      let title = titles[index].title
      return matches.allSatisfy {
        $0.titles.contains(title.id)
          || title.callNumber?.hasWord(beginningWith: $0.word) == true
      }
    }
  }
}

extension String {
  /// Returns true if a word begins with a text in small letters.
  fileprivate func hasWord(beginningWith start: String) -> Bool {
    lowercased().split { !$0.isLetter && !$0.isNumber }
      .contains { $0.hasPrefix(start) }
  }
}
