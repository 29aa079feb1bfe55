import Glibc
import Seeded
import Simulated
import Testing

@testable import Circulation

/// The power goes at any operation, and leaves anything that a file system may
/// leave: every promise made before is kept after.
struct CrashStateTests {
  private static let journal = StationFolder.simulated.journal
  private static let dataFile = StationFolder.simulated.dataFile

  private static func synchronizing(
    _ path: String
  ) -> SimulatedFileSystem.Call {
    SimulatedFileSystem.Call(request: .synchronize, path: path)
  }

  /// Days at a desk, from short to long.
  static let days: [[Step]] = [
    // One by one, saved twice.
    [.record(1), .record(1), .save, .record(1), .record(1), .save, .save],
    // Bursts, also longer than the room that is written ahead.
    [.record(12), .save, .record(70), .record(3), .save],
    // Deleted, before and between saves.
    [
      .record(3), .delete, .record(1), .delete, .save, .record(2), .delete,
      .save,
    ],
    // Amended, moved to another borrower, and taken back.
    [
      .record(4), .amend, .amend, .undo, .record(2), .move, .delete, .undo,
      .amend, .save, .record(3), .delete, .delete, .undo, .move, .save, .undo,
    ],
    // The same by a desk that is killed, or whose disk fails.
    [
      .record(3), .killed(at: 1, during: [.amend]), .amend, .undo,
      .failing(synchronizing(journal), at: 1, during: [.move]),
      .failing(synchronizing(journal), at: 1, code: ENOSPC, during: [.amend]),
      .move, .killed(at: 2, during: [.undo]), .amend, .delete,
      .failing(synchronizing(dataFile), at: 1, during: [.save]), .undo,
      .failing(synchronizing(journal), at: 2, code: ENOSPC, during: [.save]),
      .undo, .record(2), .move, .save,
    ],
    // Uploaded and removed; others write there too.
    [
      .record(2), .save, .upload, .record(2), .save, .theirs, .record(1),
      .save, .upload, .reopen, .record(1), .save,
    ],
    // Closed or killed, and opened again.
    [
      .record(2), .reopen, .record(1), .killed(at: 1, during: [.record(2)]),
      .killed(at: 8, during: [.save]), .record(1),
      .killed(at: 10, during: [.save]), .killed(at: 14, during: [.save]),
      .save,
    ],
    // The disk of the journal fails: it goes on in a fresh file.
    [
      .record(1), .failing(synchronizing(journal), at: 1, during: [.record(2)]),
      .record(1), .failing(synchronizing(journal), at: 1, during: [.delete]),
      .delete, .failing(synchronizing(journal), at: 2, during: [.save]),
      .record(1),
      .failing(
        synchronizing(journal), at: 1, during: [.reopen, .record(1)]),
      .save,
    ],
    // The journal's sync fails and nothing helps, then it is tried again.
    [
      .record(1),
      .failing(
        synchronizing(journal), at: 1, code: EDQUOT, during: [.record(2)]),
      .record(1),
      .failing(
        synchronizing(journal), at: 1, code: ENOSPC, during: [.delete]),
      .delete,
      .failing(
        synchronizing(journal), at: 2, code: ENOSPC, during: [.save]),
      .record(1), .save,
    ],
    // The data file's sync fails, and is tried again.
    [
      .record(2), .failing(synchronizing(dataFile), at: 1, during: [.save]),
      .save, .record(2),
      .failing(synchronizing(dataFile), at: 1, during: [.save]), .delete,
      .record(1), .save,
      .upload, .record(1),
      .failing(synchronizing(dataFile), at: 1, during: [.save]), .reopen,
      .save,
    ],
  ]

  @Test func afterAPowerCutAtAnyOperationEveryPromiseIsKept() async throws {
    let days = Self.days.enumerated()
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for (number, steps) in days {
        group.addTask {
          var inspection = Inspection(seed: UInt64(number))
          let run = try RecordedRun(steps, seed: UInt64(number))
          try inspection.inspectAll(of: run, "day \(number)")
          return inspection.count
        }
      }
      return try await group.reduce(0, +)
    }
    print("Crash states inspected: \(count)")
    #expect(count > 5_000)
  }

  @Test func afterASecondPowerCutDuringReopeningTheyAreKeptToo() async throws {
    let days = Self.days.enumerated()
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for (number, steps) in days {
        group.addTask {
          var inspection = Inspection(seed: 100 + UInt64(number))
          let run = try RecordedRun(steps, seed: UInt64(number))
          try inspection.inspectReopenings(of: run, "day \(number)")
          return inspection.count
        }
      }
      return try await group.reduce(0, +)
    }
    print("Crash states inspected after a second power cut: \(count)")
    #expect(count > 1_000)
  }
}

/// Looks at the states that power cuts leave of a run.
private struct Inspection {
  private(set) var count = 0
  private var random: SeededGenerator
  private var seen: Set<Int> = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// Calls the body with every state, and what was promised when it was left.
  private mutating func forEachState(
    of run: RecordedRun,
    _ body: (inout Inspection, UncertainDisk.State, Promise, Int) throws -> Void
  ) throws {
    var disk = UncertainDisk()
    var promises = run.promises[...]
    var current: [Promise] = []
    for number in 0...run.changes.count {
      if number > 0 { disk.take(run.changes[number - 1]) }
      // What was promised between this change and the next, each for itself;
      // if nothing was, what was promised last.
      current = Array(current.suffix(1))
      if promises.first?.changeCount == number { current = [] }
      while promises.first?.changeCount == number {
        current.append(promises.removeFirst().promise)
      }
      for state in disk.states(using: &random) {
        for promise in current {
          try body(&self, state, promise, number)
        }
      }
    }
  }

  mutating func inspectAll(of run: RecordedRun, _ name: String) throws {
    try forEachState(of: run) { inspection, state, promise, number in
      guard inspection.isNew(state, promise) else { return }
      try inspection.inspect(state, promise, "\(name), change \(number)")
    }
  }

  mutating func inspectReopenings(
    of run: RecordedRun, _ name: String
  ) throws {
    try forEachState(of: run) { inspection, state, promise, number in
      guard Int.random(in: 0..<360, using: &inspection.random) == 0 else {
        return
      }
      let again = try RecordedRun(
        [.record(1), .save], files: state.files, promise: promise,
        seed: UInt64(number))
      try inspection.inspectSome(of: again, "\(name), change \(number), again")
    }
  }

  private mutating func inspectSome(
    of run: RecordedRun, _ name: String
  ) throws {
    try forEachState(of: run) { inspection, state, promise, number in
      guard Int.random(in: 0..<40, using: &inspection.random) == 0 else {
        return
      }
      try inspection.inspect(state, promise, "\(name), change \(number)")
    }
  }

  private mutating func isNew(
    _ state: UncertainDisk.State, _ promise: Promise
  ) -> Bool {
    var hasher = Hasher()
    hasher.combine(state.files)
    hasher.combine(promise)
    return seen.insert(hasher.finalize()).inserted
  }

  /// Opens the desk on a state, twice, and holds it to its promise.
  private mutating func inspect(
    _ state: UncertainDisk.State, _ promise: Promise, _ name: String
  ) throws {
    count += 1
    let fileSystem = SimulatedFileSystem()
    for (path, bytes) in state.files { fileSystem[path] = bytes }
    let linesBefore = Set(fileSystem.dataFileLines)
    do {
      let desk = try Desk(fileSystem)
      try require(desk.opening.error == nil, "\(desk.opening)")
      try require(
        state.isAfterFailedSync
          || desk.opening.damage.allSatisfy { Self.isFollowed($0, in: state) },
        "\(desk.opening.damage)")
      try require(promise.station.map { $0 == desk.station } ?? true, "station")
      let unsaved = desk.unsaved.map(\.transaction.line)
      try hold(
        promise, unsaved: unsaved, saved: fileSystem.dataFileLines,
        removed: promise.uploaded.subtracting(linesBefore))
      for entry in desk.unsaved {
        let sequence = promise.acknowledged[entry.transaction.line]
        try require(
          sequence == nil || sequence == entry.sequence, "sequence")
      }

      try desk.takeBack("next")
      let next = desk.unsaved.last
      try require(next?.sequence ?? 0 > promise.lastSequence, "next sequence")
      try desk.save()
      try require(desk.unsaved.isEmpty, "unsaved after a save")
      let saved = fileSystem.dataFileLines
      try require(
        fileSystem.dataFile?.hasSuffix("\r\n") ?? false, "a partial line")
      try require(saved.last == next?.transaction.line, "next is not last")
      try require(saved.contains(unsaved), "not all are saved")
      try hold(
        promise, unsaved: [], saved: saved.dropLast(),
        removed: promise.uploaded.subtracting(linesBefore))

      let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
      try require(after.dataFile == fileSystem.dataFile, "not on disk")
      let again = try Desk(after)
      try require(again.unsaved.isEmpty, "unsaved again")
      try require(
        again.opening.damage.count == desk.opening.damage.count
          && again.repairs.isEmpty, "\(again.opening), \(again.repairs)")
    } catch {
      let journal = state.files[StationFolder.simulated.journal].map {
        String(decoding: $0, as: UTF8.self)
      }
      Issue.record(
        """
        \(name): \(error)
        \(journal ?? "no journal")
        \(state.files[StationFolder.simulated.dataFile].map {
          String(decoding: $0, as: UTF8.self) } ?? "no data file")
        """)
      throw Broken(description: name)
    }
  }

  /// Whether whole lines stand behind a damaged one: of a burst, the disk may
  /// write the end first, and nobody can tell that from damage.
  private static func isFollowed(
    _ damage: JournalDamage, in state: UncertainDisk.State
  ) -> Bool {
    let journal = state.files[StationFolder.simulated.journal] ?? []
    return journal.lines.dropFirst(damage.line - 1).contains {
      (try? JournalFormat.line(Array($0).span)) != nil
    }
  }

  private func hold(
    _ promise: Promise, unsaved: [String], saved: [String],
    removed: Set<String>
  ) throws {
    let all = saved + unsaved
    let lines = Set(all)
    try require(lines.count == all.count, "doubled")
    for line in promise.acknowledged.keys
    where !promise.changing.old.contains(line) && !removed.contains(line)
      && !promise.uploaded.contains(line)
    {
      try require(lines.contains(line), "lost: \(line)")
    }
    let changing = promise.changing
    try require(
      changing.old.isSubset(of: lines) && changing.new.isDisjoint(with: lines)
        || changing.new.isSubset(of: lines)
          && changing.old.isDisjoint(with: lines),
      "half of what is one act")
    for line in all {
      let isKnown =
        promise.acknowledged[line] != nil || promise.waiting.contains(line)
        || changing.new.contains(line)
        || promise.theirs.contains(line) || promise.uploaded.contains(line)
      try require(isKnown, "deleted, or never scanned: \(line)")
    }
    try require(lines.isDisjoint(with: removed), "back after an upload")
    try require(
      lines.isDisjoint(with: promise.uploaded.intersection(unsaved)),
      "uploaded and unsaved")
    try require(
      promise.saved.isSubset(of: saved) && promise.theirs.isSubset(of: saved),
      "not in the data file any more")
    for lines in [saved, unsaved] {
      let numbers = lines.compactMap { promise.order[$0] }
      try require(numbers == numbers.sorted(), "not in order")
    }
  }

  private func require(
    _ condition: Bool, _ what: @autoclosure () -> String
  ) throws {
    if !condition { throw Broken(description: what()) }
  }
}
