import Circulation
import Scanning

/// Several lines that were pasted at once, each of them a scan.
package struct Batch: Hashable {
  /// A line, and what it is recorded as: what was shown counts, whatever is
  /// scanned meanwhile.
  struct Line: Hashable {
    enum Role: Hashable {
      case command(CommandCode)
      case card(Scan)
      case item(Scan)
    }

    /// What is said of it before it is recorded.
    enum Standing: Hashable {
      case sound
      /// It looks wrong.
      case doubtful
      /// It can't be recorded at all.
      case refused
    }

    let text: String
    let role: Role
    var standing = Standing.sound
  }

  private(set) var lines: [Line] = []

  /// How many of the cards and items look wrong.
  var doubtfulCount: Int { lines.count { $0.standing == .doubtful } }

  /// How many can't be recorded at all.
  var refusedCount: Int { lines.count { $0.standing == .refused } }

  /// How many of them are cards.
  var cardCount: Int {
    lines.count { if case .card = $0.role { true } else { false } }
  }

  /// How many are items, those that can't be recorded too.
  var itemCount: Int {
    lines.count { if case .item = $0.role { true } else { false } }
      - refusedCount
  }

  /// How many do what a key does.
  var commandCount: Int {
    lines.count { if case .command = $0.role { true } else { false } }
  }

  /// The lines that are not blank, and what they would be at this desk now.
  init(_ text: String, at station: Station) {
    let rules = station.rules
    var needsCard = station.neededField == .borrower
    for line in text.split(whereSeparator: \.isNewline).map(String.init) {
      if line.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
      if let code = rules.command(line) {
        lines.append(Line(text: line, role: .command(code)))
        switch code {
        case .clear: needsCard = true
        case .return: needsCard = false
        case .loan, .save, .deleteLast, .undo, .help: break
        }
        continue
      }
      let scan = rules.scan(line)
      guard (try? Barcode(scan.number)) != nil else {
        lines.append(
          Line(text: line, role: .item(scan), standing: .refused))
        continue
      }
      var isCard =
        scan.kinds.count == 1 ? scan.kinds == [.borrower] : needsCard
      // Shown for what it is, it need not be asked for.
      if station.seemsOther(scan, as: isCard ? .borrower : .item) {
        isCard.toggle()
      }
      let verdict = station.verdict(on: scan, as: isCard ? .borrower : .item)
      if case .refused = verdict {
        lines.append(
          Line(text: line, role: .item(scan), standing: .refused))
        continue
      }
      if isCard { needsCard = false }
      lines.append(
        Line(
          text: line, role: isCard ? .card(scan) : .item(scan),
          standing: verdict == .sound ? .sound : .doubtful))
    }
  }
}

extension Batch {
  /// What is asked: how much it is, for whom, and how it begins.
  func question(at station: Station) -> String {
    let words = station.words
    let shownCount = station.size.rows >= 22 ? 6 : 3
    let target = station.desk.operation == .loan ? station.desk.borrower : nil
    var sentences = [words.batchQuestion(self), words.batchTarget(target)]
    sentences += shown(shownCount).map { line in
      let text =
        switch line.role {
        case .command: words.batchLine(line.text, as: nil)
        case .card(let scan): words.batchLine(scan.number, as: .borrower)
        case .item(let scan): words.batchLine(scan.number, as: .item)
        }
      return switch line.standing {
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
    let wrong = lines.indices.filter { lines[$0].standing != .sound }
    let picked = Set([0] + wrong.prefix(count - 1))
    let others = lines.indices.filter { !picked.contains($0) }
    return picked.union(others.prefix(count - picked.count)).sorted()
      .map { lines[$0] }
  }
}

extension Station {
  /// Takes a text that was pasted: one line is typed, several are shown first.
  mutating func paste(_ text: String) {
    var text = text
    // What is shown already is not lost to what comes after it.
    if case .batch(let shown) = page {
      text = (shown.lines.map(\.text) + [text]).joined(separator: "\n")
    }
    recallSeen()
    let batch = Batch(text, at: self)
    guard batch.lines.count > 1 else {
      return type(batch.lines.first?.text ?? "", of: text)
    }
    recordWhatTabLeft()
    dropDoubt()
    page = .batch(batch)
    setFocus(neededField)
  }

  /// Types the one line of a text as a scanner would.
  private mutating func type(_ line: String, of text: String) {
    let isEnded = text.drop(while: \.isWhitespace).contains(where: \.isNewline)
    guard !line.isEmpty else {
      // The end of what was pasted before.
      if text.contains(where: \.isNewline), isTyping || focus == .record {
        press(.enter)
      }
      return
    }
    leaveFieldToScan()
    for character in line.drop(while: { $0 == "\t" }) {
      character == "\t" ? press(.tab) : typeOfScan(character)
    }
    if isEnded { press(.enter) }
    if isTyping { tellWhatGaveWay(to: fieldOfScan.number) }
  }

  /// The field that a scan is typed into.
  private var fieldOfScan: EntryField {
    room?.field ?? (focus == .borrower ? borrowerField : itemField)
  }

  /// Takes each line of a batch as a scan; who has seen how many look wrong
  /// takes them as they are.
  mutating func record(_ batch: Batch) {
    page = nil
    insist { station in
      for line in batch.lines { station.take(line) }
    }
  }

  mutating func drop(_ batch: Batch) {
    page = nil
    refuse(words.batchDropped(batch.lines.count))
  }
}
