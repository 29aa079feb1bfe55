import CPrefetch

/// The last row of about a million items and borrowers, by which a row is known
/// that is in a file twice.
///
/// Its memory does not depend on the files: a row takes the place of another
/// one, which is then forgotten. An item that is lent, returned and lent again
/// in one minute is not there twice: its last row is another one.
struct RecentRows {
  private static let size = 1 << 20
  private var rows: [UInt64] = []
  /// The last plain row, while its place in the table is loaded.
  private var waiting: (index: Int, row: UInt64, place: RowPlace)?

  /// Returns true if the row is the same as the last one of its item, or of its
  /// borrower if it has no item; remembers it.
  mutating func hasJustBeen(_ entry: Entry) -> Bool {
    var key = RowDigest()
    key.add(entry.item ?? entry.borrower ?? "")
    var row = key
    row.add(entry)
    if let moment = entry.moment { row.add(moment.wall) }
    return replace(index(key), by: row.value)
  }

  /// Remembers a plain row, and looks it up when the next one comes: the table
  /// is larger than the caches of a processor.
  ///
  /// - Returns: the place of the plain row before, if that one was the same as
  ///   the last one of its item.
  mutating func take(
    _ row: PlainRow, in line: Span<UInt8>, at place: RowPlace
  ) -> RowPlace? {
    var key = RowDigest()
    key.add(line.extracting(row.item))
    var digest = key
    digest.add(row, in: line)
    digest.add(row.moment.wall)
    let index = index(key)
    rows.withUnsafeBufferPointer { prefetch($0.baseAddress.map { $0 + index }) }
    defer { waiting = (index, digest.value, place) }
    return finish()
  }

  /// Looks the last plain row up, before an entry or at the end.
  ///
  /// - Returns: its place, if it was the same as the last one of its item.
  mutating func finish() -> RowPlace? {
    guard let row = waiting else { return nil }
    waiting = nil
    return replace(row.index, by: row.row) ? row.place : nil
  }

  private mutating func index(_ key: RowDigest) -> Int {
    if rows.isEmpty { rows = Array(repeating: 0, count: Self.size) }
    return Int(key.value % UInt64(Self.size))
  }

  private mutating func replace(_ index: Int, by row: UInt64) -> Bool {
    let isSame = rows[index] == row
    rows[index] = row
    return isSame
  }
}

/// A digest of rows in their order.
struct RowDigest: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func add(byte: UInt8) { add(word: UInt64(byte)) }

  private mutating func add(word: UInt64) {
    value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 29
  }

  /// Adds a text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0.span) }
  }

  /// Adds the bytes of a text, eight at once.
  mutating func add(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { raw in
      var place = 0
      while place + 8 <= raw.count {
        add(word: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      // The length, so that two texts are not like two others.
      var last = UInt64(raw.count)
      if place > 0 {
        // The last eight, some of which have been added.
        last ^=
          raw.loadUnaligned(
            fromByteOffset: raw.count - 8, as: UInt64.self
          )
          .byteSwapped
      } else {
        for byte in raw { last = last << 8 | UInt64(byte) }
      }
      add(word: last)
    }
  }

  /// Adds a number.
  mutating func add(_ number: Int64) { add(word: UInt64(bitPattern: number)) }

  /// Adds the event of a row, without its times.
  mutating func add(_ entry: Entry) {
    switch entry.act {
    case .loan: add(byte: 1)
    case .return: add(byte: 2)
    case .renewal: add(byte: 3)
    case .payment(_, let cents):
      add(byte: 4)
      add(Int64(cents))
    case .registration(_, let user):
      add(byte: 5)
      add(user)
    case .inHouseUse(_, let count):
      add(byte: 6)
      add(Int64(count))
    case .uncatalogued(_, let kind, let count):
      add(byte: 7)
      add(Int64(kind))
      add(Int64(count))
    }
    add(entry.item ?? "")
    add(entry.borrower ?? "")
  }

  /// Adds a row as a format keeps it.
  mutating func add(_ entry: Entry, in format: ExchangeFormat) {
    add(entry)
    guard let moment = entry.moment else { return }
    add(moment, in: format)
    if format == .sierra {
      add(Int64(entry.group ?? 0))
      if let due = entry.due { add((due.wall - due.wall.modulus(60)) / 60) }
    }
  }

  private mutating func add(_ moment: Moment, in format: ExchangeFormat) {
    switch format {
    case .alma, .sierra: add((moment.wall - moment.wall.modulus(60)) / 60)
    case .koha: add(moment.wall)
    case .evergreen: add(moment.instant ?? moment.wall)
    case .destiny, .pmb: break
    }
  }

  /// Adds the event of a plain row, as that of its entry.
  mutating func add(_ row: PlainRow, in line: Span<UInt8>) {
    add(byte: row.borrower == nil ? 2 : 1)
    add(line.extracting(row.item))
    add(line.extracting(row.borrower ?? 0..<0))
  }

  /// Adds a plain row as a format keeps it, as its entry.
  mutating func add(
    _ row: PlainRow, in line: Span<UInt8>, _ format: ExchangeFormat
  ) {
    add(row, in: line)
    add(row.moment, in: format)
  }
}
