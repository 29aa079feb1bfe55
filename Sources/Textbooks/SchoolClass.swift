/// The name of a class or a course, by which it is known however a list writes
/// it: `05A` is `5a`.
package struct SchoolClass: Hashable, Sendable {
  /// The name without spaces, zeros at the start and capitals.
  package let key: String

  /// Creates a class of a name.
  package init(_ name: some StringProtocol) {
    key = String(name.filter { !$0.isWhitespace }.drop { $0 == "0" })
      .lowercased()
  }

  /// Returns the classes in a text that joins them by commas, as the catalogue
  /// keeps them.
  package static func all(in groups: String) -> [SchoolClass] {
    groups.split(separator: ",").map { SchoolClass($0) }
  }
}
