import Glibc
import Seeded
import Simulated

@testable import Circulation

/// What a person does at a desk, or has done to it.
enum Step: Sendable {
  /// Scans so many items, and makes them durable with one sync.
  case record(Int)
  case delete
  /// Gives a transaction another item, or another borrower.
  case amend
  /// Gives all loans of one borrower to another.
  case move
  /// Takes back some of the last deletions and amendments.
  case undo
  case save
  /// A call fails, the first like it being number 1.
  case failing(
    SimulatedFileSystem.Call, at: Int, code: Int32 = EIO, during: [Step])
  /// The process is killed at this call of the deed, and the desk opened again.
  case killed(at: Int, during: [Step])
  case reopen
  /// Uploads `OffCirc.dat` and removes it.
  case upload
  /// Another program appends a line to `OffCirc.dat`.
  case theirs
}

/// What becomes of lines in one act.
struct Lines: Hashable {
  var old: Set<String> = []
  var new: Set<String> = []

  /// Takes note that lines, by their sequence numbers, become others.
  init(_ old: [Int: String] = [:], becoming new: [Int: String] = [:]) {
    self.old = Set(old.values).subtracting(new.values)
    self.new = Set(new.values).subtracting(old.values)
  }
}

/// What the desk has promised so far, and may not break whatever happens.
struct Promise: Hashable {
  /// Every line ever scanned, in order.
  var order: [String: Int] = [:]
  /// The sequence numbers of what is acknowledged and not deleted; 0 where it
  /// is only known from `OffCirc.dat`.
  var acknowledged: [String: Int] = [:]
  /// What was scanned and not acknowledged: it may be there.
  var waiting: Set<String> = []
  /// The lines that are becoming others, or none: all of the old ones are
  /// there, or all of the new ones.
  var changing = Lines()
  /// What Save has said to be in `OffCirc.dat`.
  var saved: Set<String> = []
  /// What went with a file that the user removed.
  var uploaded: Set<String> = []
  /// The lines that others have written to the file that is there now.
  var theirs: Set<String> = []
  var lastSequence = 0
  var station: String?
}

/// A run at a desk, with all that it did to the disk, and when it promised
/// what.
final class RecordedRun {
  let fileSystem = SimulatedFileSystem()
  private(set) var changes: [SimulatedFileSystem.Change] = []
  /// The promises, each with the number of changes that came before it.
  private(set) var promises: [(changeCount: Int, promise: Promise)] = []
  private var promise: Promise
  private(set) var desk: Desk
  private let copyFolder: String?
  private var random: SeededGenerator
  /// The lines before each change that can be taken back, by their numbers.
  private var history: [(change: Int, before: [Int: String])] = []

  /// Opens a desk on these files, and does the deeds.
  init(
    _ steps: [Step], files: [String: [UInt8]] = [:],
    promise: Promise = Promise(), copyingTo copyFolder: String? = nil,
    seed: UInt64
  ) throws {
    self.copyFolder = copyFolder
    if let copyFolder { fileSystem.disks[copyFolder] = 2 }
    random = SeededGenerator(seed: seed)
    self.promise = promise
    var changes: [SimulatedFileSystem.Change] = []
    fileSystem.record = { changes.append($0) }
    for (path, bytes) in files { fileSystem[path] = bytes }
    promises = [(changes.count, promise)]
    desk = try Desk(fileSystem, copyingTo: copyFolder)
    // From here on the file system tells the run itself.
    self.changes = changes
    fileSystem.record = { [unowned self] in self.changes.append($0) }
    learnWhatIsThere()
    for step in steps { try perform(step) }
  }

  private func promiseNow() {
    promises.append((changes.count, promise))
  }

  private func perform(_ step: Step) throws {
    switch step {
    case .record(let count): try record(count)
    case .delete: try delete()
    case .amend: try amend()
    case .move: try move()
    case .undo: try undo()
    case .save: try save()
    case .failing(let call, let number, let code, let steps):
      var met = 0
      fileSystem.trouble = { _, current in
        if current == call { met += 1 }
        return current == call && met == number ? .init(code: code) : nil
      }
      // Refused, it has promised nothing, and what waited goes on waiting.
      for step in steps { try? perform(step) }
      fileSystem.heal()
    case .killed(let number, let steps):
      fileSystem.kill(
        at: number, written: Int.random(in: 0...90, using: &random))
      for step in steps { try? perform(step) }
      fileSystem.heal()
      try reopen()
    case .reopen: try reopen()
    case .upload: try upload()
    case .theirs: try writeTheirs()
    }
  }

  private func record(_ count: Int) throws {
    for _ in 0..<count {
      let number = promise.order.count + 1
      let width = [4, 12, 20, 70].randomElement(using: &random) ?? 4
      let item = try Barcode("\(number) \(random.barcode(of: 1...width).text)")
      if Int.random(in: 0..<3, using: &random) == 0 {
        desk.switch(to: .return)
      } else {
        desk.switch(to: .loan)
        desk.identify(try Barcode("9921\(number % 3)"))
      }
      try desk.record(item)
      let line = desk.waiting.last?.line ?? ""
      promise.order[line] = number
      promise.waiting.insert(line)
    }
    promiseNow()
    acknowledge(try desk.commit())
    promiseNow()
  }

  private func acknowledge(_ entries: ArraySlice<DeskEntry>) {
    for entry in entries {
      promise.acknowledged[entry.transaction.line] = entry.sequence
    }
    promise.waiting = []
    promise.changing = Lines()
    promise.station = desk.station
    promise.lastSequence = max(
      promise.lastSequence, entries.last?.sequence ?? 0)
  }

  private func delete() throws {
    guard let entry = desk.unsaved.randomElement(using: &random) else { return }
    let line = entry.transaction.line
    try change([entry.sequence: line], to: [:]) {
      try desk.delete(sequence: entry.sequence)
    }
  }

  private func amend() throws {
    guard let entry = desk.unsaved.randomElement(using: &random) else { return }
    let old = entry.transaction
    let isItem = old.borrower == nil || Bool.random(using: &random)
    let item = isItem ? try Barcode(old.item.text + "x") : old.item
    let borrower = isItem ? old.borrower : try Barcode("77")
    let new =
      borrower.map { Transaction.loan(of: item, to: $0, at: old.recorded) }
      ?? .return(of: item, at: old.recorded)
    guard old != new else { return }
    promise.order[new.line] = promise.order[old.line]
    try change([entry.sequence: old.line], to: [entry.sequence: new.line]) {
      if isItem {
        try desk.amend(sequence: entry.sequence, item: item)
      } else if let borrower {
        try desk.amend(sequence: entry.sequence, borrower: borrower)
      }
    }
  }

  private func move() throws {
    let loans = desk.unsaved.filter { $0.transaction.borrower != nil }
    guard let old = loans.randomElement(using: &random)?.transaction.borrower
    else { return }
    let new = try Barcode("99210 too")
    guard old != new else { return }
    var before: [Int: String] = [:]
    var after: [Int: String] = [:]
    for entry in loans where entry.transaction.borrower == old {
      let moved = entry.transaction.lent(to: new, origin: .plain)
      promise.order[moved.line] = promise.order[entry.transaction.line]
      before[entry.sequence] = entry.transaction.line
      after[entry.sequence] = moved.line
    }
    try change(before, to: after) { try desk.move(from: old, to: new) }
  }

  private func change(
    _ before: [Int: String], to after: [Int: String], _ act: () throws -> Void
  ) throws {
    promise.changing = Lines(before, becoming: after)
    promiseNow()
    try act()
    for line in promise.changing.old { promise.acknowledged[line] = nil }
    history.append((desk.changes.last?.sequence ?? 0, before))
    promise.lastSequence = max(promise.lastSequence, history.last?.change ?? 0)
    acknowledge(desk.unsaved[...])
    promiseNow()
  }

  private func undo() throws {
    guard !history.isEmpty else { return }
    let count = Int.random(in: 1...min(3, history.count), using: &random)
    var after = desk.unsaved.lines
    for (_, before) in history.suffix(count).reversed() {
      after.merge(before) { _, old in old }
    }
    promise.changing = Lines(desk.unsaved.lines, becoming: after)
    promiseNow()
    let first = history[history.count - count].change
    let isDone = try !desk.undo(from: first).isEmpty
    history.removeLast(count)
    if isDone {
      for line in promise.changing.old { promise.acknowledged[line] = nil }
      promise.lastSequence += 1
    }
    acknowledge(desk.unsaved[...])
    promiseNow()
  }

  private func save() throws {
    promiseNow()
    try desk.save()
    history = []
    for line in promise.waiting { promise.acknowledged[line] = 0 }
    acknowledge([])
    promise.saved = Set(promise.acknowledged.keys)
      .subtracting(promise.uploaded)
    promiseNow()
  }

  private func reopen() throws {
    desk = try Desk(fileSystem, copyingTo: copyFolder)
    history = []
    learnWhatIsThere()
  }

  /// What a desk shows when it is opened is acknowledged; what it does not
  /// show was never recorded.
  private func learnWhatIsThere() {
    let lines = fileSystem.dataFileLines
    let ours = lines.filter { promise.order[$0] != nil }
    acknowledge(desk.unsaved[...])
    let unsaved = Set(desk.unsaved.map(\.transaction.line))
    for line in ours where promise.acknowledged[line] == nil {
      promise.acknowledged[line] = 0
    }
    // Those that are in neither are told as missing by the check of the state
    // before, if they had been acknowledged.
    for line in promise.acknowledged.keys
    where !unsaved.contains(line) && !ours.contains(line)
      && !promise.uploaded.contains(line)
    {
      promise.acknowledged[line] = nil
    }
    promise.saved = Set(ours)
    promise.uploaded.subtract(ours)
    promiseNow()
  }

  private func upload() throws {
    promise.uploaded.formUnion(fileSystem.dataFileLines)
    promise.saved = []
    promise.theirs = []
    promiseNow()
    try fileSystem.remove(StationFolder.simulated.dataFile)
    promiseNow()
  }

  private func writeTheirs() throws {
    let line = "201805081400Rtheirs\(changes.count)"
    fileSystem.edit(StationFolder.simulated.dataFile) {
      $0 += Array("\(line)\r\n".utf8)
    }
    if fileSystem.dataFileLines.contains(line) { promise.theirs.insert(line) }
    promiseNow()
  }
}

extension [DeskEntry] {
  /// The lines by their sequence numbers.
  fileprivate var lines: [Int: String] {
    Dictionary(uniqueKeysWithValues: map { ($0.sequence, $0.transaction.line) })
  }
}

extension SimulatedFileSystem {
  /// The lines of `OffCirc.dat`; the last one may not be whole.
  var dataFileLines: [String] {
    (dataFile ?? "").split(separator: "\r\n").map(String.init)
  }
}
