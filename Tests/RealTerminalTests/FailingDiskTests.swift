import Circulation
import Foundation
import Support
import Testing

/// Real disks that fill up, fail or may not be written: what is not on them is
/// not called recorded, and nothing is lost, doubled or glued together.
@Suite(.serialized, .ownThread)
struct FailingDiskTests {
  private let card = "9921000000164"

  private func numbers(_ range: Range<Int>) -> [String] {
    range.map { String(37_000_000_000 + $0) }
  }

  // MARK: A full disk

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func onAFullDiskTheScanWaitsInItsFieldUntilThereIsRoom() throws {
    let disk = try Disk("mount -t tmpfs -o size=256k,mode=700 none $FILES")
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1")
    try screen.waitFor("Recorded: loan of 1 ")
    #expect(disk.bellCount == 0)

    try disk.fill()
    // More than what was written ahead has room for.
    let burst = numbers(0..<200)
    try screen.burst(burst)
    try screen.waitToSay("OffCirc will try again.")
    try screen.waitToSay("OffCirc.journal: the disk is full")
    try screen.wait("the last in its field") { screen.item == burst.last }
    try screen.wait("the bell") { disk.bellCount > 0 }
    let bells = disk.bellCount
    let count = try #require(screen.unsavedCount)
    #expect(count < 201)
    try disk.expect(unsaved: Array((["1"] + burst).prefix(count)))
    try screen.scan("2")
    try screen.wait("the next in the field") { screen.item == "2" }
    try screen.wait("another bell") { disk.bellCount > bells }
    #expect(screen.unsavedCount == count)

    try disk.makeRoom()
    try screen.waitFor("Unsaved: 202 ")
    try screen.waitToSay(
      "Recorded \(202 - count) transactions. Last item: 2.")
    #expect(screen.item.isEmpty)
    let all = ["1"] + burst + ["2"]
    try disk.expect(unsaved: all)
    try screen.press("F2")
    try screen.waitFor("Saved 202 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    try disk.expect(saved: all, unsaved: [])
  }

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func whereTheDiskIsFullRecordRefusesEachLineAndGoesOnWhenThereIsRoom()
    throws
  {
    let disk = try Disk("mount -t tmpfs -o size=256k,mode=700 none $FILES")
    let recorder = try disk.recorder()
    #expect(try recorder.record(["return 1"]) == ["ok 1"])
    try disk.fill()
    let more = numbers(0..<500)
    let answers = try more.flatMap { try recorder.record(["return \($0)"]) }
    let count = try #require(answers.firstIndex { $0.hasPrefix("error ") })
    for (index, answer) in answers.enumerated() {
      if index < count {
        #expect(answer == "ok \(index + 2)")
      } else {
        #expect(
          answer.hasPrefix(
            "error \(index + 2): Cannot write \(disk.folder.files)"))
        #expect(answer.contains("the disk is full"))
      }
    }
    try disk.expect(unsaved: ["1"] + more.prefix(count))
    try disk.makeRoom()
    // The numbers go on where the last one that was recorded left off.
    #expect(try recorder.record(["return 2"]) == ["ok \(count + 2)"])
    #expect(try recorder.end() == 74)
    try disk.expect(unsaved: ["1"] + more.prefix(count) + ["2"])
  }

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func aSaveForWhichThereIsNoRoomSavesNothingAndLaterEachLineOnce() throws {
    let disk = try Disk("mount -t tmpfs -o size=256k,mode=700 none $FILES")
    let items = numbers(0..<300)
    _ = try disk.offcirc("record", input: "return 1\n")
    #expect(try disk.offcirc("save").status == 0)
    _ = try disk.offcirc(
      "record", input: items.map { "loan \($0) \(card)\n" }.joined())
    let data = disk.seen(disk.folder.files + "/OffCirc.dat")
    let before = try String(contentsOfFile: data, encoding: .utf8)
    // From no room at all to room for nearly all of it.
    for blocks in 0...6 {
      try disk.fill(but: blocks)
      let result = try disk.offcirc("save")
      #expect(result.status == 74, "\(blocks)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("the disk is full"), "\(blocks)")
      try disk.expect(saved: ["1"], unsaved: items)
      #expect(try String(contentsOfFile: data, encoding: .utf8) == before)
      try disk.makeRoom()
    }

    try disk.fill()
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 300 ")
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    try screen.waitToSay("the disk is full. Free some space")
    try screen.wait("the bell") { disk.bellCount == 1 }
    try disk.makeRoom()
    try screen.press("F2")
    try screen.waitFor("Saved 300 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    try disk.expect(saved: ["1"] + items, unsaved: [])
    #expect(try disk.offcirc("save").status == 0)
    try disk.expect(saved: ["1"] + items, unsaved: [])
  }

  @Test(
    .enabled(if: Disk.isPossible, Disk.needsMounts),
    arguments: [
      ("", "The disk is nearly full: 9 MB left."),
      ("--language fr", "Le disque est presque plein : il reste 9 Mo."),
    ])
  func atStartLessThanTenMegabytesAreSaid(
    _ options: String, _ warning: String
  ) throws {
    let disk = try Disk("mount -t tmpfs -o size=9600k,mode=700 none $FILES")
    let screen = try disk.station(options)
    try screen.waitToSay(warning)
    #expect(disk.bellCount == 0)
    try disk.sh("mount -o remount,size=11000k $FILES")
    try screen.scan(card, "1")
    try screen.wait("no warning") {
      !screen.said.contains(" 9 M") && screen.item.isEmpty
    }
  }

  // MARK: A disk that fails

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
    try screen.press("F2")
    try screen.waitFor("Saved 4 transactions in ")
    #expect(disk.bellCount == 0)
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

  // MARK: A share of the disk

  /// Disks of which a user has a share: Linux has the first from 6.6 on, if it
  /// was built with it; the second needs mkfs.btrfs.
  private static let shares = [
    """
    mount -t tmpfs -o size=8m,usrquota,usrquota_block_hardlimit=128k,mode=700 \
    none $FILES && chown 65534:65534 $FILES
    """,
    """
    mount -t tmpfs -o size=200m none $UNDER && truncate -s 128M $UNDER/image &&
    mkfs.btrfs -q $UNDER/image && mount -o loop $UNDER/image $FILES &&
    btrfs quota enable $FILES && btrfs qgroup limit 256k $FILES &&
    chmod 700 $FILES && chown 65534:65534 $FILES && sync -f $FILES
    """,
  ].first(where: Disk.canMount)

  @Test(
    .enabled(
      if: shares != nil && OtherUser.canSwitchUser,
      "needs a tmpfs with usrquota (Linux 6.6) or mkfs.btrfs, and root"))
  func whereTheUsersShareIsUsedUpItIsSaidAndGoesOnWhenThereIsRoom() throws {
    let disk = try Disk(try #require(Self.shares))
    // Root has no share.
    disk.user = OtherUser.command
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1")
    try screen.waitFor("Recorded: loan of 1 ")
    try disk.fill()
    let burst = numbers(0..<200)
    try screen.burst(burst)
    try screen.waitToSay("your disk quota is used up. Free some space.")
    try screen.wait("the last in its field") { screen.item == burst.last }
    try screen.wait("the bell") { disk.bellCount > 0 }
    let count = try #require(screen.unsavedCount)
    #expect(count < 201)
    try disk.expect(unsaved: Array((["1"] + burst).prefix(count)))
    try disk.makeRoom()
    try screen.waitFor("Unsaved: 201 ")
    try disk.fill()
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    try screen.waitToSay("your disk quota is used up. Free some space.")
    try disk.expect(unsaved: ["1"] + burst)
    try disk.makeRoom()
    try screen.press("F2")
    try screen.waitFor("Saved 201 transactions in ")
    #expect(try disk.close(screen) == "0\n")
    try disk.expect(saved: ["1"] + burst, unsaved: [])
  }

  // MARK: A disk that may not be written

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func onAReadOnlyDiskEachCommandSaysSoInOneSentence() throws {
    let disk = try Disk("mount -t tmpfs -o size=1m,mode=700 none $FILES")
    _ = try disk.offcirc("record", input: "return 1\n")
    #expect(try disk.offcirc("save").status == 0)
    _ = try disk.offcirc("record", input: "return 2\n")
    try disk.sh("mount -o remount,ro $FILES")
    for command in ["station", "record", "save"] {
      let result = try disk.offcirc(command, input: "return 3\n")
      #expect(result.status == 74)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(disk.folder.files + "/OffCirc."))
      #expect(
        result.errors.hasSuffix(
          ": the disk is read-only. Use another disk.\n" + Self.elsewhere))
      #expect(result.errors.count { $0 == "\n" } == 2)
    }
    let screen = try disk.station()
    try screen.waitToSay("the disk is read-only")
    #expect(try disk.end(of: screen) == "74\n")
    #expect(try disk.offcirc("list").output.contains(" Return     1\n"))
    let list = try disk.offcirc("list", "--unsaved")
    #expect(list.status == 0)
    #expect(list.output.contains(" Return     2\n"))
    try disk.expect(saved: ["1"], unsaved: ["2"])
  }

  /// Where to go if a folder can't be written to.
  private static let elsewhere =
    "offcirc: Give a folder that you can write to, with --files or $OFFCIRC_FILES.\n"

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func aFolderThatCannotBeMadeOnAReadOnlyDiskIsSaid() throws {
    let disk = try Disk("mount -t tmpfs -o size=1m,ro none $FILES")
    let folder = disk.folder.files + "/a/b"
    let result = try disk.offcirc("record", "--files", folder)
    #expect(result.status == 74)
    #expect(
      result.errors == """
        offcirc: Cannot create folder \(disk.folder.files)/a: the disk is \
        read-only. Use another disk.

        """ + Self.elsewhere)
  }

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func aDiskThatBecomesReadOnlyKeepsWhatWasRecordedAndSaysWhatIsNot() throws {
    let disk = try Disk(
      """
      mount -t tmpfs -o size=40m none $UNDER && mkdir $UNDER/copy &&
      truncate -s 8M $UNDER/image && mke2fs -q -t ext4 $UNDER/image &&
      mount -o loop $UNDER/image $FILES && chmod 700 $FILES
      """)
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1", "2")
    try screen.waitFor("Unsaved: 2 ")
    // What the system does itself when it finds the disk damaged.
    try disk.sh("mount -o remount,abort $FILES")
    try screen.scan("3")
    try screen.waitToSay(
      "NOT recorded: 1 scan waiting. OffCirc will try again.")
    try screen.waitToSay("the disk is read-only")
    #expect(screen.item == "3")
    #expect(screen.unsavedCount == 2)
    try screen.wait("the bell") { disk.bellCount == 1 }
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    try screen.press("F10")
    try screen.waitToSay("Cannot write 1 scan to the disk.")
    try screen.press("F9")
    #expect(try disk.end(of: screen) == "0\n")

    try disk.sh("umount $FILES && mount -o loop $UNDER/image $FILES")
    try disk.expect(unsaved: ["1", "2"])
    let next = try disk.station()
    try next.waitFor("Unsaved: 2 ")
    try next.scan(card, "3")
    try next.press("F2")
    try next.waitFor("Saved 3 transactions in ")
    #expect(try disk.close(next) == "0\n")
    try disk.expectOnDisk(saved: ["1", "2", "3"], unsaved: [])
  }

  @Test(.enabled(if: Disk.isPossible, Disk.needsMounts))
  func aDataFileThatMayNotBeWrittenForAWhileIsSavedAfterwards() throws {
    let disk = try Disk("mount -t tmpfs -o size=20m,mode=700 none $FILES")
    _ = try disk.offcirc("record", input: "return 1\n")
    #expect(try disk.offcirc("save").status == 0)
    let screen = try disk.station()
    try screen.waitFor("Unsaved: 0 ")
    try disk.sh(
      """
      mount --bind $FILES/OffCirc.dat $FILES/OffCirc.dat &&
      mount -o remount,bind,ro $FILES/OffCirc.dat
      """)
    try screen.scan(card, "2")
    try screen.waitFor("Recorded: loan of 2 ")
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    try screen.waitToSay("OffCirc.dat: the disk is read-only")
    try screen.wait("the bell") { disk.bellCount == 1 }
    try disk.expect(saved: ["1"], unsaved: ["2"])
    try disk.sh("umount $FILES/OffCirc.dat")
    try screen.press("F2")
    try screen.waitFor("Saved 1 transaction in ")
    #expect(try disk.close(screen) == "0\n")
    try disk.expect(saved: ["1", "2"], unsaved: [])
  }

  // MARK: Writes that are cut short, or interrupted

  /// The program under a limit for its files that ends within the line that it
  /// writes next to this folder's journal.
  private func limited(
    after folder: TestFolder, by count: Int
  ) throws -> [String] {
    let journal = folder.files + "/OffCirc.journal"
    let length = try Data(contentsOf: URL(fileURLWithPath: journal)).count
    return ["prlimit", "--fsize=\(length + count):", Program.path]
  }

  private func liftLimit(of process: pid_t) throws {
    let result = try Program.run(
      ["--pid=\(process)", "--fsize=unlimited:"], of: "prlimit")
    try #require(result.status == 0, Comment(rawValue: result.errors))
  }

  @Test func aLineThatIsCutShortIsNeverGluedToTheNextOne() throws {
    let folder = TestFolder()
    let environment = ["OFFCIRC_FILES": folder.files]
    _ = try Program.run(
      ["record"], input: "return 1\n", environment: environment)
    var items = ["1"]
    // In its number, its time, its word, its item, its borrower, its checksum.
    for count in stride(from: 0, to: 64, by: 9) {
      let recorder = try Recorder(
        try limited(after: folder, by: count) + ["record"],
        environment: environment)
      let line = "loan 37000034179 \(card)"
      let answer = try recorder.record([line])[0]
      #expect(
        answer.hasPrefix(
          "error 1: Cannot write \(folder.files)/OffCirc.journal: "))
      #expect(answer.hasSuffix(": it would exceed the maximum file size."))
      try expectFiles(in: folder.files, unsaved: items)
      try liftLimit(of: recorder.process)
      #expect(try recorder.record([line]) == ["ok \(items.count + 1)"])
      #expect(try recorder.end() == 74)
      items.append("37000034179")
      try expectFiles(in: folder.files, unsaved: items)
    }
  }

  @Test func aScanThatIsCutShortWaitsInItsFieldUntilItFits() throws {
    let folder = TestFolder()
    _ = try Program.run(
      ["record"], input: "return 1\n",
      environment: ["OFFCIRC_FILES": folder.files])
    let program = try limited(after: folder, by: 30).joined(separator: " ")
    let screen = try Screen(
      shell: "\(program); echo ended: $?; exec cat", in: folder)
    try screen.waitFor("Unsaved: 1 ")
    try screen.scan(card, "2")
    try screen.waitToSay(
      "NOT recorded: 1 scan waiting. OffCirc will try again.")
    try screen.waitToSay("it would exceed the maximum file size.")
    #expect(screen.item == "2")
    try expectFiles(in: folder.files, unsaved: ["1"])
    try liftLimit(of: try screen.process())
    try screen.waitFor("Unsaved: 2 ")
    #expect(screen.item.isEmpty)
    try screen.press("F2")
    try screen.waitFor("Saved 2 transactions in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    try expectFiles(in: folder.files, saved: ["1", "2"], unsaved: [])
  }

  @Test func aSaveThatIsCutShortSavesNothingAndLaterEachLineOnce() throws {
    let folder = TestFolder()
    let environment = ["OFFCIRC_FILES": folder.files]
    let items = numbers(0..<40)
    _ = try Program.run(
      ["record"], input: items.map { "loan \($0) \(card)\n" }.joined(),
      environment: environment)
    // The journal is shorter than what is to be saved, which is cut in a line.
    let result = try Program.run(
      Array(try limited(after: folder, by: 200).dropFirst()) + ["save"],
      of: "prlimit", environment: environment)
    #expect(result.status == 74)
    #expect(
      result.errors == """
        offcirc: Cannot write \(folder.files)/OffCirc.dat: it would exceed \
        the maximum file size.

        """)
    try expectFiles(in: folder.files, unsaved: items)
    #expect(try Program.run(["save"], environment: environment).status == 0)
    try expectFiles(in: folder.files, saved: items, unsaved: [])
  }

  /// Sends signals to a process, one after the other, until it is let go.
  private final class Signals {
    private let sender = Process()

    init(_ names: String..., to process: pid_t) throws {
      sender.executableURL = URL(fileURLWithPath: "/bin/sh")
      let acts = names.map { "kill -\($0) \(process)" }
      sender.arguments = [
        "-c", "while \(acts.joined(separator: " && ")); do :; done",
      ]
      sender.standardError = FileHandle.nullDevice
      try sender.run()
    }

    deinit {
      sender.terminate()
      sender.waitUntilExit()
    }
  }

  @Test func aBurstUnderAHailOfSignalsIsRecordedOnce() throws {
    let screen = try Screen()
    try screen.waitFor("Unsaved: 0 ")
    let items = numbers(0..<1_000)
    let hail = try Signals("WINCH", "CONT", to: try screen.process())
    try screen.scan(card)
    for start in stride(from: 0, to: 1_000, by: 100) {
      try screen.burst(Array(items[start..<start + 100]))
    }
    try screen.waitFor("Unsaved: 1000 ")
    try screen.press("F2")
    try screen.waitFor("Saved 1000 transactions in ")
    withExtendedLifetime(hail) {}
    try screen.press("F10")
    try screen.waitForEnd()
    #expect(screen.status == 0)
    try expectFiles(in: screen.folder.files, saved: items, unsaved: [])
  }

  @Test func stoppedAndContinuedAgainAndAgainRecordRecordsEachLineOnce() throws
  {
    let folder = TestFolder()
    let recorder = try Recorder(environment: ["OFFCIRC_FILES": folder.files])
    let items = numbers(0..<1_000)
    #expect(try recorder.record(["return \(items[0])"]) == ["ok 1"])
    let hail = try Signals("STOP", "CONT", "WINCH", to: recorder.process)
    for start in stride(from: 1, to: 1_000, by: 37) {
      let part = items[start..<min(start + 37, 1_000)]
      let answers = try recorder.record(part.map { "return \($0)" })
      #expect(answers == part.indices.map { "ok \($0 + 1)" })
    }
    withExtendedLifetime(hail) {}
    #expect(try recorder.end() == 0)
    try expectFiles(in: folder.files, unsaved: items)
  }
}

/// A disk of which the end can break off, and be put back.
private struct BrokenDisk {
  /// A part of it: the last, which breaks off, or the first.
  enum Part {
    case sound
    case lost
  }

  let disk: Disk
  /// The first block that breaks off.
  private let firstLost: Int32
  /// What fills a place in each part.
  private let fillers: [Part: String]

  /// Fills the disk but for a place in one part.
  init(roomIn part: Part = .lost, options: String = "rw") throws {
    // Files of 12 blocks: they have no others beside, which would be anywhere.
    disk = try Disk(
      """
      mount -t tmpfs -o size=40m none $UNDER &&
      truncate -s 8M $UNDER/image && mkdir $UNDER/copy &&
      mke2fs -q -t ext2 -b 4096 -m 0 $UNDER/image &&
      mount -o loop,\(options) $UNDER/image $FILES && chmod 700 $FILES &&
      losetup -n -O NAME -j $UNDER/image > $UNDER/loop &&
      mkdir $FILES/fillers || exit 1
      n=100
      while dd if=/dev/zero of=$FILES/fillers/$n bs=48k count=1 2> $UNDER/dd
      do n=$((n + 1)); done
      """)
    let files = disk.seen(disk.folder.files + "/fillers")
    let all = try FileManager.default.contentsOfDirectory(atPath: files)
      .map { (name: $0, blocks: try Self.blocks(of: files + "/" + $0)) }
      .filter { $0.blocks.count == 12 }
    let first = try #require(
      all.min { ($0.blocks.max() ?? 0) < ($1.blocks.max() ?? 0) })
    let last = try #require(
      all.max { ($0.blocks.min() ?? 0) < ($1.blocks.min() ?? 0) })
    let lost = try #require(last.blocks.min())
    try #require(first.blocks.allSatisfy { $0 < lost })
    firstLost = lost
    fillers = [.sound: first.name, .lost: last.name]
    try fill()
    try makeRoom(in: part)
  }

  /// Where a file's blocks are on its disk.
  private static func blocks(of path: String) throws -> [Int32] {
    let file = try #require(FileHandle(forReadingAtPath: path))
    let count = (try file.seekToEnd() + 4_095) / 4_096
    return try (0..<Int32(count)).map { index in
      var block = index
      // FIBMAP, which Swift does not see.
      try #require(ioctl(file.fileDescriptor, 1, &block) == 0)
      return block
    }
  }

  /// From here on, what is written beyond fails, as on a disk that dies.
  func breakOff(with name: String? = nil) throws {
    if let name {
      let file = disk.seen(disk.folder.files + "/" + name)
      try #require(try Self.blocks(of: file).allSatisfy { $0 >= firstLost })
    }
    try disk.sh(
      """
      cp $UNDER/image $UNDER/whole && truncate -s $((\(firstLost) * 4096)) \
      $UNDER/image && losetup --set-capacity $(cat $UNDER/loop)
      """)
  }

  /// Leaves not a block: what is kept for files that may grow goes with a sync.
  func fill() throws {
    try disk.sh(
      """
      for turn in 1 2 3 4 5 6 7 8; do
        dd if=/dev/zero bs=4k >> $FILES/fillers/rest 2> $UNDER/dd
        sync -f $FILES
        [ $(stat -f -c %f $FILES) = 0 ] && exit 0
      done; exit 1
      """)
  }

  func makeRoom(in part: Part) throws {
    try disk.sh("rm $FILES/fillers/\(fillers[part] ?? "") && sync -f $FILES")
  }

  func mend() throws {
    try disk.sh(
      """
      dd if=$UNDER/whole of=$UNDER/image bs=4k skip=\(firstLost) \
      seek=\(firstLost) conv=notrunc 2> $UNDER/dd &&
      losetup --set-capacity $(cat $UNDER/loop)
      """)
  }
}
