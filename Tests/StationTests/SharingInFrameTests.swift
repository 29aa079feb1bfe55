import Circulation
import Settings
import Sharing
import Terminal
import Testing

@testable import Station

/// The frame shows how far sharing is, beside what is not saved.
struct SharingInFrameTests {
  private func edge(
    _ standing: Sharer.Standing?, _ size: Size, _ language: Language
  ) throws -> String {
    var shared = try DeskSession(size: size, language: language).station.shared
    shared.status?.sharing = standing
    let palette = Palette()
    var surface = Surface(size: size, style: palette[.line])
    StatusView.drawCounts(Look(shared, palette), on: &surface)
    return (surface.lines.last ?? "").replacing(#/ +$/#, with: "")
  }

  private let time = LocalTime(
    secondsSince1970: 1_527_750_300, utcOffset: 7_200)

  @Test func inEnglishIn80Columns() throws {
    for (standing, edge) in [
      (
        nil,
        "Unsaved: 0   In OffCirc.dat: 0   Today: 0 loans, 0 returns, 0 readers"
      ),
      (
        .upToDate,
        "Unsaved: 0   Shared: up to date   Today: 0 loans, 0 returns, 0 readers"
      ),
      (
        .waiting(count: 12, since: time),
        "Unsaved: 0   Shared: 12 waiting since 09:05"
      ),
      (
        .off(since: time),
        "Unsaved: 0   Shared: off since 09:05   0 loans, 0 returns, 0 readers"
      ),
    ] as [(Sharer.Standing?, String)] {
      #expect(try self.edge(standing, .usual, .english) == "   " + edge)
    }
  }

  @Test func inFrenchAndInTheSmallestWindow() throws {
    for (standing, size, edge) in [
      (.upToDate, .least, "À sauvegarder : 0   Partagé : à jour"),
      (
        .waiting(count: 12, since: time), .usual,
        "À sauvegarder : 0   Partagé : 12 en attente depuis 09:05"
      ),
      (
        .off(since: time), .least,
        "À sauvegarder : 0   Partagé : coupé depuis 09:05"
      ),
    ] as [(Sharer.Standing, Size, String)] {
      #expect(try self.edge(standing, size, .french) == "   " + edge)
    }
  }
}
