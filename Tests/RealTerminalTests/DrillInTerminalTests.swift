import Foundation
import Support
import Testing

/// A whole exercise, in a real terminal.
@Suite(.serialized)
struct DrillInTerminalTests {
  private let folder = TestFolder()

  /// The folder in which the program keeps what is this user's.
  private var data: String { folder.path + "/.local/share/offcirc" }

  @Test func ledThroughItAPersonLosesNothingAndLeavesNothing() throws {
    let screen = try Screen("drill --name Annexe", in: folder)
    try screen.waitFor("Exercise 1/9.")
    try screen.scan("%CARD-1%", "%ITEM-1%", "%ITEM-2%", "%ITEM-3%")
    try screen.waitFor("Exercise 2/9.")
    try screen.press("F4")
    // Without a scanner, the numbers of the sheet are typed.
    try screen.press("CARD-2".map { String($0) } + ["Enter"])
    try screen.press("ITEM-4".map { String($0) } + ["Enter"])
    try screen.waitFor("Exercise 3/9.")
    try screen.waitFor("▸ITEM-4")
    let exercise = try screen.process()
    try killTheDesk(of: exercise, seenOn: screen)
    try screen.waitFor("4 unsaved transactions are in the list")
    try screen.waitFor("Exercise 3/9.")
    try screen.press("F3")
    try screen.scan("%ITEM-1%")
    try screen.waitFor("Exercise 4/9.")
    try screen.press("F3")
    try screen.scan("%CARD-1%")
    try screen.press("4711".map { String($0) } + ["Enter"])
    try screen.waitFor("4711 does not look like an item barcode.")
    try screen.scan("%ITEM-6%")
    try screen.waitFor("Exercise 5/9.")
    try screen.press("F8")
    try screen.waitFor("Exercise 6/9.")
    try screen.press("F4")
    try screen.scan("%ITEM-5%", "%CARD-3%")
    try screen.waitFor("Exercise 7/9.")
    let desk = try desk(of: exercise)
    try screen.scan("%ITEM-7%")
    try screen.waitFor("The power is back.")
    #expect(try self.desk(of: exercise) != desk)
    try screen.waitFor("▸ITEM-7")
    try screen.waitFor("In EXERCISE.dat: 0")
    try screen.press("F2")
    try screen.waitFor("Exercise 9/9.")
    #expect(
      try String(contentsOfFile: data + "/drill/EXERCISE.dat", encoding: .utf8)
        .components(separatedBy: "\r\n").dropLast()
        .map { $0.prefix(19) } == [
          "EXERCISE    LITEM-1", "EXERCISE    LITEM-2", "EXERCISE    LITEM-3",
          "EXERCISE    LITEM-4", "EXERCISE    RITEM-1", "EXERCISE    LITEM-5",
          "EXERCISE    LITEM-7",
        ])
    try screen.press("F10")
    try screen.waitForEnd()
    #expect(screen.status == 0)
    try screen.waitFor("9 of 9 steps in ")
    try screen.waitFor("The program was killed, and no line was lost.")
    try expectNothingIsLeft()
  }

  /// The process of the desk, which is another one than that of the exercise;
  /// nil while there is none.
  private func desk(of exercise: Int32) throws -> Int32? {
    let children = try Program.run(["-P", "\(exercise)"], of: "pgrep")
    return Int32(children.output.dropLast())
  }

  /// Kills it in the middle of a step, and waits until it is there again.
  private func killTheDesk(
    of exercise: Int32, seenOn screen: Screen
  ) throws {
    let desk = try #require(try desk(of: exercise))
    kill(desk, SIGKILL)
    try screen.wait("the desk") {
      let next = try self.desk(of: exercise)
      return next != nil && next != desk
    }
  }

  private func expectNothingIsLeft() throws {
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: data) == ["drill"])
    #expect(try files.contentsOfDirectory(atPath: data + "/drill").isEmpty)
    #expect(!files.fileExists(atPath: folder.files))
    func offcirc(_ arguments: String...) throws -> Program.Result {
      try Program.run(
        arguments,
        environment: [
          "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/.local/state",
        ])
    }
    let history = try offcirc("drill", "--history", "--format", "csv").output
    #expect(history.contains(",Annexe,9,9,"), "\(history)")
    let ready = try offcirc(
      "ready", "--format", "json", "--files", folder.files)
    #expect(
      ready.output.contains("\"subject\":\"drill\",\"verdict\":\"ok\""),
      "\(ready.output)")
  }
}
