import Circulation
import Foundation
import Support
import Testing

/// A start costs what the station needs: what a rare command needs is opened
/// when it is used.
@Suite(.serialized, .ownThread)
struct StartTests {
  private let folder = TestFolder()

  @Test func theStationOpensFewLibraries() throws {
    let station = try Pty(in: folder)
    try station.look(for: "Offline Circulation")
    // Those of Swift are a part of the program that is built for a desk.
    let own = ["libswift", "libFoundation", "lib_Foundation"]
    let libraries = station.libraries.map(\.lastName).filter { name in
      !own.contains(where: name.hasPrefix)
    }
    #expect(!libraries.isEmpty)
    #expect(libraries.count <= 12, "\(libraries.sorted())")
    for name in ["libX11", "libicu", "libcairo", "libzint", "libxml2"] {
      #expect(!libraries.contains { $0.hasPrefix(name) })
    }
  }
}
