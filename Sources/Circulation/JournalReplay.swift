/// What a journal says when all its events are taken in order.
public struct JournalReplay {
  /// The station's id; nil if no header could be read.
  public internal(set) var station: String?
  /// The transactions that no save covers, in the order recorded.
  public internal(set) var unsaved: [DeskEntry] = []
  /// The transactions that the data file has to have, if they were to be kept;
  /// else those of the days up to the last one.
  public private(set) var saved: [DeskEntry] = []
  /// The changes of the list that were not taken back: all deletions, and the
  /// amendments since the last save.
  public internal(set) var changes: [Change] = []
  /// The unsaved transactions that were amended, by their numbers, as they were
  /// recorded.
  public internal(set) var originals: [Int: Transaction] = [:]
  /// How many were saved before it was removed or replaced.
  public private(set) var takenAwayCount = 0
  /// The length that the data file had after the last save, in bytes.
  public private(set) var savedLength = 0
  /// The archive into which all that came before was put away, if nothing has
  /// happened since.
  public private(set) var freshAfter: String?
  /// Whether what was saved is kept.
  var keepsSaved = false
  /// A save that was begun and neither done nor void.
  public internal(set) var openSave: OpenSave?
  /// The number of the last event; 0 if there is none.
  public internal(set) var lastSequence = 0
  /// The latest time of all events; nil if there is none.
  public internal(set) var latest: LocalTime?
  /// What could not be read, with line numbers.
  public internal(set) var damage: [JournalDamage] = []
  /// The number of bytes up to the end of the last whole line.
  public internal(set) var soundLength = 0
  /// The number of bytes of a last line that was not wholly written.
  public internal(set) var tornByteCount = 0
  /// The number of NUL bytes behind the last whole line.
  public internal(set) var zeroCount = 0
  /// How a file is that has no line of a journal; nil if it has one.
  public internal(set) var void: JournalVoid?
  /// What the station went on from by itself, and when.
  public internal(set) var notes: [JournalHealth.Note] = []
  /// The newest version that a header names.
  var version = 0
  /// Whether there is nothing after the last whole line but room for others.
  var endsInRoom = true
  /// Whether the last line is whole but for its line end.
  var lacksLastLineEnd = false
  /// The number of lines after the last event that can't be read.
  var unreadCount = 0
  /// The last save that was done covers what was recorded before this number.
  private(set) var savedBefore = 0

  /// A save whose outcome the journal does not tell.
  public struct OpenSave: Hashable, Sendable {
    /// The sequence number of its save-begun.
    public let sequence: Int
    /// The length of the data file before it, in bytes.
    public let fileLength: Int
    /// The number of bytes it was to append.
    public let byteCount: Int
  }

  /// Takes one event; the desk uses the same for what happens as it runs.
  mutating func apply(
    _ event: JournalFormat.Event, sequence: Int, at time: LocalTime
  ) {
    lastSequence = sequence
    if latest.map({ time.seconds(since: $0) > 0 }) ?? true { latest = time }
    unreadCount = 0
    if case .repaired(let repair) = event {
      notes.append(JournalHealth.Note(repair: repair, time: time))
      return
    }
    freshAfter = nil
    switch event {
    case .recorded(let transaction):
      unsaved.append(DeskEntry(sequence: sequence, transaction: transaction))
    case .deleted, .amended, .moved, .undone:
      change(by: event, sequence: sequence, at: time)
    case .saveBegun(let fileLength, let byteCount):
      // Shorter than it was left, it is another file.
      if keepsSaved, fileLength < savedLength {
        takenAwayCount += saved.count
        saved = []
        savedLength = fileLength
      }
      openSave = OpenSave(
        sequence: sequence, fileLength: fileLength, byteCount: byteCount)
    case .saveDone(let begun):
      let count = unsaved.startIndex(ofSequence: begun)
      keep(unsaved[..<count])
      unsaved.removeSubrange(..<count)
      savedBefore = begun
      forgetAmendments()
      openSave = nil
    case .saveVoid:
      openSave = nil
    case .archived(let name):
      freshAfter = name
      (saved, savedLength, takenAwayCount) = ([], 0, 0)
    case .repaired: break
    }
  }

  /// How many days of what was saved are kept, if not all.
  private static let keptDays = 14

  private mutating func keep(_ entries: ArraySlice<DeskEntry>) {
    saved += entries
    if !keepsSaved, let last = saved.last?.transaction.recorded {
      let start = last.later(by: Int64(-Self.keptDays * 24 * 3_600))
      if saved.first?.transaction.recorded.precedes(start) == true {
        saved.removeAll { $0.transaction.recorded.precedes(start) }
      }
    }
    savedLength = openSave.map { $0.fileLength + $0.byteCount } ?? savedLength
  }

  /// The transactions that the open save covers.
  var coveredByOpenSave: ArraySlice<DeskEntry> {
    guard let openSave else { return [] }
    return unsaved[..<unsaved.startIndex(ofSequence: openSave.sequence)]
  }
}

/// A transaction of a desk, with its sequence number in the journal, which
/// names it for ever.
public struct DeskEntry: Hashable, Sendable {
  /// The number of its event in the journal.
  public let sequence: Int
  /// The transaction.
  public let transaction: Transaction
}

extension [DeskEntry] {
  /// Where the first entry of this number or a higher one stands.
  func startIndex(ofSequence sequence: Int) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        self[middle].sequence < sequence
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  /// Where the entry of this number stands.
  public func index(ofSequence sequence: Int) -> Int? {
    let index = startIndex(ofSequence: sequence)
    return index < count && self[index].sequence == sequence ? index : nil
  }
}

/// A place of the journal that could not be read.
public struct JournalDamage: Hashable, Sendable {
  /// What is wrong there.
  public enum Kind: Hashable, Sendable {
    /// The line does not match its checksum.
    case checksum
    /// The checksum is right, but the words are unknown.
    case unknown
    /// The line's sequence number was there before.
    case repeated
    /// The line stands behind one that was written later.
    case misplaced
    /// This many events are missing before the line.
    case missing(count: Int)
  }

  /// The number of the line; the first is 1.
  public let line: Int
  /// What is wrong there.
  public let kind: Kind
}
