import Catalogue
import Circulation
import SharedLibraries
import Tables

@testable import Station

extension Samples {
  /// What is said of the catalogue and its lists.
  mutating func addCatalogue() {
    addKeptLists()
    add("func sentence(_ error: CatalogueError) -> String") { words in
      Value.catalogueErrors.map { words.sentence($0) }
    }
    add("func reason(_ rejection: RowRejection) -> String") { words in
      Value.rejections.map { words.reason($0) }
    }
    add("func name(of field: ListField) -> String") { words in
      ListField.allCases.map { words.name(of: $0) }
    }
    add(
      "func heading(_ report: ImportReport, fileCount: Int) -> String",
      naming: ["3"]
    ) { [$0.heading(Value.importReport, fileCount: 3)] }
    add(
      """
      func content(of column: ImportReport.Column, rowCount: Int) -> String
      """
    ) { words in
      Value.importReport.columns.map { words.content(of: $0, rowCount: 4_711) }
    }
    add(
      "func leftOut(_ names: [String], unused count: Int) -> String",
      naming: ["Prix"]
    ) { [$0.leftOut(["Prix"], unused: 2)] }
    add(
      "func cut(_ path: String, rowCount: Int) -> String", naming: ["/a/b"]
    ) { [$0.cut("/a/b", rowCount: 500_001)] }
    add(
      "func numberCells(_ count: Int, of rowCount: Int) -> String",
      naming: ["26"]
    ) { [$0.numberCells(26, of: 32)] }
    add("func notForLoan(_ count: Int) -> String", naming: ["--not-for-loan"]) {
      words in
      [words.notForLoan(4_711) + words.notForLoan(0)]
    }
    add("func takenAsStates(_ column: String) -> String", naming: ["code"]) {
      [$0.takenAsStates("code")]
    }
    add(
      "func lostZeros(_ count: Int, of comparedCount: Int) -> String",
      naming: ["998", "1000"]
    ) { [$0.lostZeros(998, of: 1_000)] }
    add("func unreadCells(_ count: Int) -> String", naming: ["4711"]) {
      [$0.unreadCells(4711)]
    }
    add(
      "func otherLists(_ kinds: [ListKind], in path: String) -> String",
      naming: ["/a/b", "--kind loans"]
    ) { [$0.otherLists([.items, .loans], in: "/a/b")] }
    add(
      "func withoutCopy(_ titles: [ClassTitle]) -> String",
      naming: ["4A", "Grec"]
    ) { [$0.withoutCopy([ClassTitle(group: "4A", title: "Grec")])] }
    add("func changes(_ report: ImportReport) -> String") {
      [$0.changes(Value.importReport)]
    }
    add("func moreRejected(_ count: Int) -> String", naming: ["4711"]) {
      [$0.moreRejected(4711)]
    }
    add("var nothingChanged: String { get }") { [$0.nothingChanged] }
    add("func imported(into path: String) -> String", naming: ["/a/b"]) {
      [$0.imported(into: "/a/b")]
    }
    add(
      """
      func state(_ counts: Catalogue.Counts, _ lists: [ImportedList], at \
      path: String) -> [String]
      """, naming: ["/a/b", "items.csv"]
    ) { words in
      [
        words.state(Value.catalogueCounts, Value.importedLists, at: "/a/b")
          .joined(separator: "\n")
      ]
    }
    add("func noCatalogue(at path: String) -> String", naming: ["/a/b"]) {
      [$0.noCatalogue(at: "/a/b")]
    }
    add(
      "func facts(_ item: Item, listed: String) -> [ListedFact]",
      naming: ["20"]
    ) { words in
      [
        words.facts(Value.catalogueItem, listed: "2026-11-20")
          .map { "\($0.name)  \($0.text)" }.joined(separator: "\n")
      ]
    }
    add(
      """
      func facts(_ borrower: Borrower, number: String, listed: String) -> \
      [ListedFact]
      """, naming: ["4711", "20"]
    ) { words in
      [
        words.facts(
          Value.catalogueBorrower, number: "4711", listed: "2026-11-20"
        ).map { "\($0.name)  \($0.text)" }.joined(separator: "\n")
      ]
    }
    add(
      "func notListed(_ number: String, newest: String?) -> String",
      naming: ["4711"]
    ) { words in
      [
        words.notListed("4711", newest: "2026-11-20"),
        words.notListed("4711", newest: nil),
      ]
    }
    add("func noTitle(with words: String) -> String", naming: ["alg"]) {
      [$0.noTitle(with: "alg")]
    }
  }
}

extension Value {
  fileprivate static let catalogueErrors: [CatalogueError] = [
    .file(FileError(operation: .open, path: "/a/b", code: 2)),
    .database(DatabaseError(path: "/a/b", code: 13, message: "full")),
    .database(DatabaseError(path: "/a/b", code: 11, message: "malformed")),
    .table(.openDocument, file: "/a/b"), .table(.empty, file: "/a/b"),
    .table(.damaged, file: "/a/b"), .table(.oldOffice, file: "/a/b"),
    .table(
      .missing(MissingLibrary(debianPackage: "libzip4")), file: "/a/b"),
    .table(.tooLarge(maximum: 1 << 28), file: "/a/b"),
    .table(.tooMany(.cells, maximum: 4_711), file: "/a/b"),
    .notACatalogue("/a/b"), .otherVersion("/a/b"),
    .question(ColumnQuestion(header: ["code"], .items), file: "/a/b"),
    .question(ColumnQuestion(header: ["code"], .borrowers), file: "/a/b"),
    .question(ColumnQuestion(header: ["code"], .sets), file: "/a/b"),
    .question(ColumnQuestion(header: ["code"], .kind), file: "/a/b"),
    .question(ColumnQuestion(header: ["code"], .states("code")), file: "/a/b"),
    .question(
      ColumnQuestion(header: ["code"], .bookNumbers("code")), file: "/a/b"),
    .noList(file: "/a/b"),
    .otherKinds(file: "/a/b", [.borrowers, .items], not: .loans),
    .severalKinds(file: "/a/b", .items, before: .borrowers),
    .busy("/a/b"), .keptListMissing("/a/b"), .noKeptLists("/a/b"),
    .otherKey("/a/b"),
    .keptList("/a/b", line: nil, .notAList),
    .keptList("/a/b", line: 4711, .row), .keptList("/a/b", line: 4711, .sum),
    .keptList("/a/b", line: 4711, .cut),
    .noRow(file: "/a/b"), .allRejected(file: "/a/b", 1),
    .allRejected(file: "/a/b", 4711), .tooManyGone(870, of: 900, .borrowers),
  ]

  fileprivate static let rejections: [RowRejection] = [
    .noNumber, .noClass, .noTitle, .cellCount(3, expected: 4), .heading("5A"),
    .notANumber("é"),
    .rounded("3.37E+13"), .repeated("4711"), .longCell(maximum: 8_000),
    .broken(.tooLong(maximum: 1_000)), .broken(.unclosedQuote),
    .broken(.notARecord),
  ]

  fileprivate static var importReport: ImportReport {
    var report = ImportReport(.items)
    report.rowCount = 4_711
    report.newCount = 1
    report.changedCount = 2
    report.sameCount = 3
    report.repeatedCount = 4
    report.missingCount = 5
    report.rejectedCount = 6
    var title = ImportReport.Column(name: "Title", field: .title)
    title.add("Atlas")
    var policy = ImportReport.Column(name: "Policy", field: .policy)
    policy.add("Normal")
    var name = ImportReport.Column(name: "Name", field: .name, isKept: false)
    name.add("Somebody")
    report.columns = [title, policy, name]
    return report
  }

  fileprivate static let catalogueCounts = Catalogue.Counts(
    items: 4711, titles: 1, borrowers: 2, goneItems: 1, goneBorrowers: 0)

  static let importedLists = [
    ImportedList(
      id: 1, kind: .items, files: ["items.csv"], digest: "",
      rowCount: 4711, exported: "2026-11-20", imported: "2026-11-21",
      level: .numbers, isComplete: false)
  ]

  fileprivate static var catalogueItem: Item {
    var item = Item(number: "4711")
    item.title = "Atlas"
    item.isNotForLoan = true
    item.isOnLoan = true
    return item
  }

  fileprivate static var catalogueBorrower: Borrower {
    var borrower = Borrower(digest: NumberDigest(value: 1))
    borrower.block = ""
    return borrower
  }
}
