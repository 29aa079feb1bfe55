import Circulation
import Tables

/// A text with cells between separators.
struct TextForm: ListForm {
  private let table: TextTable
  let kinds: [ListKind]

  init(_ file: any OpenFile) throws(ListFormError) {
    do throws(FileError) {
      table = try TextTable(file)
    } catch {
      throw .reading(.file(error))
    }
    kinds = []
  }

  /// Opens a list of blocks, as Evergreen writes it: a number, a blank and a
  /// letter in each line.
  init(blocks file: any OpenFile) throws(ListFormError) {
    do throws(FileError) {
      table = try TextTable(
        file, TextDialect(separator: UInt8(ascii: " "), isQuoted: false))
    } catch {
      throw .reading(.file(error))
    }
    kinds = [.blocks]
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    do throws(FileError) {
      try table.read(take, refuse: refuse, progress: progress)
    } catch {
      throw .reading(.file(error))
    }
  }
}

/// A workbook, of which the first sheet that has rows is the list.
struct WorkbookForm: ListForm {
  private let book: Workbook
  var isRagged: Bool { true }

  // Cells that are cut here are too long to be taken.
  private static let limits = Workbook.Limits(
    cells: 16_000_000, characters: 512 << 20,
    length: RecordReader.maximumLength + 4, columns: 512)

  init(_ file: any OpenFile) throws(ListFormError) {
    let bytes = try Self.content(of: file)
    do throws(TableFileError) {
      book = try Workbook(bytes, Self.limits)
    } catch {
      throw .reading(.table(error))
    }
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    var hasRow = false
    for sheet in 0..<book.sheetCount where !hasRow {
      do throws(TableFileError) {
        try book.read(sheet: sheet) { row in
          if row.isBlank { return true }
          hasRow = true
          return take(row)
        }
      } catch {
        throw .reading(.table(error))
      }
    }
  }
}

/// A web page with tables.
struct PageForm: ListForm {
  private let page: PageTable
  var isRagged: Bool { true }

  init(_ file: any OpenFile) throws(ListFormError) {
    let bytes = try Self.content(of: file)
    do throws(TableFileError) {
      page = try PageTable(bytes)
    } catch {
      throw .reading(.table(error))
    }
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    for row in page.rows where !row.isBlank {
      guard take(row) else { return }
    }
  }
}
