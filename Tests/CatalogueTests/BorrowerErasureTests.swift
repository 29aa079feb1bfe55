import Circulation
import Foundation
import Glibc
import Support
import Testing

@testable import Catalogue

/// Borrowers that a school deletes: nothing of them is in a file then.
struct BorrowerErasureTests {
  private let lists = ListFolder()

  /// Imports two lists of borrowers, the second without the first ones, their
  /// loans and their blocks.
  private func addAll(_ level: PrivacyLevel) throws {
    try lists.add([lists.write(ListFolder.items(0..<5))])
    try lists.add(
      [lists.write(ListFolder.readers(0..<10), as: "1.csv")], level: level)
    try lists.add(
      [lists.write(ListFolder.readers(2..<20), as: "2.csv")], level: level
    ) {
      $0.isComplete = true
      $0.isConfirmed = true
    }
    try lists.add(
      [
        lists.write(
          """
          barcode,due date,patron barcode
          37000003,2026-12-24,C1
          37000004,2026-12-24,C7

          """, as: "loans.csv")
      ], level: level)
    try lists.add([lists.write("C1\nC10\n", as: "blocks.txt")], level: level) {
      $0.kind = .blocks
    }
  }

  private func digests(_ numbers: String...) throws -> Set<NumberDigest> {
    let catalogue = try Catalogue(lists.catalogue)
    return Set(numbers.map(catalogue.digest))
  }

  @Test(arguments: PrivacyLevel.allCases)
  func nothingOfThemIsInAFile(_ level: PrivacyLevel) throws {
    try addAll(level)
    let gone = try digests("C1", "C7")
    let before = try Catalogue(lists.catalogue).counts()
    try lists.rebuilding.erase(gone)
    let catalogue = try Catalogue(lists.catalogue)
    for number in ["C1", "C7"] {
      #expect(try catalogue.borrower(number) == nil)
    }
    #expect(try catalogue.counts().borrowers == before.borrowers - 2)
    #expect(try catalogue.counts().items == before.items)
    // The loan stays.
    #expect(try catalogue.item("37000004")?.isOnLoan == true)
    #expect(try catalogue.item("37000004")?.holder == nil)
    #expect(try catalogue.borrower("C10")?.isBlocked == true)
    #expect(try catalogue.borrower("C0")?.isGone == true)
    for digest in gone {
      #expect(try !lists.isKept(String(digest.value, radix: 16)))
    }
    for text in ["Nachname1;", "Nachname1,", "Nachname7", "C7,"] {
      #expect(try !lists.isKept(text), "\(text)")
    }
    let erased = try lists.dump()
    #expect(try lists.rebuilding.rebuild() == 5)
    #expect(try lists.dump() == erased)
  }

  @Test func aLaterListBringsThemBack() throws {
    try addAll(.classes)
    try lists.rebuilding.erase(digests("C7"))
    try lists.add([lists.write(ListFolder.readers(7..<8))], level: .classes)
    let borrower = try Catalogue(lists.catalogue).borrower("C7")
    #expect(borrower?.name?.contains("Nachname7") == true)
  }

  @Test(arguments: [false, true])
  func atEachCallTheListsAreWholeAndTheNextRunFinishes(
    _ isEnd: Bool
  ) throws {
    let backup = TestFolder()
    try addAll(.classes)
    let gone = try digests("C1", "C7")
    for name in ["catalogue", "catalogue.lists"] {
      try FileManager.default.copyItem(
        atPath: lists.folder.path + "/" + name,
        toPath: backup.path + "/" + name)
    }
    let old = try lists.dump()
    try lists.rebuilding.erase(gone)
    let new = try lists.dump()
    var number = 1
    while true {
      for name in ["catalogue", "catalogue.lists"] {
        let path = lists.folder.path + "/" + name
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(
          atPath: backup.path + "/" + name, toPath: path)
      }
      let disk = FailingFileSystem(
        at: number, isEnd: isEnd, code: EIO, failsReading: true)
      let isDone =
        (try? Rebuilding(of: lists.catalogue, on: disk).erase(gone)) != nil
      let now = try lists.dump()
      #expect(now == new || !isDone && now == old, "call \(number)")
      try lists.rebuilding.erase(gone)
      #expect(try lists.dump() == new, "call \(number)")
      #expect(try !lists.isKept("Nachname7"), "call \(number)")
      if disk.callCount < number { break }
      number += 1
    }
    #expect(number > 20)
  }
}
