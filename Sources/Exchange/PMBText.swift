/// The count of lines of a file for PMB, as its rows come.
package struct PMBLineCount<Reader: Hashable & Sendable>: Hashable, Sendable {
  /// The number of lines.
  package private(set) var count = 0
  /// The reader of the block, or none in a block of returns; nil before any.
  private var reader: Reader??

  /// Creates the count of an empty file.
  package init() {}

  /// Adds a row: a loan to a reader, or a return if there is none.
  ///
  /// - Returns: the number of lines of the head before it, 0 within a block; nil
  ///   if the file is full.
  package mutating func add(_ reader: Reader?) -> Int? {
    let isNew = self.reader.map { $0 != reader } ?? true
    let headCount = isNew ? reader == nil ? 1 : 2 : 0
    let sum = count + headCount + 1
    if let most = PMBFormat.limits.lineCount, sum > most { return nil }
    count = sum
    self.reader = .some(reader)
    return headCount
  }
}

/// A file for PMB, row after row.
package struct PMBText: Hashable, Sendable {
  /// The content of the file: no byte order mark, no blank line.
  package private(set) var bytes: [UInt8] = []
  /// The number of loans.
  package private(set) var loanCount = 0
  /// The number of returns.
  package private(set) var returnCount = 0
  private var lines = PMBLineCount<String>()
  private(set) var digest = RowDigest()

  /// Adds a row; returns false if the file is full.
  mutating func append(_ entry: Entry) -> Bool {
    guard let item = entry.item else { return true }
    let reader = entry.borrower
    guard let headCount = lines.add(reader) else { return false }
    if headCount > 0 {
      append(reader == nil ? PMBFormat.returnHead : PMBFormat.loanHead)
      if let reader { append(reader) }
    }
    append(item)
    if reader == nil { returnCount += 1 } else { loanCount += 1 }
    digest.add(entry, in: .pmb)
    return true
  }

  private mutating func append(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
  }
}

extension PMBText {
  /// Distributes rows over files, in their order.
  ///
  /// A page of PMB that is loaded again runs its file again, which must change
  /// nothing: so a file has one row of an item, and the next row is in a later
  /// file.
  package static func files(of rows: [Entry]) -> [PMBText] {
    var counts: [String: Int] = [:]
    var passes: [[Entry]] = []
    for row in rows {
      // PMB looks numbers up without regard to case.
      let item = row.item?.lowercased() ?? ""
      let pass = counts[item, default: 0]
      counts[item] = pass + 1
      if pass == passes.count { passes.append([]) }
      passes[pass].append(row)
    }
    var files: [PMBText] = []
    for pass in passes {
      var file = PMBText()
      for row in pass where !file.append(row) {
        files.append(file)
        file = PMBText()
        _ = file.append(row)
      }
      files.append(file)
    }
    return files
  }
}
