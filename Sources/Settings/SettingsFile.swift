import Circulation
import Glibc

/// The text of a settings file, in which values can be changed without
/// affecting comments, order and other keys.
package struct SettingsFile: Sendable {
  /// The text, byte for byte.
  package let text: String
  /// The content as parsed by the TOML library.
  let sections: [String: SettingsValue]
  /// The positions of keys and values.
  let layout: SettingsLayout
  private let bytes: [UInt8]

  /// The maximum size in bytes.
  static let maximumSize = 200_000

  /// Creates an empty file.
  package init() {
    text = ""
    sections = [:]
    layout = SettingsLayout([])
    bytes = []
  }

  /// Parses TOML text, whatever its keys.
  ///
  /// - Throws: ``SyntaxError``.
  init(_ text: String) throws(SyntaxError) {
    bytes = Array(text.utf8)
    layout = SettingsLayout(bytes)
    if let hazard = layout.hazard {
      // An error before it is reported first.
      _ = try SettingsValue(
        parsing: String(decoding: bytes[..<hazard.start], as: UTF8.self))
      throw SyntaxError(
        line: layout.line(at: hazard.place), issue: hazard.issue)
    }
    guard case .table(let sections) = try SettingsValue(parsing: text) else {
      throw SyntaxError(line: 1, issue: .other("no table"))
    }
    self.text = text
    self.sections = sections
  }

  // MARK: Changing it

  /// Returns the file with another value for a key, in place of the old one or
  /// at the end of its section.
  ///
  /// Comments between the elements of a replaced list are moved above the new
  /// one.
  ///
  /// - Throws: the error of the value, or ``SettingsError/notChangeable`` if
  ///   the result would not parse as intended, for example if `item` is an
  ///   array of tables.
  package func setting(
    _ id: SettingsKey.ID, to value: SettingsValue
  ) throws(SettingsError) -> SettingsFile {
    guard let key = SettingsKey.key(id) else {
      throw .unknownKey(near: nil)
    }
    do throws(ValueError) {
      var settings = Settings(environment: [:])
      try key.read(value, &settings)
    } catch {
      throw error.errors.first?.error ?? .notChangeable
    }
    var wanted = sections
    var section: [String: SettingsValue] = [:]
    if case .table(let present) = sections[id.section.rawValue] {
      section = present
    }
    section[id.name.rawValue] = value
    wanted[id.section.rawValue] = .table(section)
    guard let changed = try? SettingsFile(changedText(id, value)),
      changed.sections == wanted
    else { throw .notChangeable }
    return changed
  }

  private func changedText(
    _ id: SettingsKey.ID, _ value: SettingsValue
  ) -> String {
    let path = [id.section.rawValue, id.name.rawValue]
    var bytes = bytes
    if let entry = layout.entries.first(where: { $0.path == path }) {
      bytes.replaceSubrange(entry.value, with: value.description.utf8)
      let comments = entry.comments.map { self.bytes[$0] + newline.utf8 }
      bytes.insert(
        contentsOf: comments.joined(), at: entry.lines.lowerBound)
    } else {
      let (place, addition) = addition(of: id, value)
      bytes.insert(contentsOf: addition.utf8, at: place)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the position and text for inserting a key.
  private func addition(
    of id: SettingsKey.ID, _ value: SettingsValue
  ) -> (place: Int, text: String) {
    let section = id.section.rawValue
    let line = "\(id.name.rawValue) = \(value)"
    let header = layout.headers.firstIndex { $0.path == [section] }
    if let header {
      let last = layout.entries.last { $0.header == header && !$0.isInline }
      let place =
        offered(id.name, below: header, behind: last?.lines.upperBound)
        ?? last?.lines.upperBound ?? layout.headers[header].line.upperBound
      let indent = last.map { indentation(of: $0.lines) } ?? ""
      return (place, lineBreak(before: place) + indent + line + newline)
    }
    if let table = layout.entries.first(where: { $0.path == [section] }) {
      let inside = layout.entries.last {
        $0.isInline && $0.path.first == section
      }
      return inside.map { ($0.value.upperBound, ", \(line)") }
        ?? (table.value.lowerBound + 1, " \(line) ")
    }
    // Dotted keys such as `item.lengths` before the first section.
    let dotted = layout.entries.last {
      $0.header == nil && $0.path.first == section
    }
    if let place = dotted?.lines.upperBound {
      return (place, lineBreak(before: place) + "\(section).\(line)" + newline)
    }
    let place = bytes.count
    let gap = place == 0 ? "" : lineBreak(before: place) + newline
    return (place, gap + "[\(section)]" + newline + line + newline)
  }

  /// Returns the position after a comment of the section that mentions the key,
  /// like those in the example file; nil if there is none.
  private func offered(
    _ name: SettingsKey.Name, below header: Int, behind end: Int?
  ) -> Int? {
    let start = layout.headers[header].line.upperBound
    let stop =
      layout.headers.indices.contains(header + 1)
      ? layout.headers[header + 1].line.lowerBound : bytes.count
    var place = start
    while place < stop {
      let lineEnd =
        bytes[place..<stop].firstIndex(of: UInt8(ascii: "\n"))
        .map { $0 + 1 } ?? stop
      let line = String(decoding: bytes[place..<lineEnd], as: UTF8.self)
        .filter { $0 != " " && $0 != "\t" }
      if line.hasPrefix("#\(name.rawValue)=") { return lineEnd }
      place = lineEnd
    }
    return nil
  }

  private func indentation(of lines: Range<Int>) -> String {
    let blanks = bytes[lines].prefix {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
    }
    return String(decoding: blanks, as: UTF8.self)
  }

  /// The line end used in this file.
  private var newline: String {
    let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    return first > 0 && bytes[first - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  /// Returns a line end if the line before the position lacks one.
  private func lineBreak(before place: Int) -> String {
    place == 0 || bytes[place - 1] == UInt8(ascii: "\n") ? "" : newline
  }

  // MARK: On disk

  /// Reads the file at a path; nil if there is none.
  ///
  /// - Throws: the error that prevents reading it.
  package init?(
    at path: String, in fileSystem: any FolderOperations = PosixFileSystem()
  ) throws(SettingsIssue) {
    // /dev/null stands for no settings.
    if fileSystem.isNullDevice(path) {
      self.init()
      return
    }
    let content: [UInt8]
    do throws(FileError) {
      let file = try fileSystem.open(path, for: .reading)
      let length = try file.length()
      guard length <= Self.maximumSize else {
        throw FileError(operation: .read, path: path, code: EFBIG)
      }
      content = try file.bytes(0..<length)
    } catch {
      if error.code == ENOENT {
        guard let link = DeadLink(onTheWayTo: path) else { return nil }
        throw SettingsIssue(
          .file(path: path, line: nil), .deadLink(link.path, to: link.target))
      }
      throw SettingsIssue(
        .file(path: path, line: nil),
        error.code == EFBIG
          ? .tooLarge(maximum: Self.maximumSize) : .unreadable(error))
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      let lines = content.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let line = lines.firstIndex {
        String(validating: $0, as: UTF8.self) == nil
      }
      throw SettingsIssue(
        .file(path: path, line: line.map { $0 + 1 }), .notUTF8)
    }
    do throws(SyntaxError) {
      try self.init(text)
    } catch {
      throw SettingsIssue(
        .file(path: path, line: error.line),
        error.issue == .unknownEscape
          ? .strayBackslash : .notTOML(error.issue))
    }
  }

  /// Replaces or creates the file at a path atomically, creating its folder if
  /// needed.
  ///
  /// The mode of an existing file is kept, and a link still points to it.
  ///
  /// - Throws: ``FileError``.
  package func write(
    to path: String, in fileSystem: any FolderOperations = PosixFileSystem()
  ) throws(FileError) {
    let path = fileSystem.realPath(path) ?? path
    let folder = path.folder
    try fileSystem.makeFolders(folder)
    let old = try? fileSystem.target(of: path)
    guard old == nil || old == .file else {
      throw FileError(operation: .write, path: path, code: EINVAL)
    }
    _ = try fileSystem.replace(path) { file throws(FileError) in
      try file.append(bytes.span)
      if old != nil { try fileSystem.copyOwnerAndMode(of: path, to: file.path) }
    }
    try fileSystem.synchronizeFolder(folder)
  }
}
