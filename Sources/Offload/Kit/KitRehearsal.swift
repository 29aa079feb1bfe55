import Catalogue
import Circulation
import Tables

/// The rehearsal of the uploads of a kit that is made, or will be, one after the
/// other.
package struct KitRehearsal {
  /// The counts.
  package let summary: Rehearsal.Summary
  /// The items that are not for loan and were lent, each once, in the order of
  /// the lines: no report of the library system will name them.
  package let itemsNotForLoan: [String]
  /// The page for a person.
  package let document: Document

  /// Creates a rehearsal of its parts.
  init(
    _ summary: Rehearsal.Summary, itemsNotForLoan: [String],
    _ document: Document
  ) {
    self.summary = summary
    self.itemsNotForLoan = itemsNotForLoan
    self.document = document
  }

  /// The most lines of each effect on the page.
  private static let maximumShown = 1_000

  /// Rehearses uploads.
  ///
  /// - Parameters:
  ///   - paths: the files, in the order of the upload.
  ///   - system: the library system.
  ///   - catalogue: the lists of items, borrowers and loans.
  ///   - due: the rules by which due dates are estimated.
  ///   - day: the day of the upload.
  ///   - words: the language of the page.
  ///   - language: the code of that language.
  ///   - fileSystem: the file system to read the files from.
  /// - Throws: ``CatalogueError``; ``FileError``.
  package init(
    of paths: [String], in system: LibrarySystem, by catalogue: Catalogue,
    due: DueRules,
    on day: LocalTime, _ words: any OffloadWords, language: String,
    fileSystem: any FileSystem
  ) throws {
    let rehearsal = try Rehearsal(
      of: paths, named: paths.map(\.lastName), in: system,
      rules: system == .pmb ? PMBRules(asIn: PMBKnowledge(catalogue)) : nil,
      by: catalogue, due: due, on: day, fileSystem: fileSystem)
    var page = RehearsalPage(
      of: rehearsal, try RehearsalNotes(catalogue), words,
      maximum: Self.maximumShown)
    var items: [String] = []
    var known: Set<String> = []
    summary = try rehearsal.run { line throws(CatalogueError) in
      try page.add(line)
      guard line.effect == .notForLoan, let item = line.transaction?.item.text
      else { return }
      if known.insert(item).inserted { items.append(item) }
    }
    itemsNotForLoan = items
    document = page.document(summary, language: language)
  }

  /// True if a person must look at some lines before the upload.
  package var needsAttention: Bool {
    summary.count(of: .fails) + summary.count(of: .look) > 0
  }

  /// The files of the kit that it fills, by name.
  var files: [(name: String, text: String)] {
    let set = (["Barcode"] + itemsNotForLoan).map { CSV.row([$0]) }.joined()
    return [
      (Kit.Name.rehearsal, document.text),
      (Kit.Name.printedRehearsal, document.html),
    ] + (itemsNotForLoan.isEmpty ? [] : [(Kit.Name.notForLoan, set)])
  }
}

extension PMBRules {
  /// Creates the rules for a kit, which leaves lines out.
  fileprivate init(asIn knowledge: PMBKnowledge) {
    self.init(
      leavesReadersOut: true, leavesItemsOut: knowledge.hasAllItems)
  }
}
