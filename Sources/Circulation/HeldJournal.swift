import Glibc

/// The journal of a folder that this station holds: nothing is recorded in it
/// while another may have the folder, and what the station went on from by
/// itself is noted in it.
final class HeldJournal {
  /// What the station went on from by itself, from the opening on.
  private(set) var repairs: [Repair]
  /// What told that there was a journal, where none was found.
  let traces: [JournalTrace]

  private let lock: StationLock
  private let journal: Journal
  private let clock: WallClock
  /// The repairs that the journal does not tell yet.
  private var unnoted: [Repair] = []
  /// Why nothing can be recorded any more: another station has the folder.
  private var loss: FileFailure?

  /// Takes a folder, and opens its journal.
  ///
  /// - Returns: the journal, and what it says.
  /// - Throws: ``CirculationError``; ``FileFailure``.
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
  /// A station on another machine that has not let the folder go.
  var predecessor: StationLock.Holder? { lock.predecessor }
  /// The file, of which the first bytes stay as they are.
  var file: any OpenFile { journal.file }
  /// The number of these bytes.
  var length: Int { journal.length }

  /// Returns when the events are on disk, and no other station can have had the
  /// folder until then.
  ///
  /// - Returns: the repairs that were noted before the events, and the numbers
  ///   of all of them.
  /// - Throws: ``FileFailure``; none of them is recorded then.
  func append(
    _ events: [(event: Journal.Event, time: LocalTime)]
  ) throws(FileFailure) -> (notes: [Repair], sequences: Range<Int>) {
    try makeSure()
    let notes = unnoted
    let all =
      notes.isEmpty
      ? events : notes.map { (.repaired($0), clock.now()) } + events
    let sequences: Range<Int>
    do {
      defer { note(journal.takeRepairs()) }
      // A station that has taken the folder by then has read what was written;
      // one that takes it later will.
      sequences = try journal.append(all) { () throws(FileFailure) in
        do throws(FileFailure) {
          _ = try confirmLock()
        } catch {
          if error.code == ESTALE { loss = error }
          throw error
        }
      }
    }
    unnoted.removeFirst(notes.count)
    remember()
    return (notes, sequences)
  }

  /// Leaves the file tidy.
  ///
  /// - Throws: ``FileFailure``, with `ESTALE` if another station has the folder
  ///   or another program has written to the journal; it is left alone then.
  func close() throws(FileFailure) {
    do throws(FileFailure) {
      if !unnoted.isEmpty { _ = try append([]) }
      try makeSure()
      try journal.trim()
    } catch {
      // Else blanks stay at the end, as after a kill, and a note is not made.
      if error.code == ESTALE { throw error }
    }
  }

  /// Makes sure that no other station has the folder, or has written to its
  /// journal.
  private func makeSure() throws(FileFailure) {
    if let loss { throw loss }
    // Another may have had it between.
    if try confirmLock() == .takenAgain { try journal.compare() }
  }

  private func confirmLock() throws(FileFailure) -> StationLock.Confirmation {
    let confirmation = try lock.confirm()
    if confirmation == .takenAgain { note([.lockMade]) }
    return confirmation
  }

  private func note(_ new: [Repair]) {
    repairs += new
    unnoted += new
  }

  private func remember() {
    lock.remember(
      StationLock.Memory(
        station: station, lastSequence: journal.nextSequence - 1))
  }
}
