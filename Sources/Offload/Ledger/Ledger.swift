import Circulation
import Glibc

/// What was handed over to the library system, so that nothing is uploaded
/// twice.
///
/// It is one text file, to which an entry is appended for each file that was
/// handed over, and from which nothing is ever taken off. It can lie on a
/// drive that several people share. ``LedgerFormat`` has its lines.
package struct Ledger {
  /// The name of the one that a station has by itself, beside its folder.
  static let ownName = "ledger"
  /// Where it is.
  package let path: String
  private let makesFolder: Bool
  private let fileSystem: any FileSystem

  /// A ledger, of which nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: where it is, or will be.
  ///   - makesFolder: whether its folder is made if it is missing; else that is
  ///     an error, as it is where a shared drive is not there.
  ///   - fileSystem: what it is read and written with.
  package init(
    at path: String, makesFolder: Bool = false,
    fileSystem: any FileSystem = PosixFileSystem(sharesFiles: true)
  ) {
    self.path = path
    self.makesFolder = makesFolder
    self.fileSystem = fileSystem
  }

  private var folder: String { path.folder }

  /// What tells it from what it was before; nil if there is none.
  package func stamp() throws(FileFailure) -> FileStamp? {
    try fileSystem.stamp(path)
  }

  /// What is in it: nothing if it was not made yet.
  ///
  /// - Throws: ``LedgerError``; ``FileFailure``, also where its folder is
  ///   missing and is not to be made.
  package func entries() throws -> Reading {
    guard try fileSystem.stamp(path) != nil else {
      if !makesFolder, try fileSystem.stamp(folder + "/.") == nil {
        throw FileFailure(act: .open, path: folder, code: ENOENT)
      }
      return Reading(path: path)
    }
    let file = try fileSystem.open(path, for: .reading)
    var reading = try Reading(of: file)
    // Others may add to it while it is read; an entry that is half there then
    // is not damage.
    for _ in 0..<3 where try file.stamp() != reading.stamp {
      reading = try Reading(of: file)
    }
    return reading
  }

  /// Adds an entry, and returns when it is on disk.
  ///
  /// - Throws: ``LedgerError``; ``FileFailure``.
  package func append(_ entry: Entry) throws {
    try hold { try $0.append([entry]) }
  }

  /// Keeps all others from adding anything while the body looks at what is in
  /// it, and adds to it.
  ///
  /// - Throws: ``LedgerError``; ``FileFailure``; what the body throws.
  package func hold<Result>(
    _ body: (consuming Held) throws -> Result
  ) throws -> Result {
    if makesFolder { try StationFolder(path: folder).create() }
    // The lock makes it.
    let isNew = try fileSystem.stamp(path) == nil
    let lock: FileLock
    do throws(FileFailure) {
      lock = try FileLock(path)
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      throw LedgerError.held(path: path)
    }
    return try withExtendedLifetime(lock) {
      // One that is empty later was emptied; another program may have begun it
      // before the lock was this one's.
      if isNew, try fileSystem.stamp(path)?.length ?? 0 == 0 {
        try append([], after: Reading(path: path))
      }
      return try body(Held(ledger: self, reading: entries()))
    }
  }

  /// A ledger to which nobody else adds anything.
  package struct Held: ~Copyable {
    private let ledger: Ledger
    /// What is in it.
    package let reading: Reading

    fileprivate init(ledger: Ledger, reading: Reading) {
      self.ledger = ledger
      self.reading = reading
    }

    /// Adds entries in one piece, and returns when they are on disk.
    ///
    /// Zeros at the end, which a power cut has left, go into a file beside the
    /// ledger first.
    ///
    /// - Throws: ``FileFailure``; nothing of them is there then, but for what
    ///   could not be cut off again.
    package consuming func append(_ entries: [Entry]) throws {
      try ledger.append(
        entries.flatMap(LedgerFormat.line(of:)), after: reading)
    }
  }

  private func append(_ lines: [UInt8], after reading: Reading) throws {
    let file = try fileSystem.open(path, for: .appending)
    let length = try file.length()
    let end = reading.soundLength ?? length
    if end < length {
      try keep(file.bytes(end..<length))
      try file.truncate(to: end)
    }
    do throws(FileFailure) {
      // After a line that was cut short the next one has its own.
      let start =
        end == 0 ? LedgerFormat.header : reading.endsInLine ? [0x0a] : []
      try file.append((start + lines).span)
      try file.synchronize()
      if end == 0 { try fileSystem.synchronizeFolder(folder) }
    } catch {
      // What is left of a line then is told as damage when it is read.
      try? file.truncate(to: end)
      throw error
    }
  }

  /// Puts bytes that say nothing into a file beside the ledger, on disk.
  private func keep(_ bytes: [UInt8]) throws(FileFailure) {
    var number = 1
    while try fileSystem.stamp(path + ".damaged-\(number)") != nil {
      number += 1
    }
    _ = try fileSystem.replace(path + ".damaged-\(number)") {
      file throws(FileFailure) in try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(folder)
  }
}

/// Why a ledger can't be used.
package enum LedgerError: Error, Hashable, Sendable {
  /// Another program has it for too long.
  case held(path: String)
  /// It was written by a newer version of the program.
  case newer(path: String, version: Int)
  /// The file in its place is no ledger.
  case notALedger(path: String)
  /// It is longer than a ledger can be, which is so many megabytes.
  case tooLarge(path: String, most: Int)
}
