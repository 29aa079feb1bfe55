import Circulation
import Foundation
import Glibc
import Languages
import Settings
import Station
import Support
import Testing

@testable import Offload

/// The folder of a kit, whatever is in the way or fails.
@Suite struct KitFolderTests: KitMaking {
  let folder = TestFolder()

  @Test func whatIsInTheWayIsLeftAlone() throws {
    for name in ["kit", ".kit.offcirc-new"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: false)
      folder.write(["mine"], to: name + "/letter.txt")
      #expect(throws: KitError.inTheWay(path: folder.path + "/" + name)) {
        try assembly().make(of: KitRequest([file(day)]))
      }
      #expect(try folder.text(name + "/letter.txt") == "mine\r\n")
      try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }
    folder.write(["mine"], to: "kit")
    #expect(throws: KitError.inTheWay(path: folder.path + "/kit")) {
      try assembly().make(of: KitRequest([file(day)]))
    }
    #expect(try ledger.entries().entries == [])
  }

  @Test func onlyWhatIsKnownAsItsOwnIsRemoved() throws {
    let new = folder.path + "/.kit.offcirc-new"
    for name in ["kit.new", ".kit.offcirc-new"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: false)
      folder.write(day, to: name + "/OffCirc.dat")
    }
    #expect(throws: KitError.inTheWay(path: new)) {
      try assembly().make(of: KitRequest([file(day)]))
    }
    #expect(
      try folder.text(".kit.offcirc-new/OffCirc.dat") == folder.text("a.dat"))
    folder.write([""], to: ".kit.offcirc-new/transactions.csv")
    let inside = StationFile(path: new + "/OffCirc.dat")
    #expect(throws: KitError.unfinished(inside, folder: new)) {
      try assembly().make(of: KitRequest([inside]))
    }
    #expect(try names(in: ".kit.offcirc-new").count == 2)
    _ = try made([StationFile(path: folder.path + "/kit.new/OffCirc.dat")])
    #expect(try names(in: "kit.new") == ["OffCirc.dat"])
    #expect(try !names().contains(".kit.offcirc-new"))
  }

  @Test func anErrorNamesTheFolderThatWasAskedFor() throws {
    #expect(
      throws: FileError(
        operation: .createFolder, path: folder.path + "/none/kit", code: ENOENT)
    ) {
      try assembly(in: "none/kit").make(of: KitRequest([file(day)]))
    }
  }

  @Test func theBlanksAroundADeskAreNotItsName() throws {
    #expect(StationFile(argument: " Annexe =a.dat").desk == "Annexe")
    #expect(StationFile(argument: "  =a.dat").desk == nil)
    #expect(StationFile(argument: "  =a.dat").path == "a.dat")
  }

  @Test func anEmptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/kit", withIntermediateDirectories: false)
    _ = try made([file(day)])
    #expect(try names(in: "kit").count == 5)
  }

  @Test func aFileThatIsNotThereLeavesNothing() throws {
    #expect(throws: FileError.self) {
      try assembly().make(
        of: KitRequest([
          file(day), StationFile(path: folder.path + "/none"),
        ]))
    }
    #expect(try names() == ["a.dat"])
  }

  /// How many calls change something while a kit is made.
  private func callCount() throws -> Int {
    let folder = TestFolder()
    let disk = FailingFileSystem()
    let path = folder.write(day, to: "a.dat")
    let ledger = Ledger(at: folder.path + "/ledger", fileSystem: disk)
    let assembly = KitAssembly(
      in: folder.path + "/kit", ledger: ledger, words: Language.french.words,
      language: "fr", at: time, disk: disk)
    _ = try assembly.make(of: KitRequest([StationFile(path: path)]))
    return disk.callCount
  }

  @Test func wheneverItIsKilledTheNextRunLeavesOneWholeKit() throws {
    let count = try callCount()
    #expect(count > 20)
    for number in 1...count {
      let disk = FailingFileSystem(at: number, isEnd: true)
      let file = file(day)
      _ = try? assembly(
        disk: disk,
        ledger: Ledger(at: self.ledger.path, fileSystem: disk)
      ).make(of: KitRequest([file]))
      // There is no kit that the ledger knows nothing of.
      if try names().contains("kit") {
        #expect(try ledger.entries().entries.count == 1, "at \(number)")
        #expect(try refused([file]) == [[3, 0]])
      } else {
        let (outcome, _) = try assembly().make(of: KitRequest([file]))
        if case .refused = outcome { Issue.record("at \(number)") }
      }
      #expect(try ledger.entries().entries.count == 1, "at \(number)")
      #expect(try ledger.entries().entries.last?.upload.lineCount == 3)
      #expect(try names(in: "kit").count == 5, "at \(number)")
      #expect(try !names().contains(".kit.offcirc-new"), "at \(number)")
      for name in ["kit", "ledger"] {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
  }

  @Test func whateverFailsLeavesNothingOrIsFinished() throws {
    for number in 1...(try callCount()) {
      let disk = FailingFileSystem(at: number)
      let file = file(day)
      #expect(throws: (any Error).self, "at \(number)") {
        try assembly(
          disk: disk,
          ledger: Ledger(at: self.ledger.path, fileSystem: disk)
        ).make(of: KitRequest([file]))
      }
      let entries = try ledger.entries().entries
      if entries.isEmpty {
        #expect(try names() == ["a.dat", "ledger"], "at \(number)")
      }
      if try !names().contains("kit") {
        _ = try assembly().make(of: KitRequest([file]))
      }
      #expect(try ledger.entries().entries.count == 1, "at \(number)")
      #expect(try names(in: "kit").count == 5, "at \(number)")
      for name in ["kit", "ledger"] {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
  }

  @Test func aKitThatWasCutShortIsFinishedOnlyIfItIsWhole() throws {
    let grown = file(day + ["202611230800R1"], "grown.dat")
    _ = try made([file(day)])
    try PosixFileSystem().rename(
      folder.path + "/kit", to: folder.path + "/.kit.offcirc-new")
    guard
      case (.finished(_, let uploadStatuses), _) = try assembly().make(
        of: KitRequest([grown]))
    else {
      Issue.record("not finished")
      return
    }
    #expect(uploadStatuses.map(\.1.newCount) == [1])
    try PosixFileSystem().rename(
      folder.path + "/kit", to: folder.path + "/.kit.offcirc-new")
    folder.write(["1"], to: ".kit.offcirc-new/checklist.txt")
    guard case (.refused, _) = try assembly().make(of: KitRequest([grown]))
    else {
      Issue.record("not refused")
      return
    }
    #expect(try !names().contains(".kit.offcirc-new"))
  }
}
