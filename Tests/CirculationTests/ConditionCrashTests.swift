import Glibc
import Seeded
import Simulated
import Testing

@testable import Circulation

/// The power goes between a return and its state: the return is never lost, and
/// a state is never on another copy; what was acknowledged of a hand-out stays.
struct ConditionCrashTests {
  @Test func atEveryCrashStateTheReturnIsThereAndNoStateIsOnAnotherCopy() throws
  {
    var count = 0
    for seed in 0..<2 as Range<UInt64> {
      var run = try TextbookRun(seed: seed)
      try run.perform()
      count += try run.inspect()
    }
    print("Crash states of returns with states inspected: \(count)")
    #expect(count > 500)
  }
}

/// A return as a desk shows it.
///
/// The states of item `k` are 10 k to 10 k + 9.
private struct Shown: Hashable {
  var item: String
  var state: Int?
  var bringer: String?
}

private struct TextbookRun {
  private typealias View = [Int: Shown]
  /// The events of hand-outs, with the number of changes to the disk before
  /// each was acknowledged.
  private var skips: [(changeCount: Int, skip: HandOutSkip)] = []

  private let fileSystem = SimulatedFileSystem()
  private let log = Log()
  private var random: SeededGenerator
  private var desk: Desk
  /// What was acknowledged, with the number of changes to the disk before.
  private var views: [(changeCount: Int, view: View)] = []
  private var itemCount = 0

  private final class Log {
    var changes: [SimulatedFileSystem.Change] = []
  }

  struct Broken: Error {}

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    let log = log
    fileSystem.record = { log.changes.append($0) }
    desk = try Desk(fileSystem)
    acknowledge()
  }

  private mutating func acknowledge() {
    views.append((log.changes.count, Self.view(of: desk)))
  }

  private static func view(of desk: Desk) -> View {
    let entries = desk.replay.saved + desk.replay.unsaved
    return Dictionary(
      uniqueKeysWithValues: entries.map { entry in
        (
          entry.sequence,
          Shown(
            item: entry.transaction.item.text,
            state: desk.condition(ofReturn: entry.sequence),
            bringer: desk.bringer(ofReturn: entry.sequence)?.text)
        )
      })
  }

  // MARK: At the desk

  mutating func perform() throws {
    for step in 0..<26 {
      switch step % 13 {
      case 0, 1, 3: try takeBack(1)
      case 4: try takeBack(Int.random(in: 2...9, using: &random))
      case 2, 5, 9: try note()
      case 6: try change { try $0.delete(sequence: $1.sequence) }
      case 7:
        let first = desk.changes.last?.sequence ?? 0
        if Bool.random(using: &random) { try desk.undo(from: first) }
      case 8:
        // A return of another copy.
        itemCount += 1
        let item = try Barcode("\(itemCount)")
        try change { try $0.amend(sequence: $1.sequence, item: item) }
      case 10: try failing { try $0.note() }
      case 11: try skip()
      default: try desk.save()
      }
      acknowledge()
    }
  }

  private mutating func takeBack(_ count: Int) throws {
    desk.switch(to: .return)
    for _ in 0..<count {
      itemCount += 1
      let item = try Barcode("\(itemCount)")
      try desk.record(item, broughtBy: Barcode("9921"))
      try desk.note(status: 10 * itemCount + 1, of: item)
    }
    try desk.commit()
  }

  private mutating func skip() throws {
    let skip = HandOutSkip(
      .refused(title: "title \(skips.count)"), of: try Barcode("9921"),
      in: "4A")
    try desk.skip(skip)
    skips.append((log.changes.count, skip))
  }

  /// Notes another state at some return, in the list or saved.
  private mutating func note() throws {
    let entries = desk.replay.saved + desk.replay.unsaved
    guard let entry = entries.randomElement(using: &random) else { return }
    let item = entry.transaction.item
    let state = Int.random(in: 2...9, using: &random)
    try desk.note(
      status: 10 * (Int(item.text) ?? 0) + state, of: item,
      ofReturn: entry.sequence)
  }

  private mutating func change(
    _ change: (Desk, DeskEntry) throws -> Void
  ) throws {
    guard let entry = desk.unsaved.randomElement(using: &random) else { return }
    try change(desk, entry)
  }

  /// The journal's sync fails: it goes on in a fresh file.
  private mutating func failing(
    _ act: (inout TextbookRun) throws -> Void
  ) throws {
    fileSystem.trouble = { _, call in
      call.request == .synchronize
        && call.path == StationFolder.simulated.journal
        ? .init(code: EIO) : nil
    }
    try act(&self)
    fileSystem.heal()
  }

  // MARK: After a power cut

  mutating func inspect() throws -> Int {
    var disk = UncertainDisk()
    var seen: Set<Int> = []
    var place = 0
    for number in 0...log.changes.count {
      if number > 0 { disk.take(log.changes[number - 1]) }
      while place + 1 < views.count, views[place + 1].changeCount <= number {
        place += 1
      }
      guard number >= views[0].changeCount else { continue }
      let before = views[place].view
      let after = place + 1 < views.count ? views[place + 1].view : before
      for state in disk.states(using: &random)
      // Some of them: a write may be torn at any byte.
      where Int.random(in: 0..<12, using: &random) == 0 {
        var hasher = Hasher()
        hasher.combine(state.files)
        hasher.combine(place)
        guard seen.insert(hasher.finalize()).inserted else { continue }
        try inspect(state, before, after, isTried: seen.count % 10 == 0)
        try inspectSkips(state, after: number)
      }
    }
    return seen.count
  }

  private func inspect(
    _ state: UncertainDisk.State, _ before: View, _ after: View, isTried: Bool
  ) throws {
    let files = SimulatedFileSystem()
    for (path, bytes) in state.files { files[path] = bytes }
    let desk = try Desk(files)
    let found = Self.view(of: desk)
    let isSound =
      before.allSatisfy { sequence, shown in
        found[sequence]?.item == shown.item
          || after[sequence]?.item != shown.item
      }
      && found.allSatisfy { sequence, shown in
        Self.isAllowed(shown, before[sequence], after[sequence])
      }
    guard isSound else {
      Issue.record(
        """
        \(before)
        \(after)
        became \(found)
        \(String(decoding: files.journal, as: UTF8.self))
        """)
      throw Broken()
    }
    guard isTried, let sequence = found.keys.max() else { return }
    // The desk goes on, and what it notes is there again.
    let item = try Barcode(found[sequence]?.item ?? "")
    try desk.note(status: 7, of: item, ofReturn: sequence)
    #expect(try Desk(files).condition(ofReturn: sequence) == 7)
  }

  /// What was acknowledged of a hand-out is there, in order, and at most what
  /// was about to be.
  private func inspectSkips(
    _ state: UncertainDisk.State, after changeCount: Int
  ) throws {
    let files = SimulatedFileSystem()
    for (path, bytes) in state.files { files[path] = bytes }
    let found = try LendingHistory(of: [Desk(files).replay]).skips.map(\.skip)
    let known = skips.prefix { $0.changeCount <= changeCount }.count
    guard known...known + 1 ~= found.count,
      found == skips.prefix(found.count).map(\.skip)
    else {
      Issue.record("\(known) of \(skips.count) became \(found)")
      throw Broken()
    }
  }

  /// Whether a return may look so: as it did, as it was about to, or, while it
  /// was first written, without its state and its bringer.
  private static func isAllowed(
    _ shown: Shown, _ before: Shown?, _ after: Shown?
  ) -> Bool {
    let isOfItsCopy = shown.state.map { "\($0 / 10)" == shown.item } ?? true
    guard isOfItsCopy else { return false }
    if shown == before || shown == after { return true }
    guard before == nil, let after else { return false }
    return shown.item == after.item
      && [nil, after.state].contains(shown.state)
      && [nil, after.bringer].contains(shown.bringer)
  }
}
