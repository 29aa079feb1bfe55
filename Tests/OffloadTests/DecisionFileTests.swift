import Circulation
import Foundation
import Glibc
import Seeded
import Simulated
import Support
import Testing

@testable import Offload

/// Decisions on disk: what was decided is never lost, whatever the power does.
@Suite struct DecisionFileTests {
  private let folder = TestFolder()
  private var path: String { folder.path + "/decisions" }
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func decision(
    _ act: Decision.Act, because reason: String? = nil
  ) -> Decision {
    Decision(act, by: "m.dupont", at: time, reason: reason)
  }

  /// A decision of each act.
  private func acts() throws -> [Decision] {
    let station = LineSource.station("4f2a")
    let file = LineSource.file(sha256: String(repeating: "0a", count: 32))
    let (one, other) = (LineName(station, 17), LineName(file, 3))
    let first = try #require(
      LocalTime(year: 2026, month: 5, day: 30, hour: 9, minute: 0))
    return [
      decision(.keep([one])),
      decision(.takeOut([one, other]), because: "scanned \"twice\"\té"),
      decision(.swap([other])), decision(.item([one], try Barcode("37 0"))),
      decision(.borrower([one, other], try Barcode("9921"))),
      decision(.shift(station, .by(minutes: -60))),
      decision(.shift(file, .first(first))), decision(.order(one, other)),
      decision(.desk(station, "Annexe")),
      decision(.tick(page: String(repeating: "0b", count: 32), box: 3)),
      decision(.archive(sha256: String(repeating: "0c", count: 32))),
      decision(.undo(2)),
    ]
  }

  private func bytes() throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: path)))
  }

  private func read() throws -> DecisionReading {
    try DecisionFile.reading(at: path)
  }

  @Test func everyDecisionIsReadAsItWasDecidedWithItsNumber() throws {
    let acts = try acts()
    do {
      let file = try DecisionFile(at: path)
      try file.append(Array(acts.prefix(4)))
      for act in acts.dropFirst(4) { try file.append([act]) }
      #expect(file.decisions.map(\.number) == Array(1...acts.count))
    }
    let reading = try read()
    #expect(reading.decisions.map(\.decision) == acts)
    #expect(reading.damage.isEmpty)
    let again = try DecisionFile(at: path)
    #expect(again.decisions.map(\.decision) == acts)
    #expect(again.numbered([acts[0]]).map(\.number) == [acts.count + 1])
    let mode =
      try FileManager.default.attributesOfItem(atPath: path)[
        .posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func atEveryByteAllWholeDecisionsAreThereAndATornLineIsTold() throws {
    // Enough for lines before, at and after a cut.
    let acts = try Array(acts().suffix(2)) + [decision(.undo(1), because: "é")]
    var whole = DecisionFormat.header
    for act in acts { try DecisionFormat.append(act, to: &whole) }
    let ends = whole.indices.filter { whole[$0] == 0x0a }
    let path = "/desk/decisions"
    for length in 0...whole.count {
      for zeros in [0, 5] {
        let bytes = whole[..<length] + [UInt8](repeating: 0, count: zeros)
        // A line that lacks only its line end is whole.
        let limit = zeros == 0 ? length + 1 : length
        let count = ends.count { $0 < limit } - 1
        let isWhole =
          zeros == 0 && length > ends[0]
          && (ends.contains(length) || ends.contains(length - 1))
        let reading = try DecisionReading(Array(bytes), path: path)
        let expected = Array(acts[..<max(count, 0)])
        if length > ends[0] {
          #expect(reading.decisions.map(\.decision) == expected)
        } else {
          #expect(reading.decisions.isEmpty)
        }
        #expect(
          reading.damage.isEmpty == (isWhole || bytes.isEmpty),
          "\(length), \(zeros)")
        #expect(reading.damage.allSatisfy { $0.isTorn })
        // What is decided then is there too, and all before.
        let disk = SimulatedFileSystem()
        disk[path] = Array(bytes)
        let file = try DecisionFile(at: path, fileSystem: disk)
        #expect(file.damage == reading.damage)
        try file.append([acts[0]])
        let next = try DecisionReading(disk[path] ?? [], path: path)
        #expect(
          next.decisions.map(\.decision)
            == reading.decisions.map(\.decision) + [acts[0]])
        #expect(next.damage.isEmpty)
      }
    }
  }

  @Test func whatWasCutOffIsKeptBesideTheFile() throws {
    try DecisionFile(at: path).append([decision(.undo(1))])
    let whole = try bytes()
    folder.write(bytes: whole + Array("{\"check\":\"12".utf8), to: "decisions")
    _ = try DecisionFile(at: path)
    #expect(try bytes() == whole)
    #expect(try folder.text("decisions.damaged-1") == "{\"check\":\"12")
  }

  @Test func aChangedLineIsToldAndKeepsItsNumber() throws {
    try DecisionFile(at: path).append(try Array(acts().prefix(3)))
    let text = try folder.text("decisions")
    folder.write(
      bytes: Array(text.replacing("\"take-out\"", with: "\"keep\"").utf8),
      to: "decisions")
    let reading = try read()
    #expect(reading.damage == [.line(3)])
    #expect(reading.decisions.map(\.number) == [1, 3])
  }

  @Test func aSecondPersonIsToldAndCanGoOnAfterTheFirst() throws {
    let first = try DecisionFile(at: path)
    let held = DecisionError.held(path: path)
    #expect(throws: held) { try DecisionFile(at: path) }
    #expect(throws: held) { try read() }
    try first.append([decision(.undo(1))])
    #expect(first.decisions.count == 1)
  }

  @Test func anotherFileIsNeverWrittenTo() throws {
    let path = path
    for (text, error) in [
      ("202605300900R1\r\n", DecisionError.notDecisions(path: path)),
      ("202605300900R1", .notDecisions(path: path)),
      (
        "{\"format\":\"OffCirc decisions\",\"version\":2}\n",
        .newer(path: path, version: 2)
      ),
    ] {
      folder.write(bytes: Array(text.utf8), to: "decisions")
      #expect(throws: error) { try DecisionFile(at: path) }
      #expect(try folder.text("decisions") == text)
    }
  }

  @Test func afterAnErrorNothingIsDecidedAndNothingMoreIsWritten() throws {
    for written in [0, 7] {
      for request in [SimulatedFileSystem.Call.Request.append, .synchronize] {
        let disk = SimulatedFileSystem()
        let file = try DecisionFile(at: "/desk/decisions", fileSystem: disk)
        try file.append([decision(.undo(1))])
        disk.forgetCalls()
        disk.trouble = { _, call in
          guard call.request == request else { return nil }
          return SimulatedFileSystem.Trouble(code: EIO, written: written)
        }
        #expect(throws: FileError.self) {
          try file.append([decision(.undo(2))])
        }
        disk.heal()
        #expect(throws: FileError.self) {
          try file.append([decision(.undo(3))])
        }
        #expect(file.decisions.count == 1)
      }
    }
  }

  @Test func whateverAPowerCutLeavesAllThatWasDecidedIsThere() throws {
    let acts = try Array(acts().prefix(4))
    var torn = DecisionFormat.header
    try DecisionFormat.append(acts[0], to: &torn)
    torn += Array("{\"check\":\"12".utf8)
    for start in [nil, torn] {
      let disk = SimulatedFileSystem()
      var uncertain = UncertainDisk()
      let first = start == nil ? [] : [acts[0]]
      var decided = first
      var random = SeededGenerator(seed: 18)
      var stateCount = 0
      disk.record = { change in
        uncertain.take(change)
        for state in uncertain.states(using: &random) {
          stateCount += 1
          guard
            let reading = try? DecisionReading(
              state.files["/desk/decisions"] ?? [], path: "/desk/decisions")
          else {
            Issue.record("not read: \(state.files)")
            continue
          }
          let read = reading.decisions.map(\.decision)
          #expect(read.starts(with: decided))
          #expect((first + acts).starts(with: read))
          #expect(reading.damage.allSatisfy { $0.isTorn })
        }
      }
      disk["/desk/decisions"] = start
      let file = try DecisionFile(at: "/desk/decisions", fileSystem: disk)
      for act in acts {
        try file.append([act])
        decided.append(act)
      }
      #expect(stateCount > 20)
    }
  }
}
