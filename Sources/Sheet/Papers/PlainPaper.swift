extension Paper {
  /// A part of a page that is about no pupil.
  package enum Part: Hashable, Sendable {
    /// A heading.
    case heading(String)
    /// A paragraph.
    case paragraph(String)
    /// A table, whose last column takes the room that is left.
    case table(head: [String], rows: [[String]])
    /// A table with a bar in each row, from 0 to 1.
    case chart(head: [String], rows: [[String]], shares: [Double])
  }

  /// Creates a page of its parts.
  package init(title: String, parts: [Part]) {
    self.init(
      title: title, subject: [], number: nil, blocks: parts.map(\.block))
  }
}

extension Paper.Part {
  fileprivate var block: Paper.Block {
    switch self {
    case .heading(let text): .heading(text)
    case .paragraph(let text): .paragraph(text)
    case .table(let head, let rows):
      .table(
        PaperTable(
          columns: head.dropLast().map { PaperTable.Column($0) }
            + head.suffix(1).map { PaperTable.Column($0, .wrapped) },
          rows: rows.map { PaperTable.Row(cells: $0) }))
    case .chart(let head, let rows, let shares):
      .table(
        PaperTable(
          columns: head.map { PaperTable.Column($0) }
            + [PaperTable.Column("", .wide)],
          rows: zip(rows, shares).map {
            PaperTable.Row(cells: $0 + [""], share: $1)
          }))
    }
  }
}
