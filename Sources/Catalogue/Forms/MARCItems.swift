import Circulation
import Tables

/// Records of ISO 2709 that have their items in a local field: `952` as Koha
/// writes it in MARC 21, `995` in UNIMARC, `996` by PMB, which has more.
struct MARCItems: ListForm {
  /// The subfields of an item that are read, by the tag of its field.
  private static let layouts: [(tag: String, codes: String, bib: [String])] = [
    ("996", "fk123axve", ["200a", "200f"]),
    ("995", "fkrbego", ["200a", "200f"]),
    ("952", "poy7bvdq", ["245a", "245c"]),
  ]

  let kinds: [ListKind] = [.items]
  private let file: MARCFile
  private let layout: (tag: String, codes: String, bib: [String])

  init(_ file: any OpenFile) throws(ListFormError) {
    let file = MARCFile(file)
    self.file = file
    var tags: Set<String> = []
    do throws(FileError) {
      // The first record with an item shows where all have theirs.
      try file.read { record, _ in
        tags = Set(record.fields.map(\.tag))
        return tags.isDisjoint(with: Self.layouts.map(\.tag))
      } refuse: { _ in
      }
    } catch {
      throw .reading(.file(error))
    }
    guard let layout = Self.layouts.first(where: { tags.contains($0.tag) })
    else { throw .noList }
    self.layout = layout
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    let header = layout.bib + layout.codes.map { layout.tag + String($0) }
    guard take(TableRow(header: header)) else { return }
    do throws(FileError) {
      try file.read(
        { record, number in
          let bib = layout.bib.map { name in
            record.fields.first { $0.tag == name.prefix(3) }
              .flatMap { record.value(of: name.last ?? "a", in: $0) }
          }
          return record.fields.filter { $0.tag == layout.tag }.allSatisfy {
            field in
            let own = layout.codes.map { record.value(of: $0, in: field) }
            return take(TableRow(line: number, values: bib + own))
          }
        }, refuse: refuse, progress: progress)
    } catch {
      throw .reading(.file(error))
    }
  }
}

extension TableRow {
  fileprivate init(line: Int, values: [MARCRecord.Value?]) {
    var cells: [String] = []
    var unread: Set<Int> = []
    for value in values {
      switch value {
      case .text(let text): cells.append(text)
      case .unread:
        unread.insert(cells.count)
        cells.append("")
      case nil: cells.append("")
      }
    }
    self.init(line: line, cells: cells, unreadColumns: unread)
  }
}
