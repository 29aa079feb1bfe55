import Terminal

/// The words of a button, with the letter that an underscore stands before, and
/// its key.
struct ButtonLabel {
  /// The text between the brackets.
  let text: String
  /// The key at the end of the text, if it has one.
  let hint: String?
  /// The index of the letter that Alt takes.
  let mnemonicIndex: Int?

  init(_ label: String, hint: String?) {
    let parts = label.split(
      separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    mnemonicIndex = parts.count == 2 ? parts[0].count : nil
    self.hint = hint
    text = ([parts.joined()] + [hint].compactMap { $0 }).joined(separator: " ")
  }

  /// The width with the brackets.
  var width: Int { text.count + 2 }

  /// The letter that Alt takes, in lower case.
  var mnemonic: Character? {
    mnemonicIndex.flatMap { text.dropFirst($0).first?.lowercased().first }
  }
}

/// A button at its place.
struct Button {
  let label: ButtonLabel
  let position: Position

  var area: Area {
    Area(column: position.column, row: position.row, width: label.width)
  }

  func draw(
    isEnabled: Bool, hasFocus: Bool, _ palette: Palette,
    on surface: inout Surface
  ) {
    if hasFocus {
      surface.drawFocusMark(
        at: Position(column: position.column - 1, row: position.row), palette)
    }
    let style =
      palette[hasFocus ? .focusedButton : isEnabled ? .button : .disabled]
    // A disabled button has no brackets, which is seen without colours too.
    surface.write(
      isEnabled ? "[\(label.text)]" : " \(label.text) ", at: position,
      style: style)
    guard isEnabled else { return }
    let column = position.column + 1
    if let hint = label.hint, !hasFocus {
      surface.write(
        hint,
        at: Position(
          column: column + label.text.count - hint.count, row: position.row),
        style: palette[.key])
    }
    if let index = label.mnemonicIndex {
      surface.write(
        String(label.text.dropFirst(index).prefix(1)),
        at: Position(column: column + index, row: position.row),
        style: hasFocus ? style.underlined : palette[.mnemonic])
    }
  }
}
