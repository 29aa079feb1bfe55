import Glibc

/// A copy of the journal in another folder, typically on a USB stick.
///
/// A byte-for-byte prefix of the journal, in a file named after the station's
/// id. Any other file of that name is set aside and never written to. Nothing
/// stays open between calls, so that the USB stick can be removed.
final class JournalCopy {
  /// The new path of a file that had the copy's name but was not a copy.
  private(set) var setAside: String?
  /// True if the copy and the journal are on the same disk.
  private(set) var isOnSameDisk = false

  private let folder: String
  private let name: String
  private let home: StationFolder
  private let fileSystem: any FileSystem
  /// The copy as last written; nil if it must be compared.
  private var known: FileVersion?
  /// The disk that the copy's disk is mounted on: what is visible in its place
  /// once it is removed.
  private var diskBeneath: UInt?

  private static let chunk = 1 << 20

  /// Creates the copy of a station's journal in an existing folder.
  init(
    in folder: String, of station: String, at home: StationFolder,
    fileSystem: any FileSystem
  ) {
    self.folder = folder
    self.name = folder.appending(path: "OffCirc-" + station)
    self.home = home
    self.fileSystem = fileSystem
  }

  private var path: String { name + ".journal" }

  /// Copies all of the journal's bytes before `end`; returns when they are on
  /// disk.
  func follow(_ journal: any OpenFile, to end: Int) throws(FileError) {
    let disk = try findDisk()
    let lastKnown = known
    known = nil
    var file = try openCopy()
    let present = try file.version()
    guard present.identity.device == disk else {
      throw FileError(operation: .open, path: folder, code: ENODEV)
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
    known = try file.version()
  }

  /// Opens the copy for writing.
  ///
  /// The place of a key that is not there is a folder of the system, often one
  /// that the desk may not write to: then the key is what is missing.
  private func openCopy() throws(FileError) -> any OpenFile {
    do throws(FileError) {
      return try fileSystem.open(path, for: .writing)
    } catch {
      guard
        diskBeneath == nil, [EROFS, EACCES].contains(error.code),
        Self.placesOfKeys.contains(where: folder.hasPrefix)
      else { throw error }
      throw FileError(operation: .open, path: folder, code: ENODEV)
    }
  }

  private static let placesOfKeys = ["/media/", "/mnt/", "/run/media/"]

  /// Removes an archived journal's copy, if it holds nothing that the journal
  /// lacks.
  ///
  /// - Returns: the path of the removed copy; nil if there is none.
  /// - Throws: ``FileError``.
  static func removeCopy(
    in folder: String, of station: String, journal: any OpenFile,
    fileSystem: any FileSystem
  ) throws(FileError) -> String? {
    let copy = JournalCopy(
      in: folder, of: station, at: StationFolder(path: folder),
      fileSystem: fileSystem)
    guard try fileSystem.version(copy.path) != nil else { return nil }
    let file = try fileSystem.open(copy.path, for: .reading)
    guard
      try copy.commonLength(of: file, journal, before: journal.length()) != nil
    else { return nil }
    try fileSystem.remove(copy.path)
    try fileSystem.synchronizeFolder(folder)
    return copy.path
  }

  /// Verifies that the folder is on its own disk: a removed USB stick may leave
  /// the empty folder that it was mounted on.
  private func findDisk() throws(FileError) -> UInt {
    guard let disk = try fileSystem.device(of: folder) else {
      throw FileError(operation: .open, path: folder, code: ENOENT)
    }
    if disk == diskBeneath {
      throw FileError(operation: .open, path: folder, code: ENODEV)
    }
    isOnSameDisk = try fileSystem.device(of: home.path) == disk
    if known == nil { diskBeneath = try findDiskBeneath(disk) }
    return disk
  }

  private func findDiskBeneath(_ disk: UInt) throws(FileError) -> UInt? {
    var place = folder.appending(path: ".")
    var last: FileVersion?
    // The root folder is its own parent.
    while let version = try fileSystem.version(place), version != last {
      let device = version.identity.device
      if device != disk { return device }
      last = version
      place = place.appending(path: "..")
    }
    return nil
  }

  /// Returns the number of bytes the file shares with the journal; a torn last
  /// line is ignored.
  ///
  /// - Returns: nil if the file has lines that the journal lacks.
  private func commonLength(
    of file: any OpenFile, _ journal: any OpenFile, before end: Int
  ) throws(FileError) -> Int? {
    let length = try file.length()
    let common = try journal.commonLength(with: file, before: min(length, end))
    guard common < length else { return common }
    // A torn write leaves part of a line, or bytes never written.
    let start = max(common - JournalFormat.maximumLineLength, 0)
    let rest = try file.bytes(start..<min(start + Self.chunk, length))
    let lineStart =
      rest[..<(common - start)].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let lineEnd = rest.lastIndex { !$0.isVoid }.map { $0 + 1 } ?? 0
    guard lineEnd > lineStart else { return common }
    let line = Array(rest[lineStart..<lineEnd])
    let isTorn =
      start + rest.count == length
      && line.count < JournalFormat.maximumLineLength
      && !line.contains(UInt8.lineFeed)
      && !JournalFormat.isWhole(line.span)
    return isTorn ? common : nil
  }

  private func setAsideWhatIsThere() throws(FileError) {
    // Another station of this id would do the same to this station's copy.
    guard setAside == nil else {
      throw FileError(operation: .write, path: path, code: ESTALE)
    }
    var number = 1
    while try fileSystem.version("\(name).\(number).journal") != nil {
      number += 1
    }
    let newPath = "\(name).\(number).journal"
    try fileSystem.rename(path, to: newPath)
    setAside = newPath
  }
}

/// A reason why there may be no up-to-date copy of the journal.
package enum CopyWarning: Hashable, Sendable {
  /// The copy can't be written; the station retries.
  case lost(FileError)
  /// The copy is behind: its disk is too slow.
  case late
  /// The copy is on the journal's own disk, and would be lost with it.
  case onSameDisk
  /// A file in the copy's place has lines that the journal lacks; it was moved
  /// to this path.
  case setAside(path: String)
}
