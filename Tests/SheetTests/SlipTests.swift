import Circulation
import Settings
import Support
import Testing

@testable import Languages
@testable import Sheet

/// A slip for one reader: what is on it, and what is not.
struct SlipTests {
  private func slip(
    _ style: SlipStyle = SlipStyle(), _ language: Language = .english
  ) -> Slip {
    SlipSamples.slip(style, language)
  }

  @Test func aSlipHasTheLoansAndTheReturnsWithTimesAndTitles() {
    let slip = slip()
    #expect(slip.head == ["Main desk"])
    #expect(slip.about == ["1 Sep 2026 09:07", "Card: …0164"])
    #expect(slip.parts.map(\.heading) == ["2 loans", "1 return"])
    #expect(
      slip.parts[0].lines == [
        .init(
          number: "37000034179", time: "09:00",
          facts: ["Germinal", "due about 22 Sep 2026"]),
        .init(number: "37000034180", time: "09:01", facts: []),
      ])
    #expect(slip.parts[1].lines.map(\.number) == ["37000034179"])
    // One due date is not known.
    #expect(
      slip.sentences == [
        "The library sets the due dates when its system is back.",
        "OffCirc a1b2c3 4–6",
      ])
    #expect(slip.card == nil)
  }

  @Test func theCardIsShownAsFarAsTheLibrarySays() {
    var style = SlipStyle()
    style.card = .no
    #expect(slip(style).about.count == 1 && slip(style).card == nil)
    style.card = .full
    #expect(slip(style, .french).about[1] == "Carte : 9921000000164")
    #expect(slip(style).card == "9921000000164")
    // Half of a short number stays unknown.
    #expect(CardOnSlip.last4.shown("1234") == "…34")
    #expect(CardOnSlip.last4.shown("7") == "…")
  }

  @Test func theLibrarysOwnLinesAreAtBothEnds() {
    var style = SlipStyle()
    style.head = ["Bibliothèque"]
    style.foot = ["Merci"]
    #expect(slip(style).head == ["Bibliothèque", "Main desk"])
    #expect(slip(style).foot == ["Merci"])
  }

  @Test(arguments: SlipWidth.allCases)
  func nothingIsOffThePaperAndNoLineIsOverAnother(_ width: SlipWidth) throws {
    var style = SlipStyle()
    style.width = width
    style.card = .full
    style.head = [
      "Une bibliothèque dont le nom est bien plus long qu'un ticket"
    ]
    let ruler = try Ruler.ofDrawing()
    let page = try slip(style, .french).page(ruler).page
    let edge = (width.paper - width.printed) / 2
    let places = page.texts.map(\.place)
    for box in places + page.bars {
      #expect(edge <= box.left && box.right <= width.paper - edge + 0.01)
      #expect(box.bottom < page.size.bottom)
    }
    for (index, place) in places.enumerated() {
      for other in places[..<index] where other.top != place.top {
        #expect(other.bottom <= place.top + 0.01)
      }
      for bar in page.bars {
        #expect(bar.bottom <= place.top + 0.3 || place.bottom <= bar.top + 0.01)
      }
    }
    // A narrow one is not cut, but longer.
    #expect(page.texts.contains { $0.string.contains("37000034180") })
  }

  @Test func everyBarBeginsAndEndsAtADot() throws {
    let page = try slip().page(.ofDrawing()).page
    for bar in page.bars {
      for edge in [bar.left, bar.top, bar.width, bar.height] {
        let dots = edge * Double(SlipLayout.dots)
        #expect(dots == dots.rounded(), "\(bar)")
      }
    }
  }

  @Test func aNumberTooLongForTheBarsIsThereInDigits() throws {
    let long = String(repeating: "Ab9", count: 26)
    let ruler = try Ruler.ofDrawing()
    let slip = SlipSamples.slip(of: [long])
    let (page, withoutCode) = try slip.page(ruler)
    #expect(withoutCode == 1)
    let shown = page.texts.map(\.string).joined()
    #expect(shown.contains(long))
  }
}
