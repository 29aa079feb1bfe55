import Foundation
import Support
import Testing

// Writes that are cut short, or interrupted.
extension FailingDiskTests {
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
