import Circulation
import Scanning
import Terminal

/// Several lines that were pasted at once, each of them a scan.
package struct PastedScans: Hashable {
  /// A line, and what it is recorded as: what was shown counts, whatever is
  /// scanned until then.
  struct Line: Hashable {
    enum Role: Hashable {
      case command(CommandCode)
      case card(Scan)
      case item(Scan)
    }

    /// The verdict on it before it is recorded.
    enum Status: Hashable {
      case sound
      /// It looks wrong.
      case doubtful
      /// It can't be recorded at all.
      case refused
    }

    let text: String
    let role: Role
    var status = Status.sound
  }

  private(set) var lines: [Line] = []

  /// The number of lines.
  package var count: Int { lines.count }

  /// The number of cards and items that look wrong.
  package var doubtfulCount: Int { lines.count { $0.status == .doubtful } }

  /// The number of lines that can't be recorded.
  package var refusedCount: Int { lines.count { $0.status == .refused } }

  /// The number of cards.
  package var cardCount: Int {
    lines.count { if case .card = $0.role { true } else { false } }
  }

  /// The number of items that can be recorded.
  package var itemCount: Int {
    lines.count { if case .item = $0.role { true } else { false } }
      - refusedCount
  }

  /// The number of command codes.
  package var commandCount: Int {
    lines.count { if case .command = $0.role { true } else { false } }
  }

  /// The lines of a text that are not empty.
  static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter {
      !$0.allSatisfy { $0 == " " || $0 == "\t" }
    }
  }

  /// The lines of a text, and what they would be at a desk now.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - desk: the desk.
  ///   - knowledge: what is known of numbers there.
  ///   - needsCard: true if the next number would be a card.
  init(
    _ text: String, at desk: Desk, _ knowledge: NumberKnowledge,
    needsCard: Bool
  ) {
    let rules = knowledge.rules
    var needsCard = needsCard
    for line in Self.lines(of: text) {
      if let code = rules.command(line) {
        lines.append(Line(text: line, role: .command(code)))
        switch code {
        case .clear: needsCard = true
        case .return: needsCard = false
        default: break
        }
        continue
      }
      let scan = rules.scan(line)
      guard (try? Barcode(scan.number)) != nil else {
        lines.append(
          Line(text: line, role: .item(scan), status: .refused))
        continue
      }
      var isCard =
        scan.kinds.count == 1 ? scan.kinds == [.borrower] : needsCard
      // Shown for what it is, it need not be asked for.
      if knowledge.seemsOther(
        scan, as: isCard ? .borrower : .item, at: desk)
      {
        isCard.toggle()
      }
      let verdict = knowledge.verdict(
        on: scan, as: isCard ? .borrower : .item, at: desk)
      if case .refused = verdict {
        lines.append(
          Line(text: line, role: .item(scan), status: .refused))
        continue
      }
      if isCard { needsCard = false }
      lines.append(
        Line(
          text: line, role: isCard ? .card(scan) : .item(scan),
          status: verdict == .sound ? .sound : .doubtful))
    }
  }
}

extension PastedScans {
  /// Returns what is asked: how much it is, for whom, and how it begins.
  func question(_ look: Look, for borrower: Barcode?) -> String {
    let words = look.words
    let shownCount = look.size.rows >= 22 ? 6 : 3
    let target = look.isReturning ? nil : borrower
    var sentences = [words.pasteQuestion(self), words.pasteTarget(target)]
    sentences += shown(shownCount).map { line in
      let text =
        switch line.role {
        case .command: words.pasteLine(line.text, as: nil)
        case .card(let scan): words.pasteLine(scan.number, as: .borrower)
        case .item(let scan): words.pasteLine(scan.number, as: .item)
        }
      return switch line.status {
      case .sound: text
      case .doubtful: text + " ?"
      case .refused: text + " ×"
      }
    }
    if lines.count > shownCount {
      sentences.append(words.more(lines.count - shownCount))
    }
    return sentences.joined(separator: "\n")
  }

  /// So many lines: the first ones, and those that look wrong.
  private func shown(_ count: Int) -> [Line] {
    let wrong = lines.indices.filter { lines[$0].status != .sound }
    let picked = Set([0] + wrong.prefix(count - 1))
    let others = lines.indices.filter { !picked.contains($0) }
    return picked.union(others.prefix(count - picked.count)).sorted()
      .map { lines[$0] }
  }
}

/// The one line of a text that was pasted, as a scanner would type it.
struct PastedLine {
  /// The characters, without Tabs before them.
  let characters: [Character]
  /// True if the line is ended.
  let isEnded: Bool

  init(_ line: String, of text: String) {
    characters = Array(line.drop { $0 == "\t" })
    isEnded = text.drop(while: line.isEmpty ? { _ in false } : \.isWhitespace)
      .contains(where: \.isNewline)
  }
}
