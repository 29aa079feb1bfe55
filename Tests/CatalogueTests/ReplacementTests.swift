import Foundation
import Seeded
import Testing

@testable import Catalogue

/// Kept lists of which a newer one has all: they are dropped, and the catalogue
/// that is made again has the same rows.
struct ReplacementTests {
  private let lists = ListFolder()

  private func everything() throws -> [String] {
    try lists.dump() + lists.rows("SELECT * FROM list ORDER BY id")
  }

  /// The names of the kept lists, without their days.
  private func names() throws -> [String] {
    try lists.keptLists().map { path in
      String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
        .replacing("-2026-11-21", with: "")
    }
  }

  private func expectTheSameMadeAgain() throws {
    let before = try everything()
    _ = try lists.rebuilding.rebuild()
    #expect(try everything() == before)
  }

  @Test func theSameListAgainTakesTheOldOnesPlace() throws {
    let items = try lists.write(ListFolder.items(0..<1_500))
    try lists.add([items])
    try lists.add([lists.write(ListFolder.readers(0..<20), as: "r.csv")])
    try lists.add([items])
    try lists.add([lists.write(ListFolder.readers(0..<20), as: "r.csv")])
    #expect(try names() == ["000003-items", "000004-borrowers"])
    #expect(try Catalogue(lists.catalogue).lists().map(\.id) == [3, 4])
    try expectTheSameMadeAgain()
  }

  @Test func ofACompleteListsForerunnerOnlyWhatIsGoneIsKept() throws {
    for first in 0..<4 {
      try lists.add(
        [lists.write(ListFolder.items(first * 3..<1_000))]
      ) { $0.isComplete = true }
    }
    #expect(
      try Catalogue(lists.catalogue).lists().map(\.rowCount) == [3, 3, 3, 991])
    let first = try #require(lists.keptLists().first)
    let text = try String(contentsOfFile: first, encoding: .utf8)
    #expect(text.contains("37000000,Title 0,A 0"))
    #expect(!text.contains("37000003"))
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.item("37000002")?.isGone == true)
    #expect(try catalogue.item("37000002")?.list == 1)
    try expectTheSameMadeAgain()
  }

  @Test func whatHasMoreColumnsOrRowsIsKept() throws {
    try lists.add([lists.write(ListFolder.items(0..<9))])
    // Some of the rows, and all rows without a column.
    try lists.add([lists.write(ListFolder.items(0..<8))])
    try lists.add([
      lists.write(
        "barcode,title\n"
          + (0..<9).map { "\(37_000_000 + $0),Title \($0 / 3)\n" }.joined())
    ])
    #expect(
      try names() == ["000001-items", "000002-items", "000003-items"])
    try expectTheSameMadeAgain()
  }

  /// As after a kill between the catalogue and its lists.
  @Test func aListThatWasNotYetRemovedChangesNothing() throws {
    let items = try lists.write(ListFolder.items(0..<9))
    try lists.add([items])
    let path = try #require(lists.keptLists().first)
    let old = try Data(contentsOf: URL(fileURLWithPath: path))
    try lists.add([items])
    let before = try lists.dump()
    try old.write(to: URL(fileURLWithPath: path))
    #expect(try lists.rebuilding.rebuild() == 2)
    #expect(try lists.dump() == before)
    try old.write(to: URL(fileURLWithPath: path))
    try lists.add([items])
    #expect(try names() == ["000003-items"])
    try expectTheSameMadeAgain()
  }

  // MARK: Any lists

  /// A list at random of few numbers.
  private func list(
    _ kind: ListKind, _ random: inout SeededGenerator
  ) -> String {
    let all: [String] =
      switch kind {
      case .items:
        [
          "title", "author", "call number", "policy", "due date",
          "patron barcode",
        ]
      case .borrowers: ["last name", "class", "expiry date", "block"]
      case .loans: ["due date"]
      case .blocks: []
      case .sets: ["isbn", "call number"]
      }
    let isWhole = Bool.random(using: &random)
    let columns =
      (kind == .loans ? ["patron barcode"] : [])
      + all.filter { _ in isWhole || Bool.random(using: &random) }
    if kind == .sets { return sets(columns, &random) }
    let key = kind.isOfItems ? "barcode" : "card number"
    let isFull = Bool.random(using: &random)
    let rows = (0..<8).filter { _ in isFull || .random(using: &random) }
      .map { number in
        ([kind.isOfItems ? "3700000\(number)" : "C70\(number)"]
          + columns.map { value(of: $0, &random) }).joined(separator: ",")
      }
    guard kind != .blocks else { return rows.joined(separator: "\n") + "\n" }
    return ([([key] + columns).joined(separator: ",")] + rows)
      .joined(separator: "\n") + "\n"
  }

  /// A list at random of a few titles of classes.
  private func sets(
    _ columns: [String], _ random: inout SeededGenerator
  ) -> String {
    let rows = (0..<8).filter { _ in Bool.random(using: &random) }
      .map { number in
        (["\(number / 2)A", "Title \(number % 3)"]
          + columns.map { value(of: $0, &random) }).joined(separator: ",")
      }
    return ([(["class", "title"] + columns).joined(separator: ",")] + rows)
      .joined(separator: "\n") + "\n"
  }

  private func value(
    of column: String, _ random: inout SeededGenerator
  ) -> String {
    let digit = Int.random(in: 0...9, using: &random)
    if digit == 0, column != "patron barcode" { return "" }
    return switch column {
    case "due date", "expiry date": "2027-01-1\(digit)"
    case "patron barcode": "C70\(digit)"
    default: "\(column) \(digit)"
    }
  }

  @Test(arguments: 0..<5)
  func theSameRowsAreMadeAgainWhateverTheLists(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var last: [ListKind: String] = [:]
    var count = 0
    for _ in 0..<14 {
      let kind = ListKind.allCases.randomElement(using: &random) ?? .items
      let text =
        last[kind].flatMap { Bool.random(using: &random) ? $0 : nil }
        ?? list(kind, &random)
      last[kind] = text
      let isComplete = Bool.random(using: &random)
      do {
        try lists.add([lists.write(text)], level: .classes) {
          $0.kind = kind
          $0.isComplete = isComplete
          $0.isConfirmed = true
        }
        count += 1
      } catch is CatalogueError {
        // A list without rows.
        continue
      }
      try expectTheSameMadeAgain()
    }
    #expect(count > 8)
    #expect(try lists.keptLists().count < count)
  }
}
