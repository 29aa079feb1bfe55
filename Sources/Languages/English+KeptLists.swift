import Catalogue
import Circulation
import Typesetting

extension English {
  /// The sentence about a flaw of a kept list.
  func sentence(_ flaw: KeptListFlaw, in path: String, line: Int?) -> String {
    let advice =
      "Restore it from a backup, or move it away and import the list again."
    guard let line else {
      return "\(path.printable) is not a list that this version kept. \(advice)"
    }
    return self.line(line, of: path, clause(flaw)) + " " + advice
  }

  private func clause(_ flaw: KeptListFlaw) -> String {
    switch flaw {
    case .notAList: "this is not a kept list."
    case .row: "the row is damaged."
    case .sum: "a row up to this one was changed."
    case .cut: "the end of the list is missing."
    }
  }

  func rebuilt(_ path: String, listCount: Int) -> String {
    "The catalogue \(path.printable) was made again from \(counting(listCount, "list"))."
  }

  func erased(_ lists: [ImportedList]) -> String {
    guard !lists.isEmpty else { return "There is nothing to erase." }
    return "Erased: \(self.lists(lists))."
  }

  func erased(_ lists: [ImportedList], olderThan days: Int) -> String {
    "Erased from the catalogue, since they were imported more than \(counting(days, "day")) ago: \(self.lists(lists))."
  }

  private func lists(_ lists: [ImportedList]) -> String {
    counting.list(
      lists.map {
        "\($0.files.joined(separator: ", ").printable) of \(listDay($0.exported))"
      }, .and, maximum: 8)
  }

  func reduced(_ count: Int) -> String {
    "Names and numbers were taken out of \(counting(count, "older list"))."
  }
}
