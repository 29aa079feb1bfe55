import Glibc

/// The file operations that the ground floor makes, all of them.
///
/// This is the narrow door to the system: a test can stand in it, count what
/// goes through, and make any of it fail.
public protocol FileSystem {
  /// Opens a regular file, and makes it if asked to.
  func open(
    _ path: String, for access: FileAccess
  ) throws(FileFailure) -> any OpenFile

  /// Puts the folder's names on disk: a file just created is safe after it.
  func synchronizeFolder(_ path: String) throws(FileFailure)

  /// What tells a file and its content from another, or from what it was
  /// before; nil if there is none.
  func stamp(_ path: String) throws(FileFailure) -> FileStamp?

  /// The file that has a name, whatever is in it; nil if there is none.
  ///
  /// Unlike ``stamp(_:)`` it leaves the file's times alone: some systems keep
  /// finer times of a file after they were asked for, and put each on disk.
  func identity(_ path: String) throws(FileFailure) -> FileIdentity?

  /// Gives a file another name, in place of the file that had it.
  func rename(_ path: String, to newPath: String) throws(FileFailure)

  /// Gives a file a second name, where none is yet, or a copy of it where the
  /// system has no second names.
  func keep(_ path: String, as newPath: String) throws(FileFailure)

  /// Gives a file another name, if the file that has it is still the one that
  /// is expected there; nil for none.
  ///
  /// - Throws: ``FileFailure``, with `EBUSY` if there is another by now.
  func rename(
    _ path: String, to newPath: String, inPlaceOf expected: FileStamp?
  ) throws(FileFailure)

  /// Removes a file.
  func remove(_ path: String) throws(FileFailure)

  /// The names of what is in a folder, in order; none if there is no folder.
  func names(in folder: String) throws(FileFailure) -> [String]

  /// The drive that a folder is on.
  func drive(of folder: String) -> Drive

  /// Removes a file that was begun under a hidden name, unless a program that
  /// still runs holds it.
  ///
  /// - Returns: whether it is gone.
  func removeUnheld(_ path: String) throws(FileFailure) -> Bool

  /// The bytes that can still be written below a folder.
  func freeSpace(in folder: String) throws(FileFailure) -> Int
}

/// What a file is opened for.
public enum FileAccess: Hashable, Sendable {
  /// To read what is there.
  case reading
  /// To read, and to append at the end; the file is made if there is none.
  case appending
  /// To read, and to write anywhere; the file is made if there is none.
  case writing
  /// To read and write a file that is made, and held while it is open; refused
  /// (`EEXIST`) if anything has the name.
  case creating
}

/// A file that is open; closed when the last reference to it goes.
public protocol OpenFile: AnyObject {
  /// Where the file is.
  var path: String { get }

  /// Tells the file from any other, wherever its name is by now.
  var identity: FileIdentity { get }

  /// Keeps all others from locking the file until this is closed (`flock`).
  ///
  /// - Returns: whether it is locked now; else another has it.
  func lock() throws(FileFailure) -> Bool

  /// The number of bytes that the file has now.
  ///
  /// Unlike ``stamp()`` it leaves the file's times alone.
  func length() throws(FileFailure) -> Int

  /// What the file is now, wherever its name is by now.
  func stamp() throws(FileFailure) -> FileStamp

  /// Fills the buffer from the offset, and returns how many bytes there were:
  /// less than asked for only at the end of the file.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileFailure) -> Int

  /// Writes all of the bytes at the end; a part of them may be there if it
  /// throws.
  func append(_ bytes: Span<UInt8>) throws(FileFailure)

  /// Writes all of the bytes at the offset, over what is there; a part of them
  /// may be there if it throws.
  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileFailure)

  /// Returns when all that was written is on disk (`fdatasync`).
  func synchronize() throws(FileFailure)

  /// Cuts the file at a length.
  func truncate(to length: Int) throws(FileFailure)
}

extension OpenFile {
  /// The bytes in a range, less at the end of the file.
  package func bytes(_ range: Range<Int>) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var failure: FileFailure?
    let count = bytes.withUnsafeMutableBytes { buffer in
      do throws(FileFailure) {
        return try read(into: buffer, at: range.lowerBound)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    bytes.removeSubrange(count...)
    return bytes
  }

  /// How many bytes, from the first one on, are the same in another file, of
  /// those before an end that both have.
  package func commonLength(
    with other: any OpenFile, before end: Int
  ) throws(FileFailure) -> Int {
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

  /// Writes bytes of this file to the same place of another.
  package func copyBytes(
    _ range: Range<Int>, to other: any OpenFile
  ) throws(FileFailure) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let part = try bytes(offset..<min(offset + 1 << 20, range.upperBound))
      guard !part.isEmpty else {
        throw FileFailure(act: .read, path: path, code: EIO)
      }
      try other.write(part.span, at: offset)
      offset += part.count
    }
  }
}

/// What tells a file from another, and its content from what it was before.
public struct FileStamp: Hashable, Sendable {
  package let identity: FileIdentity
  package let length: Int
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int

  package init(
    identity: FileIdentity, length: Int, modifiedSeconds: Int,
    modifiedNanoseconds: Int
  ) {
    self.identity = identity
    self.length = length
    self.modifiedSeconds = modifiedSeconds
    self.modifiedNanoseconds = modifiedNanoseconds
  }

  /// Whether the other is of the same file, whatever is in it by now.
  package func isSameFile(as other: FileStamp?) -> Bool {
    identity == other?.identity
  }
}

/// A file among all of a computer, as long as it is there or open.
public struct FileIdentity: Hashable, Sendable {
  let device: UInt
  let inode: UInt

  package init(device: UInt, inode: UInt) {
    self.device = device
    self.inode = inode
  }
}

/// A refusal of the operating system.
public struct FileFailure: Error, Hashable, Sendable {
  /// What was tried.
  public enum Act: Hashable, Sendable {
    /// Making the folder of the files.
    case createFolder
    /// Opening the file, or making it.
    case open
    /// Reading it.
    case read
    /// Appending to it.
    case write
    /// Putting on disk what was written.
    case synchronize
    /// Cutting off a part that was not wholly written.
    case truncate
    /// Putting another file in its place.
    case replace
    /// Removing it.
    case remove
    /// Locking it.
    case lock
    /// Finding it as this station left it.
    case recognize
    /// Noting in it that a save is done, whose lines are in `OffCirc.dat`.
    case noteSave
  }

  /// What was tried.
  public let act: Act
  /// The file or folder it was tried on.
  public let path: String
  /// The system's reason, an `errno`.
  public let code: Int32

  /// A refusal of the operating system, with its `errno`.
  public init(act: Act, path: String, code: Int32) {
    self.act = act
    self.path = path
    self.code = code
  }

  /// Whether the disk failed, and not what there is room or leave for.
  var isOfTheMedium: Bool {
    act == .synchronize && code != ENOSPC && code != EDQUOT || code == EIO
  }
}
