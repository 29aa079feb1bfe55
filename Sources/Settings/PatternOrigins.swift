import Scanning

/// The origins of the patterns in force.
package struct PatternOrigins: Sendable {
  private var origins: [Pattern: SettingsOrigin] = [:]

  /// Creates an empty collection.
  package init() {}

  /// The origin of a pattern; nil if no setting has it.
  package internal(set) subscript(pattern: Pattern) -> SettingsOrigin? {
    get { origins[pattern] }
    set { origins[pattern] = newValue }
  }
}
