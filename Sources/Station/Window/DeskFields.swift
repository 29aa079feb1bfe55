import Circulation
import Terminal

/// The places of the desk's two fields, of the buttons beside them, and of the
/// count of the borrower's items.
struct DeskFields {
  let borrowerField: Area
  let itemField: Area
  /// The place of the count of items that the borrower has.
  let itemsNote: Area
  /// The name of the borrower's field.
  let borrowerName: String
  /// The name of the item's field; a long one leaves room to the numbers.
  let itemName: String
  let buttons: [DeskLayout.ControlButton]

  /// A field that a card's number is at home in.
  private static let minimumFieldWidth = 18
  private static let maximumFieldWidth = 42

  /// Fields in two rows of a desk that has so many columns.
  init(
    row: Int, step: Int, columnCount: Int, _ operation: Operation,
    borrowerName: String, _ words: any StationWords
  ) {
    let isWide = columnCount >= 72
    func label(_ text: String, _ hint: String?) -> ButtonLabel {
      ButtonLabel(text, hint: isWide ? hint : nil)
    }
    let clear = label(words.clearLabel, words.hint(of: .clear))
    let recordLabels = [words.loanLabel, words.returnLabel].map {
      label($0, words.name(of: .enter))
    }
    // The button keeps its width when the operation changes.
    let buttonWidth = (recordLabels + [clear]).map(\.width).max() ?? 0
    let buttonColumn = columnCount - 2 - buttonWidth
    buttons = [
      (Control.clear, clear, row),
      (.record, recordLabels[operation == .loan ? 0 : 1], row + step),
    ].map { control, label, row in
      DeskLayout.ControlButton(
        control: control,
        button: Button(
          label: label, position: Position(column: buttonColumn, row: row)))
    }

    // The shorter the name and the count of items, the wider the field.
    let margin = DeskLayout.margin
    let choices = [words.item, words.barcodeHeading].flatMap { name in
      [words.items(99), words.itemsInShort(1_000)].map { note in
        let labels = [borrowerName, name].map { words.label($0).count }
        let column = margin + (labels.max() ?? 0) + 1
        return (
          name: name, column: column, noteWidth: note.count,
          room: buttonColumn - 2 - column - note.count
        )
      }
    }
    let chosen =
      choices.first { $0.room >= Self.minimumFieldWidth }
      ?? choices[choices.endIndex - 1]
    self.borrowerName = borrowerName
    itemName = chosen.name
    let width = min(chosen.room, Self.maximumFieldWidth)
    borrowerField = Area(column: chosen.column, row: row, width: width)
    itemField = Area(column: chosen.column, row: row + step, width: width)
    itemsNote = Area(
      column: chosen.column + width + 1, row: row, width: chosen.noteWidth)
  }
}
