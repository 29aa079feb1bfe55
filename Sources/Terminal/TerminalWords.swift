/// The words of this floor: the names of keys, and its errors.
package protocol TerminalWords {
  /// A key as it is printed on a keyboard.
  func name(of key: Key) -> String
  /// A terminal that the station can't be shown on.
  func sentence(_ error: TerminalError) -> String
}
