import Circulation
import Foundation
import Seeded
import Support
import Testing

/// Two stations fight for a folder, killed and robbed of their lock at any
/// moment: all that either has acknowledged is in the journal.
@Suite(.serialized, .ownThread)
struct FightTests {
  @Test(arguments: 0..<2 as Range<UInt64>)
  func whatEitherOfTwoStationsAcknowledgesIsThere(_ seed: UInt64) throws {
    let environment = ProcessInfo.processInfo.environment
    let rounds = environment["OFFCIRC_FIGHTS"].flatMap { Int($0) } ?? 20
    var fight = Fight(seed: seed)
    for round in 0..<rounds {
      try fight.round()
      let lost = try fight.lost()
      guard lost.isEmpty else {
        Issue.record("seed \(seed), round \(round): \(lost) is gone")
        return
      }
    }
    #expect(!fight.acknowledged.isEmpty)
    #expect(fight.refusedCount > 0)
  }
}

private struct Fight {
  private(set) var acknowledged: Set<String> = []
  private(set) var refusedCount = 0
  private let folder = TestFolder()
  private var random: SeededGenerator
  private var count = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func round() throws {
    var stations: [RecordingStation] = []
    for _ in 0..<Int.random(in: 3...9, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3 where stations.count < 2:
        stations.append(try RecordingStation(on: folder.files))
      case 3:
        unlink(folder.files + "/OffCirc.lock")
      case 4 where !stations.isEmpty:
        // Killed while it may be writing.
        let station = stations.removeFirst()
        count += 1
        station.send("return \(count)")
        station.kill()
        for _ in 0..<station.unread() { acknowledged.insert("\(count)") }
      case 5 where !stations.isEmpty: stations.removeLast().end()
      default:
        guard let station = stations.randomElement(using: &random) else {
          continue
        }
        count += 1
        station.send("return \(count)")
        if station.isAnsweredOK() {
          acknowledged.insert("\(count)")
        } else {
          refusedCount += 1
        }
      }
    }
    for station in stations { station.end() }
  }

  /// What was acknowledged and is not in the journal.
  func lost() throws -> [String] {
    guard !acknowledged.isEmpty else { return [] }
    let replay = try JournalReader.replay(
      path: folder.files + "/OffCirc.journal")
    let there = replay?.unsaved.map(\.transaction.item.text) ?? []
    #expect(Set(there).count == there.count)
    return acknowledged.subtracting(there).sorted()
  }
}

/// `offcirc record`, a line and an answer at a time.
private final class RecordingStation {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var isEnded = false

  init(on files: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var (lines, answers): ([Int32], [Int32]) = ([0, 0], [0, 0])
    try #require(pipe(&lines) == 0 && pipe(&answers) == 0)
    for end in lines + answers { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    posix_spawn_file_actions_adddup2(&actions, lines[0], 0)
    posix_spawn_file_actions_adddup2(&actions, answers[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    process = try spawn(
      [Program.path, "record", "--files", files],
      variables: Program.variables([:]), &actions)
    close(lines[0])
    close(answers[1])
    (input, output) = (lines[1], answers[0])
  }

  deinit {
    end()
    close(output)
  }

  func send(_ line: String) {
    // A station that has refused to open is not there any more.
    signal(SIGPIPE, SIG_IGN)
    let bytes = Array((line + "\n").utf8)
    _ = write(input, bytes, bytes.count)
  }

  /// Whether the next answer is that it is recorded; not if there is none.
  func isAnsweredOK() -> Bool {
    while !pending.contains(0x0a) {
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let size = read(output, &chunk, chunk.count)
      guard size > 0 else { return false }
      pending += chunk[..<size]
    }
    let line = pending.prefix { $0 != 0x0a }
    pending.removeFirst(line.count + 1)
    return line.starts(with: "ok ".utf8)
  }

  /// How many answers were given and not read: all that say it is recorded.
  func unread() -> Int {
    var count = 0
    while isAnsweredOK() { count += 1 }
    return count
  }

  func kill() {
    Foundation.kill(process, SIGKILL)
    close(input)
    wait()
  }

  /// Lets it come to its end.
  func end() {
    guard !isEnded else { return }
    close(input)
    wait()
  }

  private func wait() {
    guard !isEnded else { return }
    isEnded = true
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }
}
