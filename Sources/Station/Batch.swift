import Circulation
import Scanning

/// Several lines that were pasted at once, each of them a scan.
package struct Batch: Hashable {
  let lines: [String]
  /// How many of them are cards.
  private(set) var cardCount = 0
  /// How many are items.
  private(set) var itemCount = 0
  /// How many do what a key does.
  private(set) var commandCount = 0
  /// How many of the cards and items look wrong.
  private(set) var doubtfulCount = 0
  /// How many can't be recorded at all.
  private(set) var refusedCount = 0

  /// The lines that are not blank, and what they would be at this desk now.
  init(_ text: String, at station: Station) {
    lines = text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { line in !line.allSatisfy { $0 == " " || $0 == "\t" } }
    var needsCard = station.neededField == .borrower
    let rules = station.rules
    for line in lines {
      if let code = rules.command(line) {
        commandCount += 1
        if code == .clear || code == .loan { needsCard = code == .clear }
        continue
      }
      let scan = rules.scan(line)
      guard (try? Barcode(scan.number)) != nil else {
        refusedCount += 1
        continue
      }
      let kind = scan.kinds.only ?? (needsCard ? .borrower : .item)
      switch kind {
      case .borrower:
        cardCount += 1
        needsCard = false
      case .item: itemCount += 1
      }
      if rules.rules(for: kind).doubt(scan.number) != nil {
        doubtfulCount += 1
      }
    }
  }
}

extension Set {
  /// The element, if there is no other.
  fileprivate var only: Element? { count == 1 ? first : nil }
}

extension Station {
  /// Takes a text that was pasted: one line is typed, several are shown first.
  mutating func paste(_ text: String) {
    let batch = Batch(text, at: self)
    guard batch.lines.count > 1 else { return typeLine(of: text) }
    recordWhatTabLeft()
    page = .batch(batch)
    setFocus(neededField)
  }

  private mutating func typeLine(of text: String) {
    for character in text {
      switch character {
      case "\n": press(.enter)
      case "\t": press(.tab)
      default: press(.character(character))
      }
    }
  }

  /// Takes each line of a batch as a scan; who has seen how many look wrong
  /// takes them as they are.
  mutating func record(_ batch: Batch) {
    page = nil
    takesDoubtful = true
    for line in batch.lines { take(line) }
    takesDoubtful = false
  }

  mutating func drop(_ batch: Batch) {
    page = nil
    refuse(words.batchDropped(batch.lines.count))
  }
}
