import Sheet

/// The settings of slips.
package struct PrintingSettings: Hashable, Sendable {
  /// The printer beside the desk; nil if there is none.
  package var printer: Printer?
  /// The occasions on which the desk prints a slip.
  package var slips = SlipOccasion.key
  /// The content of a slip.
  package var style = SlipStyle()

  /// True if the desk has a printer for slips, and uses it.
  package var printsAtDesk: Bool { printer != nil && slips != .never }

  /// Creates the defaults.
  package init() {}
}

/// The occasions on which a desk prints a slip.
package enum SlipOccasion: String, CaseIterable, Sendable {
  /// Its key, or its command code.
  case key
  /// The same, and the next reader.
  case each
  /// None.
  case never
}
