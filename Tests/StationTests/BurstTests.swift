import Seeded
import Terminal
import Testing

@testable import Station

/// Much at once: a memory scanner, a paste, a slow disk.
struct BurstTests {
  @Test func twoThousandScansInOneTurnAreRecordedInOrderWithOneSync() throws {
    let desk = try DeskSession()
    desk.press(.function(3))
    let items = (0..<2_000).map { "3700\(100_000 + $0)" }
    let before = desk.disk.syncCount
    desk.feed(items.flatMap { [Event].scan($0) })
    #expect(desk.disk.syncCount == before + 1)
    #expect(try desk.journal == items.map { "return \($0)" })
    #expect(
      desk.notice
        == "Recorded 2000 transactions. Last item: \(items[1_999]).")
    desk.press(.function(2))
    #expect(try desk.savedLines.count == 2_000)
  }

  @Test func aBurstWithTabsIsRecordedWithOneSyncToo() throws {
    let desk = try DeskSession()
    desk.press(.function(3))
    let items = (0..<200).map { "3700\(100_000 + $0)" }
    let before = desk.disk.syncCount
    desk.feed(items.flatMap { [Event].scan($0, suffix: .tab) })
    #expect(desk.disk.syncCount == before + 1)
    desk.press(.enter)
    #expect(try desk.journal == items.map { "return \($0)" })
  }

  @Test func refusedNumbersInTheMiddleOfABurstAreSaid() throws {
    let desk = try DeskSession()
    desk.feed(
      .scan("9921000000164") + .scan("101") + .scan("1é2") + .scan("102")
        + .scan("1è3") + .scan("1ê4") + .scan("103"))
    #expect(desk.list.count == 3)
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.notice.contains("Refused: 1é2"))
    #expect(desk.notice.contains("Refused: 1è3"))
    #expect(
      desk.notice.contains("Recorded 3 transactions. Last item: 103."))
    #expect(desk.notice.hasSuffix("1 more scan refused."))
    #expect(!desk.bells.isEmpty)
  }

  @Test func whatWasRefusedIsSaidThoughMoreThanScansFollowed() throws {
    let desk = try DeskSession()
    desk.feed(
      .scan("9921000000164") + .scan("1é2") + .scan("102")
        + [.key(.function(3))])
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.notice.contains("Refused: 1é2"))
  }

  @Test func aKeyTypedAheadDoesWhatItWouldHaveDoneLater() throws {
    let keys: [[Event]] = [
      .scan("9921000000164") + .scan("101") + .scan("102"),
      [.key(.function(8))],
      .scan("103") + [.key(.tab), .key(.down)],
      .scan("104") + [.key(.pageUp), .key(.function(8))],
      .scan("105") + [.wheel(-1), .key(.function(8)), .key(.function(2))],
    ]
    let slow = try DeskSession()
    slow.feedSlowly(keys.flatMap(\.self))
    let fast = try DeskSession()
    fast.feed(keys.flatMap(\.self))
    #expect(try fast.savedLines == slow.savedLines)
    #expect(try slow.savedLines.count == 2)
    #expect(fast.screen == slow.screen)
  }

  /// However the input is cut into turns, the same is recorded.
  @Test(arguments: 0..<40)
  func turnsMakeNoDifference(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let events = (0..<120).flatMap { _ in Self.act(using: &random) }
    let slow = try DeskSession()
    // At one moment: time makes a difference to a key that may be held.
    slow.pause = .zero
    slow.feedSlowly(events)
    let fast = try DeskSession()
    fast.pause = .zero
    var rest = events[...]
    while !rest.isEmpty {
      let turn = rest.prefix(Int.random(in: 1...40, using: &random))
      fast.feed(Array(turn))
      rest = rest.dropFirst(turn.count)
    }
    #expect(fast.list == slow.list)
    #expect(try fast.journal == slow.journal)
    #expect(try fast.savedLines == slow.savedLines)
    #expect(fast.item == slow.item)
    #expect(fast.borrower == slow.borrower)
    #expect(fast.focus == slow.focus)
    #expect(fast.selected == slow.selected)
    #expect(fast.station.roomNames == slow.station.roomNames)
  }

  private static func act(
    using random: inout SeededGenerator
  ) -> [Event] {
    switch Int.random(in: 0..<20, using: &random) {
    case 0...9:
      return .scan(
        "\(Int.random(in: 1_000...9_999, using: &random))",
        suffix: Int.random(in: 0..<5, using: &random) == 0 ? .tab : .enter)
    case 10: return .scan("1é")
    case 11: return [.wheel(Int.random(in: -2...2, using: &random))]
    default:
      let keys: [Key] = [
        .function(1), .function(2), .function(3), .function(4), .function(8),
        .function(8), .escape, .escape, .tab, .backTab, .enter, .up, .down,
        .pageUp, .home, .end, .left, .right, .backspace, .delete,
        .character(" "), .alt("d"), .alt("s"), .alt("l"), .control("u"),
      ]
      return [.key(keys.randomElement(using: &random) ?? .enter)]
    }
  }
}
