import Scanning
import Settings
import Testing

@testable import Languages
@testable import Sheet
@testable import Station

/// What stands where on the sheet.
struct PageTests {
  private static func page(_ language: Language) throws -> Page {
    let words = language.words
    return try Page(
      title: words.sheetTitle, purpose: words.sheetPurpose,
      name: words.name(of:))
  }

  @Test(arguments: Language.allCases)
  func everyCommandIsOnItOnceWithItsWords(_ language: Language) throws {
    let page = try Self.page(language)
    #expect(page.entries.map(\.code) == CommandCode.commands)
    #expect(
      page.entries.map(\.print.string) == CommandCode.commands.map(\.rawValue))
    let names = page.entries.map(\.name.string)
    #expect(names == CommandCode.commands.map(language.words.name(of:)))
    #expect(Set(names).count == names.count)
  }

  @Test func theLanguagesDifferInWordsAndNotInBars() throws {
    let english = try Self.page(.english)
    let french = try Self.page(.french)
    #expect(english.title.string != french.title.string)
    #expect(english.purpose.string != french.purpose.string)
    for (english, french) in zip(english.entries, french.entries) {
      #expect(english.name.string != french.name.string)
      #expect(english.bars == french.bars)
    }
  }

  @Test func everythingIsInsideThePageAndNothingOverlaps() throws {
    let page = try Self.page(.english)
    // A printer leaves an edge of some millimetres white.
    let printable = Box(
      left: 10, top: 10, width: Page.whole.width - 20,
      height: Page.whole.height - 20)
    let places =
      [page.title.place, page.purpose.place]
      + page.entries.flatMap { [$0.quietZone, $0.print.place, $0.name.place] }
    for (index, place) in places.enumerated() {
      #expect(printable.left <= place.left && place.right <= printable.right)
      #expect(printable.top <= place.top && place.bottom <= printable.bottom)
      // From the top down, each below the one before.
      if index > 0 { #expect(places[index - 1].bottom < place.top) }
    }
  }

  @Test func theStatesAreBesideTheCommandsAndNoBeamCrossesTwo() throws {
    let words = Language.french.words
    let page = try Page(
      title: words.sheetTitle, purpose: words.sheetPurpose, withSlip: true,
      withStates: true, name: words.name(of:))
    #expect(
      page.entries.map(\.code)
        == CommandCode.commands + [.slip] + CommandCode.states)
    #expect(Set(page.entries.map(\.code)) == Set(CommandCode.allCases))
    let zones = page.entries.map(\.quietZone)
    for (index, zone) in zones.enumerated() {
      #expect(10 <= zone.left && zone.right <= Page.whole.width - 10)
      #expect(page.entries[index].name.place.bottom <= Page.whole.height - 10)
      for other in zones[..<index] {
        // One is higher than the other, wholly.
        #expect(zone.bottom + 3 < other.top || other.bottom + 3 < zone.top)
      }
    }
  }

  @Test func everyBarIsWideEnoughAndHasWhiteBesideIt() throws {
    #expect(Page.module >= 0.4)
    for entry in try Self.page(.english).entries {
      let first = try #require(entry.bars.first)
      let last = try #require(entry.bars.last)
      // Code 128 asks for ten modules.
      #expect(first.left - entry.quietZone.left >= 10 * Page.module)
      #expect(entry.quietZone.right - last.right >= 10 * Page.module)
      for (bar, next) in zip(entry.bars, entry.bars.dropFirst()) {
        #expect(next.left - bar.right > 0.99 * Page.module)
      }
      for bar in entry.bars {
        #expect(0.99 * Page.module < bar.width)
        #expect(bar.width < 4.01 * Page.module)
        #expect(bar.top == entry.quietZone.top)
        #expect(bar.height >= 10)
      }
    }
  }

  @Test func theCodesAreFarApart() throws {
    let entries = try Self.page(.english).entries
    for (entry, next) in zip(entries, entries.dropFirst()) {
      #expect(next.quietZone.top - entry.quietZone.bottom >= 20)
    }
  }

  @Test func aSymbolIsThatOfTheStandard() throws {
    // Start B, A, the check character (104 + 33) % 103 = 34, stop.
    let widths = [
      [2, 1, 1, 2, 1, 4], [1, 1, 1, 3, 2, 3], [1, 3, 1, 1, 2, 3],
      [2, 3, 3, 1, 1, 1, 2],
    ].flatMap(\.self)
    let symbol = try Symbol("A")
    #expect(symbol.width == 11 * 3 + 13)
    var edge = 0
    var bars: [Range<Int>] = []
    for (index, width) in widths.enumerated() {
      if index.isMultiple(of: 2) { bars.append(edge..<edge + width) }
      edge += width
    }
    #expect(symbol.bars == bars)
  }

  @Test func aTextThatHasNoSymbolIsRefused() {
    let long = String(repeating: "a", count: 500)
    for text in ["", long] {
      #expect(throws: DrawingError.self) { try Symbol(text) }
    }
  }
}
