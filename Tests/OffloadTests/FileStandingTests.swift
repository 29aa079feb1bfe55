import Circulation
import Support
import Testing

@testable import Languages
@testable import Offload

/// The facts that station and ledger add to a file that is checked.
@Suite struct FileStandingTests {
  private let folder = TestFolder()
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private var path: String { folder.path + "/c1" }

  private func record(
    _ item: String, saves: Bool, correctedBy correction: Int32 = 0
  ) throws {
    let clock = WallClock { [time] in time }.corrected(by: correction)
    let desk = try Desk(folder: StationFolder(path: path), clock: clock)
    desk.switch(to: .return)
    try desk.record(try Barcode(item))
    try desk.commitWaiting()
    if saves { _ = try desk.save() }
    try desk.close()
  }

  @Test func theStandingTellsWhatIsUnsavedHandedOverAndCorrected() throws {
    try record("1", saves: true)
    let file = StationFile(path: path + "/OffCirc.dat")
    let ledger = Ledger(at: folder.path + "/ledger")
    try ledger.append(
      Ledger.Entry(
        at: time, .uploaded, desk: nil, name: "OffCirc.dat",
        FileContent(of: file.path), sources: []))
    try record("2", saves: true, correctedBy: 5_400)
    try record("3", saves: false)
    let standing = try FileStanding(
      of: file, expecting: ExpectedDesks(["C1"]), by: ledger.entries())
    #expect(
      standing
        == FileStanding(
          desk: "C1", unsavedCount: 1, handedOverCount: 1,
          clockCorrections: [5_400]))
    #expect(
      English().standing(standing) == [
        "Desk C1.", "1 transaction is not saved, so not in the file.",
        "1 line is in an earlier kit or file.", "Clock corrected by +01:30.",
      ])
  }

  @Test func aFileAloneHasNoStanding() throws {
    let file = StationFile(
      path: folder.write(["202605300900R1"], to: "a.dat"))
    let standing = try FileStanding(of: file, by: nil)
    #expect(standing == FileStanding())
    #expect(French().standing(standing).isEmpty)
  }
}
