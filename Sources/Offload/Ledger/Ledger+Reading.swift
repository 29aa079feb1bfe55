import Circulation
import Glibc

extension Ledger {
  /// The maximum size of a ledger in bytes: about 20 million transactions.
  static let maximumSize = 256_000_000
  /// The maximum length of a line in bytes.
  private static let maximumLineLength = 64_000_000

  /// The content of a ledger.
  package struct Reading {
    /// A kind of damage found in a ledger.
    package enum Damage: Hashable, Sendable {
      /// This line is not an entry, or was changed.
      case line(Int)
      /// The last line is truncated.
      case torn(line: Int)
      /// From this line on there are NUL bytes, which a power cut leaves in
      /// place of data not written.
      case zeros(line: Int)
      /// Not even the first line was written.
      case unwritten
      /// This line ends with CR LF; it is readable.
      case lineEnd(Int)
    }

    /// The path of the ledger.
    package let path: String
    /// The identity and version of the file; nil if there is none.
    package private(set) var version: FileVersion?
    /// The readable entries, in order; then those of other computers.
    package private(set) var entries: [Entry] = []
    /// The damage found, at most 100 lines.
    package private(set) var damage: [Damage] = []
    /// True if the last line lacks its line end.
    private(set) var endsInLine = false
    /// The length without void bytes at the end; nil if there are none.
    private(set) var soundLength: Int?
    /// The text of a truncated last line.
    private(set) var tornText: [UInt8] = []
    /// The number of entries of the file itself.
    private var ownCount: Int?
    /// The number of entries before the last unreadable line.
    private var countBeforeDamage: Int?

    // The first lines are enough to report damage.
    private static let maximumDamage = 100

    init(path: String) {
      self.path = path
      soundLength = 0
    }

    /// Reads a ledger line by line.
    ///
    /// - Throws: ``LedgerError``; ``FileError``.
    init(of file: any OpenFile) throws {
      path = file.path
      let version = try file.version()
      self.version = version
      guard version.length <= Ledger.maximumSize else {
        throw LedgerError.tooLarge(
          path: path, maximum: Ledger.maximumSize / 1_000_000)
      }
      if try isUnwritten(file, length: version.length) {
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

    /// Returns true if there is only a prefix of the first line, and zeros.
    private func isUnwritten(
      _ file: any OpenFile, length: Int
    ) throws(FileError) -> Bool {
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
      // The end of the file is not a line.
      if offset == end, !position.isTerminated { return }
      if !position.isTerminated, number > 1, try file.isZero(offset..<end) {
        soundLength = offset
        return add(.zeros(line: number))
      }
      guard end - offset <= Ledger.maximumLineLength else {
        return hide(.line(number))
      }
      // The reader passes on only the beginning of a long line.
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
        // Another spelling of the same header counts as changed.
        if line + [0x0a] != LedgerFormat.header { add(.line(1)) }
      } else if let entry = LedgerFormat.entry(in: line[...]) {
        // Only the line end may be missing, for example after an editor.
        entries.append(entry)
      } else if position.isTerminated {
        return hide(.line(number))
      } else {
        tornText = line
        return hide(.torn(line: number))
      }
      if endsInReturn { add(.lineEnd(number)) }
    }

    /// Adds entries of other computers.
    mutating func add(_ others: [Entry]) {
      ownCount = entries.count
      entries += others
    }

    private mutating func hide(_ damage: Damage) {
      countBeforeDamage = entries.count
      add(damage)
    }

    private mutating func add(_ damage: Damage) {
      if self.damage.count < Self.maximumDamage { self.damage.append(damage) }
    }
  }
}

extension Ledger.Reading {
  /// Returns the damage that may be the entry of lines recorded at or after a
  /// time; nil stands for lines without a time.
  ///
  /// Entries are appended in order: what was recorded more than a day after a
  /// later entry was made can't be in a damaged entry before it, unless a clock
  /// was wrong. Entries out of order, or made before their own transactions,
  /// show such a clock and are not trusted.
  func damageThatMayHide(linesFrom first: LocalTime?) -> [Damage] {
    let hiding = damage.filter(\.hidesEntries)
    guard let countBeforeDamage, !hiding.isEmpty else { return [] }
    guard let first, countBeforeDamage < ownCount ?? entries.count
    else { return hiding }
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
  /// True if the damaged line may be an entry.
  package var hidesEntries: Bool {
    switch self {
    case .line(1): false
    case .line, .torn: true
    // An entry takes effect only once it is on disk.
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
  /// Returns true if a range holds only zeros.
  fileprivate func isZero(_ range: Range<Int>) throws(FileError) -> Bool {
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
