import Circulation
import Foundation
import Glibc
import Scanning
import Seeded
import Support
import Testing

@testable import Settings

/// A file of settings that is changed key by key.
struct SettingsFileTests {
  private static let lengths = SettingsKey.ID(.item, .lengths)
  private static let patterns = SettingsKey.ID(.item, .patterns)

  @Test(arguments: [
    ("", "[item]\nlengths = [9]\n"),
    ("[item]", "[item]\nlengths = [9]\n"),
    ("[item]\nlengths = [1]", "[item]\nlengths = [9]"),
    (
      "[item]\nlengths=[1,2]# two\n# end\n",
      "[item]\nlengths=[9]# two\n# end\n"
    ),
    (
      "[item]\n  lengths = [ # why\n 11, # plain\n ] # behind\n[scanner]\n",
      "[item]\n# why\n# plain\n  lengths = [9] # behind\n[scanner]\n"
    ),
    (
      "[item]\n  forbid-slash = true # x\n\n# about\n[scanner]\n",
      "[item]\n  forbid-slash = true # x\n  lengths = [9]\n\n# about\n[scanner]\n"
    ),
    (
      "[item]\n\n# How many.\n#lengths = []\n\n# More.\n",
      "[item]\n\n# How many.\n#lengths = []\nlengths = [9]\n\n# More.\n"
    ),
    (
      "[scanner]\r\nsuffix = 'tab'",
      "[scanner]\r\nsuffix = 'tab'\r\n\r\n[item]\r\nlengths = [9]\r\n"
    ),
    (
      "item.forbid-slash = true\n[scanner]\n",
      "item.forbid-slash = true\nitem.lengths = [9]\n[scanner]\n"
    ),
    (
      "item = { forbid-slash = true } # x\n",
      "item = { forbid-slash = true, lengths = [9] } # x\n"
    ),
    ("item = {}\n", "item = { lengths = [9] }\n"),
    (
      "item = { lengths = [1], forbid-slash = true }\n",
      "item = { lengths = [9], forbid-slash = true }\n"
    ),
    (
      "\u{feff}x = '''\n[item]\nlengths = [1]'''\n[item]\nlengths = [2]\n",
      "\u{feff}x = '''\n[item]\nlengths = [1]'''\n[item]\nlengths = [9]\n"
    ),
    (
      "[item]\nlengths = [{ a = [1, # x\n 2], b = [ # y\n] }, { c = 1 }]\n",
      "[item]\n# x\n# y\nlengths = [9]\n"
    ),
    ("[item.x]\ny = 1\n", "[item.x]\ny = 1\n\n[item]\nlengths = [9]\n"),
  ])
  func aKeyIsSetInItsPlace(_ text: String, _ result: String) throws {
    let file = try SettingsFile(text)
    #expect(
      try file.setting(Self.lengths, to: .array([.integer(9)])).text == result)
  }

  @Test func patternsAreWrittenAsTheyAreRead() throws {
    let patterns = [
      #"^\d{11}$"#, "a'b", #"a'\d"b"#, "", "é", #"\\"#, "\"",
    ].filter { !$0.isEmpty }
    let value = SettingsValue.array(patterns.map { .string($0) })
    let file = try SettingsFile().setting(Self.patterns, to: value)
    #expect(file.sections["item"] == .table(["patterns": value]))
    #expect(file.text.contains(#"['^\d{11}$', "a'b", "#))
  }

  @Test func aValueThatTheKeyDoesNotTakeIsRefused() throws {
    #expect(throws: SettingsError.outOfRange(0, 1...80)) {
      try SettingsFile().setting(Self.lengths, to: .array([.integer(0)]))
    }
    let unclosed = PatternError.notUnderstood(
      .openParenthesis, place: 2)
    #expect(throws: SettingsError.pattern("(", unclosed)) {
      try SettingsFile().setting(Self.patterns, to: .array([.string("(")]))
    }
  }

  @Test(arguments: ["[[item]]\nx = 1\n", "item = 3\n"])
  func whatCannotBeChangedIsLeftToAPerson(_ text: String) throws {
    let file = try SettingsFile(text)
    #expect(throws: SettingsError.notChangeable) {
      try file.setting(Self.lengths, to: .array([.integer(9)]))
    }
  }

  // MARK: Any file

  /// A text in TOML of all that stands in such files, and more.
  private static func randomText(
    by generator: inout SeededGenerator
  ) -> String {
    let newline = Bool.random(using: &generator) ? "\n" : "\r\n"
    let fillers = [
      "", "# a comment", "   # ['^x'] = \"", "\t", "#lengths = []",
      "#  patterns = [", "# é [item] '''",
    ]
    let values = [
      "1", "'[item]'", "\"a # b \\\" c\"", "true", "[1, 2]", "3.5",
      "1979-05-27 07:32:00", "1979-05-27T07:32:00.5Z", "07:32:00",
      "['a', # one\n  'b' ,\n\n # two ]\n]",
      "'''\n[item]\nlengths = [1]\n'''", "\"\"\"x\\\n \"\" \"\"\"\"",
      "{ a = 1, b = ['}', { c = ']' }] }", "[[1], ['x]', \"]\"], { d = [2] }]",
      "[]", "{}", "''", "\"\"",
    ]
    var names = ["station", "borrower", "item", "scanner", "strange", "x.y"]
    names.shuffle(using: &generator)
    var lines: [String] = []
    func addFillers() {
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        lines.append(fillers.randomElement(using: &generator) ?? "")
      }
    }
    func addKeys() {
      var keys = [
        "lengths", "patterns", "suffix", "\"quoted # key\"", "'a.b'", "c.d",
        "strange-key",
      ]
      keys.shuffle(using: &generator)
      for key in keys.prefix(Int.random(in: 0...5, using: &generator)) {
        addFillers()
        let value = values.randomElement(using: &generator) ?? "1"
        let indent = ["", "  ", "\t"].randomElement(using: &generator) ?? ""
        let tail = ["", " # behind", "#", "\t"].randomElement(using: &generator)
        lines.append("\(indent)\(key) = \(value)\(tail ?? "")")
      }
    }
    addKeys()
    for name in names.prefix(Int.random(in: 0...6, using: &generator)) {
      addFillers()
      lines.append(
        ["[\(name)]", " [ \(name) ] # head"].randomElement(using: &generator)
          ?? "")
      addKeys()
    }
    addFillers()
    let end = Bool.random(using: &generator) ? newline : ""
    return lines.joined(separator: "\n").replacing("\n", with: newline) + end
  }

  @Test func aChangeTouchesNothingElseInAnyFile() throws {
    var generator = SeededGenerator(seed: 2_026)
    let changes: [(SettingsKey.ID, SettingsValue)] = [
      (Self.lengths, .array([.integer(9), .integer(14)])),
      (Self.patterns, .array([.string(#"^\d{14}$"#), .string("a'b")])),
      (.init(.borrower, .lengths), .array([])),
      (.init(.scanner, .suffix), .string("tab")),
    ]
    for _ in 0..<400 {
      let text = Self.randomText(by: &generator)
      var file = try SettingsFile(text)
      for (id, value) in changes {
        let old = file.layout.entries.first {
          $0.path == [id.section.rawValue, id.name.rawValue]
        }
        let bytes = Array(file.text.utf8)
        let around =
          old.map { entry in
            [
              bytes[..<entry.lines.lowerBound],
              bytes[entry.lines.upperBound...],
            ]
          } ?? [bytes[...]]
        let kept = around.flatMap { Self.lines($0) }
        // That nothing else has another value is checked by the change itself.
        guard let changed = try? file.setting(id, to: value) else {
          Issue.record("\(id) can't be set in:\n\(file.text)")
          continue
        }
        file = changed
        let lines = Self.lines(file.text.utf8[...])
        #expect(
          Self.isInOrder(kept, in: lines),
          "\(id) in:\n\(text)\nbecame:\n\(file.text)")
        // The line of the key, and those that had its comments; or a section.
        let added = old.map { 1 + $0.comments.count } ?? 3
        #expect(lines.count - kept.count <= added)
      }
      for comment in ["# behind", "# one", "# two ]", "# head"] {
        #expect(
          file.text.ranges(of: comment).count
            == text.ranges(of: comment).count)
      }
    }
  }

  /// The lines of a text, without their ends.
  private static func lines(_ text: some Collection<UInt8>) -> [String] {
    var lines = text.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { line in
      String(decoding: line.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
    // What is behind the last end is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Whether the lines are all there, in this order, maybe with others between.
  private static func isInOrder(_ lines: [String], in others: [String]) -> Bool
  {
    var rest = lines[...]
    for line in others where line == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  @Test func whatIsNoTOMLIsRefusedWithItsLineAndHarmsNothing() {
    var generator = SeededGenerator(seed: 5)
    var acceptedCount = 0
    var refusedCount = 0
    for _ in 0..<1_000 {
      var bytes = Array(Self.randomText(by: &generator).utf8)
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        guard let index = bytes.indices.randomElement(using: &generator) else {
          continue
        }
        bytes[index] =
          "[]{}'\"\\=,.# \n\r\u{7}a".utf8.randomElement(
            using: &generator) ?? 0
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(SyntaxError) {
        let file = try SettingsFile(text)
        acceptedCount += 1
        #expect(file.text == text)
        Self.expectChange(of: file)
      } catch {
        refusedCount += 1
        #expect(
          (1...Self.lines(text.utf8).count + 1).contains(error.line),
          "\(error) in:\n\(text)")
      }
    }
    // The seed makes some hundreds of each.
    #expect(acceptedCount > 100 && refusedCount > 100)
  }

  /// Sets a key of a file, and compares what is in the text then, read again,
  /// with what was in it before.
  private static func expectChange(of file: SettingsFile) {
    let nine = SettingsValue.array([.integer(9)])
    do throws(SettingsError) {
      let changed = try file.setting(lengths, to: nine)
      var sections = (try? SettingsFile(changed.text))?.sections ?? [:]
      guard case .table(var item) = sections["item"] else {
        Issue.record("no item in:\n\(changed.text)")
        return
      }
      #expect(item["lengths"] == nine)
      // Back to what it was, all else is as before.
      var before: [String: SettingsValue] = [:]
      if case .table(let table) = file.sections["item"] { before = table }
      item["lengths"] = before["lengths"]
      #expect(item == before)
      sections["item"] = file.sections["item"]
      #expect(sections == file.sections)
    } catch {
      #expect(error == .notChangeable, "\(error) in:\n\(file.text)")
    }
  }

  // MARK: On disk

  @Test func aFileIsMadeWithItsFolderForItsUserAlone() throws {
    let folder = TestFolder()
    let path = folder.path + "/new/folder/offcirc.toml"
    try SettingsFile().setting(Self.lengths, to: .array([.integer(9)]))
      .write(to: path)
    let file = try #require(try SettingsFile(at: path))
    #expect(file.text == "[item]\nlengths = [9]\n")
    #expect(Self.mode(path) == 0o600)
  }

  @Test func aFileKeepsItsModeAndALinkLeadsToIt() throws {
    let folder = TestFolder()
    let link = folder.path + "/link.toml"
    try folder.write("# mine\n")
    chmod(folder.file, 0o644)
    symlink(folder.file, link)
    let file = try #require(try SettingsFile(at: link))
    try file.setting(Self.lengths, to: .array([.integer(9)])).write(to: link)
    #expect(try folder.read() == "# mine\n\n[item]\nlengths = [9]\n")
    #expect(Self.mode(folder.file) == 0o644)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link)
        == folder.file)
  }

  @Test func aFullDiskLeavesTheOldFile() throws {
    let folder = TestFolder()
    try folder.write("# mine\n")
    let file = try SettingsFile("# other\n")
    #expect(
      throws: FileError(
        operation: .write, path: folder.file, code: ENOSPC)
    ) {
      try file.write(to: folder.file, in: FullDisk())
    }
    #expect(try folder.read() == "# mine\n")
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.path + "/offcirc") == ["offcirc.toml"])
  }

  private static func mode(_ path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o7777
  }
}

/// A file system on which names have room, and nothing else.
private struct FullDisk: ForwardingFileSystem {
  let base: any FolderOperations = PosixFileSystem()

  func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    FullFile(try base.open(path, for: access))
  }

  func freeSpace(in folder: String) throws(FileError) -> Int { 0 }
}

private final class FullFile: ForwardingFile {
  let base: any OpenFile

  init(_ base: any OpenFile) {
    self.base = base
  }

  func append(_ bytes: Span<UInt8>) throws(FileError) {
    throw FileError(operation: .write, path: path, code: ENOSPC)
  }

  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
    throw FileError(operation: .write, path: path, code: ENOSPC)
  }

  func synchronize() throws(FileError) {}
  func truncate(to length: Int) throws(FileError) {}
}
