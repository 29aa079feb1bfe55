import Foundation
import Testing

/// Real disks that fill up, fail or may not be written: what is not on them is
/// not called recorded, and nothing is lost, doubled or glued together.
@Suite(.serialized, .ownThread)
struct FailingDiskTests {
  let card = "9921000000164"

  func numbers(_ range: Range<Int>) -> [String] {
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
}
