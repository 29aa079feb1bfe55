import Catalogue
import Circulation
import Languages
import Offload

/// Writes foretold lines to standard output: for programs as they are found,
/// for a person as a page.
struct RehearsalListing {
  private let rehearsal: Rehearsal
  private let notes: RehearsalNotes
  private let words: any Words
  private let format: OutputFormat
  private var writer: RowWriter
  private var page: RehearsalPage

  /// The most lines of each effect that are shown to a person.
  private static let maximumShown = 50

  /// Creates a listing that calls `willWrite` before each output.
  init(
    _ format: OutputFormat, of rehearsal: Rehearsal, _ notes: RehearsalNotes,
    _ words: any Words, willWrite: @escaping () -> Void
  ) {
    self.format = format
    self.rehearsal = rehearsal
    self.notes = notes
    self.words = words
    writer = RowWriter(
      format,
      [
        "file", "line", "grade", "effect", "recorded", "operation", "item",
        "borrower", "title", "message", "certainty", "why", "suggestions",
        "advice",
      ], willWrite: willWrite)
    page = RehearsalPage(
      of: rehearsal, notes, words, maximum: Self.maximumShown)
  }

  /// Adds a line.
  ///
  /// - Throws: ``CatalogueError``.
  mutating func add(_ line: RehearsedLine) throws(CatalogueError) {
    guard format != .text else { return try page.add(line) }
    let transaction = line.transaction
    let near = try notes.nearMisses(of: line)
    let title = try notes.title(of: line)
    let values: [OutputRow.Value] = [
      .text(rehearsal.files[line.file]), .number(line.line),
      .text(line.effect.grade.rawValue), .text(line.effect.rawValue),
      .init(transaction?.recorded), .init(transaction?.operation.rawValue),
      .init(transaction?.item.text), .init(transaction?.borrower?.text),
      .init(title), .init(line.message), .text(line.certainty.name),
      .init(line.certainty.doubt.map(words.sentence)),
      .list(near.map { .text($0.number) }),
      .text(words.advice(on: line.effect, in: rehearsal.system)),
    ]
    writer.add(values)
  }

  /// Writes the rest.
  ///
  /// - Throws: ``FileError``.
  mutating func end(
    _ summary: Rehearsal.Summary, language: String
  ) throws(FileError) {
    try writer.end(text: page.document(summary, language: language).text)
  }
}
