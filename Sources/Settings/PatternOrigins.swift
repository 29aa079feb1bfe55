import Scanning

/// The origins of the patterns in force.
public struct PatternOrigins: Sendable {
  private var origins: [Pattern: SettingsOrigin] = [:]

  /// Creates an empty collection.
  public init() {}

  /// The origin of a pattern; nil if no setting has it.
  public internal(set) subscript(pattern: Pattern) -> SettingsOrigin? {
    get { origins[pattern] }
    set { origins[pattern] = newValue }
  }
}
