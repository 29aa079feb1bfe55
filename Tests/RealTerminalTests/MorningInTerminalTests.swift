import Foundation
import Support
import Testing

/// The room of the morning, in a real terminal.
@Suite(.serialized)
struct MorningInTerminalTests {
  @Test func whatIsDecidedThereIsWhatFixWrites() throws {
    let folder = TestFolder()
    let lines = [
      "201805301041R37000034179", "noise", "201805301042R37000034180",
    ]
    let file = folder.path + "/one.dat"
    try (lines.joined(separator: "\r\n") + "\r\n").write(
      toFile: file, atomically: true, encoding: .utf8)
    let output = folder.path + "/morning"
    let command = "morning \(file) --output \(output)"
    var screen = try Screen(command, in: folder)
    try screen.waitFor("1 file: 3 lines")
    try screen.press("F2")
    try screen.waitFor("3 findings, of which 3 without a decision")
    try end(screen)
    // Killed before anything was decided, then after it.
    screen = try Screen(command, in: folder)
    try screen.waitFor("1 file: 3 lines")
    try screen.press("F2")
    try screen.waitFor("3 findings, of which 3 without a decision")
    try screen.press("F8")
    try screen.waitFor("Taken out: 1 line")
    try end(screen)
    screen = try Screen(command, in: folder)
    try screen.waitFor("1 file: 3 lines")
    try screen.press("F2")
    try screen.waitFor("1 decision")
    try screen.press("F2")
    try screen.waitFor("F5: make the kit.")
    try screen.press("F5")
    try screen.waitFor("Made the kit")
    try screen.press("F2")
    try screen.waitFor("[ ]   1. Alma is back")
    try screen.press("F2")
    try screen.waitFor("No report yet.")
    // Put into the folder that is watched.
    try FileManager.default.createDirectory(
      atPath: output + "/reports", withIntermediateDirectories: true)
    try "Line\tError Message\n1\tItem not found. Barcode: 37000034179\n".write(
      toFile: output + "/reports/report.txt", atomically: true,
      encoding: .utf8)
    try screen.waitFor("The reports were read.")
    try screen.waitFor("[ ]   1")
    let worklists = try FileManager.default.contentsOfDirectory(
      atPath: output + "/worklists")
    #expect(worklists.count == 1)
    try screen.press("F2")
    try screen.waitFor("close the station and archive it")
    #expect(
      FileManager.default.fileExists(atPath: output + "/account.html"))
    try screen.press("F10")
    try screen.waitForEnd()
    #expect(screen.status == 0)
    let fixed = try Program.run([
      "fix", file, "--decisions", output + "/decisions", "--output",
      folder.path + "/fixed.dat",
    ])
    #expect(fixed.status == 0, "\(fixed.errors)")
    let made = try Data(
      contentsOf: URL(fileURLWithPath: output + "/OffCirc.dat"))
    #expect(
      made
        == (try Data(
          contentsOf: URL(fileURLWithPath: folder.path + "/fixed.dat"))))
    #expect(
      String(decoding: made, as: UTF8.self)
        == [lines[0], lines[2]].joined(separator: "\r\n") + "\r\n")
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: output + "/decisions")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func whatIsRefusedLeavesNoFolderBehind() throws {
    let folder = TestFolder()
    let output = folder.path + "/morning"
    let file = folder.path + "/one.dat"
    try "201805301041R37000034179\r\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    // The file is missing, then the terminal.
    for path in [folder.path + "/two.dat", file] {
      let refused = try Program.run(["morning", path, "--output", output])
      #expect(refused.status == 74, "\(refused.errors)")
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }

  /// Ends it at once, as a power cut does.
  private func end(_ screen: Screen) throws {
    kill(try screen.process(), SIGKILL)
    try screen.waitForEnd()
  }
}
