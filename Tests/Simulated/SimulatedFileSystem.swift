import Circulation
import Glibc

/// A file system in memory: it counts the calls, fails any of them at will, and
/// knows what would be on disk if the power went.
package final class SimulatedFileSystem: FolderOperations {
  /// The bytes that it says are left.
  package var freeSpace = 1 << 40

  /// One thing asked of the file system.
  package struct Call: Hashable, Sendable {
    package enum Request: Hashable, Sendable {
      case version
      case identity
      case open
      case length
      case read
      case append
      case write
      case synchronize
      case truncate
      case synchronizeFolder
      case rename
      case remove
      case makeFolder
      case names
      case setReadOnly
      case lock
      case keep
    }

    package let request: Request
    package let path: String

    package init(request: Request, path: String) {
      self.request = request
      self.path = path
    }
  }

  /// What becomes of a call that fails.
  package struct Trouble {
    package var code: Int32
    /// How many bytes are written before it fails.
    package var written: Int
    /// Whether the process is at its end: what it wrote, the system will still
    /// put on disk.
    package var isEnd: Bool

    package init(code: Int32 = EIO, written: Int = 0, isEnd: Bool = false) {
      self.code = code
      self.written = written
      self.isEnd = isEnd
    }
  }

  /// One thing done to the files, which the power may undo until a sync.
  package enum Change {
    case made(path: String, file: UInt)
    case renamed(path: String, newPath: String)
    case removed(path: String)
    case kept(path: String, newPath: String)
    case wrote(file: UInt, bytes: [UInt8], offset: Int)
    case cut(file: UInt, length: Int)
    case synchronized(file: UInt)
    case failedToSynchronize(file: UInt)
    case synchronizedFolder(path: String)
    /// On disk at once, as what another program wrote long ago.
    case placed(path: String, file: UInt, bytes: [UInt8])
    case replaced(file: UInt, bytes: [UInt8])
  }

  /// Told of every change, in order, but for those to the locks: no promise is
  /// kept by what is in them.
  package var record: (Change) -> Void = { _ in }
  /// The calls since the last ``forgetCalls()``.
  package private(set) var calls: [Call] = []
  /// Those that failed.
  package private(set) var failedCalls: [Call] = []
  /// What befalls a call, by its number, the first being 1.
  package var trouble: (_ number: Int, _ call: Call) -> Trouble? = { _, _ in nil
  }

  /// The drive that all is on.
  package var drive = Drive.own
  /// Whether a lock keeps others from taking it.
  package var holdsLocks = true
  /// The folders, each with the disk that it is on.
  package var disks: [String: UInt] = [StationFolder.simulated.path: 1]

  package init() {}

  private var names: [String: SimulatedFile] = [:]
  private var namesOnDisk: [String: SimulatedFile] = [:]
  private var fileCount = 0

  // MARK: Trouble

  package func forgetCalls() {
    calls = []
    failedCalls = []
  }

  /// Makes the call of this number fail, and those that follow it closely.
  package func fail(
    at number: Int, count: Int = 1, code: Int32 = ENOSPC, written: Int = 0
  ) {
    forgetCalls()
    trouble = { current, _ in
      number..<number + count ~= current
        ? Trouble(code: code, written: written) : nil
    }
  }

  /// Ends the process at the call of this number: nothing succeeds any more.
  package func kill(at number: Int, written: Int = 0) {
    forgetCalls()
    trouble = { current, _ in
      if current < number { return nil }
      return Trouble(written: current == number ? written : 0, isEnd: true)
    }
  }

  package func heal() {
    trouble = { _, _ in nil }
  }

  /// Whether the journal has bytes that a failed sync did not write and that
  /// could not be cut off: to the next desk they look as if they were on disk.
  package var hasRemainsInJournal: Bool {
    let path = StationFolder.simulated.journal
    return failedCalls.contains(Call(request: .truncate, path: path))
  }

  func enter(_ request: Call.Request, _ path: String) -> Trouble? {
    let call = Call(request: request, path: path)
    calls.append(call)
    let trouble = trouble(calls.count, call)
    if trouble != nil { failedCalls.append(call) }
    return trouble
  }

  // MARK: What the user and the power do

  /// Lets go of all locks, as the end of the processes that had them does.
  package func releaseLocks() {
    for file in names.values { file.locker = nil }
  }

  /// The content of a file; nil if there is none.
  package subscript(path: String) -> [UInt8]? {
    get { names[path]?.bytes }
    set {
      fileCount += 1
      names[path] = newValue.map { SimulatedFile(id: fileCount, bytes: $0) }
      namesOnDisk[path] = names[path]
      if let file = names[path] {
        record(.placed(path: path, file: file.id, bytes: file.bytes))
      }
    }
  }

  /// Changes a file as another program does, in its place.
  package func edit(_ path: String, _ change: (inout [UInt8]) -> Void) {
    guard let file = names[path] else { return }
    var bytes = file.bytes
    change(&bytes)
    file.replace(by: bytes)
    record(.replaced(file: file.id, bytes: bytes))
  }

  /// The disk that a file is on.
  func disk(of path: String) -> UInt {
    disks.first { path.hasPrefix($0.key + "/") }?.value ?? 1
  }

  /// The names of all files.
  package var paths: [String] { names.keys.sorted() }

  /// Takes all files of a folder away, as pulling out a key does.
  ///
  /// - Returns: what puts them back.
  package func pullOut(_ folder: String) -> () -> Void {
    let key = names.filter { $0.key.hasPrefix(folder + "/") }
    for path in key.keys { names[path] = nil }
    let disk = disks.removeValue(forKey: folder)
    return { [unowned self] in
      names.merge(key) { $1 }
      disks[folder] = disk
    }
  }

  /// What is left of bytes that were written and not synchronized.
  package enum Remains: CaseIterable {
    case all
    case nothing
    case half
    case zeros
  }

  /// The file system after a power cut.
  package func afterPowerCut(
    _ remains: (String) -> Remains, keepsNames: Bool
  ) -> SimulatedFileSystem {
    let after = SimulatedFileSystem()
    for (path, file) in keepsNames ? names : namesOnDisk {
      after[path] = file.content(after: remains(path))
    }
    return after
  }

  /// The file system as it is now, with nothing open.
  package func copy() -> SimulatedFileSystem {
    afterPowerCut({ _ in .all }, keepsNames: true)
  }

  // MARK: FileSystem

  package func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    if let trouble = enter(.open, path) {
      throw FileError(operation: .open, path: path, code: trouble.code)
    }
    guard access != .creating || names[path] == nil else {
      throw FileError(operation: .open, path: path, code: EEXIST)
    }
    if access != .reading, names[path] == nil {
      fileCount += 1
      let file = SimulatedFile(id: fileCount, bytes: [])
      names[path] = file
      if !path.isOfALock { record(.made(path: path, file: file.id)) }
    }
    guard let file = names[path] else {
      throw FileError(operation: .open, path: path, code: ENOENT)
    }
    return OpenSimulatedFile(path: path, file: file, fileSystem: self)
  }

  package func synchronizeFolder(_ path: String) throws(FileError) {
    if let trouble = enter(.synchronizeFolder, path) {
      throw FileError(operation: .synchronize, path: path, code: trouble.code)
    }
    namesOnDisk = names
    record(.synchronizedFolder(path: path))
  }

  package func rename(_ path: String, to newPath: String) throws(FileError) {
    if let trouble = enter(.rename, newPath) {
      throw FileError(operation: .replace, path: newPath, code: trouble.code)
    }
    for inner in names.keys where inner.hasPrefix(path + "/") {
      names[newPath + inner.dropFirst(path.count)] = names.removeValue(
        forKey: inner)
    }
    if let file = names.removeValue(forKey: path) { names[newPath] = file }
    record(.renamed(path: path, newPath: newPath))
    // A folder is its files.
    for name in names.keys where name.hasPrefix(path + "/") {
      let newName = newPath + name.dropFirst(path.count)
      names[newName] = names.removeValue(forKey: name)
      record(.renamed(path: name, newPath: newName))
    }
  }

  package func keep(
    _ path: String, as newPath: String
  ) throws(FileError) {
    if let trouble = enter(.keep, newPath) {
      throw FileError(operation: .open, path: newPath, code: trouble.code)
    }
    names[newPath] = names[path]
    record(.kept(path: path, newPath: newPath))
  }

  package func drive(of folder: String) -> Drive { drive }

  package func remove(_ path: String) throws(FileError) {
    if let trouble = enter(.remove, path) {
      throw FileError(operation: .remove, path: path, code: trouble.code)
    }
    guard !isFolder(path) else {
      throw FileError(operation: .remove, path: path, code: EISDIR)
    }
    names[path] = nil
    record(.removed(path: path))
  }

  package func makeFolder(_ path: String) throws(FileError) {
    if let trouble = enter(.makeFolder, path) {
      throw FileError(operation: .createFolder, path: path, code: trouble.code)
    }
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    if let trouble = enter(.names, folder) {
      throw FileError(operation: .read, path: folder, code: trouble.code)
    }
    guard names[folder] == nil else {
      throw FileError(operation: .read, path: folder, code: ENOTDIR)
    }
    let below = names.keys.filter { $0.hasPrefix(folder + "/") }
      .compactMap {
        $0.dropFirst(folder.count + 1).split(separator: "/").first
      }
    return Set(below.map(String.init)).sorted()
  }

  package func entry(at path: String) throws(FileError) -> FolderEntry? {
    guard try version(path) != nil else { return nil }
    let name = path.hasSuffix("/.") ? String(path.dropLast(2)) : path
    return FolderEntry(kind: isFolder(name) ? .folder : .file, owner: 0)
  }

  package func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileError) {
    if let trouble = enter(.setReadOnly, path) {
      throw FileError(operation: .open, path: path, code: trouble.code)
    }
  }

  // A folder is there as long as it has files.
  package func removeFolder(_ path: String) throws(FileError) {
    if let trouble = enter(.remove, path) {
      throw FileError(operation: .remove, path: path, code: trouble.code)
    }
  }

  package func freeSpace(in folder: String) throws(FileError) -> Int {
    freeSpace
  }

  package func version(_ path: String) throws(FileError) -> FileVersion? {
    if let trouble = enter(.version, path) {
      throw FileError(operation: .open, path: path, code: trouble.code)
    }
    // A folder is asked for by the dot in it.
    let name = path.hasSuffix("/.") ? String(path.dropLast(2)) : path
    if name != path || path.hasSuffix("/.."), let disk = disks[name] {
      return FileVersion(
        identity: FileIdentity(device: disk, inode: 2), length: 0,
        modifiedSeconds: 0,
        modifiedNanoseconds: 0)
    }
    if isFolder(name) {
      return FileVersion(
        identity: FileIdentity(device: disk(of: path), inode: 3), length: 0,
        modifiedSeconds: 0, modifiedNanoseconds: 0)
    }
    return names[path]?.version(on: disk(of: path))
  }

  package func identity(
    _ path: String
  ) throws(FileError) -> FileIdentity? {
    if let trouble = enter(.identity, path) {
      throw FileError(operation: .open, path: path, code: trouble.code)
    }
    return names[path]?.version(on: disk(of: path)).identity
  }

  /// Whether a name is that of a folder: one that files are in.
  private func isFolder(_ path: String) -> Bool {
    names.keys.contains { $0.hasPrefix(path + "/") }
  }
}

extension StationFolder {
  /// A folder that is in no real file system.
  package static let simulated = StationFolder(path: "/desk")
}

extension String {
  /// Whether this is the path of the file that a station locks.
  var isOfALock: Bool { hasSuffix(".lock") }
}
