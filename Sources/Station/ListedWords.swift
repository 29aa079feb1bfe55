import Circulation

/// The words of what lists of the library system say of items and borrowers.
package protocol ListedWords {
  // MARK: Objections

  /// The head of the column of objections.
  var againstHeading: String { get }
  /// An objection, as a cell of a table: no capital at the start.
  func name(of objection: Objection) -> String
}

extension ListedWords {
  /// Returns objections by their names in the journal, separated by commas;
  /// those of a newer version stay as they are.
  package func objections(_ names: [String]) -> String {
    names.map { Objection(rawValue: $0).map(name) ?? $0 }
      .joined(separator: ", ")
  }
}
