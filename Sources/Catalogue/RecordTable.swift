import Tables

/// A table of a catalogue that is being built, of items or of borrowers.
final class RecordTable {
  /// The fate of a record.
  enum Outcome {
    case new
    case changed
    case same
    /// The list has it twice, with the same values.
    case repeated
    /// The list has it twice, with other values.
    case contradicted
  }

  /// A way to take a record that a list has twice.
  enum Repetition {
    /// Both have to be the same.
    case refused
    /// Both are of one borrower: a pupil has a row for each course. The texts
    /// in a column are joined by commas.
    case joined(column: Int?)
  }

  private let repetition: Repetition
  private let count: Int
  private let find: Statement
  private let put: Statement

  /// - Parameters:
  ///   - database: the file.
  ///   - name: the name of the table.
  ///   - key: the name of the column by which a record is known.
  ///   - columns: the names of the columns that lists fill.
  ///   - repetition: the way to take a record that a list has twice.
  /// - Throws: ``DatabaseError``.
  init(
    _ database: Database, _ name: String, key: String, columns: [String],
    _ repetition: Repetition
  ) throws(DatabaseError) {
    self.repetition = repetition
    count = columns.count
    let names = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    find = try database.prepare(
      "SELECT \(names), list, gone FROM \(name) WHERE \(key) = ?")
    put = try database.prepare(
      """
      INSERT OR REPLACE INTO \(name)(\(key), \(names), list)
      VALUES(?, \(marks), ?)
      """)
  }

  /// Returns the values of a record; nil if it is not known.
  ///
  /// - Throws: ``DatabaseError``.
  private func known(
    _ key: DatabaseValue
  ) throws(DatabaseError) -> (values: [DatabaseValue], list: Int, gone: Bool)? {
    find.bind(key, at: 1)
    defer { find.reset() }
    guard try find.step() else { return nil }
    return (
      (0..<count).map { find.value(Int32($0)) },
      find.number(Int32(count)) ?? 0, find.number(Int32(count + 1)) == 1
    )
  }

  /// Returns the number of the last list that has a record; nil if none has.
  ///
  /// - Throws: ``DatabaseError``.
  func list(of key: DatabaseValue) throws(DatabaseError) -> Int? {
    try known(key)?.list
  }

  /// Adds or changes a record; what the list does not have stays.
  ///
  /// - Parameters:
  ///   - key: the value by which it is known.
  ///   - list: the number of the list.
  ///   - carried: the columns that the list has.
  ///   - values: makes the values, from those that are known.
  /// - Returns: its fate.
  /// - Throws: ``DatabaseError``.
  func add(
    _ key: DatabaseValue, list: Int, carried: [Bool],
    _ values: ([DatabaseValue]?) throws(DatabaseError) -> [DatabaseValue]
  ) throws(DatabaseError) -> Outcome {
    let known = try known(key)
    var merged = try values(known?.values)
    var outcome = Outcome.new
    if let known {
      for index in 0..<count where !carried[index] {
        merged[index] = known.values[index]
      }
      let isRepeated = known.list == list
      if isRepeated, case .joined(let column) = repetition {
        merged.join(known.values, joining: column)
      }
      let isSame = merged == known.values && !known.gone
      outcome = isRepeated ? .repeated : isSame ? .same : .changed
      if isRepeated, case .refused = repetition {
        return isSame ? .repeated : .contradicted
      }
    }
    put.bind(key, at: 1)
    for (index, value) in merged.enumerated() {
      put.bind(value, at: Int32(2 + index))
    }
    put.bind(list, at: Int32(2 + count))
    try put.run()
    return outcome
  }
}

extension [DatabaseValue] {
  /// Joins another row of the same borrower.
  fileprivate mutating func join(
    _ known: [DatabaseValue], joining column: Int?
  ) {
    for index in indices where known[index] != .none {
      if self[index] == .none {
        self[index] = known[index]
      } else if index == column, case .text(let new) = self[index],
        case .text(let old) = known[index]
      {
        let parts = old.split(separator: ",").map { String($0).trimmed }
        self[index] = .text(parts.contains(new) ? old : old + ", " + new)
      }
    }
  }
}
