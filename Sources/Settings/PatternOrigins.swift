import Scanning

/// Where the patterns in force come from, and which were left out.
public struct PatternOrigins: Sendable {
  /// What is wrong with those that were left out.
  public internal(set) var refused: [SettingsProblem] = []
  private var origins: [Pattern: SettingsOrigin] = [:]

  /// The origins of no patterns.
  public init() {}

  /// Where a pattern comes from; nil if no setting has it.
  public internal(set) subscript(pattern: Pattern) -> SettingsOrigin? {
    get { origins[pattern] }
    set { origins[pattern] = newValue }
  }
}
