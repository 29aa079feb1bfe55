/// The words of the tables of keys.
package protocol KeyWords {
  /// The part of the window or the page where keys have these meanings.
  func name(of context: KeyContext) -> String
  /// The effect of a key, in a table of keys.
  func explanation(of action: Action) -> String
  /// The effect of Alt with a letter, in a table of keys.
  var altKeys: String { get }
}
