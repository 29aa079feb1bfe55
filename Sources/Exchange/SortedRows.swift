/// The earliest rows after a place in the order of their times, at most so
/// many.
///
/// Rows of a file are nearly always in order. Where they are not, the file is
/// read once for each batch, so that memory does not depend on its length.
struct SortedRows {
  /// The place of a row in the order of times; rows of one time keep the order
  /// of the files.
  struct Key: Comparable, Hashable {
    let instant: Int64
    let ordinal: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.instant, left.ordinal) < (right.instant, right.ordinal)
    }
  }

  static let capacity = 1 << 15

  private let previous: Key?
  private let capacity: Int
  private var rows: [(key: Key, row: RowConverter.Row)] = []
  /// The key behind which rows are of a later batch.
  private var limit: Key?
  private var ordinal = 0

  /// Creates a batch.
  ///
  /// - Parameters:
  ///   - previous: the last key of the batch before.
  ///   - capacity: the most rows.
  init(after previous: Key?, capacity: Int = Self.capacity) {
    self.previous = previous
    self.capacity = capacity
  }

  /// Takes the next row of all in the order of the files.
  mutating func take(_ row: RowConverter.Row) {
    ordinal += 1
    let key = Key(instant: row.instant ?? .min, ordinal: ordinal)
    if let previous, key <= previous { return }
    if let limit, limit < key { return }
    rows.append((key, row))
    if rows.count >= capacity * 2 { cut() }
  }

  private mutating func cut() {
    rows.sort { $0.key < $1.key }
    guard rows.count > capacity else { return }
    rows.removeSubrange(capacity...)
    limit = rows.last?.key
  }

  /// Returns the rows in order, and the last key if there may be more.
  mutating func end() -> (rows: [RowConverter.Row], last: Key?) {
    cut()
    return (rows.map(\.row), rows.count < capacity ? nil : rows.last?.key)
  }
}

/// The order of the times of rows, as they are read.
struct RowOrder {
  private var last = Int64.min
  /// True if no row is earlier than one before.
  private(set) var isKept = true
  /// The rows that are.
  private(set) var losses = Losses()

  /// Takes the time of the next row; nil if it has none.
  mutating func take(_ instant: Int64?, _ place: RowPlace) {
    guard let instant else { return }
    if instant < last {
      isKept = false
      losses.add(.order, place)
    }
    last = max(last, instant)
  }
}
