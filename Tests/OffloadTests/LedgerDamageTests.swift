import Circulation
import Foundation
import Settings
import Station
import Support
import Testing

@testable import Languages
@testable import Offload

/// A ledger of which not all can be read: nothing is made of lines that it may
/// have named.
@Suite struct LedgerDamageTests {
  private let folder = TestFolder()
  private var ledger: Ledger { Ledger(at: folder.path + "/ledger") }
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)
  private let day = ["202611210900R1", "202611210901R2"]

  private func make(
    _ lines: [String], _ policy: KitRequest.Policy = .refuse,
    in name: String, at time: LocalTime? = nil
  ) throws -> (isMade: Bool, damage: [Ledger.Reading.Damage]) {
    let file = StationFile(path: folder.write(lines, to: name + ".dat"))
    let (outcome, damage) = try KitAssembly(
      in: folder.path + "/" + name, ledger: ledger,
      words: Language.english.words, language: "en", at: time ?? self.time
    ).make(of: KitRequest([file], policy))
    if case .made = outcome { return (true, damage) }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/" + name))
    return (false, damage)
  }

  private func bytes() throws -> [UInt8] {
    Array(
      try #require(FileManager.default.contents(atPath: ledger.path)))
  }

  @Test(arguments: ["flip", "cut"])
  func linesThatMayBeNamedAreRefusedUnlessSomebodyInsists(
    _ how: String
  ) throws {
    #expect(try make(day, in: "kit").isMade)
    var bytes = try bytes()
    if how == "flip" { bytes[90] ^= 1 } else { bytes.removeLast(30) }
    folder.write(bytes: bytes, to: "ledger")
    let damage: [Ledger.Reading.Damage] =
      how == "flip" ? [.line(2)] : [.torn(line: 2)]
    for policy in [KitRequest.Policy.refuse, .rest] {
      let (isMade, told) = try make(day, policy, in: "again")
      #expect(!isMade && told == damage)
      #expect(try self.bytes() == bytes)
    }
    let uploadStatus = try ledger.entries().uploadStatus(
      of: folder.path + "/again.dat")
    #expect(
      uploadStatus.warning == .damage(damage) && !uploadStatus.isHandedOver)
    let insisted = try make(day, .again, in: "insisted")
    #expect(insisted.isMade && insisted.damage == damage)
    // Both are known from then on.
    #expect(try !make(day, in: "third").isMade)
  }

  @Test func whatCameLongAfterwardsCantHaveBeenNamed() throws {
    #expect(try make(day, in: "kit").isMade)
    var bytes = try bytes()
    bytes[90] ^= 1
    folder.write(bytes: bytes, to: "ledger")
    // The damaged line is the last: it may be of yesterday.
    let later = ["202612240900R3"]
    #expect(try !make(later, in: "later").isMade)
    #expect(try make(day, .again, in: "again").isMade)
    let (isMade, damage) = try make(later, in: "later")
    #expect(isMade && damage == [.line(2)])
    // On the day itself, or of no date, it may have been.
    let same = time.iso8601.prefix(16).filter { !"-T:".contains($0) } + "R4"
    #expect(try !make([same], in: "same").isMade)
    #expect(try !make(["R5", "202612240900R5"], in: "undated").isMade)
  }

  @Test func aClockThatWasWrongProvesNothing() throws {
    #expect(try make(day, in: "kit").isMade)
    var bytes = try bytes()
    bytes[90] ^= 1
    folder.write(bytes: bytes, to: "ledger")
    let wrong = LocalTime(secondsSince1970: 86_400, utcOffset: 0)
    #expect(try make(day, .again, in: "again", at: wrong).isMade)
    #expect(try !make(["202612240900R3"], in: "later").isMade)
  }

  @Test func changedLineEndsAreToldAndAllIsKnownAgain() throws {
    #expect(try make(day, in: "kit").isMade)
    let text = try folder.text("ledger")
    folder.write(
      bytes: Array(text.replacing("\n", with: "\r\n").utf8), to: "ledger")
    let (isMade, damage) = try make(day, in: "again")
    #expect(!isMade)
    #expect(damage == [.lineEnd(1), .lineEnd(2)])
    let other = try make(["202611230900R3"], in: "other")
    #expect(other.isMade && other.damage == damage)
    #expect(try ledger.entries().entries.count == 2)
  }

  @Test(arguments: [1, 36, 600, 70_000])
  func zerosInPlaceOfTheFirstLineAreToldKeptAndBegunAnew(
    _ count: Int
  ) throws {
    let zeros = [UInt8](repeating: 0, count: count)
    for start in [[], Array(LedgerFormat.header.prefix(7))] {
      folder.write(bytes: start + zeros, to: "ledger")
      let (isMade, damage) = try make(day, in: "kit")
      #expect(isMade && damage == [.unwritten])
      #expect(try ledger.entries().damage == [])
      #expect(try ledger.entries().entries.count == 1)
      let kept = FileManager.default.contents(
        atPath: ledger.path + ".damaged-1")
      #expect(kept.map(Array.init) == start + zeros)
      for name in ["kit", "ledger", "ledger.damaged-1"] {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
  }

  @Test func anEmptiedLedgerIsTold() throws {
    #expect(try make(day, in: "kit").isMade)
    folder.write(bytes: [], to: "ledger")
    #expect(try ledger.entries().damage == [.unwritten])
  }

  @Test func zerosAtTheEndAreToldKeptAndWrittenOver() throws {
    #expect(try make(day, in: "kit").isMade)
    let zeros = [UInt8](repeating: 0, count: 5_000)
    folder.write(bytes: try bytes() + zeros, to: "ledger")
    let (isMade, damage) = try make(["202611210900R9"], in: "other")
    #expect(isMade && damage == [.zeros(line: 3)])
    #expect(try ledger.entries().damage == [])
    #expect(try ledger.entries().entries.count == 2)
    let kept = FileManager.default.contents(atPath: ledger.path + ".damaged-1")
    #expect(kept.map(Array.init) == zeros)
    #expect(try !make(day, in: "again").isMade)
  }

  @Test func aHugeLedgerIsRefusedAndNotRead() throws {
    #expect(try make(day, in: "kit").isMade)
    #expect(truncate(ledger.path, 20 << 30) == 0)
    let error = LedgerError.tooLarge(path: ledger.path, maximum: 256)
    #expect(throws: error) { try ledger.entries() }
    #expect(throws: error) { try make(["202611230900R3"], in: "other") }
    let station = StationFolder(path: folder.path)
    folder.write(day, to: "OffCirc.dat")
    #expect(
      try HandOver(of: station, by: ledger).error == .ledger(error))
    let watch = LedgerWatch(ledger, of: station, inBackground: false)
    watch.look()
    #expect(watch.handOver.error == .ledger(error))
    #expect(watch.handOver.uploadStatus == nil)
  }

  @Test func manyDamagedLinesAreToldByTheFirst() throws {
    folder.write(
      bytes: LedgerFormat.header + [UInt8](repeating: 0x0a, count: 500_000),
      to: "ledger")
    #expect(try ledger.entries().damage.count == 100)
  }

  @Test func aLineLongerThanAnyEntryIsDamageAndNotRead() throws {
    #expect(try make(day, in: "kit").isMade)
    let length = try bytes().count
    #expect(truncate(ledger.path, off_t(length + 200_000_000)) == 0)
    let file = try #require(FileHandle(forWritingAtPath: ledger.path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("\n".utf8))
    #expect(try ledger.entries().damage == [.line(3)])
  }

  @Test func aLongEntryIsReadWhole() throws {
    let lines = (0..<20_000).map { "202611210900R\($0)" }
    #expect(try make(lines, in: "kit").isMade)
    #expect(try ledger.entries().entries.first?.marks.count == 20_000)
    #expect(try !make(lines, in: "again").isMade)
  }

  @Test func anEntryCutShortWithItsKitIsMadeAgain() throws {
    #expect(try make(day, in: "kit").isMade)
    var bytes = try bytes()
    bytes.removeLast(40)
    folder.write(bytes: bytes, to: "ledger")
    try FileManager.default.moveItem(
      atPath: folder.path + "/kit", toPath: folder.path + "/.kit.offcirc-new")
    let (isMade, damage) = try make(day, in: "kit")
    #expect(isMade && damage == [.torn(line: 2)])
    #expect(try ledger.entries().entries.count == 1)
  }
}
