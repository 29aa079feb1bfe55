// The events of textbooks: their fields in the journal.
extension JournalFormat {
  /// The field of a value that is not known.
  private static let none: StaticString = "-"

  static func append(_ event: TextbookEvent, to bytes: inout [UInt8]) {
    let fields: [String] =
      switch event {
      case .condition(let condition):
        [
          "condition", condition.item.text, "\(condition.status)",
          field(condition.returned),
        ]
      case .brought(let sequence, let bringer):
        ["by", "\(sequence)", bringer.text]
      case .charged(let charge):
        [
          "charge", charge.fine.text, charge.borrower.text, charge.item.text,
          field(charge.cents), charge.isFinal ? "final" : "provisional",
          charge.reason.escapedForJournal,
        ]
      case .settled(let settlement):
        [
          "settle", settlement.fine.text, settlement.kind.rawValue,
          field(settlement.cents), settlement.reason.escapedForJournal,
        ]
      case .skipped(let skip):
        [
          "skipped", skip.group.escapedForJournal, skip.borrower.text,
          skip.reason.word,
        ] + [skip.reason.title?.escapedForJournal].compactMap(\.self)
      }
    bytes.append(contentsOf: fields.joined(separator: "\t").utf8)
  }

  private static func field(_ number: Int?) -> String {
    number.map(String.init) ?? "\(none)"
  }

  /// Parses an event of textbooks; nil if it is another one, or malformed.
  static func textbookEvent(_ line: Span<UInt8>, _ fields: Fields) -> Event? {
    let word = line.extracting(fields[2])
    if word.elementsEqual("condition") {
      return whole(condition(line, fields), line, fields, length: 6)
    }
    if word.elementsEqual("by") {
      return whole(bringer(line, fields), line, fields, length: 5)
    }
    if word.elementsEqual("charge") {
      return whole(charge(line, fields), line, fields, length: 9)
    }
    if word.elementsEqual("settle") {
      return whole(settlement(line, fields), line, fields, length: 7)
    }
    if word.elementsEqual("skipped") { return skipped(line, fields) }
    return nil
  }

  /// Returns an event of so many fields with its optional ones; nil if these
  /// are malformed.
  private static func whole(
    _ event: TextbookEvent?, _ line: Span<UInt8>, _ fields: Fields, length: Int
  ) -> Event? {
    guard
      let event, let optional = origins(line, fields, from: length)
    else { return nil }
    return .textbook(event, optional: optional)
  }

  private static func condition(
    _ line: Span<UInt8>, _ fields: Fields
  ) -> TextbookEvent? {
    guard
      fields.count > 5, let item = Barcode(line.extracting(fields[3])),
      let status = line.number(fields[4]), status > 0,
      let returned = optionalNumber(line, fields[5]), returned != 0
    else { return nil }
    return .condition(
      Condition(item: item, status: status, returned: returned))
  }

  private static func bringer(
    _ line: Span<UInt8>, _ fields: Fields
  ) -> TextbookEvent? {
    guard
      fields.count > 4, let sequence = line.number(fields[3]), sequence > 0,
      let bringer = Barcode(line.extracting(fields[4]))
    else { return nil }
    return .brought(sequence: sequence, by: bringer)
  }

  private static func charge(
    _ line: Span<UInt8>, _ fields: Fields
  ) -> TextbookEvent? {
    guard
      fields.count > 8, let fine = FineID(line.extracting(fields[3]).text),
      let borrower = Barcode(line.extracting(fields[4])),
      let item = Barcode(line.extracting(fields[5])),
      let cents = optionalNumber(line, fields[6]),
      let isFinal = isFinal(line.extracting(fields[7])),
      let reason = line.extracting(fields[8]).text.unescapedFromJournal
    else { return nil }
    return .charged(
      FineCharge(
        fine: fine, borrower: borrower, item: item, cents: cents,
        isFinal: isFinal, reason: reason))
  }

  private static func isFinal(_ word: Span<UInt8>) -> Bool? {
    if word.elementsEqual("final") { return true }
    return word.elementsEqual("provisional") ? false : nil
  }

  private static func settlement(
    _ line: Span<UInt8>, _ fields: Fields
  ) -> TextbookEvent? {
    guard
      fields.count > 6, let fine = FineID(line.extracting(fields[3]).text),
      let kind = FineSettlement.Kind(rawValue: line.extracting(fields[4]).text),
      let cents = optionalNumber(line, fields[5]),
      let reason = line.extracting(fields[6]).text.unescapedFromJournal
    else { return nil }
    return .settled(
      FineSettlement(fine: fine, kind: kind, cents: cents, reason: reason))
  }

  /// Parses an event of a hand-out: only a reason about one title names it.
  private static func skipped(
    _ line: Span<UInt8>, _ fields: Fields
  ) -> Event? {
    guard
      fields.count > 5,
      let group = line.extracting(fields[3]).text.unescapedFromJournal,
      let borrower = Barcode(line.extracting(fields[4]))
    else { return nil }
    let word = line.extracting(fields[5]).text
    var length = 6
    var reason = HandOutSkip.Reason(word: word, title: nil)
    if reason == nil, fields.count > 6,
      let title = line.extracting(fields[6]).text.unescapedFromJournal
    {
      reason = HandOutSkip.Reason(word: word, title: title)
      length = 7
    }
    return whole(
      reason.map { .skipped(HandOutSkip($0, of: borrower, in: group)) },
      line, fields, length: length)
  }

  /// Parses a number or a hyphen; nil if the field is something else.
  private static func optionalNumber(
    _ line: Span<UInt8>, _ range: Range<Int>
  ) -> Int?? {
    if line.extracting(range).elementsEqual(none) { return .some(nil) }
    return line.number(range).map(Int?.some)
  }
}
