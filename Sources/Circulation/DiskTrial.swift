import Glibc

/// A trial of a folder's disk: a few bytes are written, synced and removed.
///
/// The hidden file that it needs is swept up like any other leftover if the
/// program is killed.
package struct DiskTrial: Hashable, Sendable {
  /// The number of writes.
  package let count: Int
  /// The usual time for a write and its sync: half of them took less.
  package let median: Duration
  /// The longest time for one of them.
  package let slowest: Duration

  /// Creates the result of a trial.
  package init(count: Int, median: Duration, slowest: Duration) {
    self.count = count
    self.median = median
    self.slowest = slowest
  }

  // About the length of a line of the journal.
  private static let line =
    [UInt8](repeating: UInt8(ascii: "-"), count: 99)
    + [.lineFeed]

  /// Writes to a folder as the journal is written to.
  ///
  /// - Parameters:
  ///   - folder: the folder, which must exist.
  ///   - count: the number of writes; at least 1.
  ///   - fileSystem: the file system.
  ///   - now: a clock that nobody sets.
  /// - Throws: ``FileError``, also if other bytes are read than were written.
  package init(
    in folder: String, count: Int = 20,
    fileSystem: any FileSystem = PosixFileSystem(),
    now: () -> ContinuousClock.Instant = { .now }
  ) throws(FileError) {
    do throws(FileError) {
      let file = try fileSystem.createSibling(
        of: folder.appending(path: "OffCirc.trial"))
      let result = Result { () throws(FileError) -> [Duration] in
        let times = try Self.times(of: file, count, now)
        try Self.read(file.path, count, fileSystem)
        return times.sorted()
      }
      // If that fails too, a later run sweeps it up.
      try fileSystem.remove(file.path)
      let times = try result.get()
      self.init(
        count: count, median: times[count / 2], slowest: times[count - 1])
    } catch {
      // A person knows the folder, not the hidden name.
      throw FileError(
        operation: error.operation, path: folder, code: error.code)
    }
  }

  private static func times(
    of file: any OpenFile, _ count: Int, _ now: () -> ContinuousClock.Instant
  ) throws(FileError) -> [Duration] {
    var times: [Duration] = []
    for _ in 0..<count {
      let start = now()
      try file.append(line.span)
      try file.synchronize()
      times.append(start.duration(to: now()))
    }
    return times
  }

  private static func read(
    _ path: String, _ count: Int, _ fileSystem: any FileSystem
  ) throws(FileError) {
    let file = try fileSystem.open(path, for: .reading)
    let bytes = try file.bytes(0..<count * line.count + 1)
    guard bytes == Array(repeatElement(line, count: count).joined()) else {
      throw FileError(operation: .read, path: path, code: EIO)
    }
  }
}

extension FileSystem {
  /// Returns the device that a folder is on; nil if there is no folder.
  package func device(of folder: String) throws(FileError) -> UInt? {
    try version(folder.appending(path: "."))?.identity.device
  }
}
