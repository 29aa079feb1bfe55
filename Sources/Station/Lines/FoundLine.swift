import Circulation

/// A transaction that was looked for, and where it is.
struct FoundLine: Hashable {
  /// The places of a transaction.
  enum Location: Hashable {
    /// The list, under this sequence number.
    case list(Int)
    /// `OffCirc.dat`, on the line of this number.
    case file(Int)
  }

  let location: Location
  let transaction: Transaction

  init(_ entry: DeskEntry) {
    location = .list(entry.sequence)
    transaction = entry.transaction
  }

  init(_ transaction: Transaction, line: Int) {
    location = .file(line)
    self.transaction = transaction
  }

  /// The number of the transaction in the list; nil if it is saved.
  var sequence: Int? {
    if case .list(let sequence) = location { sequence } else { nil }
  }
}

extension StationWords {
  /// A transaction that was looked for: what, when and where.
  func found(_ line: FoundLine) -> String {
    switch line.location {
    case .list: found(line.transaction, savedInLine: nil)
    case .file(let number): found(line.transaction, savedInLine: number)
    }
  }
}

/// The lines of the list and of `OffCirc.dat` that have a number.
struct Search: Hashable {
  /// The most lines that are kept.
  static let maximumCount = 500

  /// The number, or the part of one, that was looked for.
  let number: String
  /// The newest lines that have it as a whole; if there is none, those that
  /// have it in part.
  private(set) var lines: [FoundLine] = []
  /// The number of lines that have it, those that were not kept too.
  private(set) var count = 0
  /// The newest lines that other desks have today of it.
  private(set) var elsewhere: [Neighbours.Line] = []
  /// The error while `OffCirc.dat` was searched; nil if there was none.
  private(set) var error: FileError?

  /// Looks for a number at a desk.
  init(for number: String, at desk: Desk) {
    self.number = number
    look(at: desk) { $0 == number }
    if count == 0, elsewhere.isEmpty, !number.isEmpty {
      let small = number.lowercased()
      look(at: desk) { $0.lowercased().contains(small) }
    }
  }

  private mutating func look(at desk: Desk, _ isMeant: (String) -> Bool) {
    func has(_ transaction: Transaction) -> Bool {
      isMeant(transaction.item.text)
        || transaction.borrower.map { isMeant($0.text) } ?? false
    }
    var found: [FoundLine] = []
    do throws(FileError) {
      try desk.forEachSaved { line, transaction in
        guard has(transaction) else { return }
        count += 1
        found.append(FoundLine(transaction, line: line))
        if found.count == 2 * Self.maximumCount {
          found.removeFirst(Self.maximumCount)
        }
      }
    } catch {
      self.error = error
    }
    for entry in desk.unsaved where has(entry.transaction) {
      count += 1
      found.append(FoundLine(entry))
    }
    lines = found.suffix(Self.maximumCount).reversed()
    let others = desk.neighbours.lines(of: desk.clock.now(), where: has)
    elsewhere = Array(others.prefix(Self.maximumCount))
  }
}
