import Circulation
import Textbooks
import Typesetting

// The papers of a whole class.
extension PaperWriter {
  /// The most characters of a title among several.
  private static let shortTitle = 40

  /// The title of a paper for the class.
  private var classTitle: String {
    ([words.title(of: request.kind)]
      + [request.schoolClass?.printable]
      .compactMap(\.self)).joined(separator: " – ")
  }

  /// The pupils with what they have; nil without a pupil.
  var classList: Paper? {
    guard !request.accounts.isEmpty else { return nil }
    let loans = request.accounts.map { $0.out.filter { !$0.isLost } }
    let rows = zip(request.accounts, loans).map { account, loans in
      PaperTable.Row(cells: [
        account.pupil.printableName ?? "–", account.pupil.number,
        String(loans.count),
        loans.map { title($0.title).shortened(to: Self.shortTitle) }
          .joined(separator: ", "),
      ])
    }
    let hasNames = request.accounts.contains { $0.pupil.name != nil }
    let pupils = PaperTable(
      columns: [
        column(.pupil, .cut), column(.number), column(.count),
        column(.titles, .wrapped),
      ], rows: rows)
    let all = loans.flatMap(\.self)
    return Paper(
      title: classTitle,
      subject: [
        [
          words.name(of: SchoolYear(ofLoansAt: request.time)),
          words.day(request.time),
        ].joined(separator: " – "),
        words.classSummary(
          pupils: loans.count, holding: loans.count { !$0.isEmpty },
          copies: all.count), request.sender.printable,
      ].filter { !$0.isEmpty },
      number: nil,
      blocks: [.table(hasNames ? pupils : pupils.withoutFirstColumn)]
        + titles(of: all))
  }

  /// Returns the titles of a class with the numbers of their copies.
  private func titles(of loans: [TextbookLoan]) -> [Paper.Block] {
    guard !loans.isEmpty else { return [] }
    let counts = loans.reduce(into: [:]) {
      $0[title($1.title), default: 0] += 1
    }
    let table = PaperTable(
      columns: [column(.title, .wide), column(.count)],
      rows: counts.sorted { $0.key < $1.key }
        .map { .init(cells: [$0.key, String($0.value)]) })
    return [.heading(words.heading(of: .titles)), .table(table)]
  }

  /// The bar codes of the pupils.
  var contactSheet: ContactSheet {
    ContactSheet(
      title: classTitle,
      entries: request.accounts.map {
        .init(name: $0.pupil.printableName, number: $0.pupil.number)
      })
  }
}

extension PaperTable {
  /// The table without its first column, which is empty.
  fileprivate var withoutFirstColumn: PaperTable {
    PaperTable(
      columns: Array(columns.dropFirst()),
      rows: rows.map { Row(cells: Array($0.cells.dropFirst()), note: $0.note) })
  }
}
