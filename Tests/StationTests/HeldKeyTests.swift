import Circulation
import Terminal
import Testing

@testable import Station

/// A key that is held down, and one that is pressed again.
struct HeldKeyTests {
  /// A desk with twenty loans, and a person with quick hands.
  private func desk() throws -> DeskSession {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    for number in 101...120 { desk.scan("\(number)") }
    return desk
  }

  private func press(
    _ key: Key, after milliseconds: Int..., on desk: DeskSession
  ) {
    for milliseconds in milliseconds {
      desk.pause = .milliseconds(milliseconds)
      desk.press(key)
    }
    desk.pause = .seconds(1)
  }

  /// How long a keyboard waits before it repeats a key, and how often it does:
  /// the Linux console, Windows, GNOME, KDE, X11, and the slowest of `kbdrate`.
  @Test(arguments: [
    (250, 33), (500, 33), (500, 30), (600, 40), (660, 40), (750, 92),
    (1_000, 33), (500, 500),
  ])
  func deleteThatIsHeldDownTakesOneLine(
    _ delay: Int, _ interval: Int
  ) throws {
    let desk = try desk()
    press(.function(8), after: 5_000, delay, on: desk)
    for _ in 0..<30 { press(.function(8), after: interval, on: desk) }
    #expect(desk.list.count == 19)
    #expect(desk.selected == "loan 119 9921000000164")
    #expect(
      desk.notice
        == "F8 deletes one line at a time. Release it, then press it again for the next line."
    )
    #expect(try desk.journal == desk.list)
    press(.function(8), after: 900, on: desk)
    #expect(desk.list.count == 18)
  }

  @Test(arguments: [(250, 33), (500, 30), (660, 40), (750, 92)])
  func theKeyOfTheTransactionThatIsHeldDownGoesOverOnce(
    _ delay: Int, _ interval: Int
  ) throws {
    for count in [1, 2, 29, 30] {
      let desk = try desk()
      press(.function(3), after: 5_000, delay, on: desk)
      for _ in 0..<count { press(.function(3), after: interval, on: desk) }
      #expect(desk.station.desk.operation == .return)
    }
    let desk = try desk()
    press(.function(3), after: 1_000, 150, on: desk)
    #expect(desk.station.desk.operation == .loan)
  }

  @Test func strokesThatComeInOneBunchTakeOneLine() throws {
    let desk = try desk()
    desk.feed([Event](repeating: .key(.function(8)), count: 30))
    #expect(desk.list.count == 19)
  }

  @Test func whoPressesItAgainAndAgainGetsThere() throws {
    let desk = try desk()
    for _ in 0..<5 { press(.function(8), after: 550, on: desk) }
    #expect(desk.list.count == 15)
    // Too soon to be told from a held key: nothing, and it is said.
    press(.function(8), after: 300, on: desk)
    #expect(desk.list.count == 15)
    #expect(desk.notice.hasPrefix("F8 deletes one line at a time."))
    press(.function(8), after: 550, on: desk)
    #expect(desk.list.count == 14)
  }

  @Test func theSameGoesForItsButtonAndForDelInTheList() throws {
    for (control, keys) in [
      (Control.delete, [Key.enter, .alt("d")]), (.list, [.delete]),
    ] {
      for key in keys {
        let desk = try desk()
        while desk.focus != control { desk.press(.tab) }
        for _ in 0..<10 { press(key, after: 33, on: desk) }
        #expect(desk.list.count == 19, "\(key)")
      }
    }
  }

  @Test func anotherKeyBetweenMakesItAPress() throws {
    let desk = try desk()
    press(.function(8), after: 1_000, on: desk)
    press(.control("z"), after: 100, on: desk)
    press(.function(8), after: 100, on: desk)
    #expect(desk.list.count == 19)
  }

  @Test(arguments: [250, 500, 660, 750])
  func undoThatIsHeldDownTakesOneStep(_ delay: Int) throws {
    let desk = try desk()
    for _ in 0..<6 { press(.function(8), after: 3_000, on: desk) }
    press(.control("z"), after: 5_000, delay, 33, 33, 33, 33, on: desk)
    #expect(desk.list.count == 15)
    #expect(desk.notice.hasPrefix("Ctrl-Z undoes one step at a time."))
    press(.control("z"), after: 850, 850, on: desk)
    #expect(desk.list.count == 17)
  }

  @Test func twoClicksCloseTogetherDeleteOneLine() throws {
    let desk = try desk()
    for milliseconds in [5_000, 150, 200] {
      desk.pause = .milliseconds(milliseconds)
      desk.click(on: "[Delete")
      desk.pause = .milliseconds(80)
      desk.feed([.otherMouse])
    }
    #expect(desk.list.count == 19)
    desk.pause = .milliseconds(600)
    desk.click(on: "[Delete")
    #expect(desk.list.count == 18)
  }
}
