import Glibc
import Seeded
import Simulated
import Testing

@testable import Circulation

/// Several stations on one folder, and what people do to its files: nothing that
/// was acknowledged is gone without a station having said so before it, or any
/// other, acknowledges anything more.
struct ManyStationsTests {
  @Test(arguments: Drives.allCases, 0..<60 as Range<UInt64>)
  func nothingIsGoneWithoutAWordBeforeTheNextAcknowledgement(
    _ drives: Drives, _ seed: UInt64
  ) throws {
    var struggle = Struggle(drives, seed: seed)
    for _ in 0..<60 {
      struggle.act()
      if let broken = struggle.broken {
        Issue.record("\(drives), seed \(seed): \(broken)")
        return
      }
    }
  }

  /// At every call that a station makes for a scan, another takes the folder:
  /// with a lock file that was removed, or on a drive that lets both have it.
  @Test(arguments: Drives.allCases)
  func takenOverAtAnyCallNothingIsGoneWithoutAWord(
    _ drives: Drives
  ) throws {
    for count in 1...3 {
      for number in 1... {
        var struggle = Struggle(drives, seed: 0)
        let isReached = struggle.takeOver(at: number, recording: count)
        if let broken = struggle.broken {
          Issue.record("\(drives), call \(number): \(broken)")
          return
        }
        if !isReached { break }
      }
    }
  }

  enum Drives: CaseIterable {
    /// The locks hold, as on a disk of the machine.
    case holding
    /// They hold on each machine by itself.
    case local
    /// So they do, and the system tells that others may write there.
    case shared
  }
}

private struct Struggle {
  /// What is wrong, if anything is.
  private(set) var broken: String?

  private let files = SimulatedFileSystem()
  private var random: SeededGenerator
  private var stations: [Int: Desk] = [:]
  private var count = 0
  private var acknowledged: Set<String> = []
  private var deleted: Set<String> = []
  /// What is gone, and some station has said that something is.
  private var told: Set<String> = []
  private var backup: [UInt8]?
  /// Whether a station may still find out what was done to the journal.
  private var isLockRemoved = false
  private var log: [String] = []

  private let journal = StationFolder.simulated.journal
  private let lock = StationFolder.simulated.lock

  init(_ drives: ManyStationsTests.Drives, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    files.holdsLocks = drives == .holding
    if drives == .shared {
      files.drive = Drive(kind: "nfs4", options: ["local_lock=all"])
    }
  }

  // MARK: What happens

  mutating func act() {
    let number = Int.random(in: 1...3, using: &random)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<20: open(number)
    case 20..<65:
      record(Int.random(in: 1...3, using: &random), at: number)
    case 65..<70: deleteLast(at: number)
    case 70..<76: close(number)
    case 76..<82: kill(number)
    case 82..<90: removeLock()
    case 90..<92: backup = files[journal]
    default: harmJournal()
    }
  }

  /// Opens one station, and another at a call of its next scan.
  ///
  /// - Returns: whether there was such a call.
  mutating func takeOver(at number: Int, recording count: Int) -> Bool {
    open(1)
    record(2, at: 1)
    guard let desk = stations[1] else { return false }
    var isReached = false
    var other: Desk?
    var others: Set<String> = []
    files.forgetCalls()
    files.trouble = { [files, lock] current, _ in
      guard current == number, !isReached else { return nil }
      isReached = true
      files[lock] = nil
      other = try? Desk(beside: files, on: "2")
      for _ in 0..<count {
        guard let other, (try? other.takeBack("B\(others.count)")) != nil
        else { break }
        others.insert("B\(others.count)")
      }
      return nil
    }
    let isRecorded = (try? desk.takeBack("A")) != nil
    files.heal()
    // The other's come first: what it said is older.
    acknowledged.formUnion(others)
    stations[2] = other
    if isRecorded {
      acknowledged.insert("A")
    } else {
      tellOfAll()
    }
    if isRecorded { inspect("A was acknowledged") }
    for station in [2, 1, 2] { record(1, at: station) }
    return isReached
  }

  private mutating func open(_ number: Int) {
    guard stations[number] == nil else { return }
    guard let desk = try? Desk(beside: files, on: "\(number)") else {
      log.append("\(number) is refused")
      return
    }
    stations[number] = desk
    isLockRemoved = false
    log.append("\(number) opens: \(desk.repairs) \(desk.opening.damage)")
    if !desk.repairs.isEmpty || !desk.opening.damage.isEmpty { tellOfAll() }
  }

  private mutating func record(_ size: Int, at number: Int) {
    guard let desk = stations[number] else { return }
    var items: [String] = []
    desk.switch(to: .return)
    for _ in 0..<size {
      count += 1
      items.append("\(number)-\(count)")
      try? desk.record(Barcode("\(number)-\(count)"))
    }
    let repairCount = desk.repairs.count
    do {
      try desk.commit()
      if desk.repairs.count > repairCount { tellOfAll(but: items) }
      log.append("\(number) acknowledges \(items) \(desk.repairs)")
      acknowledged.formUnion(items)
      isLockRemoved = false
      inspect("\(number) has acknowledged \(items)")
    } catch {
      while !desk.waiting.isEmpty { desk.dropLastWaiting() }
      log.append("\(number) refuses \(items): \(error)")
      tellOfAll()
    }
  }

  private mutating func deleteLast(at number: Int) {
    guard let desk = stations[number], let last = desk.unsaved.last else {
      return
    }
    // Deleted or not, nobody counts on it.
    deleted.insert(last.transaction.item.text)
    do {
      try desk.delete(sequence: last.sequence)
      inspect("\(number) has deleted")
    } catch {
      tellOfAll()
    }
  }

  private mutating func close(_ number: Int) {
    guard let desk = stations.removeValue(forKey: number) else { return }
    do throws(FileError) {
      try desk.close()
      log.append("\(number) closes")
    } catch {
      log.append("\(number) closes: \(error)")
      tellOfAll()
    }
  }

  private mutating func kill(_ number: Int) {
    guard stations[number] != nil else { return }
    files.trouble = { _, _ in .init(isEnd: true) }
    stations[number] = nil
    files.heal()
    log.append("\(number) is killed")
  }

  private mutating func removeLock() {
    // With both gone, nobody can know any more what there was.
    guard gone.subtracting(told).isEmpty else { return }
    files[lock] = nil
    isLockRemoved = true
    log.append("the lock is removed")
  }

  private mutating func harmJournal() {
    guard !isLockRemoved, files[journal] != nil else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: files.edit(journal) { $0 = [] }
    case 1:
      let lines = Int.random(in: 1...3, using: &random)
      files.edit(journal) { bytes in
        let ends = bytes.indices.filter { bytes[$0] == .lineFeed }
        if let end = ends.dropLast(lines).last {
          bytes = Array(bytes[...end])
        }
      }
    case 2:
      let share = Int.random(in: 1...9, using: &random)
      files.edit(journal) { bytes in
        for index in bytes.indices.dropFirst(bytes.count * share / 10) {
          bytes[index] = 0
        }
      }
    case 3 where backup != nil: files[journal] = backup
    case 3, 4:
      guard let backup else {
        files[journal] = nil
        break
      }
      files.edit(journal) { $0 = backup }
    default: break
    }
    log.append("the journal is harmed")
  }

  // MARK: What must hold

  /// What was acknowledged and is not in the journal.
  private var gone: Set<String> {
    var there: Set<String> = []
    let replay = try? JournalReader.replay(
      path: journal, keepingSaved: true, fileSystem: files)
    for entry in replay?.unsaved ?? [] {
      there.insert(entry.transaction.item.text)
    }
    return acknowledged.subtracting(there).subtracting(deleted)
  }

  private mutating func tellOfAll(but items: [String] = []) {
    told.formUnion(gone.subtracting(items))
  }

  private mutating func inspect(_ what: String) {
    let lost = gone.subtracting(told)
    guard !lost.isEmpty else { return }
    broken =
      "\(what), and \(lost.sorted()) is gone\n" + log.joined(separator: "\n")
  }
}
