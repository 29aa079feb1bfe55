import Circulation
import FoundationEssentials

/// The file in which an exercise is kept while the program is gone.
package struct DrillFile {
  private let path: String
  private let fileSystem: any FileSystem

  private static let maximumLength = 1 << 16

  /// Creates the file of an exercise's folder; nothing is accessed.
  package init(
    in folder: StationFolder, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    path = folder.path.appending(path: "drill")
    self.fileSystem = fileSystem
  }

  /// Reads the exercise; nil if there is none.
  ///
  /// - Throws: ``FileError``.
  package func read() throws(FileError) -> Drill? {
    guard try fileSystem.version(path) != nil else { return nil }
    let bytes = try fileSystem.open(path, for: .reading)
      .bytes(0..<Self.maximumLength)
    // What somebody else wrote there is no exercise.
    return try? JSONDecoder().decode(Drill.self, from: Data(bytes))
  }

  /// Writes the exercise; returns when it is on disk.
  ///
  /// - Throws: ``FileError``.
  package func write(_ drill: Drill) throws(FileError) {
    let bytes = Self.bytes(of: drill)
    _ = try fileSystem.replace(path) { file throws(FileError) in
      try file.append(bytes.span)
    }
    try fileSystem.synchronizeFolder(path.folder)
  }

  private static func bytes(of drill: Drill) -> [UInt8] {
    do {
      return Array(try JSONEncoder().encode(drill))
    } catch {
      // Texts and numbers can always be encoded.
      preconditionFailure("\(error)")
    }
  }
}
