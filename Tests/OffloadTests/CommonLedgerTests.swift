import Circulation
import Support
import Testing

@testable import Offload

/// The computers that share a ledger hand over no line twice, and forget none.
@Suite struct CommonLedgerTests: KitMaking {
  let folder = TestFolder()
  private let common = TestLedger()

  private func ledger(of computer: String) -> Ledger {
    Ledger(at: folder.path + "/" + computer, common: common)
  }

  private func kit(
    _ name: String, of computer: String, _ files: [StationFile]
  ) throws -> KitAssembly.Outcome {
    try assembly(in: name, ledger: ledger(of: computer))
      .make(of: KitRequest(files)).0
  }

  @Test func whatOneComputerHandsOverNoOtherDoes() throws {
    let file = file(day)
    guard case .made = try kit("kit", of: "one", [file]) else {
      Issue.record("not made")
      return
    }
    guard case .refused(let refusal) = try kit("kit2", of: "two", [file])
    else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.files.map(\.uploadStatus.handedOverCount) == [3])
    #expect(common.holdCount == 0)
    #expect(
      try ledger(of: "two").entries().entries.map(\.isElsewhere) == [true])
    #expect(
      try ledger(of: "one").entries().entries.map(\.isElsewhere) == [false])
  }

  @Test func whatWasListedBeforeSharingComesAlong() throws {
    let file = file(day)
    let content = try FileContent(of: file.path)
    let old = Ledger.Entry(
      at: time, .uploaded, desk: nil, name: "OffCirc.dat", content,
      sources: [.init(file, content)])
    try Ledger(at: folder.path + "/one").append(old)
    try ledger(of: "one").exchange()
    #expect(common.lines.count == 1)
    guard case .refused = try kit("kit", of: "two", [file]) else {
      Issue.record("not refused")
      return
    }
  }

  @Test func whatTheCommonLedgerHasLostComesAgainFromAnyComputer() throws {
    _ = try kit("kit", of: "one", [file(day)])
    try ledger(of: "two").exchange()
    let lines = common.lines.map(\.bytes)
    common.lines = []
    try ledger(of: "two").exchange()
    #expect(common.lines.map(\.bytes) == lines)
    common.lines = []
    try ledger(of: "one").exchange()
    #expect(common.lines.map(\.bytes) == lines)
  }

  @Test(arguments: [true, false])
  func aLostAnswerDoublesAndLosesNothing(isKept: Bool) throws {
    let file = file(day)
    common.losesAnswer = true
    common.keepsLost = isKept
    #expect(throws: LedgerError.undecided) {
      try kit("kit", of: "one", [file])
    }
    #expect(try !names().contains("kit"))
    common.losesAnswer = false
    let again = try kit("kit", of: "one", [file])
    switch again {
    case .finished: #expect(isKept)
    case .made: #expect(!isKept)
    case .refused: Issue.record("refused")
    }
    #expect(try names(in: "kit").contains("OffCirc.dat"))
    #expect(common.lines.count == 1)
    guard case .refused = try kit("kit2", of: "one", [file]) else {
      Issue.record("made twice")
      return
    }
  }

  @Test func aDamagedCopyIsMadeAgain() throws {
    _ = try kit("kit", of: "one", [file(day)])
    let two = ledger(of: "two")
    try two.exchange()
    folder.write(["{\"check\":\"00000000\",\"x\":1}"], to: "two.shared")
    #expect(try two.entries().entries.isEmpty)
    try two.exchange()
    #expect(try two.entries().entries.count == 1)
  }

  @Test func aKitOfAnotherComputerIsNotMissedHere() throws {
    let file = file(day, "OffCirc.dat")
    _ = try kit("kit", of: "one", [file])
    let two = ledger(of: "two")
    try two.exchange()
    try PosixFileSystem().rename(
      folder.path + "/kit", to: folder.path + "/moved")
    let request = ArchiveRequest(StationFolder(path: folder.path))
    let evidence = try request.evidence(in: two.entries(), ledger: two.path)
    #expect(evidence.ground == .ledger)
    #expect(try request.kits(for: evidence).map(\.state) == [.elsewhere])
    let own = try request.evidence(
      in: ledger(of: "one").entries(), ledger: folder.path + "/one")
    #expect(throws: ArchiveError.self) { try request.kits(for: own) }
  }
}

/// A common ledger in memory.
final class TestLedger: CommonLedger {
  var lines: [CommonLedger.Line] = []
  var losesAnswer = false
  var keepsLost = false
  private(set) var holdCount = 0
  private var added: [CommonLedger.Line]?

  func digests() -> [String] { lines.map(\.digest) }

  func lines(_ digests: [String]) -> [[UInt8]] {
    lines.filter { digests.contains($0.digest) }.map(\.bytes)
  }

  func add(_ lines: [CommonLedger.Line]) -> Int {
    if added == nil { self.lines += lines } else { added? += lines }
    return 0
  }

  func hold() {
    holdCount += 1
    added = []
  }

  func commit() -> Bool {
    if !losesAnswer || keepsLost { lines += added ?? [] }
    added = nil
    return !losesAnswer
  }

  func release() {
    added = nil
    holdCount = 0
  }
}
