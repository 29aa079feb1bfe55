/// One circulation desk: the operation, the borrower, and the transactions that
/// are not in `OffCirc.dat` yet.
///
/// What is recorded waits until ``commit()`` has it in the journal, so that one
/// sync can cover a whole burst of scans; only then is it in ``unsaved``.
public final class Desk {
  /// Where the desk's files are.
  public let folder: StationFolder
  /// Where a copy of the journal is kept; nil if none is wanted.
  public let copyFolder: String?
  /// The desk's clock.
  public let clock: WallClock
  /// What the next item is for.
  public private(set) var operation = Operation.loan
  /// The borrower of the next loan.
  public private(set) var borrower: Barcode?
  private var borrowerOrigin = Origin.plain
  /// What was scanned and is not on disk yet.
  public private(set) var waiting: [Transaction] = [] {
    didSet { if waiting.isEmpty { waitingByItem = [:] } }
  }
  /// The last of what waits of each item.
  private(set) var waitingByItem: [Barcode: Transaction] = [:]
  /// What was found when the desk was opened.
  public private(set) var opening = Opening()

  private let journal: HeldJournal
  private(set) var replay: JournalReplay
  private let dataFile: DataFile
  let fileSystem: any FileSystem
  lazy var staleAside = StaleAside(in: folder, fileSystem: fileSystem)
  private let copyist: Copyist?
  var latest = LatestByItem()
  var tally: DayTally?
  /// What was put away last; nil if it was not read yet.
  var archived: [Transaction]?
  private var clockWatch: ClockWatch
  private var stale: DataFile.Survey?
  // A save that left nothing behind is told to the journal before anything
  // else is.
  private var isOpenSaveVoid = false
  private var surveyor: Surveyor

  /// Opens the desk of a folder, with all that was recorded there.
  ///
  /// Makes the folder if there is none, and completes a save that was cut
  /// short. A folder for a copy of the journal has to be there; if it is not,
  /// ``copyDoubt`` tells, and it is looked for again.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - clock: the desk's clock.
  ///   - copyFolder: where a copy of the journal is kept.
  ///   - otherTraces: what else tells that the folder had a journal; asked if
  ///     none is found.
  /// - Throws: ``CirculationError`` or ``FileFailure`` if the folder can't be
  ///   used; nothing was changed then.
  public convenience init(
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
    copyingTo copyFolder: String? = nil, isCopyingBeside: Bool = true,
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
    copyist = copyFolder.map { copyFolder in
      Copyist(
        JournalCopy(
          in: copyFolder, of: station, at: folder, fileSystem: fileSystem),
        isBeside: isCopyingBeside)
    }
    dataFile = DataFile(in: folder, fileSystem: fileSystem)
    surveyor = Surveyor(of: dataFile)
    opening.traces = journal.traces
    opening.damage = replay.damage
    let covered = replay.coveredByOpenSave.count
    do throws(FileFailure) {
      if let isCompleted = try settleOpenSave() {
        opening.completedCount = isCompleted ? covered : 0
        opening.returnedCount = isCompleted ? 0 : covered
      }
    } catch {
      opening.failure = error
    }
    if let survey = try? survey(), let newest = survey.newest,
      newest.precedes(clock.now()), !newest.isSameDay(as: clock.now())
    {
      stale = survey
    }
    tendCopy()
  }

  /// The journal that the list was kept in when another program had written to
  /// the desk's own; nil if that did not happen.
  public private(set) var rescued: String?

  /// The drive that the folder is on.
  public let drive: Drive

  /// A station on another machine that has not let the folder go.
  public var predecessor: StationLock.Holder? { journal.predecessor }

  /// What the station went on from by itself, from the opening on.
  public var repairs: [Repair] { journal.repairs }

  /// The station's random id, which its journal carries.
  public var station: String { journal.station }

  /// What is recorded and not in `OffCirc.dat` yet, in the order recorded.
  public var unsaved: [DeskEntry] { replay.unsaved }

  // MARK: What to look at

  /// Why the clock may be wrong, as it is now.
  public var clockDoubt: ClockDoubt? {
    ClockDoubt(
      now: clock.now(), latest: replay.latest, release: clock.release)
  }

  /// The time that the clock would show now, had nobody set it since this was
  /// last asked; nil if nobody did.
  public func clockJump() -> LocalTime? {
    clockWatch.jump()
  }

  /// What of `OffCirc.dat` was there on an earlier day, and is there still: it
  /// may have been uploaded.
  ///
  /// - Parameter present: what ``survey()`` says now.
  /// - Returns: what was found at opening; nil if it is gone, or of this day.
  public func staleLines(in present: DataFile.Survey) -> DataFile.Survey? {
    guard
      let stale,
      present.lineCount >= stale.lineCount, present.oldest == stale.oldest
    else { return nil }
    return stale
  }

  /// The bytes that are left on the disk, if they are so few that it may soon
  /// be full.
  public var scarceSpace: Int? {
    guard
      let space = try? fileSystem.freeSpace(in: folder.path),
      space < Self.comfortableSpace
    else { return nil }
    return space
  }

  /// Why there may be no second copy of what is recorded; nil also if none is
  /// wanted.
  public var copyDoubt: CopyDoubt? { copyist?.doubt }

  /// Whether the copy is being written just now.
  public var isCopying: Bool { copyist?.isBusy ?? false }

  /// Brings the copy of the journal up to date, beside the work of the desk,
  /// if its disk is there again.
  public func tendCopy() {
    copyist?.follow(journal.file, to: journal.length)
  }

  private static let comfortableSpace = 10_000_000

  // MARK: The desk

  /// Goes over to loans or to returns; the borrower stays.
  public func `switch`(to operation: Operation) {
    self.operation = operation
  }

  /// Takes the borrower of the loans to come.
  public func identify(_ borrower: Barcode, origin: Origin = .plain) {
    self.borrower = borrower
    borrowerOrigin = origin
  }

  /// Lets the borrower go.
  public func clear() {
    borrower = nil
    borrowerOrigin = .plain
  }

  /// Takes an item's loan or return, at this moment; it waits for ``commit()``.
  ///
  /// - Throws: ``CirculationError/noBorrower``,
  ///   ``CirculationError/itemIsBorrower(_:)``,
  ///   ``CirculationError/clockBeyondFiles``.
  public func record(
    _ item: Barcode, origin: Origin = .plain
  ) throws(CirculationError) {
    let now = clock.now()
    guard !now.isBeyondFiles else { throw .clockBeyondFiles }
    switch operation {
    case .loan:
      guard let borrower else { throw .noBorrower }
      guard item != borrower else { throw .itemIsBorrower(item) }
      let origins = Origins(item: origin, borrower: borrowerOrigin)
      waiting.append(
        .loan(of: item, to: borrower, at: now, origins: origins))
    case .return:
      waiting.append(
        .return(of: item, at: now, origins: Origins(item: origin)))
    }
    waitingByItem[item] = waiting.last
  }

  /// Returns when all that waits is on disk, and in ``unsaved``.
  ///
  /// If it throws, all of it goes on waiting.
  ///
  /// - Returns: what it recorded.
  @discardableResult
  public func commit() throws(FileFailure) -> ArraySlice<DeskEntry> {
    let count = waiting.count
    if count > 0 {
      try append(waiting.map { (.recorded($0), $0.recorded) })
      waiting = []
    }
    return replay.unsaved.suffix(count)
  }

  /// Gives up the last of what waits.
  public func dropLastWaiting() {
    _ = waiting.popLast()
    waitingByItem = Dictionary(waiting.map { ($0.item, $0) }) { $1 }
    latest.forget()
  }

  // MARK: Saving

  /// Appends all that is not saved to `OffCirc.dat`, once.
  ///
  /// If it throws, all of it is unsaved still, but for an act of
  /// ``FileFailure/Act/noteSave``: then the lines are in the file, and the next
  /// save or start finds them there. Killed at any instant, it is settled when
  /// the desk is opened again.
  ///
  /// - Returns: how many transactions it saved.
  @discardableResult
  public func save() throws(FileFailure) -> Int {
    try commit()
    let before = unsaved.count
    try settleOpenSave()
    guard !unsaved.isEmpty else { return before }
    let saved = unsaved
    let addition = try dataFile.addition(of: saved.lazy.map(\.transaction))
    try append([
      (
        .saveBegun(
          fileLength: addition.fileLength, byteCount: addition.bytes.count),
        clock.now()
      )
    ])
    do {
      try dataFile.append(addition)
    } catch {
      isOpenSaveVoid = dataFile.withdraw(addition)
      throw error
    }
    surveyor.add(saved, addition)
    do {
      try closeOpenSave(isDone: true)
    } catch {
      throw FileFailure(act: .noteSave, path: error.path, code: error.code)
    }
    return before
  }

  /// Leaves the files tidy, and the copy up to date if its disk lets it; all is
  /// safe without it.
  ///
  /// - Throws: ``FileFailure``, with `ESTALE` if another station has the folder
  ///   or another program has written to the journal; it is left alone then.
  public func close() throws(FileFailure) {
    // Else the next start would bring to its end what was told not to be saved.
    if isOpenSaveVoid { try? append([]) }
    defer { copyist?.finish() }
    do throws(FileFailure) {
      try journal.close()
    } catch {
      rescue(after: error)
      throw error
    }
  }

  /// Keeps what is in the list where the journal may have it no more.
  private func rescue(after failure: FileFailure) {
    guard failure.act == .recognize, rescued == nil, !unsaved.isEmpty else {
      return
    }
    // On a disk that takes nothing, the window still shows it.
    rescued = try? Journal.rescue(
      unsaved, of: station, in: folder, at: clock.now(),
      fileSystem: fileSystem)
  }

  /// What is in `OffCirc.dat`, read again when others have changed it.
  public func survey() throws(FileFailure) -> DataFile.Survey {
    try surveyor.survey()
  }

  /// Brings a save that was begun to its end.
  ///
  /// - Returns: whether its transactions are in the data file; nil if there was
  ///   no such save.
  @discardableResult
  func settleOpenSave() throws(FileFailure) -> Bool? {
    guard let openSave = replay.openSave, !isOpenSaveVoid else { return nil }
    let isDone: Bool
    if let addition = replay.addition(of: openSave) {
      do {
        isDone = try dataFile.complete(addition)
      } catch {
        isOpenSaveVoid = dataFile.withdraw(addition)
        throw error
      }
    } else {
      isDone = false
    }
    try closeOpenSave(isDone: isDone)
    return isDone
  }

  private func closeOpenSave(isDone: Bool) throws(FileFailure) {
    guard let begun = replay.openSave?.sequence else { return }
    try append([
      (isDone ? .saveDone(begun: begun) : .saveVoid(begun: begun), clock.now())
    ])
  }

  /// Returns when the events are on disk, and the desk is as they say.
  func append(
    _ events: [(event: Journal.Event, time: LocalTime)]
  ) throws(FileFailure) {
    var events = events
    if isOpenSaveVoid, let begun = replay.openSave?.sequence {
      events.insert((.saveVoid(begun: begun), clock.now()), at: 0)
    }
    let recorded: (notes: [Repair], sequences: Range<Int>)
    do throws(FileFailure) {
      recorded = try journal.append(events)
    } catch {
      rescue(after: error)
      throw error
    }
    tendCopy()
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
      case .saveBegun, .saveDone, .saveVoid, .archived, .repaired: break
      }
    }
  }
}
