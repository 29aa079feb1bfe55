import Circulation
import Foundation
import Glibc
import Support

/// A folder of its own in the temporary folder, seen under a fixed name.
///
/// Files are real; a sync is only counted, since what a power cut leaves is asked
/// of simulated ones. What the screen shows of their place is the same wherever
/// the tests run, and any append can be made to fail.
final class TestDisk: FileSystem {
  /// The name that the desk knows the folder by.
  static let folder = StationFolder(path: "/home/desk/files")

  /// The name that the desk knows a key by, for the copy of the journal.
  static let key = "/media/key"

  /// How many syncs of files there were.
  private(set) var syncCount = 0
  /// The `errno` that appending to the journal, or putting it on disk, fails
  /// with; nil if all is well.
  var journalFailure: (operation: FileError.Operation, code: Int32)?
  /// The `errno` that appending to `OffCirc.dat` fails with.
  var dataFileFailure: Int32?

  /// The bytes that it says are left.
  var freeSpace = 1 << 40

  private let real = TestFolder()

  /// Where a file of the desk really is.
  func realPath(of path: String) -> String {
    for (name, place) in [
      (Self.folder.path, real.path), (Self.key, real.path + "/key"),
    ] where path.hasPrefix(name) {
      return place + path.dropFirst(name.count)
    }
    return path
  }

  /// The earlier loans of a desk.
  var lendingWatch: LendingWatch {
    func place(_ folder: StationFolder) -> StationFolder {
      StationFolder(path: realPath(of: folder.path))
    }
    return LendingWatch {
      try LendingHistory.read(of: place($0), beside: $1).history
    } lookingAt: {
      try LendingHistory.archivedJournals(of: place($0))
    }
  }

  // MARK: The door to the system

  func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    let file = try told(path) { () throws(FileError) in
      try PosixFileSystem().open(realPath(of: path), for: access)
    }
    return TestFile(path: path, base: file, disk: self)
  }

  func synchronizeFolder(_ path: String) {}

  func rename(_ path: String, to newPath: String) throws(FileError) {
    try PosixFileSystem().rename(
      realPath(of: path), to: realPath(of: newPath))
  }

  func keep(
    _ path: String, as newPath: String
  ) throws(FileError) {
    try PosixFileSystem().keep(realPath(of: path), as: realPath(of: newPath))
  }

  func names(in folder: String) throws(FileError) -> [String] {
    try PosixFileSystem().names(in: realPath(of: folder))
  }

  func drive(of folder: String) -> Drive {
    PosixFileSystem().drive(of: realPath(of: folder))
  }

  func remove(_ path: String) throws(FileError) {
    try PosixFileSystem().remove(realPath(of: path))
  }

  func freeSpace(in folder: String) throws(FileError) -> Int { freeSpace }

  func version(_ path: String) throws(FileError) -> FileVersion? {
    try told(path) { () throws(FileError) in
      try PosixFileSystem().version(realPath(of: path))
    }
  }

  func identity(_ path: String) throws(FileError) -> FileIdentity? {
    try told(path) { () throws(FileError) in
      try PosixFileSystem().identity(realPath(of: path))
    }
  }

  fileprivate func willSynchronize() {
    syncCount += 1
  }

  /// The failure that is wanted of an act, under the name the desk knows.
  fileprivate func check(
    _ operation: FileError.Operation, _ path: String
  ) throws(FileError) {
    // A fresh journal in the place of one that fails is on the same disk.
    if path.contains(StationFolder.journalName), let journalFailure,
      journalFailure.operation == operation
    {
      throw FileError(
        operation: operation, path: path, code: journalFailure.code)
    }
    if path == Self.folder.dataFile, operation == .write, let dataFileFailure {
      throw FileError(operation: operation, path: path, code: dataFileFailure)
    }
  }
}

/// Tells a failure under the name that the desk knows.
private func told<Result>(
  _ path: String, _ work: () throws(FileError) -> Result
) throws(FileError) -> Result {
  do {
    return try work()
  } catch {
    throw FileError(operation: error.operation, path: path, code: error.code)
  }
}

private final class TestFile: ForwardingFile {
  let path: String
  let base: any OpenFile
  private let disk: TestDisk

  init(path: String, base: any OpenFile, disk: TestDisk) {
    self.path = path
    self.base = base
    self.disk = disk
  }

  // A desk that is opened again is one whose process has ended.
  func lock() -> Bool { true }

  func append(_ bytes: Span<UInt8>) throws(FileError) {
    try write(bytes) { bytes throws(FileError) in try base.append(bytes) }
  }

  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
    try write(bytes) { bytes throws(FileError) in
      try base.write(bytes, at: offset)
    }
  }

  private func write(
    _ bytes: Span<UInt8>, _ act: (Span<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    do {
      try disk.check(.write, path)
    } catch {
      // A full disk takes a part before it says no.
      try act(bytes.extracting(first: bytes.count / 2))
      throw error
    }
    try act(bytes)
  }

  func synchronize() throws(FileError) {
    disk.willSynchronize()
    try disk.check(.synchronize, path)
  }
}
