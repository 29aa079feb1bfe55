import Circulation
import Terminal
import Testing

@testable import Catalogue
@testable import Station

/// Scans that come at once ask the lists together, and for a title only where
/// it is shown.
struct ListedBurstTests {
  private static let untitled = "37000034184"

  private func lists() throws -> KnownLists {
    try KnownLists([
      (.items, KnownLists.items + "\(Self.untitled);;;;non;0\n")
    ])
  }

  @Test(arguments: [
    (["37000034179", "37000034183"], "Algèbre."),
    (["37000034183", "37000034179"], "Analyse réelle et complexe."),
    // What has no title tells nothing.
    (["37000034183", untitled], "Algèbre."),
  ])
  func ofABurstTheLastTitleIsTold(
    _ items: [String], _ title: String
  ) throws {
    let desk = try lists().desk()
    desk.scan("9921000000164")
    desk.feed(items.flatMap { [Event].scan($0) })
    #expect(desk.list.count == items.count)
    #expect(desk.notice.hasSuffix(" " + title))
  }

  @Test func ofABurstEachScanIsJudged() throws {
    let desk = try KnownLists().desk()
    desk.scan("9921000000164")
    desk.feed(
      ["37000034179", "37000034180", "37000099999"]
        .flatMap { [Event].scan($0) })
    #expect(desk.list == ["loan 37000034179 9921000000164"])
    #expect(desk.notice.contains("37000099999 is in no list of items"))
    #expect(desk.notice.contains("37000034180"))
  }

  @Test func theQuestionsOfATurnShareALockThatEndsWithIt() throws {
    let lists = try KnownLists()
    let watch = CatalogueWatch(lists.path)
    watch.look()
    let other = try Database(lists.path, for: .building)
    watch.beginTurn()
    #expect(watch.standing(ofItem: "37000034180")?.isNotForLoan == true)
    #expect(throws: DatabaseError.self) {
      try other.execute("BEGIN EXCLUSIVE")
    }
    #expect(watch.item("37000034183")?.title == "Algèbre")
    watch.endTurn()
    try other.execute("BEGIN EXCLUSIVE")
    try other.execute("ROLLBACK")
    #expect(watch.problem == nil)
  }
}
