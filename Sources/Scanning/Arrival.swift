/// What has arrived of one scan.
public struct Arrival: Hashable, Sendable {
  /// What ended it.
  public enum End: Hashable, Sendable {
    /// Enter.
    case enter
    /// Tab.
    case tab
    /// Nothing: no more came.
    case silence
  }

  /// The characters, without a frame.
  public let text: String
  /// How many milliseconds it took for a character.
  public let pace: Int
  /// What ended it.
  public let end: End
  /// What was around it.
  public let frames: [Frame]
  /// Whether Alt was held for the code of each character.
  public let hasAltCodes: Bool

  /// A scan with the milliseconds that it took for a character.
  public init(
    _ text: String, pace: Int, end: End, frames: [Frame] = [],
    hasAltCodes: Bool = false
  ) {
    self.text = text
    self.pace = pace
    self.end = end
    self.frames = frames
    self.hasAltCodes = hasAltCodes
  }

  /// Whether it needs neither Enter nor silence for its end.
  var endsItself: Bool { frames.contains { $0 != .separator } }
}
