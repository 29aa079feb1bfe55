/// A circulation desk: the operation, the borrower, and the transactions that
/// are not in `OffCirc.dat` yet.
///
/// A recorded transaction waits until ``commit()`` has written it to the
/// journal, so that one sync covers a burst of scans; only then is it in
/// ``unsaved``.
package final class Desk {
  /// The folder of the desk's files.
  package let folder: StationFolder
  /// The folder of the journal's copy; nil if no copy is kept.
  package let copyFolder: String?
  /// The desk's clock.
  package let clock: WallClock
  /// The operation of the next item.
  package private(set) var operation = Operation.loan
  /// The borrower of the next loan.
  package private(set) var borrower: Barcode?
  private(set) var borrowerOrigin = ScanOrigin.plain
  /// The transactions recorded but not on disk yet.
  package internal(set) var waiting: [Transaction] = [] {
    didSet { if waiting.isEmpty { waitingByItem = [:] } }
  }
  /// The last waiting transaction of each item.
  var waitingByItem: [Barcode: Transaction] = [:]
  /// The notes that wait with the transactions: bringers, and states of copies.
  var notes = WaitingNotes()
  /// The findings of opening the desk.
  package private(set) var opening = Opening()

  private let journal: HeldJournal
  private(set) var replay: JournalReplay
  private let dataFile: DataFile
  let fileSystem: any FileSystem
  lazy var staleLinesDismissal = StaleLinesDismissal(
    in: folder, fileSystem: fileSystem)
  private let mirror: JournalMirror?
  /// All that have the journal too: its copy, and what was added.
  package private(set) var followers: [any JournalFollower] = []
  var latest = LatestByItem()
  var tally: DayTally?
  /// The transactions of the newest archived journal; nil until read.
  var archived: [Transaction]?
  private var clockWatch: ClockWatch
  private var stale: DataFileSummary?
  // A rolled-back save is voided in the journal before the next event.
  private var isOpenSaveVoid = false
  private var summaryCache: SummaryCache

  /// Opens the desk of a folder, with everything recorded there.
  ///
  /// Creates the folder if needed, and completes an interrupted save. The
  /// folder for a copy of the journal must exist; if it does not,
  /// ``copyWarning`` reports it and the desk retries later.
  ///
  /// - Parameters:
  ///   - folder: the folder of the desk's files.
  ///   - clock: the desk's clock.
  ///   - copyFolder: the folder of the journal's copy.
  ///   - otherTraces: returns further evidence that the folder had a journal;
  ///     called if none is found.
  /// - Throws: ``CirculationError`` or ``FileError`` if the folder can't be
  ///   used; nothing was changed then.
  package convenience init(
    folder: StationFolder, clock: WallClock = .system,
    copyingTo copyFolder: String? = nil,
    otherTraces: () -> [JournalTrace] = { [] }
  ) throws {
    try folder.create()
    try self.init(
      folder: folder, clock: clock, fileSystem: PosixFileSystem(),
      copyingTo: copyFolder, otherTraces: otherTraces)
  }

  init(
    folder: StationFolder, clock: WallClock, fileSystem: any FileSystem,
    as process: StationProcess = .current,
    copyingTo copyFolder: String? = nil, mirrorsInBackground: Bool = true,
    otherTraces: () -> [JournalTrace] = { [] }
  ) throws {
    self.folder = folder
    self.copyFolder = copyFolder
    self.clock = clock
    self.fileSystem = fileSystem
    clockWatch = ClockWatch(clock)
    drive = fileSystem.drive(of: folder.path)
    (journal, replay) = try HeldJournal.open(
      in: folder, clock: clock, fileSystem: fileSystem, as: process,
      copyFolder: copyFolder, otherTraces: otherTraces)
    let station = journal.station
    mirror = copyFolder.map { copyFolder in
      JournalMirror(
        JournalCopy(
          in: copyFolder, of: station, at: folder, fileSystem: fileSystem),
        inBackground: mirrorsInBackground)
    }
    if let mirror { followers = [mirror] }
    dataFile = DataFile(in: folder, fileSystem: fileSystem)
    summaryCache = SummaryCache(of: dataFile)
    opening.traces = journal.traces
    opening.damage = replay.damage
    let covered = replay.coveredByOpenSave.count
    do throws(FileError) {
      if let isCompleted = try settleOpenSave() {
        opening.completedCount = isCompleted ? covered : 0
        opening.returnedCount = isCompleted ? 0 : covered
      }
    } catch {
      opening.error = error
    }
    if let summary = try? summary(), let last = summary.last,
      last.precedes(clock.now()), !last.isSameDay(as: clock.now())
    {
      stale = summary
    }
    tendCopies()
  }

  /// The path of the journal that holds the list, if another program has
  /// written to the desk's own; nil otherwise.
  package private(set) var rescued: String?

  /// The drive of the folder.
  package let drive: Drive

  /// A station on another machine that took the folder and has not released it.
  package var predecessor: StationLock.Holder? { journal.predecessor }

  /// The repairs that the station made by itself since it was opened.
  package var repairs: [Repair] { journal.repairs }

  /// The station's random id, stored in the journal's header.
  package var station: String { journal.station }

  /// The sequence number of the journal's last event; 0 if there is none.
  package var lastSequence: Int { replay.lastSequence }

  /// The transactions that are not in `OffCirc.dat` yet, in the order recorded.
  package var unsaved: [DeskEntry] { replay.unsaved }

  // MARK: What to look at

  /// The reason to suspect the clock, evaluated now; nil if it is plausible.
  package var clockWarning: ClockWarning? {
    ClockWarning(
      now: clock.now(), latest: replay.latest, release: clock.release)
  }

  /// Returns the time the clock would show if it had not been set since the
  /// last call; nil if it was not set.
  package func clockJump() -> LocalTime? {
    clockWatch.jump()
  }

  /// Returns the summary of `OffCirc.dat` made at opening if its lines are of
  /// an earlier day and still there: they may have been uploaded already.
  ///
  /// - Parameter present: the current result of ``summary()``.
  /// - Returns: nil if the lines are gone or of today.
  package func staleLines(in present: DataFileSummary) -> DataFileSummary? {
    guard
      let stale,
      present.lineCount >= stale.lineCount, present.first == stale.first
    else { return nil }
    return stale
  }

  /// The free space in bytes if the disk is nearly full (below 10 MB); nil
  /// otherwise.
  package var scarceSpace: Int? {
    guard
      let space = try? fileSystem.freeSpace(in: folder.path),
      space < Self.comfortableSpace
    else { return nil }
    return space
  }

  /// The reason why there may be no copy of the journal; nil also if none is
  /// kept.
  package var copyWarning: CopyWarning? { mirror?.warning }

  /// Adds a follower, which gets the whole journal first.
  package func add(_ follower: any JournalFollower) {
    followers.append(follower)
    follower.follow(journal.file, to: journal.length)
  }

  /// Updates the journal's copies in the background, if they are within reach
  /// again; those that are at work stay at it.
  package func tendCopies() {
    for follower in followers where !follower.isBusy {
      follower.follow(journal.file, to: journal.length)
    }
  }

  private static let comfortableSpace = 10_000_000

  // MARK: The desk

  /// Switches to loans or to returns; the borrower is kept.
  package func `switch`(to operation: Operation) {
    self.operation = operation
  }

  /// Sets the borrower of the loans to come.
  package func identify(_ borrower: Barcode, origin: ScanOrigin = .plain) {
    self.borrower = borrower
    borrowerOrigin = origin
  }

  /// Clears the borrower.
  package func clear() {
    borrower = nil
    borrowerOrigin = .plain
  }

  // MARK: Saving

  /// Appends all unsaved transactions to `OffCirc.dat`, exactly once.
  ///
  /// If it throws, all of them are still unsaved, except for an act of
  /// ``FileError/Operation/noteSave``: then the lines are in the file, and the
  /// next save or start finds them there. If the program is killed at any
  /// instant, opening the desk settles the save.
  ///
  /// - Returns: the number of transactions saved.
  @discardableResult
  package func save() throws(FileError) -> Int {
    try commit()
    let before = unsaved.count
    try settleOpenSave()
    guard !unsaved.isEmpty else { return before }
    let saved = unsaved
    let pending = try dataFile.pendingAppend(of: saved.lazy.map(\.transaction))
    try append([
      (
        .saveBegun(
          fileLength: pending.fileLength, byteCount: pending.bytes.count),
        clock.now()
      )
    ])
    do {
      try dataFile.append(pending)
    } catch {
      isOpenSaveVoid = dataFile.withdraw(pending)
      throw error
    }
    summaryCache.add(saved, pending)
    do {
      try closeOpenSave(isDone: true)
    } catch {
      throw FileError(operation: .noteSave, path: error.path, code: error.code)
    }
    return before
  }

  /// Trims the journal and finishes the copy; skipping this loses nothing.
  ///
  /// - Throws: ``FileError``, with `ESTALE` if another station has the folder
  ///   or another program has written to the journal, which is left alone then.
  package func close() throws(FileError) {
    // Otherwise the next start would complete a save already reported as
    // failed.
    if isOpenSaveVoid { try? append([]) }
    defer { for follower in followers { follower.finish() } }
    do throws(FileError) {
      try journal.close()
    } catch {
      rescue(after: error)
      throw error
    }
  }

  /// Saves the list to a journal of its own if the station's may have lost it.
  private func rescue(after failure: FileError) {
    guard failure.operation == .recognize, rescued == nil, !unsaved.isEmpty
    else {
      return
    }
    // On a disk that can't be written, the window still shows the list.
    rescued = try? Journal.rescue(
      unsaved, with: replay.textbooks, of: station, in: folder,
      at: clock.now(), fileSystem: fileSystem)
  }

  /// Returns the summary of `OffCirc.dat`, read again if others have changed
  /// it.
  package func summary() throws(FileError) -> DataFileSummary {
    try summaryCache.summary()
  }

  /// Completes or voids an open save.
  ///
  /// - Returns: true if its transactions are in the data file; nil if there was
  ///   no open save.
  @discardableResult
  func settleOpenSave() throws(FileError) -> Bool? {
    guard let openSave = replay.openSave, !isOpenSaveVoid else { return nil }
    let isDone: Bool
    if let pending = replay.pendingAppend(
      of: openSave, exercise: folder.exercise)
    {
      do {
        isDone = try dataFile.complete(pending)
      } catch {
        isOpenSaveVoid = dataFile.withdraw(pending)
        throw error
      }
    } else {
      isDone = false
    }
    try closeOpenSave(isDone: isDone)
    return isDone
  }

  private func closeOpenSave(isDone: Bool) throws(FileError) {
    guard let begun = replay.openSave?.sequence else { return }
    try append([
      (isDone ? .saveDone(begun: begun) : .saveVoid(begun: begun), clock.now())
    ])
  }

  /// Appends events to the journal and applies them; returns when they are on
  /// disk.
  func append(
    _ events: [(event: Journal.Event, time: LocalTime)]
  ) throws(FileError) {
    try append { _ in events }
  }

  /// Appends events that are made from the sequence number of the first one.
  func append(
    _ makeEvents: (Int) -> [(event: Journal.Event, time: LocalTime)]
  ) throws(FileError) {
    var events: [(event: Journal.Event, time: LocalTime)] = []
    if isOpenSaveVoid, let begun = replay.openSave?.sequence {
      events = [(.saveVoid(begun: begun), clock.now())]
    }
    let recorded: (notes: [Repair], sequences: Range<Int>)
    do throws(FileError) {
      recorded = try journal.append { first in
        events += makeEvents(first + events.count)
        return events
      }
    } catch {
      rescue(after: error)
      throw error
    }
    for follower in followers {
      follower.follow(journal.file, to: journal.length)
    }
    isOpenSaveVoid = false
    for (sequence, note) in zip(recorded.sequences, recorded.notes) {
      replay.apply(.repaired(note), sequence: sequence, at: clock.now())
    }
    let sequences = recorded.sequences.dropFirst(recorded.notes.count)
    for (sequence, (event, time)) in zip(sequences, events) {
      replay.apply(event, sequence: sequence, at: time)
      tally?.take(event, sequence: sequence)
      switch event {
      case .recorded(let transaction):
        latest.add(DeskEntry(sequence: sequence, transaction: transaction))
      case .deleted, .amended, .moved, .undone: latest.forget()
      case .saveBegun, .saveDone, .saveVoid, .archived, .repaired, .textbook:
        break
      }
    }
  }
}
