import Seeded
import Testing

@testable import Exchange

/// The order of rows that are read in batches.
struct SortedRowsTests {
  /// Returns the rows in the order of times, by batches of a size.
  private func sorted(
    _ rows: [RowConverter.Row], inBatchesOf capacity: Int
  ) -> [RowConverter.Row] {
    var sorted: [RowConverter.Row] = []
    var previous: SortedRows.Key?
    repeat {
      var batch = SortedRows(after: previous, capacity: capacity)
      for row in rows { batch.take(row) }
      let (rows, last) = batch.end()
      sorted += rows
      previous = last
    } while previous != nil
    return sorted
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func batchesGiveEachRowOnceAndKeepTheOrderOfEqualTimes(_ capacity: Int) {
    var random = SeededGenerator(seed: UInt64(capacity))
    for count in [0, 1, 2, 7, 50] {
      let rows = (0..<count).map { number in
        RowConverter.Row(
          entry: Entry(.return(item: "\(number)")),
          instant: .random(in: 0...9, using: &random),
          place: RowPlace(file: 0, line: number + 1))
      }
      let expected = rows.enumerated().sorted {
        ($0.element.instant ?? 0, $0.offset)
          < ($1.element.instant ?? 0, $1.offset)
      }.map(\.element.place.line)
      let found = sorted(rows, inBatchesOf: capacity).map(\.place.line)
      #expect(found == expected)
    }
  }
}
