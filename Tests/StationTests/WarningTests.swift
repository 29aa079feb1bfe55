import Foundation
import Settings
import Terminal
import Testing
import Typesetting

@testable import Circulation
@testable import Languages
@testable import Station

/// What stays on the screen until its cause is gone.
struct WarningTests {
  @Test func linesOfAnEarlierDayAreAnnouncedUntilTheyAreGone() throws {
    let yesterday = try DeskSession()
    yesterday.scan("9921000000164", "37000034179", "37000034180")
    yesterday.press(.function(2))
    #expect(!yesterday.screen.contains("OffCirc.dat still has"))
    yesterday.clock.advance(by: 86_400)

    let desk = try yesterday.reopened()
    let warning = "OffCirc.dat still has 2 lines from 31 May 2018. Were they"
    #expect(desk.screen.contains(warning))
    // Saving goes on, and so does the warning.
    desk.scan("9921000000164", "37000034181")
    desk.press(.function(2))
    #expect(desk.screen.contains("Saved 1 "))
    #expect(desk.screen.contains(warning))

    try FileManager.default.removeItem(
      atPath: desk.disk.realPath(of: TestDisk.folder.dataFile))
    desk.tick()
    #expect(!desk.screen.contains("OffCirc.dat still has"))
    desk.scan("37000034182")
    desk.press(.function(2))
    #expect(!desk.screen.contains("OffCirc.dat still has"))
  }

  @Test func aWrongClockIsRedWithBothTimes() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.clock.advance(by: -2 * 86_400)
    desk.tick()
    #expect(
      desk.screen.contains(
        "The clock shows Tue 29 May 2018 09:05, but the last transaction is dated Thu"
      ))
    let place = try #require(desk.place(of: "The clock shows"))
    #expect(desk.surface[place].style == desk.palette[.refusal])
    desk.scan("37000034180")
    #expect(desk.screen.contains("Recorded: loan of 37000034180"))
    #expect(desk.screen.contains("The clock shows Tue 29 May"))
    desk.clock.advance(by: 2 * 86_400 + 60)
    desk.tick()
    #expect(!desk.screen.contains("The clock shows"))
  }

  @Test func aDiskThatIsNearlyFullIsSaid() throws {
    let disk = TestDisk()
    disk.freeSpace = 9_400_000
    let desk = try DeskSession(language: .french, disk: disk)
    #expect(
      desk.screen.contains("Le disque est presque plein : il reste 9 Mo."))
    disk.freeSpace = 20_000_000
    desk.tick()
    #expect(!desk.screen.contains("presque plein"))
  }

  @Test func aCopyThatIsLostIsSaidUntilItIsBack() throws {
    let disk = TestDisk()
    let real = disk.realPath(of: TestDisk.key)
    let desk = try DeskSession(disk: disk, copyFolder: TestDisk.key)
    #expect(
      desk.screen.contains("NO backup copy. Cannot open /media/key: no such"))
    desk.scan("9921000000164", "37000034179")
    #expect(desk.screen.contains("Recorded: loan of 37000034179"))
    #expect(desk.screen.contains("NO backup copy"))
    try FileManager.default.createDirectory(
      atPath: real, withIntermediateDirectories: false)
    desk.tick()
    #expect(!desk.screen.contains("NO backup copy"))
    #expect(
      desk.screen.contains("same disk as the journal. Is the USB")
    )
    let name = "/OffCirc-\(desk.station.desk.station).journal"
    let copy = try String(contentsOfFile: real + name, encoding: .utf8)
    #expect(copy.contains("loan\t37000034179\t9921000000164"))
  }

  @Test(arguments: Language.allCases, [Size.usual, .least])
  func whateverIsWrongWithTheCopyFitsInTheWindow(
    language: Language, size: Size
  ) {
    let doubts: [CopyWarning] = [
      .lost(FileError(operation: .open, path: TestDisk.key, code: ENODEV)),
      .late,
      .onSameDisk, .setAside(path: TestDisk.key + "/OffCirc-1.1.journal"),
    ]
    for doubt in doubts {
      let text = language.words.copyWarning(doubt, folder: TestDisk.key)
      #expect(text.contains(TestDisk.key))
      #expect(text.wrapped(to: size.columns - 4).count <= 3)
    }
  }

  @Test func aFolderInTheDataFilesPlaceIsSaidAtOnce() throws {
    let disk = TestDisk()
    try FileManager.default.createDirectory(
      atPath: disk.realPath(of: TestDisk.folder.dataFile),
      withIntermediateDirectories: true)
    let desk = try DeskSession(disk: disk)
    #expect(
      desk.screen.contains(
        "Cannot open /home/desk/files/OffCirc.dat: it is a folder. Move it")
    )
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2))
    #expect(desk.screen.contains("NOT saved"))
    #expect(desk.screen.contains("Unsaved: 1 "))
  }

  @Test func warningsLeaveTheListThreeLinesOnTheSmallestScreen() throws {
    let disk = TestDisk()
    disk.freeSpace = 0
    let yesterday = try DeskSession(disk: disk)
    yesterday.scan("9921000000164", "1")
    yesterday.press(.function(2))
    yesterday.clock.advance(by: 40 * 86_400)
    let desk = try DeskSession(
      size: .least, language: .french, disk: disk, clock: yesterday.clock)
    #expect(desk.station.warnings.count == 3)
    desk.scan("9921000000164", "2", "3", "4", "5")
    #expect(desk.station.layout.list.area.height >= 3)
    #expect(desk.screen.contains("▸5 "))
  }
}
