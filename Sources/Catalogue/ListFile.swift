import Circulation
import Tables

/// A file of a list, in one of the forms that systems export; its content shows
/// which, and never its name.
struct ListFile {
  /// The path of the file.
  let path: String
  /// The length of the file in bytes.
  let length: Int
  private let form: any ListForm

  /// The kinds of the lists in the file; empty if its columns show the kind.
  var kinds: [ListKind] { form.kinds }

  /// The kinds of lists in the file that have no row.
  var emptyKinds: [ListKind] { form.emptyKinds }

  /// True if rows may lack their last cells.
  var isRagged: Bool { form.isRagged }

  /// Opens a file.
  ///
  /// - Throws: ``CatalogueError``.
  init(_ path: String, on disk: any FileSystem) throws(CatalogueError) {
    self.path = path
    let file: any OpenFile
    let beginning: ListBeginning
    do throws(FileError) {
      file = try disk.open(path, for: .reading)
      length = try file.length()
      beginning = try ListBeginning(file)
    } catch {
      throw .file(error)
    }
    do throws(ListFormError) {
      form = try beginning.form.open(file)
    } catch {
      throw CatalogueError(error, file: path)
    }
  }

  /// Calls a body with each row or broken row in order, without blank rows.
  ///
  /// - Parameters:
  ///   - kind: the kind of the list; nil if its columns show it.
  ///   - take: takes a row; returns false to stop.
  ///   - refuse: takes what is not a row.
  ///   - progress: takes the number of bytes read so far.
  /// - Throws: ``CatalogueError``.
  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(CatalogueError) {
    do throws(ListFormError) {
      try form.read(kind, take, refuse: refuse, progress: progress)
    } catch {
      throw CatalogueError(error, file: path)
    }
  }
}

extension ListBeginning.Form {
  /// Opens a file as what its beginning shows.
  fileprivate func open(
    _ file: any OpenFile
  ) throws(ListFormError) -> any ListForm {
    switch self {
    case .oldOffice: throw .reading(.table(.oldOffice))
    case .workbook: try WorkbookForm(file)
    case .page: try PageForm(file)
    case .database: try KohaDatabase(file.path)
    case .records: try MARCItems(file)
    case .json: try KohaDownload(file)
    case .xml: try AlmaUsers(file)
    case .blocks: try TextForm(blocks: file)
    case .text: try TextForm(file)
    }
  }
}

extension CatalogueError {
  fileprivate init(_ error: ListFormError, file: String) {
    self =
      switch error {
      case .reading(.file(let error)): .file(error)
      case .reading(.table(let error)): .table(error, file: file)
      // A list is not mended by what mends a catalogue.
      case .database(let error) where error.isDamage:
        .table(.damaged, file: file)
      case .database(let error): .database(error)
      case .noList: .noList(file: file)
      }
  }
}
