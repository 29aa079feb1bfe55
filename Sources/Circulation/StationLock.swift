import Glibc

/// Holds a folder for one station; let go when the last reference goes, or the
/// process does.
///
/// The file has a line that names the process, and one that says what the
/// journal had come to when this was last known:
///
/// ```
/// PROCESS TIME HOST BOOT START TAKING
/// station ID SEQUENCE CRC
/// ```
///
/// TAKING is random, so that no two lines are the same. The lock is the one of
/// the system. On a drive whose locks hold on one machine
/// only, two stations can have it; then the first line is that of the one that
/// came last, and the other finds that out before it acknowledges anything.
public final class StationLock {
  /// Who holds a folder.
  public struct Holder: Hashable, Sendable {
    /// The process id.
    public let process: Int
    /// When it took the folder, in ISO 8601.
    public let since: String
    /// The name of its machine, if that is another than this one.
    public let host: String?
  }

  /// What the journal of a folder had come to.
  public struct Memory: Hashable, Sendable {
    /// The id of the station.
    public let station: String
    /// The number of its last event.
    public let lastSequence: Int

    /// A station's id, and the number of its last event.
    public init(station: String, lastSequence: Int) {
      self.station = station
      self.lastSequence = lastSequence
    }
  }

  /// What was found when it was made sure that the folder is still held.
  enum Confirmation: Hashable, Sendable {
    /// It was held all the time.
    case held
    /// The file was removed or replaced, and is taken again: another station
    /// may have had the folder between.
    case takenAgain
  }

  private let folder: StationFolder
  private let fileSystem: any FileSystem
  private let isOnSharedDrive: Bool
  private var file: any OpenFile
  private let line: String
  private let own: StationProcess
  /// Whether the file says who holds it: not if the disk was too full.
  private var isNamed = false
  /// What it says.
  private var written: [UInt8] = []

  /// What the journal had come to when the folder was last let go, or taken;
  /// nil if that is not known.
  public private(set) var memory: Memory?
  /// A station on another machine that took the folder and has not let it go:
  /// its machine may have failed, or the drive does not tell its lock.
  public let predecessor: Holder?

  /// Takes the folder.
  ///
  /// - Throws: ``CirculationError/folderHeld(path:by:)``; ``FileFailure``.
  public convenience init(_ folder: StationFolder, at time: LocalTime) throws {
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
      // The system gave the lock to both: then it holds nobody off here.
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
    // Another's name is left alone.
    guard isNamed, (try? Content(of: file))?.first == line[...] else { return }
    write(isHeld: false)
  }

  /// What the journal of a folder is known to have come to; nil if it is not.
  ///
  /// - Throws: ``FileFailure``.
  static func memory(
    of folder: StationFolder, fileSystem: any FileSystem
  ) throws(FileFailure) -> Memory? {
    guard try fileSystem.stamp(folder.lock) != nil else { return nil }
    return try Content(of: fileSystem.open(folder.lock, for: .reading)).memory
  }

  /// Keeps in mind what the journal has come to, for the next start.
  public func remember(_ memory: Memory?) {
    self.memory = memory
    write()
  }

  /// Makes sure that the folder is still held: somebody may have removed the
  /// file, and then another station can take the folder.
  ///
  /// - Throws: ``FileFailure``, with `ESTALE` if another station has it.
  func confirm() throws(FileFailure) -> Confirmation {
    do throws(FileFailure) {
      return try confirmation()
    } catch {
      throw FileFailure(act: .lock, path: folder.lock, code: error.code)
    }
  }

  private func confirmation() throws(FileFailure) -> Confirmation {
    if try fileSystem.identity(folder.lock) == file.identity {
      // What another machine wrote is seen by opening the file.
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
      // Where there is no file, or one that nobody holds, it is taken.
      guard
        let taken = try? Self.take(folder, fileSystem, seenBy: own),
        (try? Content(of: taken))?.holder(seenBy: own) == nil
      else { throw lost }
      file = taken
    }
    write()
    return .takenAgain
  }

  private var lost: FileFailure {
    FileFailure(act: .lock, path: folder.lock, code: ESTALE)
  }

  private static func take(
    _ folder: StationFolder, _ fileSystem: any FileSystem,
    seenBy own: StationProcess
  ) throws -> any OpenFile {
    do {
      let file = try fileSystem.open(folder.lock, for: .writing)
      guard try file.lock() else {
        throw CirculationError.folderHeld(
          path: folder.path,
          by: try Content(of: file).holder(seenBy: own)?.holder)
      }
      return file
    } catch let failure as FileFailure {
      throw FileFailure(act: .lock, path: folder.lock, code: failure.code)
    }
  }

  /// Writes who has the folder, and what is kept in mind.
  private func write(isHeld: Bool = true) {
    var text = isHeld ? line + "\n" : ""
    if let memory { text += Content.line(of: memory) + "\n" }
    // Of one length, so that a disk that is full by then takes it too.
    var bytes = Array(text.utf8.prefix(Content.length - 1))
    let blanks = [UInt8](
      repeating: .blank, count: Content.length - 1 - bytes.count)
    bytes += blanks + [.lineFeed]
    isNamed = (try? file.write(bytes.span, at: 0)) != nil
    written = bytes
  }

  /// What the file of a lock says.
  private struct Content {
    /// The number of bytes that are written.
    static let length = 512

    private let lines: [Substring]

    init(of file: any OpenFile) throws(FileFailure) {
      self.init(try file.bytes(0..<Self.length))
    }

    init(_ bytes: [UInt8]) {
      let text = String(decoding: bytes, as: UTF8.self)
      lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The line of who holds it, if it is one.
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
        // A number of which half is an older one would be worse than none.
        if Self.line(of: memory) == line { return memory }
      }
      return nil
    }

    static func line(of memory: Memory) -> String {
      let text = "station \(memory.station) \(memory.lastSequence) "
      return text + String(Checksum.of(Array(text.utf8).span), radix: 16)
    }

    /// Who holds it; nil if it does not say so.
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
