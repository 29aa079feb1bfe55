import Offload
import Terminal

/// What the page "After the outage" says.
///
/// That is what stays to be looked at, how the station stands, what is next,
/// and what was refused or remarked last. Nothing is changed from there but
/// what is put aside: it names the commands that do.
enum AfterOutageView {
  static func lines(in station: Station) -> [LeafView.Line] {
    let words = station.words
    guard let aftermath = station.aftermath else { return [] }
    let width = LeafView.textWidth(of: .afterOutage, in: station)
    var lines: [LeafView.Line] = []
    if !station.warnings.isEmpty {
      lines.append(LeafView.Line(text: words.warningsHead, role: .listHead))
      for warning in station.warningsInFull {
        lines += Notice.wrap(warning.text, width: width).map {
          LeafView.Line(text: $0, role: warning.kind.role)
        }
      }
      if station.canPutAside,
        let key = Command.keys(of: .putAside, in: .leaf).first
      {
        let hint = words.putAsideHint(key: words.name(of: key))
        lines += Notice.wrap(hint, width: width).map { LeafView.Line(text: $0) }
      }
      lines.append(LeafView.Line(text: ""))
    }
    let paragraphs =
      [station.desk.folder.path.printable] + words.state(aftermath) + [""]
      + words.nextStep(aftermath) + ["", words.afterOutageFoot]
    lines += paragraphs.flatMap { text in
      // A command is indented, and can be copied.
      text.hasPrefix(" ")
        ? Notice.wrap(text, width: width - 2).map { "  " + $0 }
        : Notice.wrap(text, width: width)
    }.map { LeafView.Line(text: $0) }
    guard !station.refusalLog.entries.isEmpty else { return lines }
    lines += [
      LeafView.Line(text: ""),
      LeafView.Line(text: words.messagesHead, role: .listHead),
    ]
    return lines + station.messageLines(width: width)
  }
}
