import Scanning

/// Where the patterns in force come from.
public struct PatternOrigins: Sendable {
  private var origins: [Pattern: SettingsOrigin] = [:]

  /// The origins of no patterns.
  public init() {}

  /// Where a pattern comes from; nil if no setting has it.
  public internal(set) subscript(pattern: Pattern) -> SettingsOrigin? {
    get { origins[pattern] }
    set { origins[pattern] = newValue }
  }
}
