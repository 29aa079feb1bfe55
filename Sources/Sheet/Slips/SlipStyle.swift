/// The width of the paper of a receipt printer, in millimetres.
package enum SlipWidth: String, CaseIterable, Sendable {
  /// The usual roll.
  case wide = "80"
  /// The small roll.
  case narrow = "58"

  /// The width of the roll.
  var paper: Double { self == .wide ? 80 : 58 }
  /// The width of what a printer can print, in the middle of the roll.
  var printed: Double { self == .wide ? 72 : 48 }
}

/// The part of the number on a reader's card that a slip shows: paper lies
/// about.
package enum CardOnSlip: String, CaseIterable, Sendable {
  /// All of it, with its bar code.
  case full
  /// The last four characters.
  case last4
  /// Nothing.
  case no

  /// Returns the number as a slip shows it; nil if it shows none.
  func shown(_ number: String) -> String? {
    switch self {
    case .full: number
    // A short number would be shown whole.
    case .last4: "…" + number.suffix(min(4, number.count / 2))
    case .no: nil
    }
  }
}

/// The choices of a library for its slips.
package struct SlipStyle: Hashable, Sendable {
  /// The paper.
  package var width = SlipWidth.wide
  /// The part of a card's number that is shown.
  package var card = CardOnSlip.last4
  /// The library's own lines above the rest.
  package var head: [String] = []
  /// The library's own lines below it.
  package var foot: [String] = []

  /// Creates the defaults.
  package init() {}
}
