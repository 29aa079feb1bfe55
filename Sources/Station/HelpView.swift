import Terminal

/// What the Help page says: what to do, then every key, from the one table of
/// keys.
enum HelpView {
  static func lines(in station: Station) -> [String] {
    let words = station.words
    let width = station.size.columns - 4
    var lines = words.help(folder: station.desk.folder).flatMap {
      Notice.wrap($0, width: width)
    }
    for context in Command.Context.allCases where context != .leaf {
      lines += ["", words.name(of: context)]
      var rows = Command.table.filter { $0.context == context }.map {
        command in
        (
          command.keys.map(words.name(of:)).joined(separator: ", "),
          words.explanation(of: command.act)
        )
      }
      if context == .desk { rows.append(("Alt", words.altKeys)) }
      for (keys, explanation) in rows {
        let padding = String(repeating: " ", count: max(22 - keys.count, 1))
        lines += Notice.wrap(explanation, width: width - 24).enumerated().map {
          number, part in
          number == 0
            ? "  \(keys)\(padding)\(part)"
            : String(repeating: " ", count: 24) + part
        }
      }
    }
    return lines
  }
}
