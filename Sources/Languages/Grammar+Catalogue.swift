import Catalogue
import Typesetting

extension Grammar {
  /// Returns values with their numbers, the most frequent first.
  func counted(_ values: [String: Int]) -> String {
    let sorted = values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return counting.list(
      sorted.map {
        let value = $0.key.printable.shortened(to: 40)
        return "\(value) \(counting.digits($0.value))"
      }, .and, maximum: 20)
  }

  /// Returns the first cells of a row.
  func row(_ cells: [String]) -> String {
    counting.list(
      cells.map { $0.printable.shortened(to: 30) }, .and, maximum: 12)
  }

  /// Returns the option that names a column; a word to be replaced if its name
  /// is not known.
  func option(_ field: ListField, _ name: String?) -> String {
    "--columns \(field.rawValue)=\((name ?? "NAME").quotedForShell)"
  }

  /// Returns titles with their classes, as many as anybody reads.
  func names(_ titles: [ClassTitle]) -> String {
    let all = titles.map { title in
      "\(title.name.printable.shortened(to: 40)) (\(title.group.printable))"
    }
    return counting.list(all, .and, maximum: 10)
  }

  /// Returns a few values.
  func samples(_ values: [String]) -> String {
    values.map { $0.printable.shortened(to: 40) }.joined(separator: ", ")
  }

  /// Returns the facts that are known.
  func known(_ facts: [(name: String, text: String?)]) -> [ListedFact] {
    facts.compactMap { name, text in
      guard let text, !text.isEmpty else { return nil }
      return ListedFact(name: name, text: text.printable)
    }
  }

  /// Returns the day of a list that was exported at a moment of ISO 8601.
  func listDay(_ exported: String) -> String {
    dates.day(String(exported.prefix(10)))
  }

  /// Returns the same for a table.
  func tableDay(_ exported: String) -> String {
    dates.isISOInTables ? String(exported.prefix(10)) : listDay(exported)
  }
}
