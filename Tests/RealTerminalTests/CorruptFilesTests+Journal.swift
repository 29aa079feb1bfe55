import Foundation
import Testing

// A journal that is not what it should be.
extension CorruptFilesTests {
  @Test(arguments: [CorruptFile.huge, .nuls])
  func aJournalOfZerosIsKeptAndTold(_ corrupt: CorruptFile) throws {
    let place = try Place("OffCirc.journal")
    try place.put(corrupt)
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.waitToSay("OffCirc.journal contains only NUL bytes.")
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Recorded: loan of 1 ")
    #expect(try peakMemory(of: try screen.process()) < 200_000_000)
    try screen.press("C-c")
    try screen.waitFor("keep the list")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    #expect(
      FileManager.default.fileExists(atPath: place.path + ".damaged-1"))
    let status = try place.offcirc("status")
    #expect(status.status == 1)
    #expect(status.output.contains("OffCirc.journal contains only NUL bytes."))
  }

  @Test(
    arguments: CorruptFile.ofAnyone.filter {
      ![.huge, .nuls].contains($0) && !$0.isOfLines
    })
  func aJournalThatLiesIsRefusedAndLeftAlone(_ corrupt: CorruptFile) throws {
    try openDesk(withJournal: corrupt)
  }

  @Test(
    .enabled(if: OtherUser.canSwitchUser, needsOtherUser),
    arguments: CorruptFile.ofSomeone)
  func aJournalOfWhichTheUserIsNotTheMasterIsRefusedAndLeftAlone(
    _ corrupt: CorruptFile
  ) throws {
    try openDesk(withJournal: corrupt, as: OtherUser.command)
  }

  private func openDesk(
    withJournal corrupt: CorruptFile, as user: [String] = []
  ) throws {
    let place = try Place("OffCirc.journal", for: user)
    try place.put(corrupt)
    let before = try place.witness()
    let what =
      corrupt.reason.map { "Cannot open \(place.path): \($0)." }
      ?? "\(place.path) is not an OffCirc journal. Move it away."
    let screen = try place.station()
    try screen.waitFor("ended: ")
    try screen.waitToSay(what)
    try screen.waitFor("ended: 74")
    for command in ["record", "save"] {
      let result = try place.offcirc(command, input: "return 2\n")
      #expect(result.status == 74, "\(command)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(what))
      // Whose access is refused reads in a second line where else to go.
      let lineCount = result.errors.count { $0 == "\n" }
      #expect(lineCount == (CorruptFile.ofSomeone.contains(corrupt) ? 2 : 1))
    }
    #expect([0, 74].contains(try place.offcirc("list").status))
    let unsaved = try place.offcirc("list", "--unsaved")
    #expect([0, 74].contains(unsaved.status))
    #expect(unsaved.status == 0 || unsaved.errors.contains(what))
    #expect(try place.witness() == before)

    try place.takeAway()
    let record = try place.offcirc("record", input: "return 2\n")
    #expect(record.output == "ok 1\n")
    try expectFiles(in: place.files, unsaved: ["2"])
  }

  @Test func aJournalWithAByteOrderMarkIsReadAndKept() throws {
    let place = try Place("OffCirc.journal")
    try place.put(.byteOrderMark)
    let before = try place.witness()
    let screen = try place.station()
    try screen.waitToSay("OffCirc.journal is damaged at line 1.")
    try screen.waitFor("Unsaved: 3 ")
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Unsaved: 4 ")
    try screen.press("F2")
    try screen.waitFor("Saved 4 transactions in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    #expect(try place.begins(with: before))
    let record = try place.offcirc("record", input: "return 2\n")
    #expect(record.status == 1)
    #expect(record.errors.contains("OffCirc.journal is damaged at line 1."))
    #expect(try place.offcirc("list", "--unsaved").status == 1)
    #expect(try place.offcirc("save").status == 1)
    let list = try place.offcirc("list")
    #expect(list.output.count { $0 == "\n" } == 7)
  }

  @Test(arguments: [3, 3_000])
  func aJournalWithCarriageReturnsOnlyLosesNothing(_ count: Int) throws {
    let place = try Place("OffCirc.journal", transactions: count)
    try place.put(.carriageReturns)
    let before = try place.witness()
    let record = try place.offcirc("record")
    #expect(
      record.errors.contains("OffCirc.journal")
        || record.errors.contains("The last scan was interrupted"))
    if record.status == 74 {
      #expect(try place.witness() == before)
    } else {
      // But for the last line end, which may become one of ours.
      #expect(record.status == 1)
      let bytes = try place.witness().bytes
      #expect(bytes.starts(with: before.bytes.dropLast()))
    }
  }

  @Test func twoGigabytesOfNothingAfterAJournalAreOpenedInLittleMemory()
    throws
  {
    let place = try Place("OffCirc.journal")
    try place.sound.write(to: URL(fileURLWithPath: place.path))
    try #require(truncate(place.path, 2 << 30) == 0)
    let recorder = try Recorder(
      place.command + ["record"], environment: place.environment)
    let answer = try recorder.record(["return 4"]).first ?? ""
    // No number is given that the zeros may have had.
    #expect(Int(answer.dropFirst(3)) ?? 0 > (2 << 30) / 100)
    #expect(try peakMemory(of: recorder.process) < 200_000_000)
    #expect(try recorder.end() == 1)
    #expect(
      FileManager.default.fileExists(atPath: place.path + ".damaged-1"))
    try expectFiles(in: place.files, unsaved: ["101", "102", "103", "4"])
  }

  @Test(arguments: [
    "2027-01-02T09:00:00+00:00\t83e9f4b9\n1\tnothing that is known\t00000000\n",
    "a header with another kind of checksum\tsha256:0123456789abcdef\n",
  ])
  func aJournalOfANewerVersionIsRefusedAndNotTouched(_ rest: String) throws {
    let place = try Place("OffCirc.journal")
    try place.folder.write(
      "offcirc-journal\t5\t0123456789abcdef\t" + rest, to: "OffCirc.journal")
    let before = try place.witness()
    let what = "\(place.path) was written by a newer OffCirc (version 5)."
    let screen = try place.station()
    try screen.waitFor("ended: 74")
    try screen.waitToSay(what)
    for command in [["record"], ["save"], ["list", "--unsaved"]] {
      let result = try place.offcirc(command, input: "return 2\n")
      #expect(result.status == 74)
      #expect(result.output.isEmpty)
      #expect(
        result.errors
          == "offcirc: \(what) Use that version. Nothing was changed.\n")
    }
    #expect(try place.witness() == before)
    #expect(
      !FileManager.default.fileExists(atPath: place.files + "/OffCirc.dat"))
  }
}
