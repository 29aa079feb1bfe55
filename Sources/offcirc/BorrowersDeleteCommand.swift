import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Textbooks

/// Deletes borrowers from the catalogue.
struct BorrowersDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.borrowersDelete)

  @OptionGroup var numbers: BorrowerNumberArguments

  @Option(help: ArgumentHelp(.exportedHistory, .file), completion: .file())
  var exported: String?

  @Flag(help: ArgumentHelp(.borrowerDeletion))
  var yes = false

  @OptionGroup var options: FineOptions

  func validate() throws {
    if exported?.isEmpty == true {
      throw ValidationError(.needsFile("--exported"))
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      let numbers = try numbers.all(place)
      let catalogue = try place.openCatalogue()
      let known = try numbers.map { try catalogue.borrower($0)?.digest }
      let unknown = zip(numbers, known).filter { $1 == nil }.map(\.0)
      guard unknown.isEmpty else {
        throw place.refusal(words.noSuchBorrowers(unknown))
      }
      let histories = try BorrowerHistories(of: place, options, catalogue)
      let held = try numbers.flatMap(histories.heldCopies)
      guard held.isEmpty else { throw place.refusal(words.stillOnLoan(held)) }
      let open = try numbers.flatMap(histories.openFines)
      guard open.isEmpty else { throw place.refusal(words.stillOpen(open)) }
      let rows = try numbers.map { number in
        try histories.rows(of: number) { try catalogue.title(ofItem: $0) }
      }
      try place.expectExported(
        rows.flatMap(\.self), in: exported,
        of: zip(numbers, rows).filter { !$1.isEmpty }.map(\.0))
      for line in words.borrowersGo(numbers) {
        try StandardOutput.write(line + "\n")
      }
      guard yes else { throw place.refusal(words.confirmDeletion) }
      try place.changingLists {
        try place.erase(Set(known.compactMap(\.self)))
      }
      try StandardOutput.write(words.deletedBorrowers(numbers.count) + "\n")
    } catch {
      throw place.failure(error)
    }
  }
}

extension CommandContext {
  /// Erases borrowers from the catalogue and its lists.
  fileprivate func erase(
    _ borrowers: Set<NumberDigest>
  ) throws(CatalogueError) {
    let progress = ProgressLine(words)
    defer { progress.erase() }
    try Rebuilding(of: settings.catalogue.file, on: Self.disk)
      .erase(borrowers) { progress.show($0, of: $1) }
  }
}
