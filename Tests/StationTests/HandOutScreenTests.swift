import Settings
import Terminal
import Testing

@testable import Station

/// The hand-out as it is seen.
struct HandOutScreenTests {
  private func desk(
    _ language: Language, _ size: Size
  ) throws -> DeskSession {
    let desk = try SchoolClass(loans: [(1, 1, 7), (4, 5, 7)], twoYears: [5])
      .desk(size: size, language: language)
    _ = desk.giveOut(atMost: 2)
    desk.press(.function(6), .function(8))
    _ = desk.giveOut(atMost: 1)
    return desk
  }

  @Test func inEnglish() throws {
    let desk = try desk(.english, .usual)
    #expect(
      desk.screen == """
        """)
  }

  @Test func inAWrongTitleInFrench() throws {
    let desk = try desk(.french, .usual)
    desk.scan(SchoolClass.copy(0, of: 3))
    #expect(
      desk.screen == """
        """)
  }

  @Test func inASmallWindow() throws {
    let desk = try desk(.english, .least)
    #expect(
      desk.screen == """
        """)
  }

  @Test func inASmallWindowInFrench() throws {
    let desk = try desk(.french, .least)
    #expect(
      desk.screen == """
        """)
  }
}
