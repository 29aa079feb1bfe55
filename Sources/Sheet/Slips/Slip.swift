import Circulation
import Typesetting

/// A paper for one reader: what was lent and returned today.
package struct Slip: Hashable, Sendable {
  /// A transaction.
  struct Line: Hashable, Sendable {
    /// The number on the item, also in a bar code.
    let number: String
    /// The time of day.
    let time: String
    /// The title and the due date, as far as they are known.
    let facts: [String]
  }

  /// The loans, or the returns.
  struct Part: Hashable, Sendable {
    let heading: String
    let lines: [Line]
  }

  /// The library's own lines and the name of the desk.
  let head: [String]
  /// The title.
  let title: String
  /// The date and time of the slip, and the card as far as it is shown.
  let about: [String]
  /// The number of the card for a bar code; nil for none.
  let card: String?
  /// The loans and the returns.
  let parts: [Part]
  /// The sentences below them.
  let sentences: [String]
  /// The library's own lines at the end.
  let foot: [String]
  /// The paper.
  let width: SlipWidth
}

/// All that a slip is made of.
package struct SlipRequest: Hashable, Sendable {
  /// A fact that lists and settings know of a loan or a return.
  package struct Fact: Hashable, Sendable {
    /// The title of the item; nil if no list has it.
    package let title: String?
    /// The day, `YYYY-MM-DD`, on which a loan may be due; nil if it is not
    /// estimated.
    package let due: String?

    /// Creates what is known.
    package init(title: String?, due: String?) {
      self.title = title
      self.due = due
    }
  }

  /// The transactions.
  package let visit: ReaderVisit
  /// The facts by the sequence number of the transaction.
  package let facts: [Int: Fact]
  /// The name of the desk; empty if it has none.
  package let desk: String
  /// The present time.
  package let time: LocalTime

  /// Creates a request; `fact` returns what is known of a transaction.
  package init(
    _ visit: ReaderVisit, desk: String, at time: LocalTime,
    fact: (Transaction) throws -> Fact
  ) rethrows {
    self.visit = visit
    self.desk = desk
    self.time = time
    facts = Dictionary(
      try visit.entries.map { ($0.sequence, try fact($0.transaction)) }
    ) { $1 }
  }
}

extension Slip {
  /// Creates the slip of a request in a language.
  package init(
    _ request: SlipRequest, in style: SlipStyle, _ words: any SlipWords
  ) {
    let visit = request.visit
    let card = style.card.shown(visit.reader.text)
    head = style.head + [request.desk.printable].filter { !$0.isEmpty }
    title = words.slipTitle
    about = [
      words.date(request.time, isShort: true), card.map(words.cardOnSlip),
    ].compactMap(\.self)
    self.card = style.card == .full ? visit.reader.text : nil
    parts = Operation.allCases.compactMap { operation in
      let entries = visit.entries(of: operation)
      guard !entries.isEmpty else { return nil }
      return Part(
        heading: words.heading(of: operation, count: entries.count),
        lines: entries.map { entry in
          let fact = request.facts[entry.sequence]
          return Line(
            number: entry.transaction.item.text,
            time: entry.transaction.recorded.timeOfDay,
            facts: [
              fact?.title?.printable,
              operation == .loan ? fact?.due.map(words.dueOnSlip) : nil,
            ].compactMap(\.self))
        })
    }
    let isDueLater = visit.entries(of: .loan).contains {
      request.facts[$0.sequence]?.due == nil
    }
    sentences = [
      isDueLater ? words.dueLater : nil, visit.reference,
    ].compactMap(\.self)
    foot = style.foot
    width = style.width
  }
}

extension ReaderVisit {
  /// The numbers that name the transactions for ever; nil if the journal has
  /// none.
  fileprivate var reference: String? {
    guard
      let station, let first = entries.first?.sequence,
      let last = entries.last?.sequence
    else { return nil }
    return "OffCirc \(station) "
      + (first == last ? "\(first)" : "\(first)–\(last)")
  }
}

extension LocalTime {
  /// Hours and minutes, which all languages write alike.
  var timeOfDay: String { String(iso8601.dropFirst(11).prefix(5)) }
}
