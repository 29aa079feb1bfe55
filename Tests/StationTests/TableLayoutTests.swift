import Testing

@testable import Station

/// A table on a page: its columns take what their texts need and what the
/// window has.
struct TableLayoutTests {
  private let columns = [
    TableColumn(heading: "Title", minimumWidth: 10),
    TableColumn(heading: "Author", minimumWidth: 6, isOptional: true),
    TableColumn(heading: "In", isOnRight: true),
  ]
  private let row = ["Équations différentielles", "Demailly J.", "4"]

  private func layout(_ width: Int) -> TableLayout {
    TableLayout(columns, [row], from: 3, width: width)
  }

  @Test func whereThereIsRoomEveryTextIsWhole() {
    let layout = layout(60)
    #expect(layout.columns.map(\.width) == [25, 11, 2])
    #expect(layout.columns.map(\.column) == [3, 30, 43])
    #expect(layout.cells(row).last == " 4")
  }

  @Test func theWidestColumnIsShortenedFirst() {
    #expect(layout(34).columns.map(\.width) == [17, 11, 2])
    #expect(layout(30).columns.map(\.width) == [13, 11, 2])
  }

  @Test func whereThereIsNoRoomAColumnIsLeftOut() {
    let layout = layout(20)
    #expect(layout.columns.map(\.heading) == ["Title", "In"])
    #expect(layout.columns.map(\.width) == [16, 2])
    #expect(layout.cells(row) == ["Équations différentielles", " 4"])
  }

  @Test func noWidthIsTooSmallToFindAPlace() {
    for width in 0...80 {
      let layout = layout(width)
      #expect(layout.columns.allSatisfy { $0.width > 0 })
      if width >= 14 {
        let end = layout.columns.last.map { $0.column + $0.width } ?? 0
        #expect(end <= 3 + width, "\(width)")
      }
    }
  }
}
