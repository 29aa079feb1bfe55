import Offload
import Scanning
import Settings
import Terminal
import Typesetting

/// The picture of the scanner test: what to do, what has arrived, what that
/// means, and what would be written.
struct ScannerView {
  private typealias Line = (text: String, role: Palette.Role)

  private let scanner: ScannerRoom
  private let look: Look
  private var words: any StationWords { look.words }
  private var size: Size { look.size }

  init(_ scanner: ScannerRoom, _ look: Look) {
    self.scanner = scanner
    self.look = look
  }

  func draw(on surface: inout Surface) {
    let palette = look.palette
    surface.drawPageFrame(words.scannerTitle, look)
    for (row, line) in lines.enumerated() {
      surface.write(
        line.text, at: Position(column: 2, row: row + 1),
        style: palette[line.role], width: width)
    }
    surface.write(
      words.scannerKeys(
        canWrite: scanner.canWrite, canSkip: scanner.step != .done),
      at: Position(column: 2, row: size.rows - 2),
      style: palette[.listHeading], width: width)
    surface.cursor = cursor
  }

  private var width: Int {
    min(max(size.columns - 4, 1), DeskLayout.maximumTextWidth)
  }

  /// The number of lines that fit.
  private var room: Int { max(size.rows - 3, 0) }

  /// The lines of the page: all settings that would be written; of what came, as
  /// much as fits.
  private var lines: [Line] {
    var top = wrap(instruction, .focusedLabel)
    if isTyping { top.append((String(scanner.typed.suffix(width)), .field)) }
    if !look.notice.text.isEmpty {
      top += wrap(look.notice.text, look.notice.kind.role)
    }
    var findings = findings.flatMap { wrap(words.finding($0), .label) }
    if let (raw, number) = repaired {
      findings += wrap(words.repaired(raw, number), .label)
    }
    let proposal = scanner.hasLearnt ? proposalLines : []
    var rest = max(room - proposal.count, 0)
    top = top.cut(to: rest, width: width)
    rest -= top.count
    let space = max(rest - findings.count, min(rest, 1))
    var strokes = strokeLines
    if !strokes.isEmpty, strokes.count < space {
      strokes.insert((words.strokesHeading, .listHeading), at: 0)
    }
    strokes = strokes.cut(to: space, width: width)
    findings = findings.cut(to: rest - strokes.count, width: width)
    return Array((top + strokes + findings + proposal).prefix(room))
  }

  private var instruction: String {
    let sentence = words.instruction(scanner.step)
    guard scanner.step == .done else {
      let count = ScannerRoom.Step.all.count - 1
      return "\(words.progress(scanner.stepIndex + 1, of: count)) \(sentence)"
    }
    return sentence
  }

  private var isTyping: Bool {
    if case .type = scanner.step { return true }
    return !scanner.typed.isEmpty
  }

  /// The place behind what is typed, or at the beginning.
  private var cursor: Position {
    guard isTyping else { return Position(column: 2, row: 1) }
    let row = min(wrap(instruction, .label).count + 1, max(room, 1))
    return Position(column: 2 + min(scanner.typed.count, width - 1), row: row)
  }

  private var findings: [Diagnosis.Finding] {
    scanner.diagnosis.findings
      + [scanner.diagnosis.tooShort(for: scanner.proposal)].compactMap(\.self)
  }

  /// The last scan, as the proposed rules take it, if they change it.
  private var repaired: (raw: String, number: String)? {
    guard let scanned = scanner.scanned else { return nil }
    let scan = scanner.proposal.scan(scanned.text)
    return scan.isRepaired ? (scan.raw, scan.number) : nil
  }

  private func wrap(_ text: String, _ role: Palette.Role) -> [Line] {
    text.wrapped(to: width).map { ($0, role) }
  }

  /// Each character, or key, with its code and the milliseconds before it.
  private var strokeLines: [Line] {
    guard let burst = scanner.burst else { return [] }
    var cells = burst.strokes.map { stroke in
      "\(name(of: stroke.event)) \(stroke.milliseconds)"
    }
    cells.append(words.name(ofEnd: burst.end))
    let cell = 16
    let columns = max(width / cell, 1)
    return stride(from: 0, to: cells.count, by: columns).map { start in
      let text = cells[start..<min(start + columns, cells.count)]
        .map { $0 + String(repeating: " ", count: max(cell - $0.count, 1)) }
      return (text.joined(), .field)
    }
  }

  private func name(of event: Event) -> String {
    guard case .key(let key) = event, let typed = key.typed else {
      return words.name(ofStroke: event)
    }
    return
      "\(key.controlName ?? String(typed).printable) \(typed.codes)"
  }

  /// The settings that would be written, or were, a section a line.
  private var proposalLines: [Line] {
    var sections: [String] = []
    var last: SettingsSection?
    for (id, value) in scanner.proposal.found {
      if id.section != last { sections.append("[\(id.section.rawValue)]") }
      let gap = id.section == last ? "  " : " "
      sections[sections.count - 1] += "\(gap)\(id.name.rawValue) = \(value)"
      last = id.section
    }
    return [(words.proposalHeading, .listHeading)]
      + sections.flatMap { wrap($0, .label) }
  }
}

extension [(text: String, role: Palette.Role)] {
  /// The first of the lines, the last of them with an ellipsis if there are
  /// more.
  fileprivate func cut(to count: Int, width: Int) -> Self {
    guard self.count > count else { return self }
    var lines = Array(prefix(Swift.max(count, 0)))
    if let last = lines.popLast() {
      lines.append(((last.text + " …").shortened(to: width), last.role))
    }
    return lines
  }
}
