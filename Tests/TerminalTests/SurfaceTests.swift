import Testing

@testable import Terminal

/// The screen as a value: nothing on a row can shift.
struct SurfaceTests {
  private func surface(_ columns: Int, _ rows: Int) -> Surface {
    Surface(size: Size(columns: columns, rows: rows), style: .plain)
  }

  private func place(_ column: Int, _ row: Int) -> Position {
    Position(column: column, row: row)
  }

  @Test func textStandsWhereItIsWritten() {
    var surface = surface(8, 3)
    surface.write("Prêt", at: place(2, 1), style: .plain.bold)
    #expect(surface.lines == ["", "  Prêt", ""])
    #expect(surface[place(2, 1)].style == .plain.bold)
    #expect(surface[place(1, 1)].style == .plain)
    #expect(surface[place(6, 1)].style == .plain)
  }

  @Test func whatDoesNotFitIsLeftOut() {
    var surface = surface(4, 2)
    surface.write("abcdef", at: place(2, 0), style: .plain)
    surface.write("abcdef", at: place(-2, 1), style: .plain)
    #expect(surface.lines == ["  ab", "cdef"])
    surface.write("xyz", at: place(0, 2), style: .plain)
    surface.write("xyz", at: place(0, -1), style: .plain)
    surface.write("xyz", at: place(4, 0), style: .plain)
    surface.write("xyz", at: place(9, 0), style: .plain)
    #expect(surface.lines == ["  ab", "cdef"])
  }

  @Test func aWidthCutsTheText() {
    var surface = surface(8, 1)
    surface.write("abcdef", at: place(1, 0), style: .plain, width: 3)
    #expect(surface.lines == [" abc"])
    surface.write("xyz", at: place(0, 0), style: .plain, width: 0)
    #expect(surface.lines == [" abc"])
    surface.write("xyz", at: place(0, 0), style: .plain, width: -3)
    #expect(surface.lines == [" abc"])
  }

  @Test(arguments: [
    "字", "🙂", "e\u{301}", "\u{200b}", "\u{ad}", "\u{1b}", "\u{0}", "\n",
    "\u{7f}", "\u{9b}", "\u{202e}", "\u{301}", "👩‍👩‍👧", "ｱ", "\r\n",
  ])
  func whatIsNotSurelyOneColumnIsAQuestionMark(_ character: String) {
    var surface = surface(4, 1)
    surface.write("a\(character)b", at: place(0, 0), style: .plain)
    // A combining accent joins the character before it.
    let expected = character == "\u{301}" ? "?b" : "a?b"
    #expect(surface.lines == [expected])
  }

  @Test(arguments: "éÀœß€–—…·•▸◄─│┌┐└┘←→↑↓█░×°«»ЖΩ")
  func whatIsOneColumnStays(_ character: Character) {
    var surface = surface(3, 1)
    surface.write("a\(character)b", at: place(0, 0), style: .plain)
    #expect(surface.lines == ["a\(character)b"])
  }

  @Test func whatIsOneColumnJoinsWithNoNeighbour() {
    for value in 0x20...UInt32(0xffff) {
      guard let scalar = Unicode.Scalar(value), scalar.isOneColumn else {
        continue
      }
      #expect("e\(scalar)\(scalar)e".count == 4, "\(scalar)")
    }
  }

  @Test func fillKeepsToTheSurface() {
    var surface = surface(4, 3)
    surface.fill(
      Area(column: 2, row: 1, width: 9, height: 9), with: "x", style: .plain)
    #expect(surface.lines == ["", "  xx", "  xx"])
    surface.fill(
      Area(column: -1, row: -1, width: 2, height: 2), with: "y",
      style: .plain)
    #expect(surface.lines == ["y", "  xx", "  xx"])
    for (width, height) in [(0, 1), (1, 0), (-1, 1), (1, -1)] {
      surface.fill(
        Area(column: 1, row: 1, width: width, height: height), with: "z",
        style: .plain)
    }
    #expect(surface.lines == ["y", "  xx", "  xx"])
  }

  @Test func thereIsASurfaceOfEverySize() {
    #expect(surface(0, 0).lines.isEmpty)
    #expect(surface(0, 2).lines == ["", ""])
    #expect(surface(1, 1).lines == [""])
    #expect(surface(3, 2).row(1).count == 3)
  }

  @Test func noPlaceIsInAnAreaWithoutWidthOrHeight() {
    let area = Area(column: 2, row: 3, width: 4, height: 2)
    #expect(area.contains(place(2, 3)))
    #expect(area.contains(place(5, 4)))
    #expect(!area.contains(place(6, 4)))
    #expect(!area.contains(place(5, 5)))
    #expect(!area.contains(place(1, 3)))
    #expect(!area.contains(place(2, 2)))
    for width in [0, -1, -9] {
      #expect(!Area(column: 2, row: 3, width: width).contains(place(2, 3)))
      #expect(
        !Area(column: 2, row: 3, width: 1, height: width)
          .contains(place(2, 3)))
    }
  }
}
