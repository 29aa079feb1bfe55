import Glibc

/// The append-only file that makes each transaction durable when it is
/// recorded.
///
/// Each write first checks that the journal is as this station left it. If not,
/// another program has written to it, and recording stops.
package final class Journal {
  /// An event, stored as one line of the journal.
  package typealias Event = JournalFormat.Event

  /// The station's random id, stored in the journal's header.
  package let station: String

  private let path: String
  private let folder: String
  private let fileSystem: any FileSystem
  private let isOnSharedDrive: Bool
  private(set) var file: any OpenFile
  /// True once the folder's entry for the file is on disk.
  private var isNameSafe = false
  /// The number of bytes known to be on disk; only these are acknowledged.
  private(set) var length: Int
  /// The last of these bytes, by which the file is recognized.
  private var end: [UInt8]
  /// The end of the space reserved for further lines, in bytes.
  private var roomEnd: Int
  private(set) var nextSequence: Int
  /// Bytes that a failed append may have left, in part, after `length`.
  private var remains: [UInt8]?
  /// The repairs made and not reported yet.
  private var repairs: [Repair] = []

  private static let endLength = 32

  /// Creates a journal from a file that has lines, in a folder that this
  /// station holds.
  ///
  /// - Throws: ``FileError``.
  init(
    file: any OpenFile, in folder: StationFolder, fileSystem: any FileSystem,
    replay: JournalReplay, nextSequence: Int
  ) throws(FileError) {
    self.file = file
    self.path = folder.journal
    self.folder = folder.path
    self.fileSystem = fileSystem
    self.nextSequence = nextSequence
    isOnSharedDrive = fileSystem.drive(of: folder.path).isShared
    station =
      replay.station ?? Self.newStation(isExercise: folder.exercise != nil)
    length = replay.soundLength
    roomEnd = try file.length()
    end = try file.bytes(max(0, length - Self.endLength)..<length)
  }

  /// Starts writing at the end of a replay and notes repairs; returns when all
  /// is on disk.
  ///
  /// - Throws: ``FileError``.
  func begin(
    _ replay: inout JournalReplay, noting repairs: [Repair],
    at time: LocalTime
  ) throws(FileError) {
    var bytes: [UInt8] = replay.lacksLastLineEnd ? [.lineFeed] : []
    if replay.station == nil || replay.version < JournalFormat.version {
      JournalFormat.appendHeader(station: station, at: time, to: &bytes)
    }
    let first = nextSequence
    for (sequence, repair) in zip(first..., repairs) {
      JournalFormat.append(
        .repaired(repair), sequence: sequence, at: time, to: &bytes)
    }
    // Also with nothing to write: if the last station was killed, what was read
    // may be only in memory, and the folder entry too.
    try write(bytes)
    replay.station = station
    nextSequence += repairs.count
    for (sequence, repair) in zip(first..., repairs) {
      replay.apply(.repaired(repair), sequence: sequence, at: time)
    }
  }

  /// Appends events; returns when they are on disk.
  ///
  /// If it throws, none of them is recorded, and the next append starts at the
  /// same offset.
  ///
  /// - Parameters:
  ///   - events: the events, each with the time when it happened.
  ///   - makeSure: called when the bytes are on disk and before they count as
  ///     recorded; throws if the folder may not be this station's any more.
  /// - Returns: the sequence numbers of the events.
  /// - Throws: ``FileError``, with `ESTALE` if another program has written to
  ///   the journal or replaced it; nothing was written then.
  @discardableResult
  package func append(
    _ events: [(event: Event, time: LocalTime)],
    makingSure makeSure: () throws(FileError) -> Void = {}
  ) throws(FileError) -> Range<Int> {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(events.count * JournalFormat.ampleEventLength)
    var sequence = nextSequence
    for (event, time) in events {
      JournalFormat.append(event, sequence: sequence, at: time, to: &bytes)
      sequence += 1
    }
    do {
      try write(bytes, makingSure: makeSure)
    } catch {
      // A renewed file is open under its temporary path.
      guard error.path == file.path else { throw error }
      throw FileError(operation: error.operation, path: path, code: error.code)
    }
    defer { nextSequence = sequence }
    return nextSequence..<sequence
  }

  /// Returns the repairs made since the last call.
  func takeRepairs() -> [Repair] {
    defer { repairs = [] }
    return repairs
  }

  /// Removes the reserved space from the end of the file; the next append
  /// reserves it again.
  ///
  /// - Throws: ``FileError``, with `ESTALE` if there is more than this
  ///   station's reserved space; nothing is truncated then.
  func trim() throws(FileError) {
    try look()
    let room = try file.bytes(length..<roomEnd)
    guard remains != nil || room.allSatisfy({ $0 == .space }) else {
      throw written
    }
    try cutAtLength()
  }

  /// Verifies that the journal contains exactly what this station has written.
  ///
  /// - Throws: ``FileError``, with `ESTALE` if it does not.
  func compare() throws(FileError) {
    try look()
    guard remains == nil else { return }
    guard
      let replay = try? JournalReader.replay(
        file, ofExercise: JournalFormat.isExercise(station)),
      replay.soundLength == length, replay.lastSequence < nextSequence,
      replay.station ?? station == station
    else { throw written }
  }

  private func write(
    _ bytes: [UInt8], makingSure makeSure: () throws(FileError) -> Void = {}
  ) throws(FileError) {
    try look()
    if remains != nil { try cutAtLength() }
    do {
      try place(bytes)
      try file.synchronize()
      try makeNameSafe()
    } catch {
      guard error.isMediaError, (try? renew(with: bytes)) != nil else {
        // Truncated first, the bytes are new to the system when written again,
        // so that a later successful sync does cover them.
        try? cutAtLength()
        throw error
      }
      repairs.append(.journalMoved(code: error.code))
    }
    do {
      try makeSure()
    } catch {
      // A station that has the folder now may have read them.
      if error.code != ESTALE { try? cutAtLength() }
      throw error
    }
    length += bytes.count
    end = (end + bytes.suffix(Self.endLength)).suffix(Self.endLength)
    remains = nil
  }

  private func makeNameSafe() throws(FileError) {
    guard !isNameSafe else { return }
    try fileSystem.synchronizeFolder(folder)
    isNameSafe = true
  }

  // MARK: The look before each write

  private var written: FileError {
    FileError(operation: .recognize, path: path, code: ESTALE)
  }

  /// Verifies that the journal is at its path, and as this station left it.
  private func look() throws(FileError) {
    try lookAtEnd(of: stayInPlace())
  }

  private func stayInPlace() throws(FileError) -> any OpenFile {
    guard let present = try fileSystem.identity(path) else {
      return try remake()
    }
    guard present == file.identity else { throw written }
    // Opening the file again shows what other machines wrote.
    return isOnSharedDrive ? try fileSystem.open(path, for: .reading) : file
  }

  private func remake() throws(FileError) -> any OpenFile {
    try lookAtEnd(of: file)
    try renew(with: [])
    remains = nil
    repairs.append(.journalMade)
    return file
  }

  private func lookAtEnd(of present: any OpenFile) throws(FileError) {
    let start = length - end.count
    let maximumAhead = remains?.count ?? Self.endLength
    let seen = try present.bytes(start..<length + maximumAhead)
    let ahead = seen.dropFirst(end.count)
    guard seen.starts(with: end) else { throw written }
    if let remains {
      // Each byte of an unfinished write may have been written or not.
      let isOurs = zip(ahead, remains).allSatisfy { $0 == $1 || $0.isVoid }
      guard isOurs, try present.length() <= max(roomEnd, length + remains.count)
      else { throw written }
    } else {
      let room = min(roomEnd - length, maximumAhead)
      guard
        ahead.count == room, ahead.allSatisfy({ $0 == .space }),
        try present.length() == roomEnd
      else { throw written }
    }
  }

  // MARK: The file

  /// Continues in a new file, with everything on disk and the given bytes.
  ///
  /// Another part of the disk may work where this one fails, and a removed name
  /// exists again. The bytes count as recorded only later.
  private func renew(with bytes: [UInt8]) throws(FileError) {
    let old = file
    let end = length
    let fresh = try fileSystem.replace(path) { fresh throws(FileError) in
      guard try fresh.lock() else {
        throw FileError(operation: .lock, path: fresh.path, code: EWOULDBLOCK)
      }
      try old.copyBytes(0..<end, to: fresh)
      try fresh.write(bytes.span, at: end)
    }
    file = fresh
    remains = bytes
    roomEnd = length + bytes.count
    isNameSafe = false
    try makeNameSafe()
  }

  private func place(_ bytes: [UInt8]) throws(FileError) {
    remains = bytes
    if length + bytes.count > roomEnd {
      let all = bytes + JournalFormat.reserve
      remains = all
      do {
        try file.write(all.span, at: length)
        roomEnd = length + all.count
        return
      } catch {
        // A disk too full for the reserve may still have room for the bytes.
      }
    }
    try file.write(bytes.span, at: length)
    // Part of the reserve may have been written.
    if length + bytes.count > roomEnd { roomEnd = try file.length() }
  }

  private func cutAtLength() throws(FileError) {
    try file.truncate(to: length)
    roomEnd = length
    remains = nil
  }

  static func newStation(isExercise: Bool = false) -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return (isExercise ? JournalFormat.exercisePrefix : "")
      + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
