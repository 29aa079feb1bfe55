import Circulation
import Foundation
import Seeded
import Support
import Testing

/// The program is killed at any instant, and opened again: what was seen on
/// its screen is there, once.
@Suite(.serialized, .ownThread)
struct KillTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func killedAtAnyInstantNothingSeenIsLostOrDoubled(_ seed: UInt64) throws {
    var week = Week(seed: seed)
    for round in 0..<75 {
      do {
        try week.round()
      } catch {
        Issue.record(error, "seed \(seed), round \(round)")
        return
      }
      if let broken = week.broken {
        Issue.record("seed \(seed), round \(round): \(broken)")
        return
      }
    }
  }
}

/// One folder, opened and killed again and again.
private struct Week {
  /// What is wrong, if anything is.
  private(set) var broken: String?

  private let folder = TestFolder()
  private var random: SeededGenerator
  private var count = 0

  // What was typed, and what the screen has said of it.
  private var typed: Set<Int> = []
  private var seen: Set<Int> = []
  private var seenSaved: Set<Int> = []
  private var seenDeleted: Set<Int> = []
  private var deleting: Set<Int> = []
  /// Whether what is being deleted is brought back at once.
  private var isUndoing = false
  private var typedBeforeSave: Set<Int>?
  private var savedBefore: [Int] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  mutating func round() throws {
    let station = try Pty(in: folder)
    defer { station.kill() }
    if chance(8) {
      // Killed while it opens, and perhaps completes a save.
      lookOn(station, microseconds: Int.random(in: 0..<60_000, using: &random))
      return
    }
    try station.look(for: "the desk") { $0.lines[23].contains("Unsaved: ") }
    try inspect(station)
    if broken != nil { return }
    try work(station)
    station.kill()
    read(station.screen)
  }

  private var journal: String { folder.files + "/OffCirc.journal" }

  private mutating func fail(_ what: String, _ station: Pty) {
    broken = what + "\n" + station.screen.lines.joined(separator: "\n")
  }

  // MARK: At the desk

  private mutating func work(_ station: Pty) throws {
    typedBeforeSave = nil
    (deleting, isUndoing) = ([], false)
    if chance(30) {
      station.type("%RETURN%\r")
    } else {
      // As long as any other, or the station would ask for it again.
      station.type("B\(100_000 + count)\r")
    }
    let isPatient = chance(30)
    let size = [1, 3, 8, 30, 150].randomElement(using: &random) ?? 1
    let saveAfter =
      chance(60) ? Int.random(in: 0...size, using: &random) : nil
    var burst = ""
    for number in 0...size {
      if number == saveAfter {
        station.type(burst + "%SAVE%\r")
        burst = ""
        typedBeforeSave = typed
        read(station.screen)
      }
      if number == size { break }
      count += 1
      typed.insert(count)
      burst += Self.barcode(count) + "\r"
      if isPatient || chance(40) {
        station.type(burst)
        burst = ""
        if chance(50) { station.look() }
        read(station.screen)
      }
      if isPatient, size < 30 {
        let last = count
        try station.look(for: "\(last)") { Self.listed(on: $0).contains(last) }
        seen.insert(last)
      }
    }
    station.type(burst)
    if isPatient, size < 30 {
      if saveAfter == size {
        try station.look(for: "Saved ")
      } else if saveAfter == nil, chance(50) {
        deleting = [count]
        isUndoing = chance(50)
        station.type("%DELETE-LAST%\r" + (isUndoing ? "%UNDO%\r" : ""))
      }
    }
    let longest =
      [300, 3_000, 20_000, 60_000].randomElement(using: &random) ?? 1
    lookOn(station, microseconds: Int.random(in: 0..<longest, using: &random))
  }

  private mutating func lookOn(_ station: Pty, microseconds: Int) {
    let end = DispatchTime.now() + .microseconds(microseconds)
    while DispatchTime.now() < end {
      // To the microsecond only at the end.
      let isFar = DispatchTime.now() + .milliseconds(1) < end
      if station.look(for: isFar ? 1 : 0) { read(station.screen) }
    }
  }

  // MARK: What is seen

  /// A number whose last digits check the others: one that is half painted
  /// over another is none.
  private static func barcode(_ number: Int) -> String {
    let number = 100_000 + number
    let check = number * 37 % 97
    return "\(number)" + (check < 10 ? "0\(check)" : "\(check)")
  }

  private static func number(_ barcode: Substring) -> Int? {
    guard let number = Int(barcode.prefix(6)) else { return nil }
    return Self.barcode(number - 100_000) == barcode ? number - 100_000 : nil
  }

  private static func listed(on screen: VT52) -> [Int] {
    let lines = screen.lines
    guard
      let head = lines.firstIndex(where: { $0.contains("Barcode  ") }),
      let end = lines.firstIndex(where: { $0.contains("Save To File") }),
      head < end
    else { return [] }
    return lines[head + 1..<end].compactMap {
      number($0.dropFirst(3).prefix(8))
    }
  }

  /// Takes what the screen acknowledges.
  private mutating func read(_ screen: VT52) {
    seen.formUnion(Self.listed(on: screen))
    for line in screen.lines[20..<23] {
      let text = line.dropFirst(2)
      for beginning in ["Recorded: loan of ", "Recorded: return of "]
      where text.hasPrefix(beginning) {
        let number = Self.number(text.dropFirst(beginning.count).prefix(8))
        if let number { seen.insert(number) }
      }
      if text.hasPrefix("Saved "), let typedBeforeSave {
        seenSaved.formUnion(typedBeforeSave)
      }
      if text.hasPrefix("Deleted"), !deleting.isEmpty, !isUndoing {
        seenDeleted.formUnion(deleting)
      }
      if text.hasPrefix("Back in the list: "), isUndoing { deleting = [] }
    }
  }

  // MARK: What is there

  /// Compares what a station has opened with all that was seen before.
  private mutating func inspect(_ station: Pty) throws {
    let replay = try #require(try JournalReader.replay(path: journal))
    let unsaved = replay.unsaved.compactMap {
      Self.number($0.transaction.item.text[...])
    }
    var saved: [Int] = []
    var faultCount = 0
    if FileManager.default.fileExists(atPath: folder.files + "/OffCirc.dat") {
      try DataFile.forEachLine(of: folder.files + "/OffCirc.dat") { _, line in
        if let item = try? line.get().item,
          let number = Self.number(item.text[...])
        {
          saved.append(number)
        } else {
          faultCount += 1
        }
      }
    }
    let all = saved + unsaved
    let there = Set(all)
    let missing = seen.subtracting(there).subtracting(deleting)
      .subtracting(seenDeleted)
    let checks = [
      ("lost: \(missing.sorted())", missing.isEmpty),
      ("doubled", there.count == all.count),
      ("never typed", there.isSubset(of: typed)),
      ("back: \(seenDeleted)", there.isDisjoint(with: seenDeleted)),
      ("said to be saved", seenSaved.isSubset(of: saved)),
      ("not in order", saved == saved.sorted() && unsaved == unsaved.sorted()),
      ("changed what was saved", saved.starts(with: savedBefore)),
      ("a partial line", faultCount == 0),
      ("damage: \(replay.damage)", replay.damage.isEmpty),
      ("a save is open", replay.openSave == nil),
    ]
    if let check = checks.first(where: { !$0.1 }) {
      return fail("\(check.0)\nunsaved \(unsaved)\nsaved \(saved)", station)
    }
    let counts = "Unsaved: \(unsaved.count) "
    try station.look(for: counts) {
      // On a long day there is no room for what the file has.
      let foot = $0.lines[23]
      return foot.contains(counts)
        && (foot.contains(": \(saved.count) ") || !foot.contains("OffCirc.dat"))
    }
    // What is shown now is seen; what is not there was never recorded.
    (seen, typed, seenSaved) = (there, there, Set(saved))
    (savedBefore, deleting) = (saved, [])
  }
}
