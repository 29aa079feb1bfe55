import Simulated
import Testing

@testable import Circulation

struct DataFileTests {
  private let transactions: [Transaction]
  private let lines: String

  init() throws {
    transactions = [
      try .loan("37000034179", "9921000000164"), try .return("00P6A949HF4P"),
    ]
    lines = String(decoding: DataFormat.lines(of: transactions), as: UTF8.self)
  }

  private func save(to fileSystem: SimulatedFileSystem) throws {
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    try dataFile.append(dataFile.pendingAppend(of: transactions))
  }

  @Test(arguments: [
    ("", ""),
    ("line\r\n", ""),
    ("line\n", ""),
    ("line\r\n\r\n", ""),
    ("line", "\r\n"),
    ("line\r", "\n"),
    ("\u{0}", "\r\n"),
  ])
  func wholeLinesFollowAWholeLine(_ before: String, _ mending: String) throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.dataFile = before
    try save(to: fileSystem)
    #expect(fileSystem.dataFile == before + mending + lines)
  }

  @Test func aMissingFileIsBegunAnew() throws {
    let fileSystem = SimulatedFileSystem()
    try save(to: fileSystem)
    #expect(fileSystem.dataFile == lines)
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(after.dataFile == lines)
  }

  @Test func linesAreCountedThatOfAnotherProgramIncluded() throws {
    let fileSystem = SimulatedFileSystem()
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    #expect(try dataFile.summary().lineCount == 0)
    #expect(try dataFile.version() == nil)
    for (text, count) in [("", 0), ("a", 1), ("a\r\n", 1), ("a\n\nb", 3)] {
      fileSystem.dataFile = text
      #expect(try dataFile.summary().lineCount == count)
    }
  }

  @Test func everyLineIsGivenWithItsNumber() throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.dataFile =
      lines + "rubbish\n\n" + transactions[1].line + "\n"
      + transactions[0].line
    var found: [Int: Result<String, DataFormat.LineError>] = [:]
    try DataFile.forEachLine(
      of: StationFolder.simulated.dataFile, fileSystem: fileSystem
    ) { number, result in
      found[number] = result.map(\.item.text)
    }
    #expect(
      found == [
        1: .success("37000034179"), 2: .success("00P6A949HF4P"),
        3: .failure(.tooShort(columns: 7)), 4: .failure(.empty),
        5: .success("00P6A949HF4P"), 6: .success("37000034179"),
      ])
  }

  @Test func readingAFileThatIsNotThereFails() {
    let path = StationFolder.simulated.dataFile
    #expect(
      throws: FileError(operation: .open, path: path, code: 2)
    ) {
      try DataFile.forEachLine(
        of: path, fileSystem: SimulatedFileSystem()
      ) { _, _ in }
    }
  }

  // MARK: An addition that was cut short

  @Test(arguments: ["", "line\r\n", "line", "line\r"])
  func anAdditionCutShortAnywhereIsCompletedOnce(_ before: String) throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.dataFile = before
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    let addition = try dataFile.pendingAppend(of: transactions)
    for count in 0...addition.bytes.count {
      for zeroCount in [0, 1, addition.bytes.count - count] {
        guard count + zeroCount <= addition.bytes.count else { continue }
        let zeros = [UInt8](repeating: 0, count: zeroCount)
        fileSystem[dataFile.path] =
          Array(before.utf8) + addition.bytes.prefix(count) + zeros
        let isWhole = count == addition.bytes.count
        #expect(try dataFile.contains(addition) == isWhole)
        #expect(try dataFile.complete(addition))
        #expect(
          fileSystem[dataFile.path] == Array(before.utf8) + addition.bytes)
        #expect(try dataFile.contains(addition))
      }
    }
  }

  @Test func anAdditionCutShortIsWithdrawnWhereverItWas() throws {
    let before = "line\r\n"
    let fileSystem = SimulatedFileSystem()
    fileSystem.dataFile = before
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    let addition = try dataFile.pendingAppend(of: transactions)
    for count in 0...addition.bytes.count {
      fileSystem[dataFile.path] =
        Array(before.utf8) + addition.bytes.prefix(count)
      #expect(dataFile.withdraw(addition))
      #expect(fileSystem.dataFile == before)
    }
  }

  @Test(arguments: [
    nil, "", "line", "line\r\nother line\r\n", "line\r\n2018other",
    "line\r\n" + String(repeating: "9", count: 300),
  ])
  func inAnotherFileThereIsNothingOfIt(_ after: String?) throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.dataFile = "line\r\n"
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    let addition = try dataFile.pendingAppend(of: transactions)
    fileSystem.dataFile = after
    #expect(try !dataFile.contains(addition))
    #expect(try !dataFile.complete(addition))
    #expect(fileSystem.dataFile == after)
    if after != nil {
      #expect(!dataFile.withdraw(addition))
      #expect(fileSystem.dataFile == after)
    }
  }

  @Test func whatOthersWroteAfterAWholeAdditionStays() throws {
    let fileSystem = SimulatedFileSystem()
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    let addition = try dataFile.pendingAppend(of: transactions)
    fileSystem.dataFile = lines + "another program's line\r\n"
    #expect(try dataFile.complete(addition))
    #expect(!dataFile.withdraw(addition))
    #expect(fileSystem.dataFile == lines + "another program's line\r\n")
  }

  @Test func whatASyncFailedToWriteIsWrittenAgain() throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.dataFile = "line\r\n"
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    let addition = try dataFile.pendingAppend(of: transactions)
    fileSystem.trouble = { _, call in
      call.request == .synchronize ? .init() : nil
    }
    #expect(throws: FileError.self) { try dataFile.append(addition) }
    fileSystem.heal()
    #expect(try dataFile.complete(addition))
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: true)
    #expect(after.dataFile == "line\r\n" + lines)
  }
}
