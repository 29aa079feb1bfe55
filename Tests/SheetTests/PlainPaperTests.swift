import Settings
import Testing

@testable import Languages
@testable import Sheet

/// A page that is about no pupil: its tables and its chart.
struct PlainPaperTests {
  @Test func aBarIsAsLongAsItsShare() throws {
    let rows = (0..<80).map { ["\($0):00", "\($0)"] }
    let paper = Paper(
      title: "T",
      parts: [
        .heading("H"), .paragraph("P"),
        .table(head: ["A", "B"], rows: [["1", "2"]]),
        .chart(
          head: ["Hour", "All"], rows: rows,
          shares: rows.indices.map { Double($0) / 79 }),
      ])
    let pages = try Printout.papers([paper])
      .pages(.ofDrawing(), Language.english.words).pages
    #expect(pages.count > 1)
    // Rules are thin, bars are not.
    let bars = pages.flatMap(\.bars).filter { $0.height > 1 }
    #expect(bars.count == 80)
    #expect(bars[0].width == 0)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.width < $1.width })
    let area = PaperLayout.area
    #expect(
      bars.allSatisfy { $0.right <= area.right + 0.01 && $0.top >= area.top })
    let texts = pages.flatMap(\.texts).map(\.string)
    #expect(["T", "H", "P", "79:00"].allSatisfy(texts.contains))
  }
}
