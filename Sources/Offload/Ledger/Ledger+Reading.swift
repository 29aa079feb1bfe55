import Circulation
import Glibc

extension Ledger {
  /// The most bytes that a ledger can have: those of some 20 million
  /// transactions.
  static let mostBytes = 256_000_000
  /// The most bytes that one of its lines can have.
  private static let longestLine = 64_000_000

  /// What is in a ledger.
  package struct Reading {
    /// What can't be read of it, or was changed.
    package enum Damage: Hashable, Sendable {
      /// The line of this number is not an entry, or not as it was written.
      case line(Int)
      /// The last line, of this number, was cut short.
      case torn(line: Int)
      /// From the line of this number on there are zeros, as a power cut leaves
      /// them for what was not written.
      case zeros(line: Int)
      /// Not even its first line was written.
      case unwritten
      /// The line of this number ends with CR LF; it can be read.
      case lineEnd(Int)
    }

    /// Where the ledger is.
    package let path: String
    /// What tells it from what it becomes later; nil if there is none.
    package private(set) var stamp: FileStamp?
    /// The entries that can be read, in their order.
    package private(set) var entries: [Entry] = []
    /// What can't be, the first of it.
    package private(set) var damage: [Damage] = []
    /// Whether it ends without the end of a line.
    private(set) var endsInLine = false
    /// The length before what says nothing at its end; nil if that is all of
    /// it.
    private(set) var soundLength: Int?
    /// The text of the last line, if that was cut short.
    private(set) var tornText: [UInt8] = []
    /// The number of entries before the last line that can't be read.
    private var countBeforeDamage: Int?

    // What can't be read is told by its first few lines.
    private static let mostDamage = 100

    init(path: String) {
      self.path = path
      soundLength = 0
    }

    /// Reads a ledger line by line.
    init(of file: any OpenFile) throws {
      path = file.path
      let stamp = try file.stamp()
      self.stamp = stamp
      guard stamp.length <= Ledger.mostBytes else {
        throw LedgerError.tooLarge(
          path: path, most: Ledger.mostBytes / 1_000_000)
      }
      if try isUnwritten(file, length: stamp.length) {
        damage = [.unwritten]
        soundLength = 0
        return
      }
      var failure: (any Error)?
      try LineReader.forEachLine(in: file) { position, line in
        do {
          if failure == nil { try take(line, position, of: file) }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }

    /// Whether there is no more than a beginning of the first line, and zeros.
    private func isUnwritten(
      _ file: any OpenFile, length: Int
    ) throws(FileFailure) -> Bool {
      let header = LedgerFormat.header
      let start = try file.bytes(0..<min(length, header.count))
      guard zip(start, header).allSatisfy({ $0 == $1 || $0 == 0 }),
        length < header.count || start != header
      else { return false }
      return try file.isZero(start.count..<length)
    }

    private mutating func take(
      _ start: Span<UInt8>, _ position: LineReader.Position,
      of file: any OpenFile
    ) throws {
      let (number, offset) = (position.number, position.offset)
      let end = position.end - (position.isTerminated ? 1 : 0)
      // The end of the file is none of its lines.
      if offset == end, !position.isTerminated { return }
      if !position.isTerminated, number > 1, try file.isZero(offset..<end) {
        soundLength = offset
        return add(.zeros(line: number))
      }
      guard end - offset <= Ledger.longestLine else {
        return hide(.line(number))
      }
      // Of a long line only the beginning was given.
      var line =
        end - offset > start.count
        ? try file.bytes(offset..<end) : start.withUnsafeBytes(Array.init)
      let endsInReturn = position.isTerminated && line.last == 0x0d
      if endsInReturn { line.removeLast() }
      endsInLine = !position.isTerminated
      if number == 1 {
        guard position.isTerminated,
          let version = LedgerFormat.version(in: line[...])
        else { throw LedgerError.notALedger(path: path) }
        guard version <= LedgerFormat.version else {
          throw LedgerError.newer(path: path, version: version)
        }
        // Another may say the same in other bytes.
        if line + [0x0a] != LedgerFormat.header { add(.line(1)) }
      } else if let entry = LedgerFormat.entry(in: line[...]) {
        // Only the end of the line may be missing, after an editor say.
        entries.append(entry)
      } else if position.isTerminated {
        return hide(.line(number))
      } else {
        tornText = line
        return hide(.torn(line: number))
      }
      if endsInReturn { add(.lineEnd(number)) }
    }

    private mutating func hide(_ damage: Damage) {
      countBeforeDamage = entries.count
      add(damage)
    }

    private mutating func add(_ damage: Damage) {
      if self.damage.count < Self.mostDamage { self.damage.append(damage) }
    }
  }
}

extension Ledger.Reading {
  /// What can't be read, and may be the entry of lines of which the earliest was
  /// recorded at a time; nil stands for lines without one.
  ///
  /// A line of the ledger was written before those that follow it. What was
  /// recorded more than a day after one of those was made can't have been
  /// handed over before, unless a clock was wrong: one that made entries of
  /// transactions, or after others, that were still to come is not believed.
  func damageThatMayHide(linesFrom first: LocalTime?) -> [Damage] {
    let hiding = damage.filter(\.hidesEntries)
    guard let countBeforeDamage, !hiding.isEmpty else { return [] }
    guard let first, countBeforeDamage < entries.count else { return hiding }
    let next = entries[countBeforeDamage]
    let isBelieved = entries[...countBeforeDamage].allSatisfy { entry in
      !next.time.precedes(entry.time)
        && !(entry.upload.last.map { entry.time.precedes($0) } ?? false)
    }
    let end = next.time.later(by: 86_400)
    return isBelieved && end.precedes(first) ? [] : hiding
  }
}

extension Ledger.Reading.Damage {
  /// Whether it may be an entry of something that was handed over.
  package var hidesEntries: Bool {
    switch self {
    case .line(1): false
    case .line, .torn: true
    // What an entry stands for is done only when that is on disk.
    case .zeros, .unwritten, .lineEnd: false
    }
  }

  /// The number of the line.
  package var line: Int {
    switch self {
    case .line(let line), .torn(let line), .zeros(let line), .lineEnd(let line):
      line
    case .unwritten: 1
    }
  }
}

extension OpenFile {
  /// Whether there are only zeros in a range.
  fileprivate func isZero(_ range: Range<Int>) throws(FileFailure) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let part = try bytes(offset..<min(offset + 1 << 20, range.upperBound))
      if part.isEmpty { return true }
      guard part.allSatisfy({ $0 == 0 }) else { return false }
      offset += part.count
    }
    return true
  }
}
