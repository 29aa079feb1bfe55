/// One scan as it arrived from the scanner.
package struct ScanInput: Hashable, Sendable {
  /// The end of a scan.
  package enum End: Hashable, Sendable {
    /// Enter.
    case enter
    /// Tab.
    case tab
    /// No further character in time.
    case silence
  }

  /// The characters, without control characters around them.
  package let text: String
  /// The median time between characters, in milliseconds.
  package let medianInterval: Int
  /// The end of the scan.
  package let end: End
  /// The control characters around it.
  package let frames: [Frame]
  /// True if each character came as Alt and its code.
  package let hasAltCodes: Bool

  /// Creates a scan with the time between its characters in milliseconds.
  package init(
    _ text: String, medianInterval: Int, end: End, frames: [Frame] = [],
    hasAltCodes: Bool = false
  ) {
    self.text = text
    self.medianInterval = medianInterval
    self.end = end
    self.frames = frames
    self.hasAltCodes = hasAltCodes
  }

  /// True if a control character ends it, without Enter or silence.
  var endsItself: Bool { frames.contains { $0 != .separator } }
}
