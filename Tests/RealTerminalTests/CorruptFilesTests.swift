import Circulation
import Foundation
import Seeded
import Support
import Testing

/// Files of the station that are not what they should be: it never crashes,
/// never writes over them, and says what is wrong and where.
@Suite(.serialized, .ownThread)
struct CorruptFilesTests {
  private static let needsOtherUser: Comment =
    "needs root and setpriv, to be someone else"

  // MARK: OffCirc.dat

  @Test(arguments: CorruptFile.ofAnyone)
  func aDataFileThatLiesIsSaidAndLeftAloneAndNoScanIsLost(
    _ corrupt: CorruptFile
  ) throws {
    try openDesk(withDataFile: corrupt)
  }

  @Test(
    .enabled(if: OtherUser.canSwitchUser, needsOtherUser),
    arguments: CorruptFile.ofSomeone)
  func aDataFileOfWhichTheUserIsNotTheMasterIsLeftAloneAndNoScanIsLost(
    _ corrupt: CorruptFile
  ) throws {
    try openDesk(withDataFile: corrupt, as: OtherUser.command)
  }

  private func openDesk(
    withDataFile corrupt: CorruptFile, as user: [String] = []
  ) throws {
    let place = try Place("OffCirc.dat", for: user)
    try place.put(corrupt)
    let before = try place.witness()
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    if let sign = corrupt.signAtStart(in: place) { try screen.waitToSay(sign) }
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Recorded: loan of 1 ")
    #expect(try place.witness() == before)
    try screen.press("F2")
    if let reason = corrupt.reason {
      try screen.waitToSay("NOT saved. Everything is still in the list.")
      try screen.waitToSay("Cannot open \(place.path): \(reason).")
      try screen.press("C-c")
      try screen.waitFor("keep the list")
    } else {
      try screen.waitFor("Saved 1 transaction in ")
    }
    if corrupt == .huge {
      let memory = try peakMemory(of: try screen.process())
      #expect(memory < 200_000_000)
    }
    try screen.press("F10")
    try screen.waitFor("ended: 0")

    let record = try place.offcirc("record", input: "return 2\n")
    // What is in it is said, and has to be looked at.
    let isStrange = corrupt.reason == nil && corrupt.statusOfList != 0
    #expect(record.status == (isStrange ? 1 : 0))
    #expect(record.output.hasPrefix("ok "))
    if corrupt == .huge {
      let list = try Recorder(
        place.command + ["list"], environment: place.environment)
      #expect(try list.end() == 1)
      #expect(list.peakMemory < 200_000_000)
    }
    let save = try place.offcirc("save")
    let list = try place.offcirc("list")
    let unsaved = try place.offcirc("list", "--unsaved", "--format", "csv")
    #expect(unsaved.status == 0)
    let unsavedCount = unsaved.output.count(where: \.isNewline) - 1
    if let reason = corrupt.reason {
      #expect(save.status == 74)
      #expect(
        save.errors.contains("Cannot open \(place.path): \(reason).\n"))
      #expect(try place.witness() == before)
      #expect(unsavedCount == 2)
    } else {
      #expect(save.status == (isStrange ? 1 : 0))
      #expect(try place.begins(with: before))
      #expect(list.output.contains("1                     9921000000164\n"))
      #expect(list.output.hasSuffix("Return     2\n"))
      #expect(unsavedCount == 0)
    }
    #expect(list.status == corrupt.statusOfList)
    if corrupt.statusOfList != 0 { #expect(list.errors.contains(place.path)) }
    for errors in [record.errors, save.errors, list.errors] {
      #expect(errors.isEmpty || errors.hasPrefix("offcirc: "))
    }

    try place.takeAway()
    #expect(try place.offcirc("save").status == 0)
    try expectFiles(
      in: place.files, saved: corrupt.reason == nil ? [] : ["1", "2"],
      unsaved: [])
  }

  // MARK: OffCirc.journal

  @Test(arguments: [CorruptFile.huge, .nuls])
  fileprivate func aJournalOfZerosIsKeptAndTold(_ corrupt: CorruptFile) throws {
    let place = try Place("OffCirc.journal")
    try place.put(corrupt)
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.waitToSay("OffCirc.journal contains only NUL bytes.")
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Recorded: loan of 1 ")
    #expect(try peakMemory(of: try screen.process()) < 200_000_000)
    try screen.press("C-c")
    try screen.waitFor("keep the list")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    #expect(
      FileManager.default.fileExists(atPath: place.path + ".damaged-1"))
    let status = try place.offcirc("status")
    #expect(status.status == 1)
    #expect(status.output.contains("OffCirc.journal contains only NUL bytes."))
  }

  @Test(
    arguments: CorruptFile.ofAnyone.filter {
      ![.huge, .nuls].contains($0) && !$0.isOfLines
    })
  func aJournalThatLiesIsRefusedAndLeftAlone(_ corrupt: CorruptFile) throws {
    try openDesk(withJournal: corrupt)
  }

  @Test(
    .enabled(if: OtherUser.canSwitchUser, needsOtherUser),
    arguments: CorruptFile.ofSomeone)
  func aJournalOfWhichTheUserIsNotTheMasterIsRefusedAndLeftAlone(
    _ corrupt: CorruptFile
  ) throws {
    try openDesk(withJournal: corrupt, as: OtherUser.command)
  }

  private func openDesk(
    withJournal corrupt: CorruptFile, as user: [String] = []
  ) throws {
    let place = try Place("OffCirc.journal", for: user)
    try place.put(corrupt)
    let before = try place.witness()
    let what =
      corrupt.reason.map { "Cannot open \(place.path): \($0)." }
      ?? "\(place.path) is not an OffCirc journal. Move it away."
    let screen = try place.station()
    try screen.waitFor("ended: ")
    try screen.waitToSay(what)
    try screen.waitFor("ended: 74")
    for command in ["record", "save"] {
      let result = try place.offcirc(command, input: "return 2\n")
      #expect(result.status == 74, "\(command)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(what))
      // Whose access is refused reads in a second line where else to go.
      let lineCount = result.errors.count { $0 == "\n" }
      #expect(lineCount == (CorruptFile.ofSomeone.contains(corrupt) ? 2 : 1))
    }
    #expect([0, 74].contains(try place.offcirc("list").status))
    let unsaved = try place.offcirc("list", "--unsaved")
    #expect([0, 74].contains(unsaved.status))
    #expect(unsaved.status == 0 || unsaved.errors.contains(what))
    #expect(try place.witness() == before)

    try place.takeAway()
    let record = try place.offcirc("record", input: "return 2\n")
    #expect(record.output == "ok 1\n")
    try expectFiles(in: place.files, unsaved: ["2"])
  }

  @Test func aJournalWithAByteOrderMarkIsReadAndKept() throws {
    let place = try Place("OffCirc.journal")
    try place.put(.byteOrderMark)
    let before = try place.witness()
    let screen = try place.station()
    try screen.waitToSay("OffCirc.journal is damaged at line 1.")
    try screen.waitFor("Unsaved: 3 ")
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Unsaved: 4 ")
    try screen.press("F2")
    try screen.waitFor("Saved 4 transactions in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    #expect(try place.begins(with: before))
    let record = try place.offcirc("record", input: "return 2\n")
    #expect(record.status == 1)
    #expect(record.errors.contains("OffCirc.journal is damaged at line 1."))
    #expect(try place.offcirc("list", "--unsaved").status == 1)
    #expect(try place.offcirc("save").status == 1)
    let list = try place.offcirc("list")
    #expect(list.output.count { $0 == "\n" } == 6)
  }

  @Test(arguments: [3, 3_000])
  func aJournalWithCarriageReturnsOnlyLosesNothing(_ count: Int) throws {
    let place = try Place("OffCirc.journal", transactions: count)
    try place.put(.carriageReturns)
    let before = try place.witness()
    let record = try place.offcirc("record")
    #expect(
      record.errors.contains("OffCirc.journal")
        || record.errors.contains("The last scan was interrupted"))
    if record.status == 74 {
      #expect(try place.witness() == before)
    } else {
      // But for the last line end, which may become one of ours.
      #expect(record.status == 1)
      let bytes = try place.witness().bytes
      #expect(bytes.starts(with: before.bytes.dropLast()))
    }
  }

  @Test func twoGigabytesOfNothingAfterAJournalAreOpenedInLittleMemory()
    throws
  {
    let place = try Place("OffCirc.journal")
    try place.sound.write(to: URL(fileURLWithPath: place.path))
    try #require(truncate(place.path, 2 << 30) == 0)
    let recorder = try Recorder(
      place.command + ["record"], environment: place.environment)
    let answer = try recorder.record(["return 4"]).first ?? ""
    // No number is given that the zeros may have had.
    #expect(Int(answer.dropFirst(3)) ?? 0 > (2 << 30) / 100)
    #expect(try peakMemory(of: recorder.process) < 200_000_000)
    #expect(try recorder.end() == 1)
    #expect(
      FileManager.default.fileExists(atPath: place.path + ".damaged-1"))
    try expectFiles(in: place.files, unsaved: ["101", "102", "103", "4"])
  }

  @Test(arguments: [
    "2027-01-02T09:00:00+00:00\t83e9f4b9\n1\tnothing that is known\t00000000\n",
    "a header with another kind of checksum\tsha256:0123456789abcdef\n",
  ])
  func aJournalOfANewerVersionIsRefusedAndNotTouched(_ rest: String) throws {
    let place = try Place("OffCirc.journal")
    try place.folder.write(
      "offcirc-journal\t3\t0123456789abcdef\t" + rest, to: "OffCirc.journal")
    let before = try place.witness()
    let what = "\(place.path) was written by a newer OffCirc (version 3)."
    let screen = try place.station()
    try screen.waitFor("ended: 74")
    try screen.waitToSay(what)
    for command in [["record"], ["save"], ["list", "--unsaved"]] {
      let result = try place.offcirc(command, input: "return 2\n")
      #expect(result.status == 74)
      #expect(result.output.isEmpty)
      #expect(
        result.errors
          == "offcirc: \(what) Use that version. Nothing was changed.\n")
    }
    #expect(try place.witness() == before)
    #expect(
      !FileManager.default.fileExists(atPath: place.files + "/OffCirc.dat"))
  }

  // MARK: Replaced while the station is open

  @Test(arguments: [CorruptFile.link, .folder, .fifo, .noise])
  func aJournalThatIsReplacedIsLeftAloneAndTheScansWait(_ corrupt: CorruptFile)
    throws
  {
    let place = try Place("OffCirc.journal")
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Recorded: loan of 1 ")
    try FileManager.default.moveItem(
      atPath: place.path, toPath: place.folder.path + "/moved")
    try place.put(corrupt)
    let before = try place.witness()
    try screen.scan("2")
    try screen.waitToSay(
      "NOT recorded: 1 scan waiting. OffCirc will try again.")
    try screen.waitToSay("Another program has changed \(place.path)")
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    #expect(try place.witness() == before)
    #expect(screen.unsavedCount == 1)

    try place.takeAway()
    // It would try again by itself, but Enter is quicker.
    try screen.press("Enter")
    try screen.waitFor("Unsaved: 2 ")
    try expectFiles(in: place.files, unsaved: ["1", "2"])
    try screen.press("F2")
    try screen.waitFor("Saved 2 transactions in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    try expectFiles(in: place.files, saved: ["1", "2"], unsaved: [])
  }

  @Test(arguments: [CorruptFile.link, .danglingLink, .folder, .fifo])
  func aDataFileThatIsReplacedIsSaidAndLeftAlone(_ corrupt: CorruptFile) throws
  {
    let place = try Place("OffCirc.dat")
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan("9921000000164", "1")
    try screen.press("F2")
    try screen.waitFor("Saved 1 transaction in ")
    let moved = place.folder.path + "/moved"
    try FileManager.default.moveItem(atPath: place.path, toPath: moved)
    let saved = try Data(contentsOf: URL(fileURLWithPath: moved))
    try place.put(corrupt)
    let before = try place.witness()
    try screen.scan("2")
    try screen.waitFor("Recorded: loan of 2 ")
    let reason = try #require(corrupt.reason)
    try screen.waitToSay("Cannot open \(place.path): \(reason).")
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    #expect(try place.witness() == before)
    try place.takeAway()
    try screen.press("F2")
    try screen.waitFor("Saved 1 transaction in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    try expectFiles(in: place.files, saved: ["2"], unsaved: [])
    #expect(try Data(contentsOf: URL(fileURLWithPath: moved)) == saved)
  }

  @Test func aLockThatIsALinkLeavesWhatItLeadsToAlone() throws {
    let place = try Place("OffCirc.lock")
    try place.put(.link)
    let before = try place.witness()
    let result = try place.offcirc("record", input: "return 1\n")
    #expect([0, 74].contains(result.status))
    #expect(try place.witness() == before)
  }

  private func peakMemory(of process: pid_t) throws -> Int {
    let status = try String(
      contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(
      status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber))) * 1_024
  }
}

/// What may stand where a file of the station should be.
enum CorruptFile: String, CaseIterable, Sendable {
  case link
  case danglingLink
  case folder
  case fifo
  case huge
  case nuls
  case noise
  case carriageReturns
  case utf16
  case byteOrderMark
  case foreign
  case notWritable
  case notReadable

  /// Those that any user can meet, root too.
  static let ofAnyone = allCases.filter { !ofSomeone.contains($0) }
  /// Those that only a user meets who is not root.
  static let ofSomeone = [foreign, notWritable, notReadable]

  /// Whether the file is one of the station's but for its line ends or a mark.
  var isOfLines: Bool { self == .carriageReturns || self == .byteOrderMark }

  /// Why the file can't be written to; nil if it can.
  var reason: String? {
    switch self {
    case .link, .danglingLink: "it is a symbolic link. Move it away"
    case .folder: "it is a folder. Move it away"
    case .fifo: "it is not a regular file. Move it away"
    case .foreign: "it belongs to another user. Move it away"
    case .notWritable, .notReadable:
      "permission denied. Ask for access"
    case .huge, .nuls, .noise, .carriageReturns, .utf16, .byteOrderMark: nil
    }
  }

  /// What the window says of such an `OffCirc.dat` before anything is saved.
  fileprivate func signAtStart(in place: Place) -> String? {
    switch self {
    case .link, .danglingLink, .folder, .fifo, .notReadable:
      reason.map { "Cannot open \(place.path): \($0)." }
    case .huge, .nuls, .carriageReturns, .byteOrderMark:
      "Line 1 of OffCirc.dat is not a transaction."
    case .noise, .utf16: "lines that are not transactions (first: line 1)."
    // They can be read, and what can't be written is told when it is tried.
    case .foreign, .notWritable: nil
    }
  }

  /// What `offcirc list` ends with.
  var statusOfList: Int32 {
    switch self {
    // It leads to a sound file.
    case .link, .foreign, .notWritable: 0
    case .folder, .fifo, .notReadable, .danglingLink: 74
    case .huge, .nuls, .noise, .carriageReturns, .utf16, .byteOrderMark: 1
    }
  }
}

/// A station's folder in which one file is not what it should be.
private final class Place {
  let folder = TestFolder()
  let name: String
  /// What the file would be if nothing were wrong: some transactions.
  let sound: Data
  private let user: [String]

  var files: String { folder.files }
  var path: String { files + "/" + name }
  private var elsewhere: String { folder.path + "/elsewhere" }

  init(
    _ name: String, for user: [String] = [], transactions count: Int = 3
  ) throws {
    self.name = name
    self.user = user
    let other = TestFolder()
    let environment = ["OFFCIRC_FILES": other.files]
    let items = (101..<101 + count).map { "return \($0)\n" }.joined()
    try Program.run(["record"], input: items, environment: environment)
    if name == "OffCirc.dat" {
      try Program.run(["save"], environment: environment)
    }
    sound =
      name == "OffCirc.lock"
      ? Data("of somebody else\n".utf8)
      : try Data(contentsOf: URL(fileURLWithPath: other.files + "/" + name))
    try FileManager.default.createDirectory(
      atPath: files, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    if !user.isEmpty {
      try #require(chown(files, uid_t(OtherUser.id), gid_t(OtherUser.id)) == 0)
    }
    // A station at which nothing was recorded yet.
    if name == "OffCirc.dat" { try offcirc("record") }
  }

  // MARK: The file

  func put(_ corrupt: CorruptFile) throws {
    let file = URL(fileURLWithPath: path)
    switch corrupt {
    case .link:
      try sound.write(to: URL(fileURLWithPath: elsewhere))
      try #require(symlink(elsewhere, path) == 0)
    case .danglingLink:
      try #require(symlink(elsewhere, path) == 0)
    case .folder:
      try #require(mkdir(path, 0o700) == 0)
      try sound.write(to: file.appendingPathComponent("inside"))
    case .fifo:
      try #require(mkfifo(path, 0o600) == 0)
    case .huge:
      try Data().write(to: file)
      try #require(truncate(path, 2 << 30) == 0)
    case .nuls:
      try Data(count: 1_000_000).write(to: file)
    case .noise:
      var random = SeededGenerator(seed: 1)
      let bytes = (0..<100_000).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      try Data(bytes).write(to: file)
    case .carriageReturns:
      let lines = String(decoding: sound, as: UTF8.self)
      try Data(
        lines.replacingOccurrences(of: "\r", with: "")
          .replacingOccurrences(of: "\n", with: "\r").utf8
      ).write(to: file)
    case .utf16:
      try #require(
        String(decoding: sound, as: UTF8.self).data(using: .utf16)
      ).write(to: file)
    case .byteOrderMark:
      try (Data([0xef, 0xbb, 0xbf]) + sound).write(to: file)
    case .foreign, .notWritable, .notReadable:
      try sound.write(to: file)
      let mode: mode_t =
        corrupt == .foreign ? 0o666 : corrupt == .notWritable ? 0o400 : 0
      try #require(chmod(path, mode) == 0)
      if corrupt != .foreign {
        try #require(chown(path, uid_t(OtherUser.id), gid_t(OtherUser.id)) == 0)
      }
    }
  }

  func takeAway() throws {
    try #require(rename(path, folder.path + "/taken") == 0)
  }

  /// All that can be seen of a file without opening what is not regular.
  struct Witness: Equatable {
    var mode: UInt32 = 0
    var inode: UInt = 0
    var length = 0
    var modified = 0
    var target = ""
    var names: [String] = []
    var bytes = Data()
    var elsewhere: Data?
  }

  func witness() throws -> Witness {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    var witness = Witness()
    witness.mode = status.st_mode
    witness.inode = status.st_ino
    witness.elsewhere = FileManager.default.contents(atPath: elsewhere)
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      witness.length = status.st_size
      witness.modified =
        status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
      witness.bytes = try beginning(of: status.st_size)
    case S_IFLNK:
      witness.target = try FileManager.default.destinationOfSymbolicLink(
        atPath: path)
    case S_IFDIR:
      witness.names = try FileManager.default.contentsOfDirectory(atPath: path)
    default: break
    }
    return witness
  }

  /// Whether the file is the one it was, and begins with what was in it.
  func begins(with before: Witness) throws -> Bool {
    let now = try witness()
    let beginning = try beginning(of: before.length)
    return now.inode == before.inode && now.length >= before.length
      && beginning == before.bytes
  }

  /// The first bytes of the file; of very many, some.
  private func beginning(of length: Int) throws -> Data {
    let file = try #require(FileHandle(forReadingAtPath: path))
    let some = 1 << 20
    guard length > 2 * some else {
      return try file.read(upToCount: length) ?? Data()
    }
    let first = try file.read(upToCount: some) ?? Data()
    try file.seek(toOffset: UInt64(length - some))
    return first + (try file.read(upToCount: some) ?? Data())
  }

  // MARK: The program

  var environment: [String: String] { ["OFFCIRC_FILES": files] }

  var command: [String] { user + [Program.path] }

  func offcirc(_ arguments: String..., input: String = "") throws
    -> Program.Result
  {
    try offcirc(arguments, input: input)
  }

  func offcirc(_ arguments: [String], input: String = "") throws
    -> Program.Result
  {
    let result = try Program.run(
      Array(command.dropFirst()) + arguments, of: command[0], input: input,
      environment: environment)
    #expect([0, 1, 74].contains(result.status), "\(arguments): \(result)")
    return result
  }

  func station() throws -> Screen {
    let command = (user + [Program.path]).joined(separator: " ")
    return try Screen(
      shell: "\(command); echo ended: $?; exec cat", in: folder)
  }
}
