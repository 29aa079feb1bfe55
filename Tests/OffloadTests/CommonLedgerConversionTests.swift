import Circulation
import Exchange
import Support
import Testing

@testable import Offload

/// A conversion whose answer from the common ledger is lost is finished by the
/// next run, or starts over.
struct CommonLedgerConversionTests: KitMaking {
  let folder = TestFolder()
  private let common = TestLedger()

  private func convert(
    to path: String = "new", again: Bool = false
  ) throws -> ConversionHandover.Outcome {
    let conversion = try Conversion(
      of: [folder.path + "/a.dat"], to: .koha,
      ConversionOptions(zone: Zone(name: "+01:00", fixed: 3_600)))
    return try ConversionHandover(
      conversion, in: Ledger(at: folder.path + "/ledger", common: common),
      at: time
    ).write(to: folder.path + "/" + path, again: again).0
  }

  private func loseAnswer(isKept: Bool) throws {
    _ = file(day)
    common.losesAnswer = true
    common.keepsLost = isKept
    #expect(throws: LedgerError.undecided) { try convert() }
    #expect(try !names().contains("new"))
    common.losesAnswer = false
  }

  private func expectRefused(_ outcome: ConversionHandover.Outcome) throws {
    guard case .refused = outcome else {
      Issue.record("written twice")
      return
    }
  }

  @Test(arguments: [true, false])
  func aLostAnswerDoublesAndLosesNothing(isKept: Bool) throws {
    try loseAnswer(isKept: isKept)
    guard case .written(let report) = try convert() else {
      Issue.record("refused")
      return
    }
    #expect(report.writtenCount == 3)
    #expect(common.lines.count == 1)
    #expect(try ledger.entries().entries.count == 1)
    // It was written, and nobody says twice that it was not.
    try PosixFileSystem().remove(folder.path + "/new")
    try expectRefused(convert())
  }

  @Test func anotherFileThanTheListedOneIsNotFinished() throws {
    try loseAnswer(isKept: true)
    _ = file(day + ["202611221016R37000034182"])
    try expectRefused(convert())
    #expect(try !names().contains("new"))
    #expect(try ledger.entries().entries.count == 1)
  }

  @Test func aFileOfAnotherNameIsNotFinished() throws {
    try loseAnswer(isKept: true)
    try expectRefused(convert(to: "other"))
    #expect(try !names().contains("other"))
  }
}
