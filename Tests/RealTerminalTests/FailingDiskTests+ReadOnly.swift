import Testing

// A disk that may not be written.
extension FailingDiskTests {
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
}
