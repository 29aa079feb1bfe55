/// A line about what just happened.
package struct Notice: Hashable {
  /// The kinds of notices.
  package enum Kind: Hashable {
    /// Something to know.
    case information
    /// A transaction is on disk.
    case recorded
    /// Something that someone should look at.
    case warning
    /// Nothing was done.
    case refusal
  }

  /// The kind of notice.
  package var kind: Kind
  /// The text, which may have several lines.
  package var text: String

  /// Creates a notice.
  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
