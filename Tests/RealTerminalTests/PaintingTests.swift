import Foundation
import Support
import Testing

/// A scan is painted at once: nobody sees half of it, and a slow line carries
/// one packet.
@Suite(.serialized, .ownThread)
struct PaintingTests {
  private let folder = TestFolder()

  @Test func aScanIsPaintedByOneWrite() throws {
    let station = try Pty(in: folder)
    try station.look(for: "Offline Circulation")
    station.type("9921000000164\r")
    try station.look(for: "9921000000164")
    // The system counts the writes, since what is read from a terminal does not
    // show how it was written.
    guard let before = station.writeCount else { return }
    let sentBefore = station.sent.count
    let scans = (101...120).map { "37000034\($0)" }
    for scan in scans {
      station.type(scan + "\r")
      try station.look(for: "loan of \(scan)")
    }
    let count = try #require(station.writeCount) - before
    // Two rows, the message and the counts, on a terminal without colours.
    #expect(station.sent.count - sentBefore <= 260 * scans.count)
    // One of the journal, one of the lock and one of the terminal; the time may
    // change meanwhile.
    #expect(count <= 3 * scans.count + 5)
  }
}
