/// A fact that lists tell of an item or a borrower, for a person to read.
package struct ListedFact: Hashable, Sendable {
  /// The name of the fact: no capital at the start.
  package let name: String
  /// The text of the fact.
  package let text: String

  /// Creates a fact.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
