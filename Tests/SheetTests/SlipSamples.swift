import Settings

@testable import Circulation
@testable import Languages
@testable import Sheet

/// A reader with two loans and a return, for the tests of slips.
enum SlipSamples {
  static let card = "9921000000164"

  private static func entry(
    _ sequence: Int, _ number: String, minute: Int, _ operation: Operation
  ) throws -> DeskEntry {
    let item = try Barcode(number)
    let time = PaperSamples.september.later(by: Int64(60 * minute))
    return DeskEntry(
      sequence: sequence,
      transaction: operation == .loan
        ? .loan(of: item, to: try Barcode(card), at: time)
        : .return(of: item, at: time))
  }

  private static func made(of entries: [DeskEntry?]) -> ReaderVisit {
    guard let reader = try? Barcode(card) else {
      preconditionFailure("\(card) is a number")
    }
    return ReaderVisit(
      reader: reader, entries: entries.compactMap(\.self), station: "a1b2c3")
  }

  static let visit = made(of: [
    try? entry(4, "37000034179", minute: 0, .loan),
    try? entry(5, "37000034180", minute: 1, .loan),
    try? entry(6, "37000034179", minute: 5, .return),
  ])

  static func slip(
    _ style: SlipStyle = SlipStyle(), _ language: Language = .english
  ) -> Slip {
    slip(of: visit, style, language)
  }

  /// A slip of loans.
  static func slip(
    of items: [String], _ style: SlipStyle = SlipStyle()
  ) -> Slip {
    slip(
      of: made(
        of: items.enumerated().map { try? entry($0 + 1, $1, minute: $0, .loan) }
      ),
      style, .english)
  }

  private static func slip(
    of visit: ReaderVisit, _ style: SlipStyle, _ language: Language
  ) -> Slip {
    let request = SlipRequest(
      visit, desk: "Main desk", at: PaperSamples.september.later(by: 420)
    ) { transaction in
      let isKnown = transaction.item.text == "37000034179"
      return SlipRequest.Fact(
        title: isKnown ? "Germinal" : nil, due: isKnown ? "2026-09-22" : nil)
    }
    return Slip(request, in: style, language.words)
  }
}
