import Catalogue
import Circulation
import Terminal
import Testing

@testable import Station

// What journals tell of a class, while a desk goes on recording.
extension HandOutTests {
  /// The journals of a desk, which may not be read for a while.
  private final class Journals {
    let disk = TestDisk()
    var readCount = 0
    var fails = false

    func desk(of school: SchoolClass) throws -> DeskSession {
      let desk = try DeskSession(
        disk: disk, lists: CatalogueWatch(school.lists.path))
      desk.listFolder = school.lists.folder
      try desk.handOut(to: school.read(), with: watch)
      desk.feed([.resize(.usual)])
      desk.tick()
      return desk
    }

    private var watch: LendingWatch {
      LendingWatch { folder, others in
        self.readCount += 1
        return try LendingHistory.read(
          of: StationFolder(path: self.disk.realPath(of: folder.path)),
          beside: others
        ).history
      } lookingAt: { folder in
        if self.fails {
          throw FileError(operation: .read, path: folder.archive, code: 5)
        }
        return []
      }
    }
  }

  @Test func journalsAreReadOnceForLoansAndTurnsThatArePassedOver() throws {
    let journals = Journals()
    let desk = try journals.desk(of: SchoolClass())
    #expect(desk.giveOut(atMost: 3) == 3)
    desk.press(.function(6), .function(8), .control("z"))
    #expect(desk.giveOut(atMost: 2) == 2)
    #expect(journals.readCount == 1)
  }

  @Test func whatWasGivenIsKnownIfJournalsCannotBeReadAgain() throws {
    let journals = Journals()
    let desk = try journals.desk(of: SchoolClass())
    journals.fails = true
    desk.scan("3100000")
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    desk.scan("3100001")
    #expect(desk.list.count == 2)
    #expect(desk.turn == "BERNARD Tom: Anglais 4e")
    journals.fails = false
    desk.scan("3100002")
    #expect(desk.turn == "CARLIER Inès: Anglais 4e")
    #expect(desk.list.count == 3)
  }
}
