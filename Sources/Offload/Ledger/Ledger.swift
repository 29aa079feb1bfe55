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
  let isDefault: Bool
  /// The ledger of all computers; nil if this is the only one.
  let common: (any CommonLedger)?
  let fileSystem: any FolderOperations

  /// Creates a ledger value; nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: the path of the file, which may not exist yet.
  ///   - defaultPath: the path of the user's default ledger.
  ///   - common: the ledger of all computers; nil if this is the only one.
  ///   - fileSystem: the file system to use.
  package init(
    at path: String, defaultPath: String? = nil,
    common: (any CommonLedger)? = nil,
    fileSystem: any FolderOperations = PosixFileSystem(sharesFiles: true)
  ) {
    self.path = path
    isDefault = path == defaultPath
    self.common = common
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

  /// Returns the identity and version of the copy of other computers' lines;
  /// nil if there is none.
  func copyVersion() throws(FileError) -> FileVersion? {
    try fileSystem.version(copy)
  }

  /// Reads the ledger, with the lines of other computers that are known here;
  /// empty if there is none.
  ///
  /// - Throws: ``LedgerError``; ``FileError``, also for a missing folder that
  ///   is not to be created.
  package func entries() throws -> Reading {
    var reading = try ownEntries()
    reading.add(try otherEntries())
    return reading
  }

  /// Reads the entries of the file itself.
  func ownEntries() throws -> Reading {
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
  /// The common ledger gets it with the next exchange: it tells what was
  /// uploaded, whether or not the others can be reached.
  ///
  /// - Throws: ``LedgerError``; ``FileError``.
  package func append(_ entry: Entry) throws {
    try lock { try append([entry], after: ownEntries()) }
  }

  /// Locks the ledger, on all computers, while the body reads it and appends to
  /// it.
  ///
  /// - Throws: ``LedgerError``; ``FileError``; errors of the common ledger;
  ///   errors of the body.
  package func hold<Result>(
    _ body: (consuming Held) throws -> Result
  ) throws -> Result {
    try lock {
      defer { common?.release() }
      var settled: [Entry] = []
      if let common {
        // What this computer had listed is known to all, whatever the body does.
        _ = try level(with: common)
        try common.hold()
        settled = try settle(with: common)
        _ = try level(with: common)
      }
      return try body(
        Held(ledger: self, reading: entries(), settled: settled))
    }
  }

  /// Locks the file while the body runs.
  ///
  /// - Throws: ``LedgerError``; ``FileError``; errors of the body.
  func lock<Result>(_ body: () throws -> Result) throws -> Result {
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
        try append([UInt8](), after: Reading(path: path))
      }
      return try body()
    }
  }

  /// A locked ledger.
  package struct Held: ~Copyable {
    private let ledger: Ledger
    /// The content of the ledger.
    package let reading: Reading
    /// The entries that a run had listed whose answer was lost: what it made of
    /// them is to be finished.
    let settled: [Entry]

    fileprivate init(ledger: Ledger, reading: Reading, settled: [Entry]) {
      self.ledger = ledger
      self.reading = reading
      self.settled = settled
    }

    /// Appends entries as one write; returns when they are on disk.
    ///
    /// Void bytes at the end, left by a power cut, are first moved to a file
    /// next to the ledger.
    ///
    /// - Throws: ``FileError``; no entry is written then, unless part of one
    ///   could not be truncated. With a common ledger, its errors; a
    ///   ``LedgerError`` that ``LedgerError/mayBeListed``.
    package consuming func append(_ entries: [Entry]) throws {
      try ledger.list(entries, after: reading)
    }

    /// Appends entries one by one, each as one write; every one is on disk
    /// before the next is made.
    ///
    /// With a common ledger, they are appended together at the end.
    ///
    /// - Throws: ``FileError``; errors of the body; those of ``append(_:)``.
    package consuming func append(
      each body: ((Entry) throws -> Void) throws -> Void
    ) throws {
      let ledger = ledger
      guard ledger.common == nil else {
        var entries: [Entry] = []
        try body { entries.append($0) }
        return try append(entries)
      }
      var reading: Reading? = reading
      try body { entry in
        try ledger.append([entry], after: reading)
        reading = nil
      }
    }
  }

  /// Appends entries, to the common ledger first: what it lists can't be handed
  /// over by others.
  private func list(_ entries: [Entry], after reading: Reading) throws {
    guard let common else { return try append(entries, after: reading) }
    var lines: [CommonLedger.Line] = []
    for entry in entries {
      var line: [UInt8] = []
      try LedgerFormat.append(entry, to: &line)
      line.removeLast()
      var sha = SHA256()
      sha.add(line.span)
      lines.append((sha.hexadecimal, line))
    }
    guard try common.add(lines) == 0 else {
      throw LedgerError.notAdmitted
    }
    try begin(lines)
    guard try common.commit() else { throw LedgerError.undecided }
    do throws(FileError) {
      try append(lines.flatMap { $0.bytes + [0x0a] }, after: reading)
    } catch {
      throw LedgerError.onlyInCommon(error)
    }
    end()
  }

  private func append(_ entries: [Entry], after reading: Reading?) throws {
    var lines: [UInt8] = []
    for entry in entries { try LedgerFormat.append(entry, to: &lines) }
    try append(lines, after: reading)
  }

  /// Appends lines; a reading may show what has to be set right before.
  func append(
    _ added: [UInt8], after reading: Reading?
  ) throws(FileError) {
    let file = try fileSystem.open(path, for: .appending)
    let length = try file.length()
    let end = reading?.soundLength ?? length
    // A truncated line is terminated first.
    var lines =
      end == 0 ? LedgerFormat.header : reading?.endsInLine == true ? [0x0a] : []
    lines += added
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
  /// Another computer makes a kit, and holds the common ledger.
  case heldElsewhere
  /// This computer may not list kits in the common ledger.
  case notAdmitted
  /// The common ledger was lost in the moment when it was written to.
  case undecided
  /// The common ledger lists the lines, and the file could not be written.
  case onlyInCommon(FileError)

  /// True if the common ledger may list the lines: what was made of them must
  /// be kept, for the next run to finish.
  var mayBeListed: Bool {
    switch self {
    case .undecided, .onlyInCommon: true
    case .held, .newer, .notALedger, .tooLarge, .heldElsewhere, .notAdmitted:
      false
    }
  }
}
