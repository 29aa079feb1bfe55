import Terminal

/// What the Help page says: the keys that a day at the desk needs, what to
/// know, then every key, from the one table of keys.
enum HelpView {
  /// All that is needed beside the scanner, in the order of a day.
  static let dailyActs: [Act] = [
    .clear, .switchOperation, .delete, .save, .close,
  ]

  static func lines(in station: Station) -> [LeafView.Line] {
    let words = station.words
    let width = LeafView.textWidth(of: .help, in: station)
    var lines = [LeafView.Line(text: words.helpKeysHead, role: .listHead)]
    for act in dailyActs {
      let keys = Command.keys(of: act, in: .desk).prefix(1)
      lines += row(Array(keys), words.explanation(of: act), words, width)
    }
    for section in words.help(folder: station.desk.folder) {
      lines += ["", section.title].map {
        LeafView.Line(text: $0, role: .listHead)
      }
      lines += section.paragraphs.flatMap { Notice.wrap($0, width: width) }
        .map { LeafView.Line(text: $0) }
    }
    for context in Command.Context.allCases where context != .leaf {
      lines += ["", words.name(of: context)].map {
        LeafView.Line(text: $0, role: .listHead)
      }
      for command in Command.table where command.context == context {
        lines += row(
          command.keys, words.explanation(of: command.act), words, width)
      }
      if context == .desk {
        lines += row("Alt", words.altKeys, width)
      }
    }
    return lines
  }

  private static func row(
    _ keys: [Key], _ explanation: String, _ words: any Words, _ width: Int
  ) -> [LeafView.Line] {
    row(
      keys.map(words.name(of:)).joined(separator: ", "), explanation, width)
  }

  private static func row(
    _ keys: String, _ explanation: String, _ width: Int
  ) -> [LeafView.Line] {
    let padding = String(repeating: " ", count: max(22 - keys.count, 1))
    return Notice.wrap(explanation, width: width - 24).enumerated().map {
      number, part in
      LeafView.Line(
        text: number == 0
          ? "  \(keys)\(padding)\(part)"
          : String(repeating: " ", count: 24) + part)
    }
  }
}
