import Foundation
import Testing

/// Files of the station that are not what they should be: it never crashes,
/// never writes over them, and says what is wrong and where.
@Suite(.serialized, .ownThread)
struct CorruptFilesTests {
  static let needsOtherUser: Comment =
    "needs root and setpriv, to be someone else"

  // MARK: OffCirc.dat

  @Test(arguments: CorruptFile.ofAnyone)
  func aDataFileThatLiesIsSaidAndLeftAloneAndNoScanIsLost(
    _ corrupt: CorruptFile
  ) throws {
    try openDesk(withDataFile: corrupt)
  }

  @Test(
    .enabled(if: OtherUser.canSwitchUser, needsOtherUser),
    arguments: CorruptFile.ofSomeone)
  func aDataFileOfWhichTheUserIsNotTheMasterIsLeftAloneAndNoScanIsLost(
    _ corrupt: CorruptFile
  ) throws {
    try openDesk(withDataFile: corrupt, as: OtherUser.command)
  }

  private func openDesk(
    withDataFile corrupt: CorruptFile, as user: [String] = []
  ) throws {
    let place = try Place("OffCirc.dat", for: user)
    try place.put(corrupt)
    let before = try place.witness()
    let screen = try place.station()
    try screen.waitFor("Unsaved: 0 ")
    if let sign = corrupt.signAtStart(in: place) { try screen.waitToSay(sign) }
    try screen.scan("9921000000164", "1")
    try screen.waitFor("Recorded: loan of 1 ")
    #expect(try place.witness() == before)
    try screen.press("F2")
    if let reason = corrupt.reason {
      try screen.waitToSay("NOT saved. Everything is still in the list.")
      try screen.waitToSay("Cannot open \(place.path): \(reason).")
      try screen.press("C-c")
      try screen.waitFor("keep the list")
    } else {
      try screen.waitFor("Saved 1 transaction in ")
    }
    if corrupt == .huge {
      let memory = try peakMemory(of: try screen.process())
      #expect(memory < 200_000_000)
    }
    try screen.press("F10")
    try screen.waitFor("ended: 0")

    let record = try place.offcirc("record", input: "return 2\n")
    // What is in it is said, and has to be looked at.
    let isStrange = corrupt.reason == nil && corrupt.statusOfList != 0
    #expect(record.status == (isStrange ? 1 : 0))
    #expect(record.output.hasPrefix("ok "))
    if corrupt == .huge {
      let list = try Recorder(
        place.command + ["list"], environment: place.environment)
      #expect(try list.end() == 1)
      #expect(list.peakMemory < 200_000_000)
    }
    let save = try place.offcirc("save")
    let list = try place.offcirc("list")
    let unsaved = try place.offcirc("list", "--unsaved", "--format", "csv")
    #expect(unsaved.status == 0)
    let unsavedCount = unsaved.output.count(where: \.isNewline) - 1
    if let reason = corrupt.reason {
      #expect(save.status == 74)
      #expect(
        save.errors.contains("Cannot open \(place.path): \(reason).\n"))
      #expect(try place.witness() == before)
      #expect(unsavedCount == 2)
    } else {
      #expect(save.status == (isStrange ? 1 : 0))
      #expect(try place.begins(with: before))
      #expect(list.output.contains("1                     9921000000164\n"))
      #expect(list.output.contains("Return     2\n"))
      #expect(unsavedCount == 0)
    }
    #expect(list.status == corrupt.statusOfList)
    if corrupt.statusOfList != 0 { #expect(list.errors.contains(place.path)) }
    for errors in [record.errors, save.errors, list.errors] {
      #expect(errors.isEmpty || errors.hasPrefix("offcirc: "))
    }

    try place.takeAway()
    #expect(try place.offcirc("save").status == 0)
    try expectFiles(
      in: place.files, saved: corrupt.reason == nil ? [] : ["1", "2"],
      unsaved: [])
  }

  // MARK: Memory

  /// The most memory that a process has used so far, in bytes.
  func peakMemory(of process: pid_t) throws -> Int {
    let status = try String(
      contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(
      status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber))) * 1_024
  }
}
