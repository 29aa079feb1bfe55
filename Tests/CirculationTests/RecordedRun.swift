import Glibc
import Seeded
import Simulated

@testable import Circulation

/// What a person does at a desk, or has done to it.
enum Deed: Sendable {
  /// Scans so many items, and makes them durable with one sync.
  case record(Int)
  case delete
  case save
  /// A call fails, the first like it being number 1.
  case failing(
    SimulatedFileSystem.Call, at: Int, code: Int32 = EIO, during: [Deed])
  /// The process is killed at this call of the deed, and the desk opened again.
  case killed(at: Int, during: [Deed])
  case reopen
  /// Uploads `OffCirc.dat` and removes it.
  case upload
  /// Another program appends a line to `OffCirc.dat`.
  case theirs
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
  /// What is being deleted: it may not be there any more.
  var deleting: Set<String> = []
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

  /// Opens a desk on these files, and does the deeds.
  init(
    _ deeds: [Deed], files: [String: [UInt8]] = [:],
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
    for deed in deeds { try perform(deed) }
  }

  private func promiseNow() {
    promises.append((changes.count, promise))
  }

  private func perform(_ deed: Deed) throws {
    switch deed {
    case .record(let count): try record(count)
    case .delete: try delete()
    case .save: try save()
    case .failing(let call, let number, let code, let deeds):
      var met = 0
      fileSystem.trouble = { _, current in
        if current == call { met += 1 }
        return current == call && met == number ? .init(code: code) : nil
      }
      // Refused, it has promised nothing, and what waited goes on waiting.
      for deed in deeds { try? perform(deed) }
      fileSystem.heal()
    case .killed(let number, let deeds):
      fileSystem.kill(
        at: number, written: Int.random(in: 0...90, using: &random))
      for deed in deeds { try? perform(deed) }
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
        desk.identify(try Barcode("9921\(number)"))
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
    promise.deleting = []
    promise.station = desk.station
    promise.lastSequence = max(
      promise.lastSequence, entries.last?.sequence ?? 0)
  }

  private func delete() throws {
    guard let entry = desk.unsaved.randomElement(using: &random) else { return }
    promise.deleting.insert(entry.transaction.line)
    promiseNow()
    try desk.delete(sequence: entry.sequence)
    acknowledge(desk.unsaved[...])
    promise.acknowledged[entry.transaction.line] = nil
    promise.lastSequence += 1
    promiseNow()
  }

  private func save() throws {
    promiseNow()
    try desk.save()
    for line in promise.waiting { promise.acknowledged[line] = 0 }
    acknowledge([])
    promise.saved = Set(promise.acknowledged.keys)
      .subtracting(promise.uploaded)
    promiseNow()
  }

  private func reopen() throws {
    desk = try Desk(fileSystem, copyingTo: copyFolder)
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

extension SimulatedFileSystem {
  /// The lines of `OffCirc.dat`; the last one may not be whole.
  var dataFileLines: [String] {
    (dataFile ?? "").split(separator: "\r\n").map(String.init)
  }
}
