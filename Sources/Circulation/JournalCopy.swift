import Glibc

/// A second journal in another folder, on a USB key say.
///
/// It is the beginning of the journal, byte for byte, in a file that the
/// station's id names. A file of that name that is something else is set aside,
/// and never written to. Between two calls nothing is open, so that the key can
/// be taken out.
final class JournalCopy {
  /// Where a file went that stood in its place and was no copy of the journal.
  private(set) var setAside: String?
  /// Whether the copy is on the disk that the journal is on.
  private(set) var isOnSameDisk = false

  private let folder: String
  private let name: String
  private let home: StationFolder
  private let fileSystem: any FileSystem
  /// The copy as it was left; nil if it has to be compared.
  private var known: FileStamp?
  /// Whether the folder was on another disk than the journal.
  private var hadOwnDisk = false

  private static let chunk = 1 << 20

  /// The copy, in a folder that has to be there, of a station's journal.
  init(
    in folder: String, of station: String, at home: StationFolder,
    fileSystem: any FileSystem
  ) {
    self.folder = folder
    self.name = folder + "/OffCirc-" + station
    self.home = home
    self.fileSystem = fileSystem
  }

  private var path: String { name + ".journal" }

  /// Returns when the copy has all of the journal's bytes before the end, on
  /// disk.
  func follow(_ journal: any OpenFile, to end: Int) throws(FileFailure) {
    try findDisk()
    let lastKnown = known
    known = nil
    var isNew = try fileSystem.stamp(path) == nil
    var file = try fileSystem.open(path, for: .writing)
    var length = 0
    let present = try file.stamp()
    if let lastKnown, lastKnown.isSameFile(as: present),
      lastKnown.length == present.length, lastKnown.length <= end
    {
      length = present.length
    } else if let common = try commonLength(of: file, journal, before: end) {
      length = common
      if present.length > common { try file.truncate(to: common) }
    } else {
      try setAsideWhatIsThere()
      file = try fileSystem.open(path, for: .writing)
      isNew = true
    }
    if length < end || lastKnown == nil {
      try journal.copyBytes(length..<end, to: file)
      try file.synchronize()
    }
    if isNew { try fileSystem.synchronizeFolder(folder) }
    known = try file.stamp()
  }

  /// Sees to it that the folder is on the disk that it is meant to be on: when
  /// a key is pulled out, the empty folder it was mounted on may be left.
  private func findDisk() throws(FileFailure) {
    guard let stamp = try fileSystem.stamp(folder) else {
      throw FileFailure(act: .open, path: folder, code: ENOENT)
    }
    let isAtHome = try fileSystem.stamp(home.path)?.device == stamp.device
    if isAtHome, hadOwnDisk {
      throw FileFailure(act: .open, path: folder, code: ENODEV)
    }
    isOnSameDisk = isAtHome
    hadOwnDisk = !isAtHome
  }

  /// How much of the journal is in the file, whose last line may be torn.
  ///
  /// - Returns: nil if the file has lines that the journal has not.
  private func commonLength(
    of file: any OpenFile, _ journal: any OpenFile, before end: Int
  ) throws(FileFailure) -> Int? {
    let length = try file.length()
    var common = 0
    while common < min(length, end) {
      let range = common..<min(common + Self.chunk, length, end)
      let ours = try journal.bytes(range)
      let theirs = try file.bytes(range)
      let same = zip(ours, theirs).prefix { $0 == $1 }.count
      common += same
      if same < range.count { break }
    }
    guard common < length else { return common }
    let start = max(common - JournalFormat.longestLine, 0)
    let rest = try file.bytes(start..<min(start + Self.chunk, length))
    let lineStart =
      rest[..<(common - start)].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let hasLine = rest[lineStart...].split(separator: .lineFeed).contains {
      (try? JournalFormat.line(Array($0).span)) != nil
    }
    return hasLine || start + rest.count < length ? nil : common
  }

  private func setAsideWhatIsThere() throws(FileFailure) {
    var number = 1
    while try fileSystem.stamp("\(name).\(number).journal") != nil {
      number += 1
    }
    let newPath = "\(name).\(number).journal"
    try fileSystem.rename(path, to: newPath)
    setAside = newPath
  }
}

/// Why there may be no second copy of what is recorded now.
public enum CopyDoubt: Hashable, Sendable {
  /// The copy can't be written; it will be tried again.
  case lost(FileFailure)
  /// The disk of the copy keeps it waiting.
  case late
  /// The copy is on the same disk as the journal, and would be lost with it.
  case onSameDisk
  /// What stood in the copy's place has lines that the journal has not; it was
  /// moved to this path.
  case setAside(path: String)
}
