import Terminal
import Testing

@testable import Station

/// A field for one number.
struct EntryFieldTests {
  private func field(_ text: String) -> EntryField {
    var field = EntryField()
    for character in text { _ = field.type(character) }
    return field
  }

  private func text(_ field: EntryField) -> String {
    String(field.characters)
  }

  @Test func typingInsertsAtTheCursor() {
    var field = field("acd")
    field.edit(.fieldHome)
    field.edit(.fieldRight)
    #expect(field.type("b") == nil)
    #expect(text(field) == "abcd")
    #expect(field.cursor == 2)
  }

  @Test func editingKeysStopAtTheEnds() {
    var field = field("ab")
    field.edit(.fieldRight)
    #expect(field.cursor == 2)
    field.edit(.eraseAfter)
    #expect(text(field) == "ab")
    field.edit(.fieldHome)
    field.edit(.fieldLeft)
    field.edit(.eraseBefore)
    #expect(text(field) == "ab")
    #expect(field.cursor == 0)
    field.edit(.eraseAfter)
    #expect(text(field) == "b")
    field.edit(.fieldEnd)
    field.edit(.eraseBefore)
    #expect(text(field).isEmpty)
    field.edit(.eraseBefore)
    field.edit(.eraseAfter)
    field.edit(.eraseField)
    #expect(field == EntryField())
  }

  @Test func aSettledNumberGivesWayInSilence() {
    var field = field("123")
    field.select(as: .committed)
    #expect(field.isSelected)
    #expect(field.type("9") == nil)
    #expect(text(field) == "9")
    #expect(!field.isSelected)
  }

  @Test func aHeldNumberGivesWayAndIsTold() {
    var field = field(" 123")
    field.select(as: .pending)
    #expect(field.type("9") == "123")
    #expect(field.type("8") == nil)
    #expect(text(field) == "98")
  }

  @Test func anEditingKeyTakesASelectedNumberUp() {
    var field = field("123")
    field.select(as: .pending)
    field.edit(.fieldLeft)
    #expect(field.type("x") == nil)
    #expect(text(field) == "12x3")
    for action in [Action.eraseBefore, .eraseAfter] {
      field.select(as: .pending)
      field.edit(action)
      #expect(text(field).isEmpty)
      field = self.field("123")
    }
  }

  @Test func whatWaitsForTheDiskIsOnlyShown() {
    var field = EntryField()
    field.show(unsynced: "123")
    #expect(text(field) == "123")
    field.select(as: .pending)
    #expect(field.state == .unsynced)
    field.moveCursor(to: 1)
    #expect(field.state == .unsynced)
    #expect(field.type("9") == nil)
    #expect(text(field) == "9")
    field.show(unsynced: "123")
    field.edit(.eraseBefore)
    #expect(text(field).isEmpty)
  }

  @Test func nothingToSelectInAnEmptyField() {
    var field = EntryField()
    field.select(as: .pending)
    #expect(!field.isSelected)
    #expect(field.type("1") == nil)
  }

  @Test func blanksAroundTheNumberAreNotPartOfIt() {
    #expect(field("  12 3 ").number == "12 3")
    #expect(field("  12 3 ").text == "  12 3 ")
    #expect(field("   ").isEmpty)
    #expect(field("   ").number.isEmpty)
    #expect(field("").number.isEmpty)
  }

  @Test func aClickNearAnythingMovesTheCursorIntoTheText() {
    var field = field("123")
    field.moveCursor(to: 99)
    #expect(field.cursor == 3)
    field.moveCursor(to: -4)
    #expect(field.cursor == 0)
    field.moveCursor(to: 1)
    #expect(field.cursor == 1)
  }

  @Test func theCursorIsAlwaysInSight() {
    var field = field("1234567890")
    #expect(field.firstVisible(width: 5) == 6)
    #expect(field.firstVisible(width: 11) == 0)
    field.edit(.fieldHome)
    #expect(field.firstVisible(width: 5) == 0)
  }
}

extension EntryField {
  /// Moves the cursor to a click so many columns behind the field's first one.
  fileprivate mutating func moveCursor(to column: Int) {
    moveCursor(
      to: Position(column: 10 + column, row: 0),
      in: Area(column: 10, row: 0, width: 42))
  }
}
