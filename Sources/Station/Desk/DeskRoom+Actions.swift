import Catalogue
import Circulation
import Terminal

// What can be done at the desk, whatever asked for it.
extension DeskRoom {
  mutating func perform(_ action: Action, _ shared: inout Shared) {
    switch action {
    case .help: shared.open(HelpPage(desk))
    case .afterOutage:
      shared.open(
        AfterOutagePage(
          desk, settingsLeftOut: settingsLeftOut, ledger: ledger,
          ledgerToName: ledgerToName, practice: practice))
    case .day: shared.open(DayPage())
    case .save: save(&shared)
    case .switchOperation: pressSwitch(&shared)
    case .clear: clear(&shared)
    case .delete: pressDelete(&shared)
    case .undo: pressUndo(&shared)
    // Not while nobody sees them.
    case .find where !shared.isLargeEnough, .amend where !shared.isLargeEnough,
      .reader where !shared.isLargeEnough:
      break
    case .find: FindRoom.open(desk, &shared)
    case .amend: openChosenLine(&shared)
    case .reader: ReaderRoom.open(currentReader, desk, &shared)
    case .slip:
      if !shared.isHeld() { shared.enqueue(.printSlip) }
    case .close: close(&shared)
    case .redraw: shared.turn.effects.append(.redraw)
    case .next: moveFocus(by: 1, &shared)
    case .previous: moveFocus(by: -1, &shared)
    case .enter where acceptAsScanned(&shared): break
    case .enter:
      focus == .borrower ? enterBorrower(&shared) : enterItem(&shared)
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      edit(action, &shared)
    case .betterState: moveState(by: -1, &shared)
    case .worseState: moveState(by: 1, &shared)
    case .press: use(focus, &shared)
    case .chooseLoan: choose(.loan, &shared)
    case .chooseReturn: choose(.return, &shared)
    case .chooseOther: chooseOther(&shared)
    // Not while a number is being typed.
    case .lineUp where isTyping, .lineDown where isTyping: break
    case .lineUp: moveSelection(by: -1, &shared)
    case .lineDown: moveSelection(by: 1, &shared)
    case .pageUp: moveSelection(by: -shared.layout.list.area.height, &shared)
    case .pageDown: moveSelection(by: shared.layout.list.area.height, &shared)
    case .first: moveSelection(by: -desk.unsaved.count, &shared)
    case .last: moveSelection(by: desk.unsaved.count, &shared)
    case .saveAndClose: saveAndClose(&shared)
    // These are of rooms over the desk.
    case .choose, .dismissWarning, .keepAndClose, .discardAndClose, .goBack,
      .recordPaste, .dropPaste, .writeSettings, .skipScan, .stepBack, .leave,
      .give, .switchOrder, .markAbsent, .refuseTitle, .nextTurn, .previousTurn,
      .takeBack, .open, .levelUp, .holder, .toDelete, .undoState, .nextStage,
      .previousStage, .nameDesk, .keepLines, .takeOut, .swapNumbers,
      .correctItem, .correctBorrower, .correctReader, .shiftTimes,
      .orderLines, .undoDecision, .makeKit, .tick,
      .giveReport, .writeCorrections, .copyNote, .archiveStations,
      .archiveStation, .skipStation:
      break
    }
  }

  /// Opens the page of the chosen line's item, if lists know it; else Amend.
  private func openChosenLine(_ shared: inout Shared) {
    let line = selectedIndex.map { desk.unsaved[$0] }
    if let line, let item = shared.lists?.item(line.transaction.item.text) {
      ItemRoom.open(item, line: line.sequence, desk, &shared)
    } else {
      AmendRoom.open(line.map { FoundLine($0) }, desk, &shared)
    }
  }

  /// Does what pressing a control does; nothing if it is disabled.
  mutating func use(_ control: Control, _ shared: inout Shared) {
    guard isEnabled(control, shared) else { return }
    switch control {
    case .borrower, .item, .list: setFocus(control)
    case .record: enterItem(&shared)
    case .operation: chooseOther(&shared)
    case .clear: perform(.clear, &shared)
    case .save: perform(.save, &shared)
    case .delete: perform(.delete, &shared)
    case .help: perform(.help, &shared)
    case .close: perform(.close, &shared)
    }
  }

  // MARK: Typing

  mutating func edit(_ action: Action, _ shared: inout Shared) {
    if focus == .borrower {
      borrowerField.edit(action)
    } else {
      let isLost = action == .eraseField && itemField.state == .pending
      if isLost, !itemField.isEmpty { shared.replaced = itemField.number }
      itemField.edit(action)
      shared.reportReplaced()
    }
  }

  mutating func type(_ character: Character, _ shared: inout Shared) {
    if !focus.isField {
      recordPendingItem(&shared)
      setFocus(nextField)
    }
    let lost: String?
    if focus == .borrower {
      lost = borrowerField.type(character)
    } else {
      lost = itemField.type(character)
    }
    if let lost { shared.noteReplaced(lost) }
  }

  /// Leaves the field with the focus to a scan: what was typed there and left
  /// alone is no beginning of it.
  mutating func leaveFieldToScan() {
    guard isTyping else { return }
    if focus == .borrower {
      borrowerField.select(as: .pending)
    } else {
      itemField.select(as: .pending)
    }
  }

  /// Takes a text that was pasted: one line is typed, several are shown first.
  mutating func paste(_ text: String, _ shared: inout Shared) {
    shared.knowledge.recall(desk)
    let lines = PastedScans.lines(of: text)
    guard lines.count > 1 else {
      return type(PastedLine(lines.first ?? "", of: text), &shared)
    }
    recordPendingItem(&shared)
    shared.dropConfirmation()
    shared.open(
      PasteRoom(
        PastedScans(
          text, at: desk, shared.knowledge,
          needsCard: nextField == .borrower),
        for: desk))
  }

  /// Types the one line of a text as a scanner would.
  private mutating func type(_ line: PastedLine, _ shared: inout Shared) {
    guard !line.characters.isEmpty else {
      // The end of what was pasted before.
      if line.isEnded, isTyping || focus == .record {
        press(.enter, &shared)
      }
      return
    }
    leaveFieldToScan()
    for character in line.characters {
      if character == "\t" {
        press(.tab, &shared)
      } else {
        type(character, &shared)
      }
    }
    if line.isEnded { press(.enter, &shared) }
    guard isTyping else { return }
    shared.reportReplaced(
      by: (focus == .borrower ? borrowerField : itemField).number)
  }

  // MARK: Operation and card

  /// Records the item that a scanner left with Tab, before anything that
  /// would make it another borrower's, or no loan.
  mutating func recordPendingItem(_ shared: inout Shared) {
    if focus == .record, isEnabled(.record, shared) { enterItem(&shared) }
  }

  /// Takes a stroke of the key that goes from loans to returns and back: one
  /// that is held down goes over once.
  private mutating func pressSwitch(_ shared: inout Shared) {
    switch shared.heldKey.stroke(
      at: shared.now, after: HeldKey.maximumRepeatInterval)
    {
    case .press, .lateAutoRepeat: chooseOther(&shared)
    case .autoRepeat: break
    }
  }

  private mutating func chooseOther(_ shared: inout Shared) {
    choose(desk.operation == .loan ? .return : .loan, &shared)
  }

  mutating func choose(_ operation: Operation, _ shared: inout Shared) {
    recordPendingItem(&shared)
    if operation == desk.operation {
      shared.passConfirmation(at: desk)
    } else {
      shared.dropConfirmation()
      // Who borrows is not who brings.
      if textbooks != nil { clearReader() }
    }
    desk.switch(to: operation)
    setFocus(nextField)
    shared.say(shared.words.ready(operation, borrower: desk.borrower))
  }

  mutating func clear(_ shared: inout Shared) {
    recordPendingItem(&shared)
    shared.dropConfirmation()
    dropItemsAwaitingCard(&shared)
    clearReader()
    setFocus(nextField)
    shared.say(
      desk.operation == .loan
        ? shared.words.cleared()
        : shared.words.ready(.return, borrower: nil))
  }

  private mutating func clearReader() {
    desk.clear()
    borrowerField.erase()
  }

  // MARK: Saving and closing

  @discardableResult
  mutating func save(_ shared: inout Shared) -> Bool {
    recordPendingItem(&shared)
    shared.passConfirmation(at: desk)
    do throws(FileError) {
      let count = try desk.save()
      shared.history = ChangeHistory()
      shared.listChanges += 1
      if itemField.state == .unsynced { itemField.erase() }
      selection = desk.unsaved.last?.sequence
      listTop = .max
      leaveDisabled(shared)
      shared.say(shared.words.saveReport(count, path: desk.folder.dataFile))
      return true
    } catch {
      shared.refuse(shared.words.notSaved(error))
      return false
    }
  }

  private mutating func close(_ shared: inout Shared) {
    if shared.isHeld() { return }
    recordPendingItem(&shared)
    // Said on a window that is gone, nobody would know it.
    if shared.confirmation != nil { return shared.dropConfirmation() }
    // Where the station opens again by itself, that has to be said.
    if desk.unsaved.isEmpty, !pending(shared).losesSomething, !shared.isKiosk {
      shared.turn.effects.append(.quit(nil))
    } else {
      shared.open(CloseRoom(desk))
    }
  }

  private mutating func saveAndClose(_ shared: inout Shared) {
    let refusedCount = shared.turn.refusals.count
    if unrecordedItem != nil { enterItem(&shared) }
    // What was refused or asked for again has to be seen.
    guard
      unrecordedItem == nil, shared.turn.refusals.count == refusedCount
    else { return }
    if save(&shared) { shared.turn.effects.append(.quit(nil)) }
  }
}
