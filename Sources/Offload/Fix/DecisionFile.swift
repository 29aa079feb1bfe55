import Circulation
import Glibc

/// A file to which decisions are appended, held by the one person who decides.
///
/// Nothing is ever removed from it: an undo is a decision too. What a power cut
/// left of a line is moved to a file next to it. ``DecisionFormat`` defines its
/// lines.
package final class DecisionFile {
  /// The path of the file.
  package let path: String
  /// The decisions, in order.
  package private(set) var decisions: [Decision.Numbered]
  /// The damage found when it was opened.
  package let damage: [DecisionReading.Damage]

  private let file: any OpenFile
  private let fileSystem: any FileSystem
  private var nextNumber: Int
  private var endsInLine: Bool
  /// The error after which nothing more is written: what is on disk is unknown.
  private var failure: FileError?

  /// Opens a file of decisions, or begins one, and locks it until this value is
  /// dropped.
  ///
  /// - Throws: ``DecisionError``; ``FileError``.
  package init(
    at path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    self.path = path
    self.fileSystem = fileSystem
    let file = try fileSystem.open(path, for: .appending)
    guard try file.lockSoon() else { throw DecisionError.held(path: path) }
    let reading = try DecisionReading(of: file)
    let length = try file.length()
    if reading.soundLength < length {
      try fileSystem.keepAside(
        file.bytes(reading.soundLength..<length), of: path)
      try file.truncate(to: reading.soundLength)
    }
    if reading.soundLength == 0 {
      let header = DecisionFormat.header
      try file.append(header.span)
    }
    try file.synchronize()
    try fileSystem.synchronizeFolder(path.folder)
    self.file = file
    decisions = reading.decisions
    damage = reading.damage
    nextNumber = reading.nextNumber
    endsInLine = reading.endsInLine
  }

  /// Reads the decisions of a file that nobody is changing.
  ///
  /// - Throws: ``DecisionError``; ``FileError``, also if there is none.
  package static func reading(
    at path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> DecisionReading {
    let file = try fileSystem.openInput(path)
    guard try file.lockSoon() else { throw DecisionError.held(path: path) }
    return try DecisionReading(of: file)
  }

  /// Appends decisions; returns when they are on disk.
  ///
  /// - Throws: ``FileError``, with `ESTALE` if the file was replaced; nothing
  ///   is decided then. After that, all further ones throw the same.
  package func append(_ new: [Decision]) throws {
    if let failure { throw failure }
    var lines: [UInt8] = endsInLine ? [0x0a] : []
    for decision in new { try DecisionFormat.append(decision, to: &lines) }
    let end = try file.length()
    do throws(FileError) {
      guard try fileSystem.identity(path) == file.identity else {
        throw FileError(operation: .write, path: path, code: ESTALE)
      }
      try file.append(lines.span)
      try file.synchronize()
    } catch {
      failure = error
      // A remaining part of a line is reported by the next read.
      try? file.truncate(to: end)
      throw error
    }
    endsInLine = false
    decisions += numbered(new)
    nextNumber += new.count
  }

  /// Returns new decisions with the numbers that they will have.
  package func numbered(_ new: [Decision]) -> [Decision.Numbered] {
    zip(nextNumber..., new).map { Decision.Numbered($0, $1) }
  }
}

extension DecisionReading {
  /// Reads a file.
  ///
  /// - Throws: ``DecisionError``; ``FileError``.
  fileprivate init(of file: any OpenFile) throws {
    let length = try file.length()
    guard length <= Self.maximumSize else {
      throw DecisionError.tooLarge(
        path: file.path, maximum: Self.maximumSize / 1_000_000)
    }
    try self.init(file.bytes(0..<length), path: file.path)
  }
}
