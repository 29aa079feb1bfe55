import Typesetting

/// A line of text on a page or in a panel.
struct TextLine: Hashable {
  let text: String
  var role = Palette.Role.label
}

extension Look {
  /// Returns what was refused or remarked last, the newest first, in so many
  /// lines at most.
  func messageLines(width: Int, most: Int = .max) -> [TextLine] {
    var lines: [TextLine] = []
    for entry in messageLog.entries where lines.count < most {
      let time = words.listTime(entry.time, today: now)
      lines += "\(time) \(entry.text)".wrapped(
        to: width, maximum: most - lines.count
      ).map { TextLine(text: $0) }
    }
    return lines
  }
}
