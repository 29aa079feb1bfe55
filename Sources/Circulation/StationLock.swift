import Glibc

/// The lock of a station on its folder, released when the last reference is
/// dropped or the process ends.
///
/// The file has one line for the process, and one for the last known state of
/// the journal:
///
/// ```
/// PROCESS TIME HOST BOOT START TAKING
/// station ID SEQUENCE CRC
/// ```
///
/// TAKING is random, so that no two lines are equal. The lock is a `flock`. On
/// a drive whose locks hold on one machine only, two stations can have it: then
/// the first line names the later one, and the other notices that before it
/// acknowledges anything.
package final class StationLock {
  /// The holder of a folder.
  package struct Holder: Hashable, Sendable {
    /// The process id.
    package let process: Int
    /// The time when it took the folder, in ISO 8601.
    package let since: String
    /// The name of its machine; nil for this one.
    package let host: String?
  }

  /// The last known state of a folder's journal.
  package struct Memory: Hashable, Sendable {
    /// The station's id.
    package let station: String
    /// The sequence number of the last event.
    package let lastSequence: Int

    /// Creates a memory from a station's id and its last sequence number.
    package init(station: String, lastSequence: Int) {
      self.station = station
      self.lastSequence = lastSequence
    }
  }

  /// The result of verifying the lock.
  enum Confirmation: Hashable, Sendable {
    /// The lock was held all the time.
    case held
    /// The file was removed or replaced, and is locked again: another station
    /// may have had the folder in between.
    case takenAgain
  }

  private let folder: StationFolder
  private let fileSystem: any FileSystem
  private let isOnSharedDrive: Bool
  private var file: any OpenFile
  private let line: String
  private let own: StationProcess
  /// True if the file names this process; false if the disk was too full.
  private var isNamed = false
  /// The bytes last written to the file.
  private var written: [UInt8] = []

  /// The state of the journal when the folder was last taken or released; nil
  /// if unknown.
  package private(set) var memory: Memory?
  /// A station on another machine that took the folder and never released it:
  /// it may have crashed, or the drive does not show its lock.
  package let predecessor: Holder?

  /// Locks a folder.
  ///
  /// - Throws: ``CirculationError/folderHeld(path:by:)``; ``FileError``.
  package convenience init(_ folder: StationFolder, at time: LocalTime) throws {
    try self.init(folder, at: time, fileSystem: PosixFileSystem())
  }

  init(
    _ folder: StationFolder, at time: LocalTime, fileSystem: any FileSystem,
    as process: StationProcess = .current
  ) throws {
    self.folder = folder
    self.fileSystem = fileSystem
    isOnSharedDrive = fileSystem.drive(of: folder.path).isShared
    own = process
    line =
      "\(process.id) \(time.iso8601) \(process.host) \(process.boot) \(process.start) \(Journal.newStation())"
    file = try Self.take(folder, fileSystem, seenBy: own)
    let content = try Content(of: file)
    memory = content.memory
    if let (holder, process) = content.holder(seenBy: own) {
      // Both processes got the lock, so it does not work on this drive.
      guard !process.isRunningHere || process == own else {
        throw CirculationError.folderHeld(path: folder.path, by: holder)
      }
      predecessor = holder.host == nil ? nil : holder
    } else {
      predecessor = nil
    }
    write()
  }

  deinit {
    // The line of another process is left alone.
    guard isNamed, (try? Content(of: file))?.first == line[...] else { return }
    write(isHeld: false)
  }

  /// Reads the last known state of a folder's journal; nil if unknown.
  ///
  /// - Throws: ``FileError``.
  static func memory(
    of folder: StationFolder, fileSystem: any FileSystem
  ) throws(FileError) -> Memory? {
    guard try fileSystem.version(folder.lock) != nil else { return nil }
    return try Content(of: fileSystem.open(folder.lock, for: .reading)).memory
  }

  /// Stores the state of the journal for the next start.
  package func remember(_ memory: Memory?) {
    self.memory = memory
    write()
  }

  /// Verifies that the folder is still held: if somebody removed the file,
  /// another station can take the folder.
  ///
  /// - Returns: how the lock was found.
  /// - Throws: ``FileError``, with `ESTALE` if another station has it.
  func confirm() throws(FileError) -> Confirmation {
    do throws(FileError) {
      return try confirmation()
    } catch {
      throw FileError(operation: .lock, path: folder.lock, code: error.code)
    }
  }

  private func confirmation() throws(FileError) -> Confirmation {
    if try fileSystem.identity(folder.lock) == file.identity {
      // Opening the file again shows what other machines wrote.
      let seen =
        isOnSharedDrive ? try fileSystem.open(folder.lock, for: .reading) : file
      let bytes = try seen.bytes(0..<Content.length)
      if isNamed, bytes == written { return .held }
      let content = Content(bytes)
      if content.first == line[...]
        || content.holder(seenBy: own) == nil && !isNamed
      {
        return .held
      }
      guard content.holder(seenBy: own) == nil else { throw lost }
    } else {
      // A missing or unlocked file is taken.
      guard
        let taken = try? Self.take(folder, fileSystem, seenBy: own),
        (try? Content(of: taken))?.holder(seenBy: own) == nil
      else { throw lost }
      file = taken
    }
    write()
    return .takenAgain
  }

  private var lost: FileError {
    FileError(operation: .lock, path: folder.lock, code: ESTALE)
  }

  private static func take(
    _ folder: StationFolder, _ fileSystem: any FileSystem,
    seenBy own: StationProcess
  ) throws -> any OpenFile {
    do {
      let file = try fileSystem.open(folder.lock, for: .writing)
      if try file.lock() { return file }
      let holder = try Content(of: file).holder(seenBy: own)?.holder
      guard try holder == nil && file.lockSoon() else {
        throw CirculationError.folderHeld(path: folder.path, by: holder)
      }
      return file
    } catch let failure as FileError {
      throw FileError(operation: .lock, path: folder.lock, code: failure.code)
    }
  }

  /// Writes the holder's line and the state of the journal.
  private func write(isHeld: Bool = true) {
    var text = isHeld ? line + "\n" : ""
    if let memory { text += Content.line(of: memory) + "\n" }
    // Always of one length, so that a full disk accepts it too.
    var bytes = Array(text.utf8.prefix(Content.length - 1))
    let blanks = [UInt8](
      repeating: .space, count: Content.length - 1 - bytes.count)
    bytes += blanks + [.lineFeed]
    isNamed = (try? file.write(bytes.span, at: 0)) != nil
    written = bytes
  }

  /// The parsed content of a lock file.
  private struct Content {
    /// The length of the content in bytes.
    static let length = 512

    private let lines: [Substring]

    init(of file: any OpenFile) throws(FileError) {
      self.init(try file.bytes(0..<Self.length))
    }

    init(_ bytes: [UInt8]) {
      let text = String(decoding: bytes, as: UTF8.self)
      lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The first line, which names the holder if there is one.
    var first: Substring? { lines.first }

    var memory: Memory? {
      for line in lines {
        let words = line.split(separator: " ")
        guard
          words.count == 4, words[0] == "station",
          let lastSequence = Int(words[2])
        else { continue }
        let memory = Memory(
          station: String(words[1]), lastSequence: lastSequence)
        // The checksum excludes a number mixed from an old and a new write.
        if Self.line(of: memory) == line { return memory }
      }
      return nil
    }

    static func line(of memory: Memory) -> String {
      let text = "station \(memory.station) \(memory.lastSequence) "
      return text + String(Checksum.of(Array(text.utf8).span), radix: 16)
    }

    /// Returns the holder; nil if the first line names none.
    func holder(
      seenBy own: StationProcess
    ) -> (holder: Holder, process: StationProcess)? {
      let words = first?.split(separator: " ").map(String.init) ?? []
      guard words.count >= 2, let id = Int(words[0]) else { return nil }
      let more = Array(words.dropFirst(2)) + ["", "", ""]
      let process = StationProcess(
        id: id, host: more[0], boot: more[1], start: more[2])
      let isElsewhere = !process.host.isEmpty && process.host != own.host
      return (
        Holder(
          process: id, since: words[1],
          host: isElsewhere ? process.host : nil),
        process
      )
    }
  }
}
