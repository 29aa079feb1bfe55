import Circulation
import Typesetting

/// A page whose boxes are ticked on the screen as on paper: a checklist, a
/// worklist, what is still to do.
package struct TickPage: Hashable, Sendable {
  /// A row of the page.
  package enum Row: Hashable, Sendable {
    /// A heading.
    case heading(String)
    /// A sentence, or the heads of a table.
    case text(String)
    /// A step, or a line of a table, with the number of its box.
    case box(Int, String)

    /// The text without its box.
    package var text: String {
      switch self {
      case .heading(let text), .text(let text), .box(_, let text): text
      }
    }
  }

  /// The name by which ticks know the page.
  package let name: String
  /// The rows, in order.
  package private(set) var rows: [Row] = []
  /// The number of boxes.
  package private(set) var boxCount = 0
  /// The notes in the lines of tables, by the numbers of their boxes: texts to
  /// be copied.
  package private(set) var notes: [Int: String] = [:]

  /// Lays out a page: each step and each line of a table gets a box, from 1.
  ///
  /// - Parameters:
  ///   - document: the page.
  ///   - name: a name of the page that is the same in every language.
  ///   - column: the head of the last column of tables that have notes.
  package init(
    _ document: Document, named name: String, notesIn column: String? = nil
  ) {
    self.name = name
    rows.append(.heading(document.title))
    for block in document.blocks {
      switch block {
      case .heading(let text): rows.append(.heading(text))
      case .paragraph(let text): rows.append(.text(text))
      case .points(let points): rows += points.map { .text("– " + $0) }
      case .steps(let steps):
        for (number, step) in zip(1..., steps) { add("\(number). \(step)") }
      case .table(let head, let lines):
        add(head, lines, hasNotes: column != nil && head.last == column)
      case .chart(let head, let bars):
        add(head, bars.map(\.cells), hasNotes: false)
      }
    }
  }

  /// Returns a page for each part of a document under a heading.
  ///
  /// Each is named by what it says: a part that changes begins without ticks,
  /// and the others keep theirs.
  package static func parts(of document: Document) -> [TickPage] {
    var parts = [
      Document(title: document.title, language: document.language)
    ]
    for block in document.blocks {
      if case .heading(let title) = block {
        parts.append(Document(title: title, language: document.language))
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    return parts.map { part in
      var sha = SHA256()
      sha.add(Array(part.text.utf8).span)
      return TickPage(part, named: sha.hexadecimal)
    }
  }

  private mutating func add(_ step: String) {
    boxCount += 1
    rows.append(.box(boxCount, step))
  }

  private mutating func add(
    _ head: [String], _ lines: [[String]], hasNotes: Bool
  ) {
    let widths = head.indices.dropLast().map { column in
      ([head] + lines).reduce(0) { max($0, $1[column].columnCount) }
    }
    func text(_ cells: [String]) -> String {
      // No-break spaces keep the columns apart.
      zip(cells, widths).map { $0.padded(to: $1) + "  " }.joined()
        .replacing(" ", with: "\u{a0}") + (cells.last ?? "")
    }
    rows.append(.text(text(head)))
    for line in lines {
      add(text(line))
      if hasNotes { notes[boxCount] = line.last }
    }
  }
}
