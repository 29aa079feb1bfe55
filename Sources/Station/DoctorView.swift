import Scanning
import Settings
import Terminal

extension ScannerDoctor {
  /// What is to be seen: what to do, what has arrived, what that means, and
  /// what would be written.
  func view(_ palette: Palette) -> Surface {
    var surface = Surface(size: size, style: palette[.ground])
    let frame = Area(
      column: 0, row: 0, width: size.columns, height: size.rows)
    surface.drawFrame(
      frame, style: palette[.frame],
      title: "\(words.title) – \(words.doctorTitle)",
      titleStyle: palette[.title])
    surface.cursor = Position(column: 2, row: 1)
    let width = min(max(size.columns - 4, 1), DeskLayout.widestText)
    var lines: [(text: String, role: Palette.Role)] = []
    lines += Notice.wrap(words.instruction(step), width: width)
      .map { ($0, .focusedLabel) }
    // At the end what will be written is to be seen, before all else.
    if !arrival.strokes.isEmpty, step != .done {
      lines += strokeLines(width: width).map { ($0, .field) }
    }
    lines += diagnosis.findings.flatMap {
      Notice.wrap(words.finding($0), width: width).map { ($0, .label) }
    }
    if let scan = repaired {
      lines.append((words.repaired(scan.raw, scan.number), .label))
    }
    if !diagnosis.arrivals.isEmpty {
      lines.append((words.proposalHead, .listHead))
      lines += proposalLines.flatMap {
        Notice.wrap($0, width: width).map { ($0, .label) }
      }
    }
    let foot = size.rows - 3
    for (row, line) in lines.prefix(max(foot - 1, 0)).enumerated() {
      surface.write(
        line.text, at: Position(column: 2, row: row + 1),
        style: palette[line.role], width: width)
    }
    surface.write(
      notice.shortened(to: width), at: Position(column: 2, row: foot),
      style: palette[.label], width: width)
    surface.write(
      words.doctorKeys, at: Position(column: 2, row: foot + 1),
      style: palette[.listHead], width: width)
    return surface
  }

  /// The last scan, as the proposed rules take it, if they change it.
  private var repaired: Scan? {
    let scan = proposal.scan(arrival.text)
    return arrival.end != nil && scan.isRepaired ? scan : nil
  }

  /// Each character with its code and the milliseconds before it.
  private func strokeLines(width: Int) -> [String] {
    var cells = arrival.strokes.map { stroke in
      let code = stroke.character.codes
      return
        "\(String(stroke.character).printable) \(code) \(stroke.milliseconds)"
    }
    if let end = arrival.end { cells.append(words.name(ofEnd: end)) }
    let cell = 16
    let columns = max(width / cell, 1)
    return stride(from: 0, to: cells.count, by: columns).map { start in
      cells[start..<min(start + columns, cells.count)].map { text in
        text + String(repeating: " ", count: max(cell - text.count, 1))
      }.joined()
    }
  }

  /// What would be written, a section a line.
  private var proposalLines: [String] {
    var lines: [String] = []
    var last: SettingsSection?
    for (id, value) in proposal.found {
      if id.section != last { lines.append("[\(id.section.rawValue)]") }
      let gap = id.section == last ? "  " : " "
      lines[lines.count - 1] += "\(gap)\(id.name.rawValue) = \(value)"
      last = id.section
    }
    return lines
  }
}
