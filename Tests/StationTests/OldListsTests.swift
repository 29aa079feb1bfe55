import Catalogue
import Foundation
import Support
import Terminal
import Testing

@testable import Station

/// Lists of borrowers that are too old are erased behind the desk, which opens
/// before and goes on with what is left.
struct OldListsTests {
  private func old(
    _ lists: KnownLists, inBackground: Bool = false
  ) -> OldLists {
    OldLists(
      of: lists.path, keptFor: 400, before: "2019-07-06",
      inBackground: inBackground)
  }

  @Test func theyAreErasedBehindTheDeskWhichSaysSo() throws {
    let lists = try KnownLists()
    let desk = try lists.desk(erasing: old(lists, inBackground: true))
    #expect(
      HangGuard.waits {
        desk.tick()
        return desk.notice.contains("Erased from the catalogue")
      })
    #expect(desk.notice.contains("borrowers.csv of 20 May 2018"))
    #expect(desk.notice.contains("loans.csv of 20 May 2018"))
    desk.scan("9921000000165", "37000034182")
    #expect(desk.list == ["loan 37000034182 9921000000165"])
    #expect(desk.notice.contains("Équations aux dérivées."))
    desk.press(.function(9), .end)
    #expect(desk.screen.contains("Erased from the catalogue"))
    #expect(desk.station.warnings.isEmpty)
  }

  @Test func whereNothingIsLeftTheDeskHasNoCatalogueAndNoWarning() throws {
    let lists = try KnownLists([(.borrowers, KnownLists.borrowers)])
    let desk = try lists.desk(erasing: old(lists))
    desk.tick()
    #expect(desk.notice.contains("Erased from the catalogue"))
    desk.scan("9921000000165", "1")
    #expect(desk.list == ["loan 1 9921000000165"])
    #expect(desk.station.warnings.isEmpty)
    // An import is taken up, and what is lost after it is told.
    try lists.add(.items, KnownLists.items)
    desk.scan("37000034180")
    #expect(desk.notice.contains("is not for loan"))
    try FileManager.default.removeItem(atPath: lists.path)
    desk.tick()
    #expect(desk.station.warnings.count == 1)
  }

  @Test func whatKeepsThemFromBeingErasedIsTold() throws {
    let lists = try KnownLists()
    try "damaged".write(
      toFile: lists.path + ".lists/000001-items-2018-05-21.csv",
      atomically: true, encoding: .utf8)
    let desk = try lists.desk(erasing: old(lists))
    desk.tick()
    #expect(desk.notice.contains("000001-items-2018-05-21.csv"))
    desk.scan("9921000000165")
    #expect(desk.notice.contains("is blocked"))
  }
}
