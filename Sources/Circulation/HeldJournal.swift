import Glibc

/// The journal of a folder that this station holds.
///
/// It records nothing once another station may have the folder, and notes
/// repairs in the journal.
final class HeldJournal {
  /// The repairs made since the folder was opened.
  private(set) var repairs: [Repair]
  /// Evidence that a journal existed, if none was found.
  let traces: [JournalTrace]

  private let lock: StationLock
  private let journal: Journal
  private let clock: WallClock
  /// The repairs that are not in the journal yet.
  private var pendingRepairs: [Repair] = []
  /// The reason why nothing can be recorded any more: another station has the
  /// folder.
  private var loss: FileError?

  /// Locks a folder and opens its journal.
  ///
  /// - Returns: the journal, and its replay.
  /// - Throws: ``CirculationError``; ``FileError``.
  static func open(
    in folder: StationFolder, clock: WallClock, fileSystem: any FileSystem,
    as process: StationProcess, copyFolder: String?,
    otherTraces: () -> [JournalTrace]
  ) throws -> (HeldJournal, JournalReplay) {
    let lock = try StationLock(
      folder, at: clock.now(), fileSystem: fileSystem, as: process)
    var traces: [JournalTrace] = []
    let opened = try Journal.open(
      in: folder, at: clock.now(), fileSystem: fileSystem, memory: lock.memory
    ) {
      traces =
        folder.traces(lock.memory, copyFolder: copyFolder, fileSystem)
        + otherTraces()
      return traces
    }
    let held = HeldJournal(
      opened.journal, lock, clock, opened.repairs, traces)
    return (held, opened.replay)
  }

  private init(
    _ journal: Journal, _ lock: StationLock, _ clock: WallClock,
    _ repairs: [Repair], _ traces: [JournalTrace]
  ) {
    self.journal = journal
    self.lock = lock
    self.clock = clock
    self.repairs = repairs
    self.traces = traces
    remember()
  }

  /// The station's random id.
  var station: String { journal.station }
  /// A station on another machine that has not released the folder.
  var predecessor: StationLock.Holder? { lock.predecessor }
  /// The journal's file, of which the first ``length`` bytes never change.
  var file: any OpenFile { journal.file }
  /// The number of bytes known to be on disk.
  var length: Int { journal.length }

  /// Appends events, and returns when they are on disk and no other station can
  /// have had the folder until then.
  ///
  /// - Parameter makeEvents: returns the events, given the sequence number of
  ///   the first one; they may refer to each other by their numbers.
  /// - Returns: the repairs noted before the events, and the sequence numbers
  ///   of both.
  /// - Throws: ``FileError``; none of the events is recorded then.
  func append(
    _ makeEvents: (Int) -> [(event: Journal.Event, time: LocalTime)]
  ) throws(FileError) -> (notes: [Repair], sequences: Range<Int>) {
    try makeSure()
    let notes = pendingRepairs
    let events = makeEvents(journal.nextSequence + notes.count)
    let all =
      notes.isEmpty
      ? events : notes.map { (.repaired($0), clock.now()) } + events
    let sequences: Range<Int>
    do {
      defer { note(journal.takeRepairs()) }
      // A station that took the folder before has read these bytes; a later one
      // will.
      sequences = try journal.append(all) { () throws(FileError) in
        do throws(FileError) {
          _ = try confirmLock()
        } catch {
          if error.code == ESTALE { loss = error }
          throw error
        }
      }
    }
    pendingRepairs.removeFirst(notes.count)
    remember()
    return (notes, sequences)
  }

  /// Notes pending repairs and trims the file.
  ///
  /// - Throws: ``FileError``, with `ESTALE` if another station has the folder
  ///   or another program has written to the journal, which is left alone then.
  func close() throws(FileError) {
    do throws(FileError) {
      if !pendingRepairs.isEmpty { _ = try append { _ in [] } }
      try makeSure()
      try journal.trim()
    } catch {
      // Otherwise the reserved space stays, as after a kill, and a repair goes
      // unnoted.
      if error.code == ESTALE { throw error }
    }
  }

  /// Verifies that no other station has the folder or has written to its
  /// journal.
  private func makeSure() throws(FileError) {
    if let loss { throw loss }
    // Another station may have had the folder in between.
    if try confirmLock() == .takenAgain { try journal.compare() }
  }

  private func confirmLock() throws(FileError) -> StationLock.Confirmation {
    let confirmation = try lock.confirm()
    if confirmation == .takenAgain { note([.lockMade]) }
    return confirmation
  }

  private func note(_ new: [Repair]) {
    repairs += new
    pendingRepairs += new
  }

  private func remember() {
    lock.remember(
      StationLock.Memory(
        station: station, lastSequence: journal.nextSequence - 1))
  }
}
