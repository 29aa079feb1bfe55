import Circulation
import FoundationEssentials

/// The notes of a user's preparations: the last check of each desk, the last
/// test of a scanner, and all exercises.
///
/// A small file in the user's state folder, a JSON object a line. A line of
/// another version stays as it is.
package struct PracticeNotes {
  /// The last check of a desk.
  package struct Check: Hashable, Sendable {
    /// Its result.
    package let result: ReadyResult
    /// Its time.
    package let time: LocalTime
  }

  /// The path of the file.
  package let path: String
  private let fileSystem: any FolderOperations

  private static let lineEnd = UInt8(ascii: "\n")
  // Far more than the notes of a thousand desks.
  private static let maximumLength = 1 << 20

  /// Creates the notes at a path; nothing is read yet.
  package init(
    at path: String, fileSystem: any FolderOperations = PosixFileSystem()
  ) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// The notes of a user, in the state folder.
  package init(of folders: UserFolders) {
    self.init(at: folders.state.appending(path: "offcirc/practice"))
  }

  // MARK: Reading

  /// Returns the last check of a desk; nil if none is noted, or if the notes
  /// can't be read.
  package func lastCheck(of folder: StationFolder) -> Check? {
    let notes = (try? lines())?.compactMap { Note($0) } ?? []
    guard
      let note = notes.last(where: { $0.isCheck(of: folder) }),
      let fails = note.fail, let checks = note.check, let time = note.when
    else { return nil }
    return Check(
      result: ReadyResult(failCount: fails, checkCount: checks), time: time)
  }

  /// The time of the last test of a scanner; nil if none is noted, or if the
  /// notes can't be read.
  package var scannerTested: LocalTime? {
    let notes = (try? lines())?.compactMap { Note($0) } ?? []
    return notes.last { $0.kind == .scanner }?.when
  }

  /// The time of the last exercise of which all steps came to pass; nil if none
  /// is noted, or if the notes can't be read.
  package var lastDrill: LocalTime? {
    (try? drills())?.last(where: \.isWhole)?.time
  }

  /// Returns the exercises, in the order in which they were done.
  ///
  /// - Throws: ``FileError``.
  package func drills() throws(FileError) -> [PastDrill] {
    try lines().compactMap { Note($0)?.drill }
  }

  private func lines() throws(FileError) -> [[UInt8]] {
    guard try fileSystem.version(path) != nil else { return [] }
    let bytes = try fileSystem.open(path, for: .reading)
      .bytes(0..<Self.maximumLength)
    return bytes.split(separator: Self.lineEnd).map { Array($0) }
  }

  // MARK: Writing

  /// Notes the result of a check, in the place of the desk's last one.
  ///
  /// - Throws: ``FileError``.
  package func note(
    _ result: ReadyResult, of folder: StationFolder, at time: LocalTime
  ) throws(FileError) {
    let note = Note(
      kind: .ready, time: time.iso8601, files: folder.path,
      fail: result.failCount, check: result.checkCount)
    try put(note) { $0.isCheck(of: folder) }
  }

  /// Notes a test of a scanner, in the place of the last one.
  ///
  /// - Throws: ``FileError``.
  package func noteScannerTest(at time: LocalTime) throws(FileError) {
    try put(Note(kind: .scanner, time: time.iso8601)) { $0.kind == .scanner }
  }

  /// Notes an exercise, behind the earlier ones.
  ///
  /// - Throws: ``FileError``.
  package func note(_ drill: PastDrill) throws(FileError) {
    let note = Note(
      kind: .drill, time: drill.time.iso8601,
      name: drill.name.isEmpty ? nil : drill.name, passed: drill.passedCount,
      steps: drill.stepCount, minutes: drill.minutes)
    try put(note) { _ in false }
  }

  /// Puts a note in the place of those that it replaces.
  private func put(
    _ note: Note, replacing isReplaced: (Note) -> Bool
  ) throws(FileError) {
    let kept = try lines().filter { Note($0).map(isReplaced) != true }
    let bytes = (kept + [note.line]).flatMap { $0 + [Self.lineEnd] }
    try fileSystem.makeFolders(path.folder)
    _ = try fileSystem.replace(path) { file throws(FileError) in
      try file.append(bytes.span)
    }
    try fileSystem.synchronizeFolder(path.folder)
  }
}

/// The JSON object of a line.
private struct Note: Codable {
  enum Kind: String, Codable {
    case ready, scanner, drill
  }

  var kind: Kind
  var time: String
  /// The folder of the desk.
  var files: String?
  /// The numbers of faults, and of points to look at.
  var fail: Int?
  var check: Int?
  /// Who did an exercise, its steps that came to pass and all, and its minutes.
  var name: String?
  var passed: Int?
  var steps: Int?
  var minutes: Int?

  init(
    kind: Kind, time: String, files: String? = nil, fail: Int? = nil,
    check: Int? = nil, name: String? = nil, passed: Int? = nil,
    steps: Int? = nil, minutes: Int? = nil
  ) {
    self.kind = kind
    self.time = time
    self.files = files
    self.fail = fail
    self.check = check
    self.name = name
    self.passed = passed
    self.steps = steps
    self.minutes = minutes
  }

  /// Parses a line; nil if it is damaged, or of another version.
  init?(_ line: [UInt8]) {
    guard let note = try? JSONDecoder().decode(Note.self, from: Data(line))
    else { return nil }
    self = note
  }

  /// The line, without its end.
  var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      // Texts and numbers can always be encoded.
      preconditionFailure("\(error)")
    }
  }

  var when: LocalTime? { LocalTime(iso8601: Array(time.utf8).span) }

  var drill: PastDrill? {
    guard kind == .drill, let when, let passed, let steps, let minutes
    else { return nil }
    return PastDrill(
      time: when, name: name ?? "", passedCount: passed, stepCount: steps,
      minutes: minutes)
  }

  func isCheck(of folder: StationFolder) -> Bool {
    kind == .ready && files == folder.path
  }
}
