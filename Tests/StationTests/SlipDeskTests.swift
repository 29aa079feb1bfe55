import Circulation
import Foundation
import Settings
import Sheet
import Support
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Slips at the desk: the printer is a pipe here.
struct SlipDeskTests {
  private let folder = TestFolder()
  private let ada = "9921000000164"
  private let bea = "9921000000172"

  private var device: String { folder.path + "/lp0" }

  private func desk(_ slips: SlipOccasion = .key) throws -> DeskSession {
    var settings = PrintingSettings()
    settings.printer = .device(path: device)
    settings.slips = slips
    return try DeskSession(
      slips: SlipDesk(
        settings, in: StationFolder(path: folder.path), name: "Desk",
        Language.english.words, inBackground: false))
  }

  /// Switches the printer on: a pipe with room for some slips.
  private func plug() -> Int32 {
    mkfifo(device, 0o600)
    let paper = open(device, O_RDONLY | O_NONBLOCK)
    let setPipeSize: Int32 = 1_031
    _ = fcntl(paper, setPipeSize, 1 << 20)
    return paper
  }

  /// The number of slips that have come out since the last time.
  private func slips(_ paper: Int32) -> Int {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = max(read(paper, &bytes, bytes.count), 0)
    let start: [UInt8] = [0x1b, 0x40, 0x1c, 0x2e]
    return (0..<count).count { bytes[$0..<count].starts(with: start) }
  }

  @Test func itsKeyPrintsTheSlipOfWhoIsThere() throws {
    let paper = plug()
    defer { close(paper) }
    let desk = try desk()
    desk.scan(ada, "101", "102")
    desk.press(.control("p"))
    #expect(desk.notice == "Slip of \(ada): 2 loans, 0 returns.")
    #expect(slips(paper) == 1)
    // Or who was there.
    desk.press(.function(4), .function(3))
    desk.scan("101")
    desk.press(.control("p"))
    #expect(desk.notice == "Slip of \(ada): 2 loans, 1 return.")
    #expect(slips(paper) == 1)
    #expect(desk.list.count == 3)
  }

  @Test func itsCodeDoesTheSameAndOnAReadersPageForThatReader() throws {
    let paper = plug()
    defer { close(paper) }
    let desk = try desk()
    desk.scan(ada, "101", "%SLIP%")
    #expect(desk.notice == "Slip of \(ada): 1 loan, 0 returns.")
    // A scanner that beeps twice.
    desk.pause = .milliseconds(100)
    desk.scan("%SLIP%")
    desk.pause = .seconds(1)
    #expect(desk.notice.contains("%SLIP% scanned twice: done once."))
    #expect(slips(paper) == 1)
    desk.press(.function(4))
    desk.scan(bea, "102")
    desk.press(.up, .function(7))
    #expect(desk.station.room is ReaderRoom)
    desk.scan("%SLIP%")
    #expect(desk.notice == "Slip of \(ada): 1 loan, 0 returns.")
    desk.press(.control("p"))
    #expect(desk.notice == "Slip of \(ada): 1 loan, 0 returns.")
    #expect(slips(paper) == 2)
    #expect(desk.station.room is ReaderRoom)
  }

  @Test func eachReaderGetsASlipWhenTheNextComes() throws {
    let paper = plug()
    defer { close(paper) }
    let desk = try desk(.each)
    desk.scan(ada, "101")
    #expect(slips(paper) == 0)
    desk.press(.function(4))
    #expect(slips(paper) == 1)
    // Several readers at once.
    desk.feed(
      [ada, "102", "%CLEAR%", bea, "103", "%CLEAR%"].flatMap {
        [Event].scan($0)
      })
    #expect(slips(paper) == 2)
    // Nothing new, no paper.
    desk.scan(ada)
    desk.press(.function(4))
    desk.scan(ada, "104")
    desk.press(.control("p"))
    #expect(slips(paper) == 1)
    desk.press(.function(4))
    #expect(slips(paper) == 0)
    // What was deleted is on none; what was saved is, also of the last reader.
    desk.scan(bea, "105")
    desk.press(.function(8), .function(4))
    #expect(slips(paper) == 0)
    desk.scan(bea, "106")
    desk.press(.function(2), .function(10))
    #expect(desk.isClosed && slips(paper) == 1)
  }

  @Test func aPrinterThatIsOutIsAWarningAndHoldsNobodyUp() throws {
    let desk = try desk()
    desk.scan(ada, "101")
    desk.press(.control("p"))
    desk.scan("102")
    #expect(desk.list.count == 2)
    #expect(
      desk.station.warnings.map(\.text).contains {
        $0.hasPrefix("Slips wait for the printer. The printer does not answer.")
      })
    let paper = plug()
    defer { close(paper) }
    // Later, by itself.
    desk.tick()
    #expect(slips(paper) == 0)
    desk.pause = .seconds(11)
    desk.tick()
    #expect(slips(paper) == 1)
    #expect(desk.station.warnings.isEmpty)
  }

  @Test func aDeskWithoutAPrinterSaysSoAndHelpDoesNotNameTheKey() throws {
    for desk in try [DeskSession(), self.desk(.never)] {
      desk.scan(ada, "101")
      desk.press(.control("p"))
      #expect(desk.notice.hasPrefix("This desk prints no slips."))
      let help = HelpPage(desk.station.desk)
      let look = Look(desk.station.shared, Palette())
      #expect(
        !help.lines(look, width: 70).contains { $0.text.contains("Ctrl-P") })
    }
    let printing = try desk()
    printing.press(.control("p"))
    #expect(!printing.notice.contains("prints no slips"))
    let lines = HelpPage(printing.station.desk).lines(
      Look(printing.station.shared, Palette()), width: 70)
    #expect(lines.contains { $0.text.contains("Ctrl-P") })
  }

  @Test func aReaderWithoutATransactionGetsNoSlip() throws {
    let desk = try desk()
    desk.press(.control("p"))
    #expect(desk.notice == English().noReader())
    desk.scan(ada)
    desk.press(.control("p"))
    #expect(
      desk.notice == "No slip: \(ada) has no loans or returns today.")
  }
}
