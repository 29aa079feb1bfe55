import Circulation
import Foundation
import Support
import Testing

/// A station's folder on a disk of the test's own, which can be filled, broken
/// and mended.
///
/// Its mounts are seen by nobody else: they belong to a process that only waits
/// for the end of the test run, and when that process and the programs beside it
/// have ended, however they did, the system takes the mounts down.
final class Disk {
  let folder = TestFolder()
  /// What makes a command run as the user of the station, if that is not root.
  var user: [String] = []
  private let holder = Process()
  private let hold = Pipe()
  /// The bytes that the terminal of the last window is sent.
  private var sentFile = ""

  /// Mounts what the shell commands say.
  ///
  /// They find the station's folder in `FILES`, and in `UNDER` another one, for
  /// what lies under its disk.
  init(_ commands: String) throws {
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    holder.arguments = [
      "unshare", "--mount", "--propagation", "private", "sh", "-c",
      "echo ready && exec cat",
    ]
    let ready = Pipe()
    holder.standardInput = hold
    holder.standardOutput = ready
    holder.standardError = FileHandle.nullDevice
    // Else what the test starts would hold it too.
    _ = fcntl(hold.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    try holder.run()
    guard ready.fileHandleForReading.availableData.count > 0 else {
      throw Refused(why: "no mount namespace")
    }
    try sh("mkdir -m 700 $FILES; mkdir $UNDER; \(commands)")
  }

  deinit {
    try? hold.fileHandleForWriting.close()
    if holder.isRunning { holder.waitUntilExit() }
  }

  struct Refused: Error {
    let why: String
  }

  static let needsMounts: Comment =
    "needs the right to mount file systems, which root has"
  static let needsImages: Comment =
    "needs the right to mount, a loop device and mke2fs"

  /// Whether this user may mount anything here.
  static let isPossible = canMount("mount -t tmpfs -o size=64k none $FILES")

  /// Whether files can be mounted as disks here.
  static let isPossibleOfFiles = canMount(
    """
    truncate -s 1M $UNDER/image && mke2fs -q -t ext2 $UNDER/image &&
    mount -o loop $UNDER/image $FILES
    """)

  static func canMount(_ commands: String) -> Bool {
    (try? Disk(commands)) != nil
  }

  // MARK: What can be done to it

  /// Runs shell commands where the mounts are; returns what they print.
  @discardableResult
  func sh(_ commands: String) throws -> String {
    let result = try Program.run(
      enter + ["sh", "-c", commands], of: "nsenter", environment: environment)
    guard result.status == 0 else { throw Refused(why: result.errors) }
    return result.output
  }

  /// Leaves no room, or so many blocks of 4 KB.
  func fill(but blocks: Int = 0) throws {
    try sh(
      """
      \(user.joined(separator: " ")) dd if=/dev/zero of=$FILES/ballast bs=4k \
      2> /dev/null
      [ \(blocks) = 0 ] || truncate -s -\(blocks * 4)K $FILES/ballast
      """)
  }

  func makeRoom() throws {
    try sh("rm $FILES/ballast && sync -f $FILES")
  }

  /// The path, as it is seen from here, of a file on the disk.
  func seen(_ path: String) -> String {
    "/proc/\(holder.processIdentifier)/root\(path)"
  }

  private var enter: [String] {
    ["--mount=/proc/\(holder.processIdentifier)/ns/mnt"]
  }

  private var environment: [String: String] {
    [
      "OFFCIRC_FILES": folder.files, "FILES": folder.files,
      "UNDER": folder.path + "/under",
      "PATH": (ProcessInfo.processInfo.environment["PATH"] ?? "")
        + ":/usr/sbin:/sbin:/usr/bin:/bin",
    ]
  }

  // MARK: The program on it

  func offcirc(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      enter + user + [Program.path] + arguments, of: "nsenter", input: input,
      environment: environment)
  }

  /// Records with a program that waits for one line after the other.
  func recorder() throws -> Recorder {
    try Recorder(
      ["nsenter"] + enter + user + [Program.path, "record"],
      environment: environment)
  }

  /// Opens the window.
  func station(_ arguments: String = "") throws -> Screen {
    let command = (["nsenter"] + enter + user + [Program.path, arguments])
      .joined(separator: " ")
    let screen = try Screen(
      shell: "\(command); echo $? > \(folder.path)/ended; exec cat", in: folder)
    sentFile = screen.sentFile
    return screen
  }

  /// The number of times that the bell of the last window has rung.
  var bellCount: Int {
    FileManager.default.contents(atPath: sentFile)?.count { $0 == 7 } ?? 0
  }

  /// Closes the window; returns its status.
  func close(_ screen: Screen) throws -> String {
    try screen.press("F10")
    return try end(of: screen)
  }

  /// Waits for the end of the window; returns its status.
  func end(of screen: Screen) throws -> String {
    var status = ""
    try screen.wait("the end of the program") {
      let text = try? String(
        contentsOfFile: folder.path + "/ended", encoding: .utf8)
      status = text ?? ""
      return !status.isEmpty
    }
    return status
  }

  // MARK: What is there

  /// What stands behind `OffCirc.` in the names of the files.
  func stationFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: seen(folder.files))
      .filter { $0.hasPrefix("OffCirc.") }
      .map { String($0.dropFirst("OffCirc.".count)) }.sorted()
  }

  /// Compares the files with what they should hold, each once and in order.
  func expect(
    saved: [String] = [], unsaved: [String], in files: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    try expectFiles(
      in: seen(files ?? folder.files), saved: saved, unsaved: unsaved,
      location: location)
  }

  /// Compares what a disk of a file has in that, whatever is in memory.
  func expectOnDisk(
    saved: [String] = [], unsaved: [String],
    location: SourceLocation = #_sourceLocation
  ) throws {
    try sh(
      """
      cp --sparse=always $UNDER/image $UNDER/image2 &&
      mount -o loop $UNDER/image2 $UNDER/copy
      """)
    defer { _ = try? sh("umount $UNDER/copy") }
    try expect(
      saved: saved, unsaved: unsaved, in: folder.path + "/under/copy",
      location: location)
  }
}

/// Compares the files of a folder with the items they should hold, each once
/// and in order, and with no damage.
func expectFiles(
  in files: String, saved: [String] = [], unsaved: [String],
  location: SourceLocation = #_sourceLocation
) throws {
  let replay = try #require(
    try JournalReader.replay(path: files + "/OffCirc.journal"),
    sourceLocation: location)
  #expect(
    replay.unsaved.map(\.transaction.item.text) == unsaved,
    sourceLocation: location)
  #expect(replay.damage == [], sourceLocation: location)
  #expect(replay.tornByteCount == 0, sourceLocation: location)
  var items: [String] = []
  if FileManager.default.fileExists(atPath: files + "/OffCirc.dat") {
    try DataFile.forEachLine(of: files + "/OffCirc.dat") { number, line in
      items.append((try? line.get().item.text) ?? "no line: \(number)")
    }
  }
  #expect(items == saved, sourceLocation: location)
}

/// A user who is neither root nor the one that runs the tests.
enum OtherUser {
  static let id = 65_534
  /// What makes a command run as that user.
  static let command = [
    "setpriv", "--reuid=\(id)", "--regid=\(id)", "--clear-groups",
  ]

  /// Whether the program can be run as that user here.
  static let canSwitchUser =
    geteuid() == 0
    && (try? Program.run(
      Array(command.dropFirst()) + [Program.path, "--version"], of: command[0]))?
      .status == 0
}

/// `offcirc record`, given one line after the other.
final class Recorder {
  private let input = Pipe()
  private let output = Pipe()
  private var rest: [UInt8] = []
  let process: pid_t
  private var isEnded = false

  /// Starts the command that says how, on the files of a folder.
  init(
    _ command: [String] = [Program.path, "record"],
    environment: [String: String]
  ) throws {
    // Else it would hold its own input open.
    for end in [input.fileHandleForWriting, output.fileHandleForReading] {
      _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(
      &files, input.fileHandleForReading.fileDescriptor, 0)
    posix_spawn_file_actions_adddup2(
      &files, output.fileHandleForWriting.fileDescriptor, 1)
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    process = try spawn(
      command, variables: Program.variables(environment), &files)
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
  }

  deinit {
    guard !isEnded else { return }
    kill(process, SIGKILL)
    wait()
  }

  /// Gives it lines in one piece; returns the answer to each.
  func record(_ lines: [String]) throws -> [String] {
    try input.fileHandleForWriting.write(
      contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    return try lines.map { _ in try answer() }
  }

  private func answer() throws -> String {
    let reader = output.fileHandleForReading
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest.removeSubrange(...end) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      var source = pollfd(
        fd: reader.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let hangs = Int32(HangGuard.limit / .milliseconds(1))
      try #require(poll(&source, 1, hangs) > 0, "no answer")
      let data = reader.availableData
      try #require(!data.isEmpty, "it ended, and did not answer")
      rest += data
    }
  }

  /// Ends the input; returns the status that it ends with.
  func end() throws -> Int32 {
    try input.fileHandleForWriting.close()
    isEnded = true
    return wait()
  }

  /// The most memory that it has had, in bytes, when it has ended; 0 if that is
  /// no more than these tests have had, which the system counts as its own.
  private(set) var peakMemory = 0

  @discardableResult
  private func wait() -> Int32 {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    var ours = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &ours)
    peakMemory =
      usage.ru_maxrss > ours.ru_maxrss ? usage.ru_maxrss * 1_024 : 0
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}

extension Screen {
  /// Waits until the window says a text, wherever it breaks the lines.
  func waitToSay(
    _ text: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let text = text.withoutBlanks
    try wait(text, location: location) { said.contains(text) }
  }

  /// What the window says, without its frame and its blanks.
  var said: String { lines.joined().withoutBlanks }

  /// The number in the field of the item.
  var item: String {
    let line = lines.first { $0.contains("Item barcode:") } ?? ""
    return String(line.drop { $0 != ":" }.filter(\.isNumber))
  }

  /// How many transactions the window says are not saved.
  var unsavedCount: Int? {
    lines.lazy.compactMap { line in
      line.range(of: "Unsaved: ").flatMap { range in
        Int(line[range.upperBound...].prefix(while: \.isNumber))
      }
    }.first
  }
}

extension String {
  fileprivate var withoutBlanks: String {
    filter { !$0.isWhitespace && $0 != "│" && $0 != "║" }
  }
}
