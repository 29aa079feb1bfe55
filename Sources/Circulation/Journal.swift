import Glibc

/// The append-only file that makes each transaction durable the moment it is
/// recorded.
public final class Journal {
  /// What a journal tells, one event a line.
  public typealias Event = JournalFormat.Event

  /// The station's random id, which the journal carries in its header.
  public let station: String

  private let path: String
  private let folder: String
  private let fileSystem: any FileSystem
  private(set) var file: any OpenFile
  /// The name that the system had for the file when it was last found to be
  /// where the next start looks for it.
  private var rightPlace: String?
  /// Whether the folder has the file's name on disk.
  private var isNameSafe = false
  /// The bytes that are known to be on disk; more is never acknowledged.
  private(set) var length: Int
  /// Where the room for the lines to come ends.
  private var roomEnd: Int
  private var nextSequence: Int
  /// Whether a failed append may have left bytes after `length`.
  private var hasRemains = false

  /// Opens a folder's journal, makes it if there is none, and replays it.
  ///
  /// A last line that was not wholly written is cut off.
  ///
  /// - Throws: ``CirculationError`` for a journal of a newer version, or a file
  ///   that is none; ``FileFailure``.
  public static func open(
    in folder: StationFolder, at time: LocalTime,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> (journal: Journal, replay: JournalReplay) {
    let path = folder.journal
    let file = try fileSystem.open(path, for: .writing)
    let replay = try JournalReader.replay(file)
    if !replay.endsInRoom { try file.truncate(to: replay.soundLength) }
    let journal = Journal(
      file: file, in: folder, fileSystem: fileSystem,
      length: try file.length(), replay: replay)
    var bytes: [UInt8] = replay.lacksLastLineEnd ? [.lineFeed] : []
    if replay.station == nil {
      JournalFormat.appendHeader(
        station: journal.station, at: time, to: &bytes)
    }
    // Also if there is nothing to write: what was read may be only in memory,
    // and the folder may not have the name, if the last station was killed.
    try journal.write(bytes)
    return (journal, replay)
  }

  private init(
    file: any OpenFile, in folder: StationFolder, fileSystem: any FileSystem,
    length: Int, replay: JournalReplay
  ) {
    self.file = file
    self.path = folder.journal
    self.folder = folder.path
    self.fileSystem = fileSystem
    self.station = replay.station ?? Self.newStation()
    self.length = replay.soundLength
    self.roomEnd = length
    // A line that can't be read had a number of its own.
    self.nextSequence = replay.lastSequence + replay.unreadCount + 1
  }

  /// Returns when the events are on disk, with their sequence numbers.
  ///
  /// If it throws, none of them is recorded, and the next append begins where
  /// this one did.
  @discardableResult
  public func append(
    _ events: [(event: Event, time: LocalTime)]
  ) throws(FileFailure) -> Range<Int> {
    var bytes: [UInt8] = []
    var sequence = nextSequence
    for (event, time) in events {
      JournalFormat.append(event, sequence: sequence, at: time, to: &bytes)
      sequence += 1
    }
    try write(bytes)
    defer { nextSequence = sequence }
    return nextSequence..<sequence
  }

  /// Takes the room for lines to come off the end of the file; the next append
  /// makes it anew.
  public func trim() {
    // If it can't be, blanks stay at the end, as after a kill; removed while
    // nothing was recorded, the journal is made good again.
    try? stayInPlace()
    try? cutAtLength()
  }

  private func write(_ bytes: [UInt8]) throws(FileFailure) {
    try stayInPlace()
    if hasRemains { try cutAtLength() }
    do {
      try place(bytes)
      try file.synchronize()
      try makeNameSafe()
      length += bytes.count
    } catch {
      hasRemains = true
      if error.isOfTheMedium, (try? renew(with: bytes)) != nil { return }
      // Written again, the bytes are new to the system, so that a later sync
      // that succeeds is true of them.
      try? cutAtLength()
      throw error
    }
  }

  private func makeNameSafe() throws(FileFailure) {
    guard !isNameSafe else { return }
    try fileSystem.synchronizeFolder(folder)
    isNameSafe = true
  }

  /// Sees to it that the journal is where the next start looks for it.
  ///
  /// - Throws: ``FileFailure`` with `ESTALE` if another file is there.
  private func stayInPlace() throws(FileFailure) {
    let place = file.place
    if place != nil, place == rightPlace { return }
    guard let stamp = try fileSystem.stamp(path) else {
      return try renew(with: [])
    }
    guard try file.stamp().isSameFile(as: stamp) else {
      throw FileFailure(act: .write, path: path, code: ESTALE)
    }
    rightPlace = place
  }

  /// Goes on in a fresh file, with all that is on disk and the bytes.
  ///
  /// Another place of the disk may be sound where this one fails; and a name
  /// that was removed is there again. If it throws, the file is as it was, or
  /// has remains.
  private func renew(with bytes: [UInt8]) throws(FileFailure) {
    let old = file
    let end = length
    let fresh = try fileSystem.replace(path) { fresh throws(FileFailure) in
      try old.copyBytes(0..<end, to: fresh)
      try fresh.write(bytes.span, at: end)
    }
    file = fresh
    hasRemains = true
    isNameSafe = false
    try makeNameSafe()
    length += bytes.count
    roomEnd = length
    hasRemains = false
  }

  private func place(_ bytes: [UInt8]) throws(FileFailure) {
    if length + bytes.count > roomEnd {
      let room = [UInt8](repeating: .blank, count: JournalFormat.room)
      do {
        try file.write((bytes + room).span, at: length)
        roomEnd = length + bytes.count + room.count
        return
      } catch {
        // A disk that is too full for room may take the bytes yet.
      }
    }
    try file.write(bytes.span, at: length)
  }

  private func cutAtLength() throws(FileFailure) {
    try file.truncate(to: length)
    roomEnd = length
    hasRemains = false
  }

  static func newStation() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
