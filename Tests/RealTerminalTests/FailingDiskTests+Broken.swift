import Foundation
import Testing

// A disk that fails.
extension FailingDiskTests {
  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func whatTheDiskFailsToKeepIsNotRecordedUntilTheDiskIsWhole() throws {
    let broken = try BrokenDisk()
    let disk = broken.disk
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1", "2")
    try screen.waitFor("Unsaved: 2 ")

    try broken.breakOff(with: "OffCirc.journal")
    try screen.scan("3")
    try screen.waitToSay(
      "NOT recorded: 1 scan waiting. OffCirc will try again.")
    try screen.waitToSay(
      "OffCirc.journal to disk: disk error")
    #expect(screen.item == "3")
    #expect(screen.unsavedCount == 2)
    try screen.wait("the bell") { disk.bellCount == 1 }
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    #expect(screen.unsavedCount == 2)

    try broken.mend()
    try screen.waitFor("Unsaved: 3 ")
    #expect(screen.item.isEmpty)
    try disk.expect(unsaved: ["1", "2", "3"])
    // What the disk has now, if the power goes.
    try disk.expectOnDisk(unsaved: ["1", "2", "3"])
    try screen.press("F2")
    try screen.waitFor("Saved 3 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    #expect(try disk.stationFiles() == ["dat", "journal", "lock"])
    try disk.expectOnDisk(saved: ["1", "2", "3"], unsaved: [])
  }

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func whereTheDiskHasASoundPlaceTheJournalGoesOnThere() throws {
    let broken = try BrokenDisk()
    let disk = broken.disk
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1", "2")
    try screen.waitFor("Unsaved: 2 ")
    let path = disk.seen(disk.folder.files + "/OffCirc.journal")
    func inode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
        as? Int
    }
    let before = try inode()

    // So that no fresh file finds room where it would be lost, not even in the
    // blocks of the first journal.
    try disk.sh("ln $FILES/OffCirc.journal $FILES/fillers/journal")
    try broken.fill()
    try broken.makeRoom(in: .sound)
    try broken.breakOff(with: "OffCirc.journal")
    try screen.scan("3")
    try screen.waitFor("Recorded: loan of 3 ")
    #expect(try inode() != before)
    try screen.scan("4")
    try screen.waitFor("Recorded: loan of 4 ")
    #expect(disk.bellCount == 0)
    try screen.press("F2")
    try screen.waitFor("Saved 4 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    #expect(try disk.stationFiles() == ["dat", "journal", "lock"])
    try broken.mend()
    try disk.expectOnDisk(saved: ["1", "2", "3", "4"], unsaved: [])
  }

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func whatTheDiskFailsToWriteRecordRefusesUntilTheDiskIsWhole() throws {
    // So that write itself waits for the disk, and fails with it.
    let broken = try BrokenDisk(options: "sync")
    let disk = broken.disk
    let recorder = try disk.recorder()
    #expect(
      try recorder.record(["return 1", "loan 2 3"]) == ["ok 1", "ok 2"])
    try broken.breakOff(with: "OffCirc.journal")
    for line in 3...5 {
      let answers = try recorder.record(["return \(line)"])
      #expect(
        answers[0].hasPrefix(
          "error \(line): Cannot write \(disk.folder.files)"))
      #expect(answers[0].contains(": disk error"))
    }
    try disk.expect(unsaved: ["1", "2"])
    try broken.mend()
    #expect(try recorder.record(["return 6"]) == ["ok 3"])
    #expect(try recorder.end() == 74)
    try disk.expectOnDisk(unsaved: ["1", "2", "6"])

    try broken.breakOff(with: "OffCirc.journal")
    let save = try disk.offcirc("save")
    #expect(save.status == 74)
    #expect(save.errors.contains("disk error (input/output error)"))
    try broken.mend()
    try disk.expect(unsaved: ["1", "2", "6"])
    #expect(try disk.offcirc("save").status == 0)
    try disk.expectOnDisk(saved: ["1", "2", "6"], unsaved: [])
  }

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func whereOnlyTheDataFileFailsNothingIsSavedAndScansGoOn() throws {
    let broken = try BrokenDisk(roomIn: .sound)
    let disk = broken.disk
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1")
    try screen.waitFor("Recorded: loan of 1 ")
    try broken.fill()
    try broken.makeRoom(in: .lost)
    try broken.breakOff()
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    try screen.waitToSay("OffCirc.dat to disk: disk error")
    try screen.wait("the bell") { disk.bellCount == 1 }
    try screen.scan("2")
    try screen.waitFor("Recorded: loan of 2 ")
    try disk.expect(unsaved: ["1", "2"])
    try broken.mend()
    try screen.press("F2")
    try screen.waitFor("Saved 2 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    try disk.expectOnDisk(saved: ["1", "2"], unsaved: [])
  }

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func whereTheRoomIsMissingOnlyAtTheSyncNothingIsCalledRecorded() throws {
    // The disk has promised more than what lies under it can hold.
    let disk = try Disk(
      """
      mount -t tmpfs -o size=1m none $UNDER && mkdir $UNDER/copy &&
      truncate -s 32M $UNDER/image && mke2fs -q -t ext2 -m 0 $UNDER/image &&
      mount -o loop $UNDER/image $FILES && chmod 700 $FILES
      """)
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1")
    try screen.waitFor("Recorded: loan of 1 ")
    try disk.sh("sync -f $FILES; dd if=/dev/zero of=$UNDER/full bs=1k || true")
    let burst = numbers(0..<300)
    try screen.burst(burst)
    try screen.waitToSay(
      "OffCirc.journal to disk: the disk is full")
    try screen.wait("the last in its field") { screen.item == burst.last }
    try screen.wait("the bell") { disk.bellCount > 0 }
    let count = try #require(screen.unsavedCount)
    #expect(count < 301)

    try disk.sh("mount -o remount,size=40m $UNDER")
    try screen.waitFor("Unsaved: 301 ")
    try disk.expect(unsaved: ["1"] + burst)
    try disk.expectOnDisk(unsaved: ["1"] + burst)
    try screen.press("F2")
    try screen.waitFor("Saved 301 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    try disk.expectOnDisk(saved: ["1"] + burst, unsaved: [])
  }
}
