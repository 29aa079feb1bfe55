import Circulation
import Foundation
import Seeded
import Support
import Testing

/// A station's folder in which one file is not what it should be.
final class Place {
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
    let desk = try Desk(folder: StationFolder(path: other.files))
    desk.switch(to: .return)
    for number in 101..<101 + count { try desk.record(Barcode("\(number)")) }
    try desk.commit()
    if name == "OffCirc.dat" { try desk.save() }
    try desk.close()
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
    if name == "OffCirc.dat" { _ = try offcirc("record") }
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
