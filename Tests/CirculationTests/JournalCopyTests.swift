import Glibc
import Simulated
import Support
import Testing

@testable import Circulation

/// A copy of the journal follows it, and never keeps the desk from its work.
struct JournalCopyTests {
  private let files = SimulatedFileSystem()
  private let key = "/key"

  init() {
    files.disks[key] = 2
    files.disks[key + "/./.."] = 1
  }

  private var copies: [String] {
    files.paths.filter { $0.hasPrefix(key + "/") }
  }

  private func copy() throws -> [UInt8] {
    let path = try #require(copies.first)
    return try #require(files[path])
  }

  @Test func whatIsRecordedDeletedAndSavedIsInTheCopyToo() throws {
    let desk = try Desk(files, copyingTo: key)
    #expect(try copy() == files.journal)
    try desk.lend("1", to: "9")
    #expect(try copy() == files.journal)
    try desk.takeBack("2")
    try desk.delete(sequence: 1)
    try desk.save()
    #expect(try copy() == files.journal)
    #expect(copies == ["\(key)/OffCirc-\(desk.station).journal"])
    #expect(desk.copyWarning == nil)
    let after = files.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(after[copies[0]] == files.journal)
  }

  @Test func aCopyBegunLateHasWhatWasRecordedBefore() throws {
    try Desk(files).takeBack("1")
    let desk = try Desk(files, copyingTo: key)
    #expect(try copy() == files.journal)
    try desk.takeBack("2")
    #expect(try copy() == files.journal)
  }

  @Test func withTheKeyPulledOutTheDeskGoesOnAndSaysSo() throws {
    let desk = try Desk(files, copyingTo: key)
    try desk.takeBack("1")
    let plugIn = files.pullOut(key)
    try desk.takeBack("2")
    #expect(desk.unsavedItems == ["1", "2"])
    #expect(
      desk.copyWarning
        == .lost(FileError(operation: .open, path: key, code: ENOENT)))
    plugIn()
    desk.tendCopies()
    #expect(desk.copyWarning == nil)
    #expect(try copy() == files.journal)
  }

  @Test func theEmptyPlaceOfAKeyIsNotWrittenTo() throws {
    let desk = try Desk(files, copyingTo: key)
    let plugIn = files.pullOut(key)
    files.disks[key] = 1
    try desk.takeBack("1")
    #expect(
      desk.copyWarning
        == .lost(FileError(operation: .open, path: key, code: ENODEV)))
    #expect(copies.isEmpty)
    plugIn()
    desk.tendCopies()
    #expect(desk.copyWarning == nil)
    #expect(try copy() == files.journal)
  }

  @Test func theEmptyPlaceOfAKeyIsKnownOnWhicheverDiskItIs() throws {
    files.disks[key + "/./.."] = 7
    let desk = try Desk(files, copyingTo: key)
    _ = files.pullOut(key)
    files.disks[key] = 7
    try desk.takeBack("1")
    #expect(
      desk.copyWarning
        == .lost(FileError(operation: .open, path: key, code: ENODEV)))
    #expect(copies.isEmpty)
  }

  @Test(arguments: [EROFS, EACCES])
  func theUnwritablePlaceOfAKeyIsAKeyThatIsNotThere(_ code: Int32) throws {
    for (place, told) in [
      (
        "/media/key",
        FileError(operation: .open, path: "/media/key", code: ENODEV)
      ),
      ("/srv/key", nil),
    ] as [(String, FileError?)] {
      files.disks[place] = 1
      let desk = try Desk(
        folder: .simulated, clock: .standing,
        fileSystem: UnwritablePlace(base: files, path: place, code: code),
        copyingTo: place, mirrorsInBackground: false)
      try desk.takeBack("1")
      guard case .lost(let error) = desk.copyWarning else {
        Issue.record("No warning for \(place).")
        continue
      }
      if let told {
        #expect(error == told)
      } else {
        #expect(error.code == code)
      }
      try desk.close()
    }
  }

  @Test func twoStationsOfOneNameDoNotFillTheKey() throws {
    let desk = try Desk(files, copyingTo: key)
    try desk.takeBack("1")
    let path = copies[0]
    let twins = try copy() + Array("x\n".utf8)
    for _ in 0..<5 {
      files[path] = twins
      desk.tendCopies()
    }
    #expect(copies.count == 2)
    #expect(
      desk.copyWarning
        == .lost(FileError(operation: .write, path: path, code: ESTALE)))
    #expect(files[path] == twins)
  }

  @Test func theNameOfACopyThatCouldNotBeMadeWholeIsPutOnDiskLater() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    var isFull = true
    files.trouble = { [key] _, call in
      isFull && call.path.hasPrefix(key) && call.request == .write
        ? .init(code: ENOSPC, written: 20) : nil
    }
    let again = try Desk(files, copyingTo: key)
    #expect(again.copyWarning != nil)
    isFull = false
    again.tendCopies()
    #expect(again.copyWarning == nil)
    let after = files.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(try after[copies[0]] == copy())
  }

  @Test func anotherKeyGetsAllOfTheJournal() throws {
    let desk = try Desk(files, copyingTo: key)
    try desk.takeBack("1")
    _ = files.pullOut(key)
    files.disks[key] = 3
    try desk.takeBack("2")
    #expect(try copy() == files.journal)
    #expect(desk.copyWarning == nil)
  }

  @Test func aCopyOnTheJournalsOwnDiskIsKeptAndSaid() throws {
    files.disks[key] = 1
    let desk = try Desk(files, copyingTo: key)
    try desk.takeBack("1")
    #expect(try copy() == files.journal)
    #expect(desk.copyWarning == .onSameDisk)
  }

  @Test func aLineOfTheCopyThatWasTornIsMadeWhole() throws {
    let desk = try Desk(files, copyingTo: key)
    try desk.takeBack("1")
    let whole = try copy()
    try desk.takeBack("2")
    let unwritten = [UInt8](repeating: 0, count: 4_096)
    let states: [[UInt8]] = [
      whole.dropLast(), whole.dropLast(30), Array(whole.prefix(10)), [],
      whole + unwritten.prefix(700), whole.dropLast(20) + unwritten,
      whole + Array("3\t2018-05".utf8),
    ]
    for torn in states {
      files[copies[0]] = torn
      let reopened = try Desk(files, copyingTo: key)
      #expect(try copy() == files.journal)
      #expect(reopened.copyWarning == nil && copies.count == 1)
    }
  }

  @Test func linesThatOnlyTheCopyHasAreSetAsideAndSaid() throws {
    try Desk(files, copyingTo: key).takeBack("1")
    let before = files.journal
    try Desk(files, copyingTo: key).takeBack("2")
    let path = copies[0]
    // The journal has forgotten the last line; another copy has another one.
    let states = [
      try copy(), before + [UInt8](repeating: 1, count: 3 << 20),
      Array("my notes\nof this day\n".utf8), Array("my notes\nand".utf8),
      before + Array("2\tdamaged\n".utf8),
    ]
    for (number, lines) in states.enumerated() {
      files[path] = lines
      files.journal = before
      let desk = try Desk(files, copyingTo: key)
      let aside = "\(path.dropLast(8)).\(number + 1).journal"
      #expect(desk.copyWarning == .setAside(path: aside))
      #expect(files[aside] == lines)
      #expect(files[path] == files.journal)
      try desk.takeBack("4")
      #expect(desk.copyWarning == .setAside(path: aside))
      #expect(files[path] == files.journal)
    }
  }

  @Test func anErrorOfTheCopyAtAnyCallIsMadeGood() throws {
    let desk = try Desk(files, copyingTo: key)
    for index in 1...20 {
      var met = 0
      files.trouble = { [key] _, call in
        if call.path.hasPrefix(key) { met += 1 }
        return met == index && call.path.hasPrefix(key)
          ? .init(code: EIO, written: 5) : nil
      }
      try desk.takeBack("\(index)")
      let isMet = met >= index
      #expect((desk.copyWarning != nil) == isMet)
      files.heal()
      desk.tendCopies()
      #expect(desk.copyWarning == nil)
      #expect(try copy() == files.journal)
      if !isMet { return #expect(index > 4) }
    }
  }

  @Test func ofAnyDayTheCopyTellsTheSameAsTheDesk() throws {
    for (number, deeds) in CrashStateTests.days.enumerated() {
      let run = try RecordedRun(
        deeds, copyingTo: key, seed: UInt64(number))
      run.desk.tendCopies()
      let files = run.fileSystem
      let path = "\(key)/OffCirc-\(run.desk.station).journal"
      let new = SimulatedFileSystem()
      new[path] = files[path]
      try Recovery(from: path, fileSystem: new).write(into: .simulated)
      let desk = try Desk(new)
      #expect(desk.opening.isUneventful, "day \(number)")
      #expect(desk.unsaved == run.desk.unsaved, "day \(number)")
      let ours = files.dataFileLines.filter { !$0.contains("theirs") }
      #expect(new.dataFileLines.suffix(ours.count) == ours, "day \(number)")
    }
  }
}

/// A file system with a folder that nobody may write to.
private struct UnwritablePlace: ForwardingFileSystem {
  let base: any FolderOperations
  let path: String
  let code: Int32

  func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    guard !path.hasPrefix(self.path + "/") || access == .reading else {
      throw FileError(operation: .open, path: path, code: code)
    }
    return try base.open(path, for: access)
  }
}
