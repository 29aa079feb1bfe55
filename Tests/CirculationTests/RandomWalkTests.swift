import Seeded
import Simulated
import Testing

@testable import Circulation

/// A long day at a desk, against a model that keeps it all in arrays.
struct RandomWalkTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func whateverHappensNothingIsLostOrDoubled(_ seed: UInt64) throws {
    var day = try Day(seed: seed)
    for step in 0..<150 {
      try day.step()
      let isOnDisk = try !step.isMultiple(of: 5) || day.isOnDisk()
      guard day.isAsExpected, isOnDisk else {
        Issue.record("seed \(seed), step \(step): \(day.last)")
        return
      }
    }
    try day.end()
  }
}

/// The desk, the model, and what happens to both.
private struct Day {
  private let fileSystem = SimulatedFileSystem()
  private var generator: SeededGenerator
  private var desk: Desk

  // The model.
  private var operation = Operation.loan
  private var borrower: Barcode?
  private var waiting: [String] = []
  private var unsaved: [String] = []
  private var saved: [String] = []
  private var uploaded: [String] = []

  /// What each change that can be taken back made of which lines.
  private var history: [[(old: String, new: String?)]] = []

  private(set) var last = ""
  private var hasRemainsInJournal = false
  private var itemCount = 0

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    desk = try Desk(fileSystem)
  }

  /// The lines of `OffCirc.dat` that are the desk's.
  private var ours: [String] {
    (fileSystem.dataFile ?? "").split(separator: "\r\n").map(String.init)
      .filter { !$0.hasPrefix("theirs") }
  }

  var isAsExpected: Bool {
    desk.operation == operation && desk.borrower == borrower
      && desk.waiting.map(\.line) == waiting
      && desk.unsaved.map(\.transaction.line) == unsaved
      && ours == saved
  }

  /// Whether all that was acknowledged would outlive a power cut.
  func isOnDisk() throws -> Bool {
    if hasRemainsInJournal { return true }
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    let unsaved = try Desk(after).unsaved
    return unsaved == desk.unsaved && after.dataFile == fileSystem.dataFile
  }

  mutating func step() throws {
    switch Int.random(in: 0..<112, using: &generator) {
    case 0..<40: try scanItem()
    case 40..<48: try scanBorrower()
    case 48..<52: switchOperation()
    case 52..<54: clear()
    case 54..<70: try commit()
    case 70..<72: drop()
    case 72..<77: try delete()
    case 77..<84: try save()
    case 84..<88: try reopen()
    case 88..<92: try saveWithTrouble()
    case 92..<95: try commitWithTrouble()
    case 95..<97: upload()
    case 97..<100: writeTheirs()
    case 100..<105: try amend()
    case 105..<107: try move()
    default: try undo()
    }
  }

  mutating func end() throws {
    try save()
    let all = uploaded + ours
    #expect(Set(all).count == all.count)
    #expect(try Desk(fileSystem).unsaved.isEmpty)
  }

  // MARK: At the desk

  private mutating func scanItem() throws {
    last = "item"
    itemCount += 1
    let item = try Barcode(
      "\(itemCount)  \(generator.barcode(of: 1...60).text)")
    switch operation {
    case .loan:
      guard let borrower else {
        #expect(throws: CirculationError.noBorrower) { try desk.record(item) }
        return
      }
      waiting.append(Transaction.loan(of: item, to: borrower, at: tuesday).line)
    case .return:
      waiting.append(Transaction.return(of: item, at: tuesday).line)
    }
    try desk.record(item)
  }

  private mutating func scanBorrower() throws {
    last = "borrower"
    let scanned = try generator.barcode()
    borrower = scanned
    desk.identify(scanned)
  }

  private mutating func switchOperation() {
    last = "switch"
    operation = operation == .loan ? .return : .loan
    desk.switch(to: operation)
  }

  private mutating func clear() {
    last = "clear"
    borrower = nil
    desk.clear()
  }

  private mutating func drop() {
    last = "drop"
    _ = waiting.popLast()
    desk.dropLastWaiting()
  }

  private mutating func commit() throws {
    last = "commit"
    let recorded = try desk.commit()
    #expect(recorded.map(\.transaction.line) == waiting)
    unsaved += waiting
    waiting = []
  }

  private mutating func delete() throws {
    last = "delete"
    guard let entry = desk.unsaved.randomElement(using: &generator) else {
      return
    }
    try desk.delete(sequence: entry.sequence)
    change([(entry.transaction.line, nil)])
  }

  private mutating func amend() throws {
    last = "amend"
    guard let entry = desk.unsaved.randomElement(using: &generator) else {
      return
    }
    let new: Transaction
    if entry.transaction.borrower == nil || Bool.random(using: &generator) {
      let number = entry.transaction.line.itemNumber
      let text = "\(number)  \(try generator.barcode(of: 1...60).text)"
      let item = try Barcode(text)
      new = try desk.amend(sequence: entry.sequence, item: item)
    } else {
      let borrower = try generator.barcode()
      new = try desk.amend(sequence: entry.sequence, borrower: borrower)
    }
    #expect(new.recorded == entry.transaction.recorded)
    change([(entry.transaction.line, new.line)])
  }

  private mutating func move() throws {
    last = "move"
    let borrowers = desk.unsaved.compactMap(\.transaction.borrower)
    guard let old = borrowers.randomElement(using: &generator) else { return }
    let before = desk.unsaved.filter { $0.transaction.borrower == old }
    // What waits is recorded first, and moved with the rest.
    unsaved += waiting
    let waited = desk.waiting.filter { $0.borrower == old }
    waiting = []
    let after = try desk.move(from: old, to: try generator.barcode())
    change(
      zip(
        before.map(\.transaction) + waited, after.map(\.transaction)
      ).map { ($0.line, $1.line) })
  }

  private mutating func undo() throws {
    last = "undo"
    let count = Int.random(in: 1...3, using: &generator)
    guard let first = desk.changes.suffix(history.count).suffix(count).first
    else { return }
    let undone = try desk.undo(from: first.sequence)
    unsaved += waiting
    waiting = []
    for change in history.suffix(undone.count).reversed() {
      for (old, new) in change {
        unsaved.removeAll { $0 == new }
        let place = unsaved.firstIndex { $0.itemNumber > old.itemNumber }
        unsaved.insert(old, at: place ?? unsaved.endIndex)
      }
    }
    history.removeLast(undone.count)
  }

  /// Takes what became of lines, after all that waited was recorded.
  private mutating func change(_ lines: [(old: String, new: String?)]) {
    unsaved += waiting
    waiting = []
    for (old, new) in lines {
      if let index = unsaved.firstIndex(of: old) {
        unsaved.replaceSubrange(index...index, with: [new].compactMap(\.self))
      }
    }
    history.append(lines)
  }

  private mutating func save() throws {
    last = "save"
    let count = unsaved.count + waiting.count
    #expect(try desk.save() == count)
    saved += unsaved + waiting
    unsaved = []
    waiting = []
    history = []
  }

  // MARK: Trouble

  private mutating func reopen() throws {
    last = "reopen"
    // What waited was never acknowledged.
    waiting = []
    history = []
    operation = .loan
    borrower = nil
    desk = try Desk(fileSystem)
  }

  private mutating func makeTrouble() -> String {
    let number = Int.random(in: 1...16, using: &generator)
    let written = Int.random(in: 0...200, using: &generator)
    if Bool.random(using: &generator) {
      fileSystem.kill(at: number, written: written)
      return "killed"
    }
    let count = Int.random(in: 1...5, using: &generator)
    fileSystem.fail(at: number, count: count, written: written)
    return "failing \(count) times"
  }

  private mutating func commitWithTrouble() throws {
    let what = makeTrouble()
    let isCommitted = (try? desk.commit()) != nil
    fileSystem.heal()
    if isCommitted {
      unsaved += waiting
      waiting = []
    }
    try reopenAfterTrouble()
    last = "commit \(what)"
  }

  private mutating func saveWithTrouble() throws {
    let what = makeTrouble()
    let isSaved = (try? desk.save()) != nil
    fileSystem.heal()
    if isSaved {
      saved += unsaved + waiting
      unsaved = []
      waiting = []
      history = []
    } else if !what.hasPrefix("killed"), Bool.random(using: &generator) {
      // The same desk goes on.
      last = "save \(what), then again"
      try save()
      return
    }
    try reopenAfterTrouble()
    last = "save \(what)"
  }

  /// What was acknowledged is there, once; of what was not, the first part
  /// may be.
  private mutating func reopenAfterTrouble() throws {
    let acknowledged = saved + unsaved
    let unacknowledged = waiting
    if fileSystem.hasRemainsInJournal { hasRemainsInJournal = true }
    try reopen()
    saved = ours
    unsaved = desk.unsaved.map(\.transaction.line)
    let found = saved + unsaved
    let expected =
      acknowledged + unacknowledged.prefix(found.count - acknowledged.count)
    #expect(found == expected, "\(last)")
  }

  // MARK: The user and other programs

  private mutating func upload() {
    last = "upload"
    uploaded += ours
    saved = []
    fileSystem.dataFile = nil
  }

  private mutating func writeTheirs() {
    last = "theirs"
    let ending = ["\r\n", "", "\r"].randomElement(using: &generator) ?? ""
    fileSystem.edit(StationFolder.simulated.dataFile) { bytes in
      if !bytes.isEmpty, bytes.last != .lineFeed { bytes += Array("\r\n".utf8) }
      bytes += Array(("theirs" + ending).utf8)
    }
  }
}

extension String {
  /// The number that the item of a line of `OffCirc.dat` begins with.
  fileprivate var itemNumber: Int {
    Int(dropFirst(13).prefix { $0.isNumber }) ?? 0
  }
}
