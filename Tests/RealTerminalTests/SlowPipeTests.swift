import Foundation
import Glibc
import Support
import Testing

/// The built program writes into pipes that are full, slow or closed, and dies
/// without a trace of what it knew.
@Suite(.serialized, .ownThread)
struct SlowPipeTests {
  private let folder = TestFolder()
  /// `F_SETPIPE_SZ`, which the headers hide.
  private static let setPipeSize: Int32 = 1_031

  /// Starts `record` with pipes; returns its id and the ends of ours.
  private func record() throws -> (process: pid_t, ours: [Int32]) {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    var ours: [Int32] = []
    var theirs: [Int32] = []
    for number in 0..<3 {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let isInput = number == 0
      theirs.append(isInput ? ends[0] : ends[1])
      ours.append(isInput ? ends[1] : ends[0])
      posix_spawn_file_actions_adddup2(&files, theirs[number], Int32(number))
    }
    // As small as it can be, and not to be waited for.
    _ = fcntl(theirs[1], Self.setPipeSize, 4_096)
    _ = fcntl(theirs[1], F_SETFL, O_NONBLOCK)
    let process = try spawn(
      [Program.path, "record", "--files", folder.files],
      variables: Program.variables([:]), &files)
    for end in theirs { close(end) }
    return (process, ours)
  }

  private func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  @Test func everyRecordedLineIsAnsweredThroughAFullPipe() throws {
    let (process, ours) = try record()
    let count = 3_000
    let lines = (1...count).map { "return \($0)\n" }.joined()
    write(lines, to: ours[0])
    close(ours[0])
    let answers = readAll(ours[1]).split(separator: "\n")
    #expect(answers.count == count)
    #expect(answers.last == "ok \(count)")
    #expect(readAll(ours[2]).isEmpty)
    #expect(status(of: process) == 0)
    for end in ours[1...] { close(end) }
  }

  @Test func aClosedPipeEndsInWords() throws {
    let (process, ours) = try record()
    close(ours[1])
    write("return 1\n", to: ours[0])
    let errors = readAll(ours[2])
    close(ours[0])
    #expect(
      errors.contains("Cannot write standard output: the reader has closed"))
    #expect(status(of: process) >> 8 & 0xff == 74)
    close(ours[2])
    let list = try Program.run(["list", "--unsaved", "--files", folder.files])
    #expect(list.output.contains("Return"))
  }

  @Test func aProgramThatDiesLeavesNothingOfItsMemory() throws {
    let (process, ours) = try record()
    write("loan 37000034179 9921000000164\n", to: ours[0])
    var answer = [UInt8](repeating: 0, count: 5)
    #expect(read(ours[1], &answer, answer.count) == 5)
    let limits = try String(
      contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
    #expect(limits.contains(/Max core file size +0 +0/))
    let filter = try String(
      contentsOfFile: "/proc/\(process)/coredump_filter", encoding: .utf8)
    #expect(filter.allSatisfy { "0\n".contains($0) })
    kill(process, SIGSEGV)
    #expect(readAll(ours[2]).isEmpty)
    #expect(status(of: process) & 0x7f == SIGSEGV)
    for end in ours { close(end) }
  }

  @Test func moreFilesThanCanBeOpenAreToldWithTheLimit() throws {
    try folder.write("201805311003R37000034181\r\n", to: "a.dat")
    let path = folder.files + "/a.dat"
    let result = try Program.run(
      [
        "-c", "ulimit -n 40; exec \"$@\"", "sh", Program.path, "merge",
        "--output", folder.files + "/m.dat",
      ] + Array(repeating: path, count: 60), of: "/bin/sh")
    #expect(result.status == 74)
    #expect(result.errors.contains("too many open files (the limit is 40)"))
    #expect(!FileManager.default.fileExists(atPath: folder.files + "/m.dat"))
  }

  @Test func theLibraryForPagesSaysNothingByItself() throws {
    try folder.write("201805311003R37000034181\r\n", to: "up.dat")
    let page =
      Array("<html><meta charset=utf-16><table><tr><td>Line ".utf8)
      + [0xff, 0xfe, 0xf8] + Array("<p a='&#xffffffff;'></table>".utf8)
    #expect(
      FileManager.default.createFile(
        atPath: folder.files + "/r.html", contents: Data(page)))
    let result = try Program.run([
      "reconcile", folder.files + "/r.html", folder.files + "/up.dat",
    ])
    #expect(result.errors.hasPrefix("offcirc: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
