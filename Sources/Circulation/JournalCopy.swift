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
  /// The disk of the folder that the copy's disk is mounted on: what is seen
  /// there when that is pulled out.
  private var diskBeneath: UInt?

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
    let disk = try findDisk()
    let lastKnown = known
    known = nil
    var file = try fileSystem.open(path, for: .writing)
    let present = try file.stamp()
    guard present.identity.device == disk else {
      throw FileFailure(act: .open, path: folder, code: ENODEV)
    }
    let isKnown = present == lastKnown && present.length <= end
    var length = present.length
    if !isKnown {
      if let common = try commonLength(of: file, journal, before: end) {
        length = common
        if present.length > common { try file.truncate(to: common) }
      } else {
        try setAsideWhatIsThere()
        file = try fileSystem.open(path, for: .writing)
        length = 0
      }
    }
    if length < end || !isKnown {
      try journal.copyBytes(length..<end, to: file)
      try file.synchronize()
      if !isKnown { try fileSystem.synchronizeFolder(folder) }
    }
    known = try file.stamp()
  }

  /// Removes the copy of a journal that was put away, if nothing is in it that
  /// the journal lacks.
  ///
  /// - Returns: the path of what was removed; nil if there is no such copy.
  /// - Throws: ``FileFailure``.
  static func removeCopy(
    in folder: String, of station: String, journal: any OpenFile,
    fileSystem: any FileSystem
  ) throws(FileFailure) -> String? {
    let copy = JournalCopy(
      in: folder, of: station, at: StationFolder(path: folder),
      fileSystem: fileSystem)
    guard try fileSystem.stamp(copy.path) != nil else { return nil }
    let file = try fileSystem.open(copy.path, for: .reading)
    guard
      try copy.commonLength(of: file, journal, before: journal.length()) != nil
    else { return nil }
    try fileSystem.remove(copy.path)
    try fileSystem.synchronizeFolder(folder)
    return copy.path
  }

  /// Sees to it that the folder is on the disk that it is meant to be on: when
  /// a key is pulled out, the empty folder that it was mounted on may be left.
  private func findDisk() throws(FileFailure) -> UInt {
    guard let disk = try fileSystem.stamp(folder + "/.")?.identity.device else {
      throw FileFailure(act: .open, path: folder, code: ENOENT)
    }
    if disk == diskBeneath {
      throw FileFailure(act: .open, path: folder, code: ENODEV)
    }
    isOnSameDisk =
      try fileSystem.stamp(home.path + "/.")?.identity.device == disk
    if known == nil { diskBeneath = try findDiskBeneath(disk) }
    return disk
  }

  private func findDiskBeneath(_ disk: UInt) throws(FileFailure) -> UInt? {
    var place = folder + "/."
    var last: FileStamp?
    // The root of all is its own parent.
    while let stamp = try fileSystem.stamp(place), stamp != last {
      let device = stamp.identity.device
      if device != disk { return device }
      last = stamp
      place += "/.."
    }
    return nil
  }

  /// How much of the journal is in the file, whose last line may be torn.
  ///
  /// - Returns: nil if the file has lines that the journal has not.
  private func commonLength(
    of file: any OpenFile, _ journal: any OpenFile, before end: Int
  ) throws(FileFailure) -> Int? {
    let length = try file.length()
    let common = try journal.commonLength(with: file, before: min(length, end))
    guard common < length else { return common }
    // What a torn write leaves: a part of a line, or nothing that was written.
    let start = max(common - JournalFormat.longestLine, 0)
    let rest = try file.bytes(start..<min(start + Self.chunk, length))
    let lineStart =
      rest[..<(common - start)].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let lineEnd = rest.lastIndex { !$0.isVoid }.map { $0 + 1 } ?? 0
    guard lineEnd > lineStart else { return common }
    let line = Array(rest[lineStart..<lineEnd])
    let isTorn =
      start + rest.count == length && line.count < JournalFormat.longestLine
      && !line.contains(UInt8.lineFeed)
      && (try? JournalFormat.line(line.span)) == nil
    return isTorn ? common : nil
  }

  private func setAsideWhatIsThere() throws(FileFailure) {
    // Another station of this name would do the same with this one's copy.
    guard setAside == nil else {
      throw FileFailure(act: .write, path: path, code: ESTALE)
    }
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
  /// The copy lacks what was recorded lately: its disk keeps it waiting.
  case late
  /// The copy is on the same disk as the journal, and would be lost with it.
  case onSameDisk
  /// What stood in the copy's place has lines that the journal has not; it was
  /// moved to this path.
  case setAside(path: String)
}
