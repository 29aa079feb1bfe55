import Circulation
import Tables

/// A file of a list, in one of the forms that systems export; its content shows
/// which, and never its name.
struct ListFile {
  private enum Form {
    /// Text with cells between separators.
    case text(TextTable)
    /// A workbook.
    case workbook(Workbook)
    /// A web page.
    case page(PageTable)
  }

  /// The path of the file.
  let path: String
  /// The length of the file in bytes.
  let length: Int
  private let form: Form

  /// True if rows may lack their last cells.
  var isRagged: Bool {
    switch form {
    case .text: false
    case .workbook, .page: true
    }
  }

  /// The maximum size of a workbook or a page, which is read whole, in bytes.
  private static let maximumSize = 256 << 20

  private static let workbookLimits = Workbook.Limits(
    cells: 16_000_000, characters: 512 << 20, length: 8_000, columns: 512)

  /// Opens a file.
  ///
  /// - Throws: ``CatalogueError``.
  init(_ path: String, on disk: any FileSystem) throws(CatalogueError) {
    self.path = path
    let file: any OpenFile
    let whole: [UInt8]
    do throws(FileError) {
      file = try disk.open(path, for: .reading)
      length = try file.length()
      let beginning = try file.bytes(0..<1 << 12)
      guard beginning.isPackage || beginning.isPage || beginning.isOldOffice
      else {
        form = .text(try TextTable(file))
        return
      }
      whole = try file.bytes(0..<min(length, Self.maximumSize + 1))
    } catch {
      throw .file(error)
    }
    do throws(TableFileError) {
      if whole.isOldOffice { throw .oldOffice }
      guard whole.count <= Self.maximumSize else {
        throw .tooLarge(maximum: Self.maximumSize)
      }
      form =
        whole.isPackage
        ? .workbook(try Workbook(whole, Self.workbookLimits))
        : .page(try PageTable(whole))
    } catch {
      throw .table(error, file: path)
    }
  }

  /// Calls a body with each row or broken row in order, without blank rows.
  ///
  /// - Parameters:
  ///   - take: takes a row; returns false to stop.
  ///   - refuse: takes what is not a row.
  ///   - progress: takes the number of bytes read so far.
  /// - Throws: ``CatalogueError``.
  func read(
    _ take: (TableRow) -> Bool, refuse: (BrokenRow) -> Void,
    progress: (Int) -> Void
  ) throws(CatalogueError) {
    switch form {
    case .text(let table):
      do throws(FileError) {
        try table.read(take, refuse: refuse, progress: progress)
      } catch {
        throw .file(error)
      }
    case .workbook(let book):
      // Of several sheets the list is in the first one that has rows.
      var hasRow = false
      for sheet in 0..<book.sheetCount where !hasRow {
        do throws(TableFileError) {
          try book.read(sheet: sheet) { row in
            if row.isBlank { return true }
            hasRow = true
            return take(row)
          }
        } catch {
          throw .table(error, file: path)
        }
      }
    case .page(let page):
      for row in page.rows where !row.isBlank {
        guard take(row) else { return }
      }
    }
  }
}

extension [UInt8] {
  /// True for a ZIP archive, which a workbook is.
  fileprivate var isPackage: Bool {
    starts(with: Array("PK\u{3}\u{4}".utf8))
  }

  /// True for a compound file of Microsoft: an old or an encrypted workbook.
  fileprivate var isOldOffice: Bool {
    starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  }

  /// True for HTML.
  fileprivate var isPage: Bool {
    let text = String(decoding: prefix(1 << 12), as: UTF8.self).lowercased()
    guard text.drop(while: { $0.isWhitespace || $0 == "\u{feff}" }).first == "<"
    else { return false }
    return ["<!doctype html", "<html", "<table"].contains { text.contains($0) }
  }
}
