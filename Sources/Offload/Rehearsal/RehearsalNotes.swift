import Catalogue
import Circulation
import Scanning

/// The notes on foretold lines: the titles of items, and numbers that may have
/// been meant.
package final class RehearsalNotes {
  private let catalogue: Catalogue
  private let neighbours: KnownNeighbours

  /// Creates the notes of a catalogue.
  ///
  /// - Throws: ``CatalogueError``.
  package init(_ catalogue: Catalogue) throws(CatalogueError) {
    self.catalogue = catalogue
    neighbours = try KnownNeighbours(catalogue)
  }

  /// Returns the title of a line's item; nil if no list has one.
  ///
  /// - Throws: ``CatalogueError``.
  package func title(
    of line: RehearsedLine
  ) throws(CatalogueError) -> String? {
    guard let item = line.transaction?.item else { return nil }
    return try catalogue.title(ofItem: item.text)
  }

  /// Returns the numbers that may have been meant by the unknown one of a line,
  /// the likeliest first.
  ///
  /// - Throws: ``CatalogueError``.
  package func nearMisses(
    of line: RehearsedLine
  ) throws(CatalogueError) -> [NearMiss] {
    guard let number = line.unknownNumber, let transaction = line.transaction
    else { return [] }
    if let swap = try neighbours.swap(of: transaction, for: number) {
      return [swap]
    }
    return try neighbours.nearMisses(
      of: number, as: line.effect == .itemUnknown ? .item : .borrower)
  }

  /// Returns a note for a person; nil if there is nothing to note.
  ///
  /// - Throws: ``CatalogueError``.
  package func note(
    on line: RehearsedLine, _ words: any WorklistWords
  ) throws(CatalogueError) -> String? {
    let near = try nearMisses(of: line)
    if !near.isEmpty {
      return words.perhaps(near.map(words.suggestion).joined(separator: ", "))
    }
    return try title(of: line)
  }
}
