import Circulation
import Terminal
import Typesetting

/// The places of all that is in the window, for one size and one language.
///
/// Views draw by it and clicks are looked up in it, so that both agree.
struct DeskLayout {
  /// The button of a control.
  struct ControlButton {
    let control: Control
    let button: Button
  }

  let size: Size
  /// The columns of the desk itself.
  let columnCount: Int
  /// The panel beside it in a wide window.
  let panel: Area?
  let fields: DeskFields
  /// The choice of the transaction: loan, return.
  let choice: Choice
  /// The place for the state of the chosen copy; nil if none are noted.
  let state: Area?
  let listHeadingRow: Int
  let list: ScrollList
  /// The list with titles; nil where there are none, or no room for them.
  let titledList: ScrollList?
  /// The place for what is known of the borrower; nil if there is no room.
  let borrowerLine: Area?
  let buttons: [ControlButton]
  /// The lines of the notice, wrapped.
  let noticeLines: [String]
  let noticeRow: Int
  /// The lines of the warnings, with their kinds.
  let warningLines: [WarningLines.Line]
  let warningRow: Int

  /// The column of labels and of the list's first cell.
  static let margin = 3
  /// No text is wider: an eye would not find the next line.
  static let maximumTextWidth = 90
  /// The most rows that a notice may take from the list.
  private static let maximumNoticeLines = 5
  /// The fewest lines that warnings leave to the list.
  private static let minimumListLines = 3
  /// The narrowest panel, and window with one.
  private static let panelColumns = 40
  private static let columnsForPanel = 120

  init(
    size: Size, words: any StationWords, operation: Operation, notice: Notice,
    warnings: [Notice], hasTitles: Bool = false, notesStates: Bool = false
  ) {
    self.size = size
    let hasPanel = size.columns >= Self.columnsForPanel
    columnCount = min(
      size.columns - (hasPanel ? Self.panelColumns : 0),
      Self.maximumTextWidth + 4)
    panel =
      hasPanel
      ? Area(
        column: columnCount, row: 1, width: size.columns - 1 - columnCount,
        height: size.rows - 2) : nil

    // From above: the fields, the choice, the heads of the list.
    let isRoomy = size.rows >= 22
    let step = isRoomy ? 2 : 1
    fields = DeskFields(
      row: step, step: step, columnCount: columnCount, operation,
      borrowerName: notesStates ? words.returnedBy : words.borrower, words)
    borrowerLine =
      hasTitles && isRoomy
      ? Area(
        column: fields.borrowerField.column, row: step + 1,
        width: columnCount - 2 - fields.borrowerField.column) : nil
    let choiceRow = step + 2 * step
    choice = Choice(
      words.label(words.chooseTransaction),
      [words.name(of: Operation.loan), words.name(of: Operation.return)],
      at: Position(column: Self.margin, row: choiceRow))
    let stateHeight = notesStates ? step : 0
    state =
      notesStates
      ? Area(
        column: Self.margin, row: choiceRow + 1,
        width: columnCount - 2 * Self.margin, height: stateHeight) : nil
    listHeadingRow = choiceRow + step + stateHeight

    // From below: the frame, the notice, the buttons.
    let textWidth = columnCount - 4
    noticeLines = notice.text.wrapped(
      to: textWidth, maximum: Self.maximumNoticeLines)
    noticeRow = size.rows - 1 - max(noticeLines.count, 2)
    let rows = Self.buttonRows(words, width: columnCount - 4)
    let buttonRow = noticeRow - rows.count - (isRoomy ? 1 : 0)
    buttons =
      fields.buttons
      + rows.enumerated().flatMap { number, row in
        Self.placed(row, at: buttonRow + number)
      }

    // What is left is the list's, less what the warnings take.
    let listRow = listHeadingRow + 1
    let listEnd = buttonRow - (isRoomy ? 1 : 0)
    warningLines =
      WarningLines(
        warnings, width: textWidth,
        room: max(listEnd - listRow - Self.minimumListLines, 1), words: words
      ).lines
    warningRow = listEnd - warningLines.count
    let area = Area(
      column: 2, row: listRow, width: textWidth,
      height: max(warningRow - listRow, 1))
    let operationWidth = Self.operationWidth(words, notesStates: notesStates)
    list = ScrollList(
      columns: Self.columns(words, operationWidth, width: textWidth),
      area: area)
    titledList =
      hasTitles
      ? Self.titledColumns(words, operationWidth, width: textWidth).map {
        ScrollList(columns: $0, area: area)
      } : nil
  }

  /// The button of a control.
  func button(of control: Control) -> Button? {
    buttons.first { $0.control == control }?.button
  }

  /// The buttons beneath the list, in as many rows as they need.
  private static func buttonRows(
    _ words: any StationWords, width: Int
  ) -> [[(Control, ButtonLabel)]] {
    let labels: [(Control, ButtonLabel)] = [
      (.save, ButtonLabel(words.saveLabel, hint: words.hint(of: .save))),
      (.delete, ButtonLabel(words.deleteLabel, hint: words.hint(of: .delete))),
      (.help, ButtonLabel(words.helpLabel, hint: words.hint(of: .help))),
      (.close, ButtonLabel(words.closeLabel, hint: words.hint(of: .close))),
    ]
    var rows: [[(Control, ButtonLabel)]] = [[]]
    var used = 0
    for (control, label) in labels {
      if used + label.width > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append((control, label))
      used += label.width + 2
    }
    return rows
  }

  private static func placed(
    _ row: [(Control, ButtonLabel)], at number: Int
  ) -> [ControlButton] {
    var column = margin - 1
    return row.map { control, label in
      defer { column += label.width + 2 }
      return ControlButton(
        control: control,
        button: Button(
          label: label, position: Position(column: column, row: number)))
    }
  }

  /// The width of the column of loans and returns; with states, `2→3` comes
  /// behind a return.
  private static func operationWidth(
    _ words: any StationWords, notesStates: Bool
  ) -> Int {
    max(
      words.operationHeading.count, 6,
      notesStates ? words.name(of: Operation.return).count + 4 : 0)
  }

  /// The columns of the list: barcode, operation, borrower, time.
  private static func columns(
    _ words: any StationWords, _ operationWidth: Int, width: Int
  ) -> [ScrollList.Column] {
    let headings = [
      words.barcodeHeading, words.operationHeading, words.borrowerHeading,
      words.timeHeading,
    ]
    let left = width - 2 - operationWidth - timeWidth - 3 * 2
    let barcodeWidth = (left + 1) / 2
    return columns(
      headings, [barcodeWidth, operationWidth, left - barcodeWidth, timeWidth])
  }

  private static let timeWidth = 12
  /// Numbers of eleven to thirteen digits, and a mark behind items.
  private static let numberWidths = (item: 15, borrower: 13)
  /// Of less, nobody would know a title.
  private static let minimumTitleWidth = 12

  /// The columns of the list: barcode, title, operation, borrower, time; nil if
  /// there is no room for titles.
  private static func titledColumns(
    _ words: any StationWords, _ operationWidth: Int, width: Int
  ) -> [ScrollList.Column]? {
    let titleWidth =
      width - 2 - numberWidths.item - operationWidth - numberWidths.borrower
      - timeWidth - 4 * 2
    guard titleWidth >= minimumTitleWidth else { return nil }
    return columns(
      [
        words.barcodeHeading, words.titleHeading, words.operationHeading,
        words.borrowerHeading, words.timeHeading,
      ],
      [
        numberWidths.item, titleWidth, operationWidth, numberWidths.borrower,
        timeWidth,
      ])
  }

  private static func columns(
    _ headings: [String], _ widths: [Int]
  ) -> [ScrollList.Column] {
    var column = margin
    return zip(headings, widths).map { heading, width in
      defer { column += width + 2 }
      return ScrollList.Column(heading: heading, column: column, width: width)
    }
  }
}

extension StationWords {
  /// The name of the first key of an action at the desk.
  func hint(of action: Action) -> String? {
    KeyBinding.keys(of: action, in: .desk).first.map { name(of: $0) }
  }
}
