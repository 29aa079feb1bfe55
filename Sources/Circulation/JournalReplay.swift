import Algorithms

/// The state of a desk after applying a journal's events in order.
package struct JournalReplay: Sendable {
  /// The station's id; nil if no header could be read.
  package internal(set) var station: String?
  /// The transactions that no save covers, in the order recorded.
  package internal(set) var unsaved: [DeskEntry] = []
  /// The saved transactions: all if `keepsSaved`, else those of the last 14
  /// days.
  package private(set) var saved: [DeskEntry] = []
  /// The changes that were not undone: all deletions, and the amendments since
  /// the last save.
  package internal(set) var changes: [Change] = []
  /// The unsaved transactions that were amended, as recorded, by sequence
  /// number.
  package internal(set) var originals: [Int: Transaction] = [:]
  /// The conditions, bringers, charges and settlements of textbooks.
  package internal(set) var textbooks = TextbookRecord()
  /// The number of saved transactions that a removed or replaced data file
  /// held.
  package private(set) var supersededCount = 0
  /// The sequence numbers of the events of saves, done or not.
  private(set) var saves: [Int] = []
  /// The length of the data file after the last save, in bytes.
  package private(set) var savedLength = 0
  /// The name of the archive that this journal follows, if nothing was recorded
  /// since.
  package private(set) var precedingArchive: String?
  /// True to keep all saved transactions.
  var keepsSaved = false
  /// True to keep also those that a removed or replaced data file held.
  var keepsSuperseded = false
  /// A save that is neither done nor void.
  package internal(set) var openSave: OpenSave?
  /// The sequence number of the first event; 0 if there is none.
  private(set) var firstSequence = 0
  /// The sequence number of the last event; 0 if there is none.
  package internal(set) var lastSequence = 0
  /// The latest time of all events; nil if there is none.
  package internal(set) var latest: LocalTime?
  /// The damage found, with line numbers.
  package internal(set) var damage: [JournalDamage] = []
  /// The length up to the end of the last complete line, in bytes.
  package internal(set) var soundLength = 0
  /// The length of an incomplete last line, in bytes.
  package internal(set) var tornByteCount = 0
  /// The number of NUL bytes after the last complete line.
  package internal(set) var zeroCount = 0
  /// The state of a file without journal lines; nil if it has any.
  package internal(set) var void: JournalVoid?
  /// The repairs that the station made by itself, with their times.
  package internal(set) var notes: [JournalHealth.Note] = []
  /// The newest version in a header.
  var version = 0
  /// True unless its borrowers were erased.
  package var hasBorrowers: Bool {
    version < JournalFormat.versionWithoutBorrowers
  }
  /// True if only reserved space follows the last complete line.
  var endsInRoom = true
  /// True if the last line is complete except for its LF.
  var lacksLastLineEnd = false
  /// The number of unreadable lines after the last event.
  var unreadCount = 0
  /// The last save that is done covers everything recorded before this number.
  private(set) var savedBefore = 0

  /// A save whose outcome is not in the journal.
  package struct OpenSave: Hashable, Sendable {
    /// The sequence number of its `save-begun`.
    package let sequence: Int
    /// The length of the data file before the save, in bytes.
    package let fileLength: Int
    /// The number of bytes to append.
    package let byteCount: Int
  }

  /// Reserves memory for the events of a journal of this length in bytes: a
  /// list that grew by doubling would need it twice for a moment.
  mutating func reserve(forLength length: Int) {
    unsaved.reserveCapacity(length / JournalFormat.usualEventLength)
  }

  /// Applies an event; the desk uses the same function while it runs.
  mutating func apply(
    _ event: JournalFormat.Event, sequence: Int, at time: LocalTime
  ) {
    if firstSequence == 0 { firstSequence = sequence }
    lastSequence = sequence
    latest.reach(time)
    unreadCount = 0
    if case .repaired(let repair) = event {
      notes.append(JournalHealth.Note(repair: repair, time: time))
      return
    }
    precedingArchive = nil
    switch event {
    case .recorded(let transaction):
      unsaved.append(DeskEntry(sequence: sequence, transaction: transaction))
    case .deleted, .amended, .moved, .undone:
      change(by: event, sequence: sequence, at: time)
    case .saveBegun(let fileLength, let byteCount):
      saves.append(sequence)
      // A file shorter than the last save left it is a different one.
      if keepsSaved, fileLength < savedLength {
        supersededCount += saved.count
        if !keepsSuperseded { saved = [] }
        savedLength = fileLength
      }
      openSave = OpenSave(
        sequence: sequence, fileLength: fileLength, byteCount: byteCount)
    case .saveDone(let begun):
      saves.append(sequence)
      let count = unsaved.startIndex(ofSequence: begun)
      keep(unsaved[..<count])
      unsaved.removeSubrange(..<count)
      savedBefore = begun
      forgetAmendments()
      openSave = nil
    case .saveVoid:
      saves.append(sequence)
      openSave = nil
    case .archived(let name):
      precedingArchive = name
      (saved, savedLength, supersededCount) = ([], 0, 0)
    case .textbook(let event, let optional):
      textbooks.take(
        .init(sequence: sequence, time: time, event: event, optional: optional))
    case .repaired: break
    }
  }

  /// The number of days for which saved transactions are kept by default.
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

/// A transaction with its sequence number in the journal, which identifies it
/// for ever.
package struct DeskEntry: Hashable, Sendable {
  /// The sequence number of its event in the journal.
  package let sequence: Int
  /// The transaction.
  package let transaction: Transaction
}

extension [DeskEntry] {
  /// Returns the index of the first entry with this sequence number or a higher
  /// one.
  func startIndex(ofSequence sequence: Int) -> Int {
    partitioningIndex { $0.sequence >= sequence }
  }

  /// Returns the index of the entry with this sequence number; nil if there is
  /// none.
  package func index(ofSequence sequence: Int) -> Int? {
    let index = startIndex(ofSequence: sequence)
    return index < count && self[index].sequence == sequence ? index : nil
  }
}

/// Damage found at a line of the journal.
package struct JournalDamage: Hashable, Sendable {
  /// The kinds of damage.
  package enum Kind: Hashable, Sendable {
    /// The line does not match its checksum.
    case checksum
    /// The line repeats a sequence number.
    case repeated
    /// The line stands after one that was written later.
    case misplaced
    /// This many events before the line are missing.
    case missing(count: Int)
  }

  /// The number of the line; the first is 1.
  package let line: Int
  /// The kind of damage.
  package let kind: Kind
}
