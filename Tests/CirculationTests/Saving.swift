import Simulated
import Testing

@testable import Circulation

/// A suite of saves that don't go well.
protocol Saving {
  var transactions: [Transaction] { get }
}

extension [Transaction] {
  /// Three transactions that are not saved yet.
  static func threeOfADay() throws -> [Transaction] {
    [
      try .loan("37000034179", "9921000000164"),
      try .return("00P6A949HF4P"),
      try .loan("A  B", "C  D"),
    ]
  }
}

extension Saving {
  /// What `OffCirc.dat` may hold before, and what mends its last line.
  static var dataFiles: [(before: String?, mending: String)] {
    [
      (nil, ""), ("", ""), ("their line\r\n", ""), ("their line", "\r\n"),
      ("their line\r", "\n"),
    ]
  }

  func fileSystem(
    with dataFile: String?
  ) throws -> SimulatedFileSystem {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    fileSystem.dataFile = dataFile
    return fileSystem
  }

  func saved(
    _ dataFile: (before: String?, mending: String)
  ) -> String {
    let lines = transactions.map { $0.line + "\r\n" }.joined()
    return (dataFile.before ?? "") + dataFile.mending + lines
  }

  /// The calls that a save makes and can't do without, with their numbers: not
  /// those that only keep in mind how far the journal has come.
  func calls(
    savingTo dataFile: String?
  ) throws -> [(number: Int, call: SimulatedFileSystem.Call)] {
    let fileSystem = try fileSystem(with: dataFile)
    let desk = try Desk(fileSystem)
    fileSystem.forgetCalls()
    try desk.save()
    let memory = SimulatedFileSystem.Call(
      request: .write, path: StationFolder.simulated.lock)
    return zip(1..., fileSystem.calls).filter { $0.1 != memory }
  }

  /// The number of the call of a save that adds its lines to the data file.
  func numberOfAppend(savingTo dataFile: String?) throws -> Int {
    let append = SimulatedFileSystem.Call(
      request: .append, path: StationFolder.simulated.dataFile)
    return try #require(
      calls(savingTo: dataFile).first { $0.call == append }?.number)
  }

  /// How many bytes of the call's append may be written before it fails.
  func lengths(
    of call: SimulatedFileSystem.Call
  ) -> ClosedRange<Int> {
    switch (call.request, call.path) {
    case (.append, StationFolder.simulated.dataFile): 0...300
    case (.write, _): 0...20
    default: 0...0
    }
  }

  func killSave(
    of fileSystem: SimulatedFileSystem, at number: Int, written: Int
  ) throws {
    let desk = try Desk(fileSystem)
    fileSystem.kill(at: number, written: written)
    #expect(throws: FileError.self) { try desk.save() }
    #expect(desk.unsaved.map(\.transaction) == transactions)
    fileSystem.heal()
  }

  /// What was said to be saved must outlive the power.
  func expectOnDisk(
    _ fileSystem: SimulatedFileSystem, _ dataFile: String
  ) throws {
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(after.dataFile == dataFile)
    #expect(try Desk(after).unsaved.isEmpty)
  }
}
