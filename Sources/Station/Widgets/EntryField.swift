import Terminal

/// A field for one number, with the usual keys.
struct EntryField: Hashable {
  /// The state of the content, which decides if the next character replaces it.
  ///
  /// A scanner types without looking: a number at the end of an old one would
  /// be a wrong one.
  enum State: Hashable {
    /// It is being typed.
    case editing
    /// Already recorded or identified: may be overwritten silently.
    case committed
    /// Not recorded: overwriting it must be reported.
    case pending
    /// Recorded but not on disk: the desk keeps it.
    case unsynced
  }

  private(set) var characters: [Character] = []
  /// The index of the character under the cursor.
  private(set) var cursor = 0
  private(set) var state = State.editing

  init() {}

  /// A field with a number that is recorded or identified.
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
  var isSelected: Bool { state != .editing && !characters.isEmpty }

  /// True if its content was typed just now.
  var isTyped: Bool { state == .editing && !isEmpty }

  /// Types a character.
  ///
  /// - Returns: the number that it overwrites and that is not recorded; nil if
  ///   there is none.
  mutating func type(_ character: Character) -> String? {
    let lost = state == .pending && !isEmpty ? number : nil
    if state != .editing { erase() }
    characters.insert(character, at: cursor)
    cursor += 1
    return lost
  }

  mutating func edit(_ action: Action) {
    // What waits for the disk is the desk's; only its picture is here.
    if state == .unsynced { erase() }
    let wasSelected = isSelected
    state = .editing
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
  mutating func select(as state: State) {
    guard !characters.isEmpty, self.state != .unsynced else { return }
    self.state = state
    cursor = characters.count
  }

  /// Shows a number that waits for the disk.
  mutating func show(unsynced number: String) {
    characters = Array(number)
    cursor = characters.count
    state = .unsynced
  }

  /// Shows a number that is recorded or identified.
  mutating func show(_ number: String) {
    characters = Array(number)
    cursor = characters.count
    state = .committed
  }

  /// Moves the cursor to the position of a click in the field's area.
  ///
  /// A number that the next scan replaces stays so: a click into the field does
  /// not join the two.
  mutating func moveCursor(to position: Position, in area: Area) {
    guard state == .editing else { return }
    let index =
      position.column - area.column + firstVisible(width: area.width)
    cursor = min(max(index, 0), characters.count)
  }

  /// The first character that is seen in a field this wide.
  func firstVisible(width: Int) -> Int {
    max(cursor - width + 1, 0)
  }
}
