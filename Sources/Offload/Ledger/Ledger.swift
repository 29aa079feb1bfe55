import Circulation
import Glibc

/// The ledger: the list of everything put into a kit or uploaded, so that
/// nothing is uploaded twice.
///
/// A text file to which an entry is appended for each uploaded file, and from
/// which nothing is removed. It can be on a drive that several people share.
/// ``LedgerFormat`` defines its lines.
package struct Ledger {
  /// The file name of a station's own ledger, next to its folder.
  static let ownName = "ledger"
  /// The path of the ledger.
  package let path: String
  /// True for the user's default ledger, the only one whose folder is created:
  /// in place of an absent drive it would be a second ledger.
  private let isDefault: Bool
  private let fileSystem: any FolderOperations

  /// Creates a ledger value; nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: the path of the file, which may not exist yet.
  ///   - defaultPath: the path of the user's default ledger.
  ///   - fileSystem: the file system to use.
  package init(
    at path: String, defaultPath: String? = nil,
    fileSystem: any FolderOperations = PosixFileSystem(sharesFiles: true)
  ) {
    self.path = path
    isDefault = path == defaultPath
    self.fileSystem = fileSystem
  }

  private var folder: String { path.folder }

  /// The `--ledger` argument for suggested commands; nil for the default
  /// ledger.
  package var pathToName: String? { isDefault ? nil : path }

  /// Returns the file's identity and version; nil if there is none.
  package func version() throws(FileError) -> FileVersion? {
    try fileSystem.version(path)
  }

  /// Reads the ledger; empty if there is none.
  ///
  /// - Throws: ``LedgerError``; ``FileError``, also for a missing folder that
  ///   is not to be created.
  package func entries() throws -> Reading {
    guard try fileSystem.version(path) != nil else {
      if !isDefault, try fileSystem.version(folder.appending(path: ".")) == nil
      {
        throw FileError(operation: .open, path: folder, code: ENOENT)
      }
      return Reading(path: path)
    }
    let file = try fileSystem.open(path, for: .reading)
    var reading = try Reading(of: file)
    // Others may append while it is read; half an entry is not damage then.
    for _ in 0..<3 where try file.version() != reading.version {
      reading = try Reading(of: file)
    }
    return reading
  }

  /// Appends an entry; returns when it is on disk.
  ///
  /// - Throws: ``LedgerError``; ``FileError``.
  package func append(_ entry: Entry) throws {
    try hold { try $0.append([entry]) }
  }

  /// Locks the ledger while the body reads it and appends to it.
  ///
  /// - Throws: ``LedgerError``; ``FileError``; errors of the body.
  package func hold<Result>(
    _ body: (consuming Held) throws -> Result
  ) throws -> Result {
    if isDefault { try fileSystem.makeFolders(folder) }
    // The lock creates the file.
    let isNew = try fileSystem.version(path) == nil
    let lock: FileLock
    do throws(FileError) {
      lock = try FileLock(path)
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      throw LedgerError.held(path: path)
    }
    return try withExtendedLifetime(lock) {
      // A file that becomes empty later was emptied. Another program may have
      // started it before this one got the lock.
      if isNew, try fileSystem.version(path)?.length ?? 0 == 0 {
        try append([], after: Reading(path: path))
      }
      return try body(Held(ledger: self, reading: entries()))
    }
  }

  /// A locked ledger.
  package struct Held: ~Copyable {
    private let ledger: Ledger
    /// The content of the ledger.
    package let reading: Reading

    fileprivate init(ledger: Ledger, reading: Reading) {
      self.ledger = ledger
      self.reading = reading
    }

    /// Appends entries as one write; returns when they are on disk.
    ///
    /// Void bytes at the end, left by a power cut, are first moved to a file
    /// next to the ledger.
    ///
    /// - Throws: ``FileError``; no entry is written then, unless part of one
    ///   could not be truncated.
    package consuming func append(_ entries: [Entry]) throws {
      try ledger.append(entries, after: reading)
    }

    /// Appends entries one by one, each as one write; every one is on disk
    /// before the next is made.
    ///
    /// - Throws: ``FileError``; errors of the body.
    package consuming func append(
      each body: ((Entry) throws -> Void) throws -> Void
    ) throws {
      let ledger = ledger
      var reading: Reading? = reading
      try body { entry in
        try ledger.append([entry], after: reading)
        reading = nil
      }
    }
  }

  /// Appends entries; a reading may show what has to be set right before.
  private func append(_ entries: [Entry], after reading: Reading?) throws {
    let file = try fileSystem.open(path, for: .appending)
    let length = try file.length()
    let end = reading?.soundLength ?? length
    // A truncated line is terminated first.
    var lines =
      end == 0 ? LedgerFormat.header : reading?.endsInLine == true ? [0x0a] : []
    for entry in entries { try LedgerFormat.append(entry, to: &lines) }
    if end < length {
      try fileSystem.keepAside(file.bytes(end..<length), of: path)
      try file.truncate(to: end)
    }
    do throws(FileError) {
      try file.append(lines.span)
      try file.synchronize()
      if end == 0 { try fileSystem.synchronizeFolder(folder) }
    } catch {
      // A remaining part of a line is reported as damage by the next read.
      try? file.truncate(to: end)
      throw error
    }
  }
}

extension FileSystem {
  /// Saves bytes that are cut off a file to a synced file next to it.
  ///
  /// - Throws: ``FileError``.
  func keepAside(_ bytes: [UInt8], of path: String) throws(FileError) {
    var number = 1
    while try version(path + ".damaged-\(number)") != nil { number += 1 }
    _ = try replace(path + ".damaged-\(number)") { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try synchronizeFolder(path.folder)
  }
}

/// An error that prevents using a ledger.
package enum LedgerError: Error, Hashable, Sendable {
  /// Another program holds the lock for too long.
  case held(path: String)
  /// A newer version of the program wrote it.
  case newer(path: String, version: Int)
  /// The file is not a ledger.
  case notALedger(path: String)
  /// The file is larger than the maximum, given in megabytes.
  case tooLarge(path: String, maximum: Int)
}
