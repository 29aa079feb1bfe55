import Glibc

/// All file operations of this module.
///
/// The only access to the system: a test can replace it, count the calls, and
/// make any of them fail.
package protocol FileSystem {
  /// Opens a regular file; creates it if `access` says so.
  func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile

  /// Syncs a folder's entries: only then is a created or renamed file safe.
  func synchronizeFolder(_ path: String) throws(FileError)

  /// Returns the identity and version of the file at a path (device, inode,
  /// size, modification time); nil if there is none.
  func version(_ path: String) throws(FileError) -> FileVersion?

  /// Returns the identity of the file at a path; nil if there is none.
  ///
  /// Unlike ``version(_:)`` it does not query the file's times: some systems
  /// keep finer times for a file once they were queried, and write each to
  /// disk.
  func identity(_ path: String) throws(FileError) -> FileIdentity?

  /// Renames a file, replacing the file at the new path.
  func rename(_ path: String, to newPath: String) throws(FileError)

  /// Gives a file a second name that must not exist yet, or copies it if the
  /// system has no hard links.
  func keep(_ path: String, as newPath: String) throws(FileError)

  /// Renames a file if the new path still names the expected file; nil for
  /// none.
  ///
  /// - Throws: ``FileError``, with `EBUSY` if another file is there by now.
  func rename(
    _ path: String, to newPath: String, inPlaceOf expected: FileVersion?
  ) throws(FileError)

  /// Removes a file.
  func remove(_ path: String) throws(FileError)

  /// Returns the names in a folder, sorted; empty if there is no folder.
  func names(in folder: String) throws(FileError) -> [String]

  /// Returns the drive of a folder.
  func drive(of folder: String) -> Drive

  /// Removes a temporary file unless a running program holds it.
  ///
  /// - Returns: true if the file is gone.
  func removeUnheld(_ path: String) throws(FileError) -> Bool

  /// Returns the free space of a folder's disk, in bytes.
  func freeSpace(in folder: String) throws(FileError) -> Int
}

/// The access for which a file is opened.
package enum FileAccess: Hashable, Sendable {
  /// Reading an existing file.
  case reading
  /// Reading, and appending at the end; the file is created if needed.
  case appending
  /// Reading, and writing at any offset; the file is created if needed.
  case writing
  /// Reading and writing a new file, locked while it is open; fails with
  /// `EEXIST` if the name is taken.
  case creating
}

/// A file that can be read.
package protocol ByteSource: AnyObject {
  /// The path under which the file was opened.
  var path: String { get }

  /// Fills the buffer from the offset.
  ///
  /// - Returns: the number of bytes read; fewer than requested only at the end
  ///   of the file.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int
}

/// An open file; closed when the last reference is dropped.
package protocol OpenFile: ByteSource {
  /// The identity of the file, independent of its current path.
  var identity: FileIdentity { get }

  /// Locks the file against all others until it is closed (`flock`).
  ///
  /// - Returns: false if another program has locked it.
  func lock() throws(FileError) -> Bool

  /// Locks the file, and waits a moment for one that was just closed: a program
  /// that is being started has a copy of it until it runs.
  ///
  /// - Returns: false if it is still locked after a fifth of a second.
  func lockSoon() throws(FileError) -> Bool

  /// Returns the current length in bytes.
  ///
  /// Unlike ``version()`` it does not query the file's times.
  func length() throws(FileError) -> Int

  /// Returns the current identity and version of the open file.
  func version() throws(FileError) -> FileVersion

  /// Writes all bytes at the end; if it throws, part of them may be written.
  func append(_ bytes: Span<UInt8>) throws(FileError)

  /// Writes all bytes at the offset; if it throws, part of them may be written.
  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError)

  /// Returns when everything written is on disk (`fdatasync`).
  func synchronize() throws(FileError)

  /// Truncates the file to a length in bytes.
  func truncate(to length: Int) throws(FileError)
}

extension OpenFile {
  /// Returns the bytes in a range; fewer at the end of the file.
  package func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) {
      buffer, count in
      do throws(FileError) {
        count = try read(
          into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Returns the length of the prefix that two files share, up to `end`, in
  /// bytes.
  package func commonLength(
    with other: any OpenFile, before end: Int
  ) throws(FileError) -> Int {
    var common = 0
    while common < end {
      let range = common..<min(common + 1 << 20, end)
      let ours = try bytes(range)
      let theirs = try other.bytes(range)
      let same = zip(ours, theirs).prefix { $0 == $1 }.count
      common += same
      if same < range.count { break }
    }
    return common
  }

  /// Copies bytes to the same offsets of another file.
  package func copyBytes(
    _ range: Range<Int>, to other: any OpenFile
  ) throws(FileError) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let part = try bytes(offset..<min(offset + 1 << 20, range.upperBound))
      guard !part.isEmpty else {
        throw FileError(operation: .read, path: path, code: EIO)
      }
      try other.write(part.span, at: offset)
      offset += part.count
    }
  }
}

/// The identity and version of a file: device, inode, size, modification time.
package struct FileVersion: Hashable, Sendable {
  /// The device and inode of the file.
  package let identity: FileIdentity
  /// The length of the file in bytes.
  package let length: Int
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int

  /// Creates a version from the fields of `stat`.
  package init(
    identity: FileIdentity, length: Int, modifiedSeconds: Int,
    modifiedNanoseconds: Int
  ) {
    self.identity = identity
    self.length = length
    self.modifiedSeconds = modifiedSeconds
    self.modifiedNanoseconds = modifiedNanoseconds
  }

  /// The local time of the last change.
  package var modified: LocalTime {
    WallClock.localTime(secondsSince1970: modifiedSeconds)
  }

  /// Returns true if both are of the same file, whatever its content.
  package func isSameFile(as other: FileVersion?) -> Bool {
    identity == other?.identity
  }
}

/// A file's device and inode, unique while the file exists or is open.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt
  let inode: UInt

  /// Creates an identity from the fields of `stat`.
  package init(device: UInt, inode: UInt) {
    self.device = device
    self.inode = inode
  }
}

/// A failed call to the operating system.
package struct FileError: Error, Hashable, Sendable {
  /// The operation that failed.
  package enum Operation: Hashable, Sendable {
    /// Creating the folder of the files.
    case createFolder
    /// Opening or creating the file.
    case open
    /// Reading the file.
    case read
    /// Writing to the file.
    case write
    /// Syncing the file to disk.
    case synchronize
    /// Truncating an incomplete part.
    case truncate
    /// Putting another file in its place.
    case replace
    /// Removing the file.
    case remove
    /// Locking the file.
    case lock
    /// Recognizing the file as this station left it.
    case recognize
    /// Recording in the journal that a save is done; its lines are in
    /// `OffCirc.dat`.
    case noteSave
  }

  /// The operation that failed.
  package let operation: Operation
  /// The file or folder concerned.
  package let path: String
  /// The system's error number (`errno`).
  package let code: Int32

  /// Creates an error with the system's `errno`.
  package init(operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Returns the failure with the final path, if it names a file or folder
  /// under its temporary one, or what is in it.
  package func moved(from temporary: String, to path: String) -> FileError {
    guard self.path.hasPrefix(temporary) else { return self }
    return FileError(
      operation: operation, path: path + self.path.dropFirst(temporary.count),
      code: code)
  }

  /// True if the disk itself failed, rather than space or permissions.
  var isMediaError: Bool {
    operation == .synchronize && code != ENOSPC && code != EDQUOT || code == EIO
  }
}

extension FileError {
  /// The name of standard input in the place of a path.
  package static let standardInput = "standard input"
  /// The name of standard output in the place of a path.
  package static let standardOutput = "standard output"
}
