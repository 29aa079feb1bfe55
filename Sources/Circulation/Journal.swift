import Glibc

/// The append-only file that makes each transaction durable the moment it is
/// recorded.
///
/// Nothing is written to it before it was looked at: if it is not as this
/// station left it, another program has written to it, and nothing is recorded
/// any more.
public final class Journal {
  /// What a journal tells, one event a line.
  public typealias Event = JournalFormat.Event

  /// The station's random id, which the journal carries in its header.
  public let station: String

  private let path: String
  private let folder: String
  private let fileSystem: any FileSystem
  private let isOnSharedDrive: Bool
  private(set) var file: any OpenFile
  /// Whether the folder has the file's name on disk.
  private var isNameSafe = false
  /// The bytes that are known to be on disk; more is never acknowledged.
  private(set) var length: Int
  /// The last of these bytes, by which they are known again.
  private var end: [UInt8]
  /// Where the room for the lines to come ends.
  private var roomEnd: Int
  private(set) var nextSequence: Int
  /// What a failed append may have left behind `length`, or a part of it.
  private var remains: [UInt8]?
  /// What it went on from by itself, and nobody was told yet.
  private var repairs: [Repair] = []

  private static let endLength = 32

  /// A journal that has lines, of a folder that this station holds.
  ///
  /// - Throws: ``FileFailure``.
  init(
    file: any OpenFile, in folder: StationFolder, fileSystem: any FileSystem,
    replay: JournalReplay, nextSequence: Int
  ) throws(FileFailure) {
    self.file = file
    self.path = folder.journal
    self.folder = folder.path
    self.fileSystem = fileSystem
    self.nextSequence = nextSequence
    isOnSharedDrive = fileSystem.drive(of: folder.path).isShared
    station = replay.station ?? Self.newStation()
    length = replay.soundLength
    roomEnd = try file.length()
    end = try file.bytes(max(0, length - Self.endLength)..<length)
  }

  /// Begins to write where a replay ends, and notes repairs in it; all is on
  /// disk then.
  ///
  /// - Throws: ``FileFailure``.
  func begin(
    _ replay: inout JournalReplay, noting repairs: [Repair],
    at time: LocalTime
  ) throws(FileFailure) {
    var bytes: [UInt8] = replay.lacksLastLineEnd ? [.lineFeed] : []
    if replay.station == nil || replay.version < JournalFormat.version {
      JournalFormat.appendHeader(station: station, at: time, to: &bytes)
    }
    let first = nextSequence
    for (sequence, repair) in zip(first..., repairs) {
      JournalFormat.append(
        .repaired(repair), sequence: sequence, at: time, to: &bytes)
    }
    // Also if there is nothing to write: what was read may be only in memory,
    // and the folder may not have the name, if the last station was killed.
    try write(bytes)
    nextSequence += repairs.count
    for (sequence, repair) in zip(first..., repairs) {
      replay.apply(.repaired(repair), sequence: sequence, at: time)
    }
  }

  /// Returns when the events are on disk.
  ///
  /// If it throws, none of them is recorded, and the next append begins where
  /// this one did.
  ///
  /// - Parameters:
  ///   - events: what is to be recorded, and when it happened.
  ///   - makeSure: asked when all is on disk and before it is recorded; it
  ///     throws if the folder may not be this station's any more.
  /// - Returns: their sequence numbers.
  /// - Throws: ``FileFailure``, with `ESTALE` if another program has written to
  ///   the journal or put another in its place; nothing was written then.
  @discardableResult
  public func append(
    _ events: [(event: Event, time: LocalTime)],
    makingSure makeSure: () throws(FileFailure) -> Void = {}
  ) throws(FileFailure) -> Range<Int> {
    var bytes: [UInt8] = []
    var sequence = nextSequence
    for (event, time) in events {
      JournalFormat.append(event, sequence: sequence, at: time, to: &bytes)
      sequence += 1
    }
    do {
      try write(bytes, makingSure: makeSure)
    } catch {
      // One that was renewed is open under the name that it had until then.
      guard error.path == file.path else { throw error }
      throw FileFailure(act: error.act, path: path, code: error.code)
    }
    defer { nextSequence = sequence }
    return nextSequence..<sequence
  }

  /// What it went on from by itself since this was last asked.
  func takeRepairs() -> [Repair] {
    defer { repairs = [] }
    return repairs
  }

  /// Takes the room for lines to come off the end of the file; the next append
  /// makes it again.
  ///
  /// - Throws: ``FileFailure``, with `ESTALE` if what is there is not this
  ///   station's room alone; nothing is cut off then.
  func trim() throws(FileFailure) {
    try look()
    let room = try file.bytes(length..<roomEnd)
    guard remains != nil || room.allSatisfy({ $0 == .blank }) else {
      throw written
    }
    try cutAtLength()
  }

  /// Makes sure that the journal says what this station has written to it, and
  /// nothing else.
  ///
  /// - Throws: ``FileFailure``, with `ESTALE` if it does not.
  func compare() throws(FileFailure) {
    try look()
    guard remains == nil else { return }
    guard
      let replay = try? JournalReader.replay(file),
      replay.soundLength == length, replay.lastSequence < nextSequence,
      replay.station ?? station == station
    else { throw written }
  }

  private func write(
    _ bytes: [UInt8], makingSure makeSure: () throws(FileFailure) -> Void = {}
  ) throws(FileFailure) {
    try look()
    if remains != nil { try cutAtLength() }
    do {
      try place(bytes)
      try file.synchronize()
      try makeNameSafe()
    } catch {
      guard error.isOfTheMedium, (try? renew(with: bytes)) != nil else {
        // Written again, the bytes are new to the system, so that a later sync
        // that succeeds is true of them.
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

  private func makeNameSafe() throws(FileFailure) {
    guard !isNameSafe else { return }
    try fileSystem.synchronizeFolder(folder)
    isNameSafe = true
  }

  // MARK: The look before each write

  private var written: FileFailure {
    FileFailure(act: .recognize, path: path, code: ESTALE)
  }

  /// Sees to it that the journal is where the next start looks for it, and as
  /// this station left it.
  private func look() throws(FileFailure) {
    try lookAtEnd(of: stayInPlace())
  }

  private func stayInPlace() throws(FileFailure) -> any OpenFile {
    guard let present = try fileSystem.identity(path) else {
      return try remake()
    }
    guard present == file.identity else { throw written }
    // What other machines wrote is seen by opening the file.
    return isOnSharedDrive ? try fileSystem.open(path, for: .reading) : file
  }

  private func remake() throws(FileFailure) -> any OpenFile {
    try lookAtEnd(of: file)
    try renew(with: [])
    remains = nil
    repairs.append(.journalMade)
    return file
  }

  private func lookAtEnd(of present: any OpenFile) throws(FileFailure) {
    let start = length - end.count
    let mostAhead = remains?.count ?? Self.endLength
    let seen = try present.bytes(start..<length + mostAhead)
    let ahead = seen.dropFirst(end.count)
    guard seen.starts(with: end) else { throw written }
    if let remains {
      // Of what was to be written, each byte may be there or not.
      let isOurs = zip(ahead, remains).allSatisfy { $0 == $1 || $0.isVoid }
      guard isOurs, try present.length() <= max(roomEnd, length + remains.count)
      else { throw written }
    } else {
      let room = min(roomEnd - length, mostAhead)
      guard
        ahead.count == room, ahead.allSatisfy({ $0 == .blank }),
        try present.length() == roomEnd
      else { throw written }
    }
  }

  // MARK: The file

  /// Goes on in a fresh file, with all that is on disk and the bytes.
  ///
  /// Another place of the disk may be sound where this one fails; and a name
  /// that was removed is there again. The bytes are remains until they are taken
  /// for recorded.
  private func renew(with bytes: [UInt8]) throws(FileFailure) {
    let old = file
    let end = length
    let fresh = try fileSystem.replace(path) { fresh throws(FileFailure) in
      guard try fresh.lock() else {
        throw FileFailure(act: .lock, path: fresh.path, code: EWOULDBLOCK)
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

  private func place(_ bytes: [UInt8]) throws(FileFailure) {
    remains = bytes
    if length + bytes.count > roomEnd {
      let room = [UInt8](repeating: .blank, count: JournalFormat.room)
      remains = bytes + room
      do {
        try file.write((bytes + room).span, at: length)
        roomEnd = length + bytes.count + room.count
        return
      } catch {
        // A disk that is too full for room may take the bytes yet.
      }
    }
    try file.write(bytes.span, at: length)
    // Of the room, a part may have been written.
    if length + bytes.count > roomEnd { roomEnd = try file.length() }
  }

  private func cutAtLength() throws(FileFailure) {
    try file.truncate(to: length)
    roomEnd = length
    remains = nil
  }

  static func newStation() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
