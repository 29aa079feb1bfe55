import Terminal

/// A field for one number, with the usual keys.
struct EntryField: Hashable {
  /// The state of the content: the next character typed replaces it, or not.
  ///
  /// A scanner types without looking: what it adds to the end of an old number
  /// would be a wrong one.
  enum Standing: Hashable {
    /// It is being typed.
    case open
    /// It is known where it belongs, so nothing is lost with it.
    case settled
    /// It is nowhere else yet: that it gives way must be said.
    case held
    /// It is recorded but not on disk; the desk keeps it.
    case waiting
  }

  private(set) var characters: [Character] = []
  /// The index of the character under the cursor.
  private(set) var cursor = 0
  private(set) var standing = Standing.open

  init() {}

  /// A field with a number that is known where it belongs.
  init(showing number: String) {
    show(number)
  }

  /// The number in the field, without spaces around it.
  var number: String {
    let first = characters.firstIndex { $0 != " " } ?? characters.endIndex
    let end = (characters.lastIndex { $0 != " " } ?? -1) + 1
    return first < end ? String(characters[first..<end]) : ""
  }

  /// All that is in the field.
  var text: String { String(characters) }

  var isEmpty: Bool { characters.allSatisfy { $0 == " " } }

  /// True if the next character typed replaces all of them.
  var isSelected: Bool { standing != .open && !characters.isEmpty }

  /// True if its content was typed just now.
  var isTyped: Bool { standing == .open && !isEmpty }

  /// Types a character.
  ///
  /// - Returns: the number that gave way to it and is nowhere else, if any.
  mutating func type(_ character: Character) -> String? {
    let lost = standing == .held && !isEmpty ? number : nil
    if standing != .open { erase() }
    characters.insert(character, at: cursor)
    cursor += 1
    return lost
  }

  mutating func edit(_ action: Action) {
    // What waits for the disk is the desk's; only its picture is here.
    if standing == .waiting { erase() }
    let wasSelected = isSelected
    standing = .open
    switch action {
    case .fieldLeft: cursor = max(cursor - 1, 0)
    case .fieldRight: cursor = min(cursor + 1, characters.count)
    case .fieldHome: cursor = 0
    case .fieldEnd: cursor = characters.count
    case .eraseBefore where wasSelected, .eraseAfter where wasSelected,
      .eraseField:
      erase()
    case .eraseBefore where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .eraseAfter where cursor < characters.count:
      characters.remove(at: cursor)
    default: break
    }
  }

  mutating func erase() {
    self = EntryField()
  }

  /// Leaves what is in the field to the next character typed.
  mutating func select(as standing: Standing) {
    guard !characters.isEmpty, self.standing != .waiting else { return }
    self.standing = standing
    cursor = characters.count
  }

  /// Shows a number that waits for the disk.
  mutating func show(waiting number: String) {
    characters = Array(number)
    cursor = characters.count
    standing = .waiting
  }

  /// Shows a number that is known where it belongs.
  mutating func show(_ number: String) {
    characters = Array(number)
    cursor = characters.count
    standing = .settled
  }

  /// Moves the cursor to the position of a click in the field's area.
  ///
  /// A number that gives way goes on doing so: who clicks into the field
  /// before the next scan does not mean the two to become one.
  mutating func moveCursor(to position: Position, in area: Area) {
    guard standing == .open else { return }
    let index =
      position.column - area.column + firstVisible(width: area.width)
    cursor = min(max(index, 0), characters.count)
  }

  /// The first character that is seen in a field this wide.
  func firstVisible(width: Int) -> Int {
    max(cursor - width + 1, 0)
  }
}
