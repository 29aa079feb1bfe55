/// The append-only file that makes each transaction durable the moment it is
/// recorded.
public final class Journal {
  public typealias Event = JournalFormat.Event

  /// The station's random id, which the journal carries in its header.
  public let station: String

  private let file: any OpenFile
  /// The bytes that are known to be on disk; more is never acknowledged.
  private var length: Int
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
    let isNew = try fileSystem.stamp(path) == nil
    let file = try fileSystem.open(path, for: .appending)
    let replay = try JournalReader.replay(file)
    if replay.tornByteCount > 0 {
      try file.truncate(to: replay.soundLength)
    }
    let journal = Journal(
      file: file, replay: replay, station: replay.station ?? newStation())
    if replay.station == nil {
      var header: [UInt8] = []
      JournalFormat.appendHeader(
        station: journal.station, at: time, to: &header)
      try journal.write(header)
    }
    if replay.lacksLastLineEnd { try journal.write([.lineFeed]) }
    if isNew || replay.station == nil {
      try fileSystem.synchronizeFolder(folder.path)
    }
    return (journal, replay)
  }

  private init(file: any OpenFile, replay: JournalReplay, station: String) {
    self.file = file
    self.station = station
    self.length = replay.soundLength
    self.nextSequence = replay.lastSequence + 1
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

  private func write(_ bytes: [UInt8]) throws(FileFailure) {
    if hasRemains { try removeRemains() }
    do {
      try file.append(bytes.span)
      try file.synchronize()
      length += bytes.count
    } catch {
      // Written again, the bytes are new to the system, so that a later sync
      // that succeeds is true of them.
      hasRemains = true
      try? removeRemains()
      throw error
    }
  }

  private func removeRemains() throws(FileFailure) {
    try file.truncate(to: length)
    hasRemains = false
  }

  private static func newStation() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
