import Circulation
import Terminal

/// Where everything is in the window, for one size and one language.
///
/// Views draw by it and clicks are looked up in it, so that both agree.
struct DeskLayout {
  /// A button with its text.
  struct Button {
    let control: Control
    let area: Area
    /// The text between the brackets.
    let text: String
    /// The key at its end, if it has one.
    let hint: String?
    /// The letter that Alt takes, in lower case, and where it is in the text.
    let mnemonic: Character?
    let mnemonicIndex: Int?
  }

  /// A column of the list.
  struct Column {
    let head: String
    let column: Int
    let width: Int
  }

  let size: Size
  /// The columns of the desk itself.
  let columnCount: Int
  /// What is beside it in a wide window.
  let panel: Area?
  let borrowerField: Area
  /// Where it is said how many items the borrower has.
  let itemsNote: Area
  let itemField: Area
  /// The name of the item's field; a long one leaves room to the numbers.
  let itemName: String
  let labelColumn: Int
  let choiceRow: Int
  let loanChoice: Area
  let returnChoice: Area
  let listHeadRow: Int
  let list: Area
  /// Barcode, operation, borrower, time.
  let columns: [Column]
  let buttons: [Button]
  /// The lines of the notice, wrapped.
  let noticeLines: [String]
  let noticeRow: Int
  /// What stays to be looked at, with its kind.
  let warningLines: [WarningLines.Line]
  let warningRow: Int

  /// The most rows that a notice may take from the list.
  private static let mostNoticeLines = 5
  /// A field that a card's number is at home in.
  private static let narrowestField = 18
  /// What warnings leave to the list.
  private static let fewestListLines = 3
  /// No text is wider: an eye would not find the next line.
  static let widestText = 90
  /// The narrowest panel, and window with one.
  private static let panelColumns = 40
  private static let columnsForPanel = 120

  init(
    size: Size, words: any Words, operation: Operation, notice: Notice,
    warnings: [Notice]
  ) {
    self.size = size
    let hasPanel = size.columns >= Self.columnsForPanel
    columnCount = min(
      size.columns - (hasPanel ? Self.panelColumns : 0), Self.widestText + 4)
    panel =
      hasPanel
      ? Area(
        column: columnCount, row: 1, width: size.columns - 1 - columnCount,
        height: size.rows - 2) : nil
    let isRoomy = size.rows >= 22
    let isWide = columnCount >= 72
    let margin = 3
    let right = columnCount - 2

    // The fields, and the buttons beside them.
    let step = isRoomy ? 2 : 1
    let borrowerRow = isRoomy ? 2 : 1
    let itemRow = borrowerRow + step
    choiceRow = itemRow + step
    listHeadRow = choiceRow + step
    let recordLabel =
      operation == .loan ? words.loanLabel : words.returnLabel
    let clear = Label(
      words.clearLabel, hint: isWide ? Self.hint(.clear, words) : nil)
    let record = Label(
      recordLabel, hint: isWide ? words.name(of: .enter) : nil)
    // The button keeps its width when the operation changes.
    let widestRecord = [words.loanLabel, words.returnLabel].map {
      Label($0, hint: isWide ? words.name(of: .enter) : nil).width
    }
    let buttonWidth = max(clear.width, widestRecord.max() ?? 0)
    let buttonColumn = right - buttonWidth
    labelColumn = margin
    // The shorter the name and the count of items, the wider the field.
    let choices = [words.item, words.barcodeHead].flatMap { name in
      [words.items(99), words.itemsInShort(1_000)].map { note in
        let labels = [words.borrower, name].map { words.label($0).count }
        let column = margin + (labels.max() ?? 0) + 1
        return (
          name: name, column: column, noteWidth: note.count,
          room: buttonColumn - 2 - column - note.count
        )
      }
    }
    let chosen =
      choices.first { $0.room >= Self.narrowestField }
      ?? choices[choices.endIndex - 1]
    itemName = chosen.name
    let fieldColumn = chosen.column
    let fieldWidth = min(chosen.room, 42)
    itemsNote = Area(
      column: fieldColumn + fieldWidth + 1, row: borrowerRow,
      width: chosen.noteWidth)
    borrowerField = Area(
      column: fieldColumn, row: borrowerRow, width: fieldWidth)
    itemField = Area(column: fieldColumn, row: itemRow, width: fieldWidth)
    var buttons = [
      clear.button(
        .clear, at: Position(column: buttonColumn, row: borrowerRow)),
      record.button(.record, at: Position(column: buttonColumn, row: itemRow)),
    ]

    // The choice of the transaction.
    let loan = words.name(of: Operation.loan).count + 4
    let choiceColumn =
      margin + words.label(words.chooseTransaction).count + 2
    loanChoice = Area(column: choiceColumn, row: choiceRow, width: loan)
    returnChoice = Area(
      column: choiceColumn + loan + 3, row: choiceRow,
      width: words.name(of: Operation.return).count + 4)

    // From below: the frame, the notice, the buttons.
    let textWidth = columnCount - 4
    noticeLines = Notice.wrap(
      notice.text, width: textWidth, most: Self.mostNoticeLines)
    let noticeHeight = max(noticeLines.count, 2)
    noticeRow = size.rows - 1 - noticeHeight
    let bottom: [(Control, Label)] = [
      (.save, Label(words.saveLabel, hint: Self.hint(.save, words))),
      (.delete, Label(words.deleteLabel, hint: Self.hint(.delete, words))),
      (.help, Label(words.helpLabel, hint: Self.hint(.help, words))),
      (.close, Label(words.closeLabel, hint: Self.hint(.close, words))),
    ]
    var rows: [[(Control, Label)]] = [[]]
    var width = 0
    for (control, label) in bottom {
      if width + label.width > right - margin + 1 {
        rows.append([])
        width = 0
      }
      rows[rows.count - 1].append((control, label))
      width += label.width + 2
    }
    let buttonRow = noticeRow - rows.count - (isRoomy ? 1 : 0)
    for (number, row) in rows.enumerated() {
      var column = margin - 1
      for (control, label) in row {
        buttons.append(
          label.button(
            control, at: Position(column: column, row: buttonRow + number)))
        column += label.width + 2
      }
    }
    self.buttons = buttons

    // What is left is the list's, less what the warnings take.
    let listRow = listHeadRow + 1
    let listEnd = buttonRow - (isRoomy ? 1 : 0)
    warningLines =
      WarningLines(
        warnings, width: textWidth,
        room: max(listEnd - listRow - Self.fewestListLines, 1), words: words
      ).lines
    warningRow = listEnd - warningLines.count
    list = Area(
      column: 2, row: listRow, width: textWidth,
      height: max(warningRow - listRow, 1))
    let heads = [
      words.barcodeHead, words.operationHead, words.borrowerHead,
      words.timeHead,
    ]
    let operationWidth = max(heads[1].count, 6)
    let timeWidth = 12
    let left = list.width - 2 - operationWidth - timeWidth - 3 * 2
    let barcodeWidth = (left + 1) / 2
    var column = margin
    columns = zip(
      heads, [barcodeWidth, operationWidth, left - barcodeWidth, timeWidth]
    ).map { head, width in
      defer { column += width + 2 }
      return Column(head: head, column: column, width: width)
    }
  }

  /// The button of a control.
  func button(of control: Control) -> Button? {
    buttons.first { $0.control == control }
  }

  private static func hint(_ act: Act, _ words: any Words) -> String? {
    Command.keys(of: act, in: .desk).first.map(words.name(of:))
  }
}

/// A button's words, with the letter that an underscore marks, and its key.
private struct Label {
  let text: String
  let hint: String?
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

  func button(_ control: Control, at place: Position) -> DeskLayout.Button {
    let mnemonic = mnemonicIndex.flatMap { index in
      text.dropFirst(index).first?.lowercased().first
    }
    return DeskLayout.Button(
      control: control,
      area: Area(column: place.column, row: place.row, width: width),
      text: text, hint: hint, mnemonic: mnemonic, mnemonicIndex: mnemonicIndex)
  }
}
