import Foundation
import Support
import Testing

/// A real key that is pulled out and put back: the copy of the journal on it.
@Suite(.serialized)
struct KeyTests {
  private let card = "9921000000164"
  private static let withKey = """
    truncate -s 1M $UNDER/image && mke2fs -q -t ext2 $UNDER/image &&
    mkdir $UNDER/key && mount -o loop $UNDER/image $UNDER/key
    """

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func theDeskGoesOnWithoutItsKeyAndTheCopyIsMadeGood() throws {
    let disk = try Disk(Self.withKey)
    let key = disk.folder.path + "/under/key"
    let screen = try disk.station("--copy-to \(key)")
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan(card, "1")
    try screen.waitFor("Recorded: loan of 1 ")
    // Nothing of it is open, so that it can be taken out.
    try screen.wait("a key that can be taken out") {
      (try? disk.sh("umount $UNDER/key")) != nil
    }
    try screen.waitToSay("NO backup copy. Cannot open \(key): its disk is")
    try screen.scan("2")
    try screen.waitFor("Recorded: loan of 2 ")
    #expect(try disk.sh("ls $UNDER/key").isEmpty)

    try disk.sh("mount -o loop $UNDER/image $UNDER/key")
    try screen.wait("the warning to go") { !screen.said.contains("NOsecond") }
    try screen.scan("3")
    try screen.waitFor("Recorded: loan of 3 ")
    try screen.press("F2")
    try screen.waitFor("Saved 3 transactions in ")
    try screen.scan("4")
    try screen.waitFor("Recorded: loan of 4 ")
    try screen.press("C-c")
    try screen.waitFor("1 transaction is not in OffCirc.dat yet.")
    #expect(try disk.close(screen) == "0\n")

    // The desk's own disk is lost.
    try disk.sh("rm $FILES/OffCirc.*")
    let result = try disk.offcirc("recover", key)
    #expect(result.status == 0)
    #expect(result.output.contains("3 in OffCirc.dat, 1 unsaved in the list."))
    try disk.expect(saved: ["1", "2", "3"], unsaved: ["4"])
  }

  @Test(.enabled(if: Disk.isPossibleOfFiles, Disk.needsImages))
  func aKeyThatIsFullDoesNotStopTheDesk() throws {
    let disk = try Disk(Self.withKey)
    let key = disk.folder.path + "/under/key"
    try disk.sh("dd if=/dev/zero of=$UNDER/key/ballast 2> /dev/null || true")
    let result = try disk.offcirc(
      "record", "--copy-to", key, input: "return 1\n")
    #expect(result.output == "ok 1\n")
    #expect(
      result.errors.contains(
        "NO backup copy. Cannot write \(key)/OffCirc-"))
    #expect(result.errors.contains("the disk is full"))
    #expect(result.status == 0)
    try disk.sh("rm $UNDER/key/ballast")
    // On a busy disk the copy may come late, which is said.
    #expect(
      try HangGuard.waits {
        try disk.offcirc("save", "--copy-to", key).errors.isEmpty
      })
    try disk.sh("cmp $FILES/OffCirc.journal $UNDER/key/OffCirc-*.journal")
  }
}
