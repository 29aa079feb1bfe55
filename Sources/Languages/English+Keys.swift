import Station
import Terminal

extension English {
  func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .alt(let letter): "Alt-" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .left: "Left"
    case .right: "Right"
    case .up: "Up"
    case .down: "Down"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .unknown: "an unknown key"
    }
  }

  func name(of context: KeyContext) -> String {
    switch context {
    case .desk: "Anywhere"
    case .field: "In a field"
    case .state: "In the empty field of returns"
    case .button: "On a button"
    case .choice: "On Loan/Return"
    case .list: "In the list"
    case .lineRoom: "In Find, Amend and Borrower"
    case .itemRoom: "On an item's page"
    case .copyState: "On a copy's page, with states"
    case .copies: "In offcirc copies"
    case .marking: "Question \"To be deleted\""
    case .page: "On a help page"
    case .closing: "Close question"
    case .paste: "Pasted lines"
    case .scanner: "In offcirc scanner"
    case .handOut: "Where a class gets its books"
    }
  }

  func explanation(of action: Action) -> String {
    switch action {
    case .help: "Help"
    case .afterOutage: "After the outage: next steps"
    case .save: "Save To File"
    case .switchOperation: "switch between Loan and Return"
    case .clear: "Clear: next borrower"
    case .delete: "delete the selected transaction"
    case .find: "Find: scan or type a number; again: next line"
    case .amend: "amend the selected line: another item or borrower"
    case .reader: "the borrower's items; again: move them to another card"
    case .choose: "use the number, or go to the selected line"
    case .close: "Close"
    case .redraw: "redraw the screen"
    case .undo: "undo the last deletions, or the last amendment"
    case .next: "next control"
    case .previous: "previous control"
    case .enter: "Borrower: go to the item. Item: record it"
    case .fieldLeft: "one character left"
    case .fieldRight: "one character right"
    case .fieldHome: "start of the field"
    case .fieldEnd: "end of the field"
    case .eraseBefore: "delete the character to the left"
    case .eraseAfter: "delete the character to the right"
    case .eraseField: "clear the field"
    case .betterState: "the copy is better"
    case .worseState: "the copy is worse"
    case .press: "activate"
    case .chooseLoan: "Loan"
    case .chooseReturn: "Return"
    case .chooseOther: "switch"
    case .lineUp: "one line up"
    case .lineDown: "one line down"
    case .pageUp: "one page up"
    case .pageDown: "one page down"
    case .first: "first line"
    case .last: "last line"
    case .saveAndClose: "save and close"
    case .keepAndClose: "close and keep the list"
    case .discardAndClose: "close and lose what is not recorded"
    case .dismissWarning: "hide the warning for today"
    case .goBack: "back to the station"
    case .recordPaste: "record all"
    case .dropPaste: "discard all"
    case .writeSettings: "save the settings"
    case .skipScan: "skip this scan"
    case .stepBack: "back to the previous scan"
    case .leave: "close"
    case .open: "open the chosen line"
    case .levelUp: "back: copy, copies, titles"
    case .holder: "the borrower of the copy, or of the chosen loan"
    case .toDelete: "on a copy's page: to be deleted, and back"
    case .undoState: "undo the last state"
    case .slip: "print the borrower's slip"
    case .day: "the day, hour by hour"
    case .give: "give the copy of this number"
    case .switchOrder: "title by title, or pupil by pupil"
    case .markAbsent: "the pupil is absent; again: is here"
    case .refuseTitle: "the pupil does not get this title; again: does"
    case .nextTurn: "next title, or next pupil"
    case .previousTurn: "previous title, or previous pupil"
    case .takeBack: "undo what was done last"
    }
  }

  var altKeys: String { "the button with this letter underlined" }
}
