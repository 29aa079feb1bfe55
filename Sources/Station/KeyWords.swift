import Terminal

/// The names of keys, and of what they do.
package protocol KeyWords {
  /// A key as it is printed on a keyboard.
  func name(of key: Key) -> String
  /// The part of the window or the page where keys have these meanings.
  func name(of context: KeyContext) -> String
  /// The effect of a key, in a table of keys.
  func explanation(of action: Action) -> String
  /// The effect of Alt with a letter, in a table of keys.
  var altKeys: String { get }
}
