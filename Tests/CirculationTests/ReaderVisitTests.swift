import Testing

@testable import Circulation

/// What one reader lent and returned on a day, for a slip.
struct ReaderVisitTests {
  private let ada: Barcode
  private let bea: Barcode
  private let day = LocalTime(
    secondsSince1970: 1_795_000_000, utcOffset: 3_600)

  init() throws {
    ada = try Barcode("9921000000164")
    bea = try Barcode("9921000000172")
  }

  private func replay(_ transactions: [Transaction]) -> JournalReplay {
    var replay = JournalReplay()
    for (index, transaction) in transactions.enumerated() {
      replay.apply(
        .recorded(transaction), sequence: index + 1, at: transaction.recorded)
    }
    return replay
  }

  private func loan(
    _ item: String, _ reader: Barcode, at time: LocalTime? = nil
  ) throws -> Transaction {
    .loan(of: try Barcode(item), to: reader, at: time ?? day)
  }

  private func `return`(_ item: String) throws -> Transaction {
    .return(of: try Barcode(item), at: day)
  }

  @Test func aReturnIsOfWhoHadTheItem() throws {
    var replay = replay([
      try loan("1", ada), try loan("2", bea), try `return`("1"),
      try `return`("2"), try `return`("3"), try loan("1", bea),
      try `return`("1"),
    ])
    #expect(replay.visit(of: ada, on: day).entries.map(\.sequence) == [1, 3])
    #expect(
      replay.visit(of: bea, on: day).entries.map(\.sequence) == [2, 4, 6, 7])
    // Saved or not.
    replay.apply(
      .saveBegun(fileLength: 0, byteCount: 1), sequence: 8, at: day)
    replay.apply(.saveDone(begun: 8), sequence: 9, at: day)
    #expect(replay.unsaved.isEmpty)
    #expect(replay.visit(of: ada, on: day).entries.map(\.sequence) == [1, 3])
  }

  @Test func aReturnIsOfWhoBroughtItIfThatWasNoted() throws {
    var replay = replay([try loan("1", ada), try `return`("1")])
    replay.apply(
      .textbook(.brought(sequence: 2, by: bea), optional: nil), sequence: 3,
      at: day)
    #expect(replay.visit(of: ada, on: day).entries.map(\.sequence) == [1])
    #expect(replay.visit(of: bea, on: day).entries.map(\.sequence) == [2])
    #expect(replay.latestReader(on: day) == bea)
  }

  @Test func anotherDayIsLeftOutButKnown() throws {
    let before = day.later(by: -86_400)
    let replay = replay([
      try loan("1", ada, at: before), try `return`("1"),
    ])
    #expect(replay.visit(of: ada, on: day).entries.map(\.sequence) == [2])
    #expect(replay.latestReader(on: day) == nil)
    #expect(replay.latestReader(on: before) == nil)
    #expect(replay.visit(of: bea, on: day).entries.isEmpty)
  }
}
