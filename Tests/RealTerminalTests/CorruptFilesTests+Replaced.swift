import Foundation
import Support
import Testing

// Files that are replaced while the station is open, or lead elsewhere.
extension CorruptFilesTests {
  @Test(arguments: [CorruptFile.link, .folder, .fifo, .noise])
  func aJournalThatIsReplacedIsLeftAloneAndTheScansWait(_ corrupt: CorruptFile)
    throws
  {
    let place = try Place("OffCirc.journal")
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Recorded: loan of 1 ")
    try FileManager.default.moveItem(
      atPath: place.path, toPath: place.folder.path + "/moved")
    try place.put(corrupt)
    let before = try place.witness()
    try screen.scan("2")
    try screen.waitToSay(
      "NOT recorded: 1 scan waiting. OffCirc will try again.")
    try screen.waitToSay("Another program has changed \(place.path)")
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    #expect(try place.witness() == before)
    #expect(screen.unsavedCount == 1)

    try place.takeAway()
    // It would try again by itself, but Enter is quicker.
    try screen.press("Enter")
    try screen.waitFor("Unsaved: 2 ")
    try expectFiles(in: place.files, unsaved: ["1", "2"])
    try screen.press("F2")
    try screen.waitFor("Saved 2 transactions in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    try expectFiles(in: place.files, saved: ["1", "2"], unsaved: [])
  }

  @Test(arguments: [CorruptFile.link, .danglingLink, .folder, .fifo])
  func aDataFileThatIsReplacedIsSaidAndLeftAlone(_ corrupt: CorruptFile) throws
  {
    let place = try Place("OffCirc.dat")
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    try screen.scan("9921000000164", "1")
    try screen.press("F2")
    try screen.waitFor("Saved 1 transaction in ")
    let moved = place.folder.path + "/moved"
    try FileManager.default.moveItem(atPath: place.path, toPath: moved)
    let saved = try Data(contentsOf: URL(fileURLWithPath: moved))
    try place.put(corrupt)
    let before = try place.witness()
    try screen.scan("2")
    try screen.waitFor("Recorded: loan of 2 ")
    let reason = try #require(corrupt.reason)
    try screen.waitToSay("Cannot open \(place.path): \(reason).")
    try screen.press("F2")
    try screen.waitToSay("NOT saved. Everything is still in the list.")
    #expect(try place.witness() == before)
    try place.takeAway()
    try screen.press("F2")
    try screen.waitFor("Saved 1 transaction in ")
    try screen.press("F10")
    try screen.waitFor("ended: 0")
    try expectFiles(in: place.files, saved: ["2"], unsaved: [])
    #expect(try Data(contentsOf: URL(fileURLWithPath: moved)) == saved)
  }

  @Test func aLockThatIsALinkLeavesWhatItLeadsToAlone() throws {
    let place = try Place("OffCirc.lock")
    try place.put(.link)
    let before = try place.witness()
    let result = try place.offcirc("record", input: "return 1\n")
    #expect([0, 74].contains(result.status))
    #expect(try place.witness() == before)
  }
}
