import Circulation

/// The folder that a worklist is written into, in all its forms.
package struct WorklistFolder {
  /// Where the folder is.
  package let path: String
  private let fileSystem: any FileSystem

  /// A folder at a path.
  package init(
    path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.fileSystem = fileSystem
  }

  private static let names = [
    "worklist.txt", "worklist.html", "worklist.csv", "worklist.json",
    "items.csv", "users.csv",
  ]

  /// Sees to it that nothing is there that a person may have worked in, and
  /// that the folder around it is.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileFailure``.
  package func refuseOld() throws {
    // In the place of a drive that is not there, nobody would look for it.
    if try PosixFileSystem().target(of: path) == nil {
      try fileSystem.synchronizeFolder(path.folder)
    }
    for name in Self.names {
      try fileSystem.refuse(path + "/" + name)
    }
  }

  /// Makes the folder if there is none, and writes the files, each whole or not
  /// at all; a set that nothing is in is left out.
  ///
  /// - Returns: the names of the files.
  /// - Throws: ``CirculationError/inTheWay(path:)``, and nothing was written
  ///   then; ``FileFailure``.
  package func write(
    _ worklist: Worklist, as document: Document, _ words: any WorklistWords
  ) throws -> [String] {
    try refuseOld()
    try StationFolder(path: path).create()
    let set = { (head: String, numbers: [String]) in
      numbers.isEmpty ? "" : ([head] + numbers).map { CSV.row([$0]) }.joined()
    }
    let contents = [
      document.text, document.html,
      worklist.table(words), try worklist.json(words),
      set("Barcode", worklist.itemsToNote),
      set("Primary identifier", worklist.usersToContact),
    ]
    var written: [String] = []
    for (name, content) in zip(Self.names, contents) where !content.isEmpty {
      try fileSystem.write(Array(content.utf8), to: path + "/" + name)
      written.append(name)
    }
    try fileSystem.synchronizeFolder(path)
    return written
  }
}

/// The new file that corrected lines are written into.
package struct RetryFile {
  /// Where the file is.
  package let path: String
  private let fileSystem: any FileSystem

  /// A file at a path.
  package init(
    path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Sees to it that nothing is there, in a folder that is.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileFailure``.
  package func refuseOld() throws {
    // A folder that is not there is told before anything is written.
    try fileSystem.synchronizeFolder(path.folder)
    try fileSystem.refuse(path)
  }

  /// Writes the lines, whole or not at all.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileFailure``.
  package func write(_ retry: Retry) throws {
    try refuseOld()
    try fileSystem.write(retry.bytes, to: path)
    try fileSystem.synchronizeFolder(path.folder)
  }
}

extension FileSystem {
  fileprivate func refuse(_ path: String) throws {
    if try stamp(path) != nil { throw CirculationError.inTheWay(path: path) }
  }

  fileprivate func write(
    _ bytes: [UInt8], to path: String
  ) throws(FileFailure) {
    do throws(FileFailure) {
      _ = try replace(path) { file throws(FileFailure) in
        try file.write(bytes.span, at: 0)
      }
    } catch {
      // Told is the name that was asked for, unless the other is in the way.
      guard error.act != .remove else { throw error }
      throw FileFailure(act: error.act, path: path, code: error.code)
    }
  }
}
