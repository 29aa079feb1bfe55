import Circulation
import Foundation

/// What was handed over to the library system, so that nothing is uploaded
/// twice.
///
/// It is one text file, to which an entry is appended for each file that was
/// handed over, and from which nothing is ever taken off. It can lie on a
/// drive that several people share. ``LedgerFormat`` has its lines.
package struct Ledger {
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
    guard let stamp = try fileSystem.stamp(path) else {
      if !makesFolder, try fileSystem.stamp(folder + "/.") == nil {
        throw FileFailure(act: .open, path: folder, code: ENOENT)
      }
      return Reading(path: path, stamp: nil)
    }
    let file = try fileSystem.open(path, for: .reading)
    return try Reading(
      path: path, stamp: stamp, bytes: file.bytes(0..<file.length()))
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
    let lock: FileLock
    do throws(FileFailure) {
      lock = try FileLock(path)
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      throw LedgerError.held(path: path)
    }
    return try withExtendedLifetime(lock) {
      try body(Held(ledger: self, reading: entries()))
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
    /// - Throws: ``FileFailure``; nothing of them is there then, but for what
    ///   could not be cut off again.
    package consuming func append(_ entries: [Entry]) throws {
      let lines = try entries.flatMap(LedgerFormat.line(of:))
      let file = try ledger.fileSystem.open(ledger.path, for: .appending)
      // Before the first line is whole, what is there of it says nothing.
      let end = reading.isBegun ? try file.length() : 0
      do throws(FileFailure) {
        if !reading.isBegun, try file.length() > 0 { try file.truncate(to: 0) }
        // After a line that was cut short the next one begins afresh.
        let start =
          !reading.isBegun
          ? LedgerFormat.header : reading.endsInLine ? [0x0a] : []
        try file.append((start + lines).span)
        try file.synchronize()
        if !reading.isBegun {
          try ledger.fileSystem.synchronizeFolder(ledger.folder)
        }
      } catch {
        try? file.truncate(to: end)
        throw error
      }
    }
  }
}

extension Ledger {
  /// What is in a ledger.
  package struct Reading {
    /// What can't be read of it.
    package enum Damage: Hashable, Sendable {
      /// The line of this number is no entry, or not as it was written.
      case line(Int)
      /// The last line, of this number, was cut short.
      case torn(line: Int)
    }

    /// Where the ledger is.
    package let path: String
    /// What tells it from what it becomes later; nil if there is none.
    package let stamp: FileStamp?
    /// The entries that can be read, in their order.
    package private(set) var entries: [Entry] = []
    /// What can't be.
    package private(set) var damage: [Damage] = []
    /// Whether its first line is written.
    fileprivate private(set) var isBegun = false
    /// Whether it ends without the end of a line.
    fileprivate private(set) var endsInLine = false

    fileprivate init(path: String, stamp: FileStamp?) {
      self.path = path
      self.stamp = stamp
    }

    fileprivate init(
      path: String, stamp: FileStamp, bytes: [UInt8]
    ) throws(LedgerError) {
      self.init(path: path, stamp: stamp)
      var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
      let rest = lines.removeLast()
      guard let first = lines.first else {
        // A power cut can leave zeros for what was not written yet.
        let isOurs = zip(rest, LedgerFormat.header)
          .allSatisfy { $0 == $1 || $0 == 0 }
        guard isOurs, rest.count < LedgerFormat.header.count else {
          throw LedgerError.notALedger(path: path)
        }
        return
      }
      guard let version = LedgerFormat.version(in: first) else {
        throw LedgerError.notALedger(path: path)
      }
      guard version <= LedgerFormat.version else {
        throw LedgerError.newer(path: path, version: version)
      }
      isBegun = true
      endsInLine = !rest.isEmpty
      for (number, line) in zip(2..., lines.dropFirst()) {
        if let entry = LedgerFormat.entry(in: line) {
          entries.append(entry)
        } else {
          damage.append(.line(number))
        }
      }
      guard endsInLine else { return }
      // Only the end of the line may be missing, after an editor say.
      if let entry = LedgerFormat.entry(in: rest) {
        entries.append(entry)
      } else {
        damage.append(.torn(line: lines.count + 1))
      }
    }
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
}
