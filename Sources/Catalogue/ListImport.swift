import Circulation
import Tables

/// The import of the files of one list into the catalogue.
package struct ListImport {
  /// A file of a list.
  package struct Source {
    /// The path of the file.
    package let path: String
    /// The digest of its content.
    package let digest: String

    /// Creates a source.
    package init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// All that a person asks for.
  package struct Request {
    /// The files, which are one list.
    package var sources: [Source]
    /// The list that a person makes with a command, which has no file: its
    /// source is the name of the command; nil for a list in files.
    package var own: OwnList?
    /// The kind of list; nil if its columns show it.
    package var kind: ListKind?
    /// The names of columns.
    package var columns = ColumnNames()
    /// The rules by which rows become records.
    package var rules: RecordRules
    /// Returns true if a number of a kind is like those that are known only
    /// with a zero before it; asked for the first rows.
    package var lacksZero: (ListKind, String) -> Bool = { _, _ in false }
    /// Takes each item of the list with the path of its file and its line,
    /// before it joins the catalogue.
    package var inspect: ((Item, _ path: String, _ line: Int) -> Void)?
    /// True if what the list does not have is gone.
    package var isComplete = false
    /// True if more than a tenth may be gone.
    package var isConfirmed = false
    /// True if nothing is to be changed.
    package var isPreview = false
    /// The time of the export.
    package var exported: String
    /// The time of the import.
    package var imported: String

    /// Creates a request.
    package init(
      sources: [Source], rules: RecordRules, exported: String, imported: String
    ) {
      self.sources = sources
      self.rules = rules
      self.exported = exported
      self.imported = imported
    }
  }

  /// A row that is left out.
  package struct RejectedRow {
    /// The path of its file.
    package let path: String
    /// The number of its line.
    package let line: Int
    /// All its cells.
    package let cells: [String]
    /// The reason.
    package let reason: RowRejection
    /// The header of its file, or names of its columns.
    package let header: [String]
  }

  private let disk: any FolderOperations
  private let path: String

  /// Creates an import into the catalogue at a path.
  package init(into path: String, on disk: any FolderOperations) {
    self.path = path
    self.disk = disk
  }

  /// The share of what is known that may be gone without a confirmation.
  static let goneShare = 10

  /// Reads the list, keeps it, and puts a catalogue with it in the place of the
  /// old one, unless it is a preview.
  ///
  /// - Parameters:
  ///   - request: what is asked for.
  ///   - reject: takes a row that is left out.
  ///   - progress: takes the bytes that are read, and their number in all.
  /// - Returns: what the list has, and what it changes.
  /// - Throws: ``CatalogueError``; the catalogue is then as it was.
  package func run(
    _ request: Request, reject: @escaping (RejectedRow) -> Void,
    progress: (Int, Int) -> Void
  ) throws(CatalogueError) -> ImportReport {
    let hold =
      request.isPreview ? nil : try KeptLists(of: path, on: disk).hold()
    defer { withExtendedLifetime(hold) {} }
    var draft: CatalogueDraft?
    var result = Result<ImportReport, CatalogueError>.failure(
      .noRow(file: path))
    do throws(FileError) {
      _ = try disk.replace(path) { file throws(FileError) in
        let new = CatalogueDraft(of: path, in: file, request, on: disk)
        draft = new
        result = Result { () throws(CatalogueError) in
          var reading = ListReading(request, into: new, reject: reject)
          var report = try reading.run(disk, progress: progress)
          if !request.isPreview { report.reducedCount = try new.keep() }
          return report
        }
        // An error leaves the old file in its place.
        guard case .success = result, !request.isPreview else {
          throw FileError(operation: .replace, path: path, code: Self.dropped)
        }
      }
    } catch {
      guard error.code == Self.dropped else {
        draft?.forget()
        throw .file(error)
      }
    }
    let report = try result.get()
    if !request.isPreview {
      try CatalogueError.ofFile { () throws(FileError) in
        try disk.synchronizeFolder(path.folder)
      }
      draft?.removeReplaced()
    }
    return report
  }

  /// The code of the error by which a new file is dropped.
  private static let dropped: Int32 = -1
}
