import Circulation
import Terminal

// What can be done at the station, whatever asked for it.
extension Station {
  mutating func perform(_ act: Act) {
    switch act {
    case .help: open(.leaf(.help, firstLine: 0))
    case .afterOutage: open(.leaf(.afterOutage, firstLine: 0))
    case .save: save()
    case .switchOperation: pressSwitch()
    case .clear: clear()
    case .delete: pressDelete()
    case .undo: pressUndo()
    // Not while nobody sees them.
    case .find where !isLargeEnough, .amend where !isLargeEnough,
      .reader where !isLargeEnough:
      break
    case .find: findNext()
    case .amend: amendChosen()
    case .reader: openReader()
    case .close: close()
    case .redraw: effects.append(.redraw)
    case .next: moveFocus(by: 1)
    case .previous: moveFocus(by: -1)
    case .enter where takeAsItCame(): break
    case .enter: focus == .borrower ? takeBorrower() : record()
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      edit(act)
    case .press: use(focus)
    case .chooseLoan: choose(.loan)
    case .chooseReturn: choose(.return)
    case .chooseOther: chooseOther()
    // Not while a number is being typed.
    case .lineUp where isTyping, .lineDown where isTyping: break
    case .lineUp: moveSelection(by: -1)
    case .lineDown: moveSelection(by: 1)
    case .pageUp: moveSelection(by: -layout.list.height)
    case .pageDown: moveSelection(by: layout.list.height)
    case .first: moveSelection(by: -desk.unsaved.count)
    case .last: moveSelection(by: desk.unsaved.count)
    case .choose: break
    case .putAside: putAside()
    case .saveAndClose, .keepAndClose, .loseAndClose, .goBack, .recordBatch,
      .dropBatch:
      answer(act)
    }
  }

  /// What pressing a control does; nothing if it is disabled.
  mutating func use(_ control: Control) {
    guard isEnabled(control) else { return }
    switch control {
    case .borrower, .item, .list: setFocus(control)
    case .clear: clear()
    case .record: record()
    case .operation: chooseOther()
    case .save: save()
    case .delete: pressDelete()
    case .help: open(.leaf(.help, firstLine: 0))
    case .close: close()
    }
  }

  /// Whether a control has anything to do.
  func isEnabled(_ control: Control) -> Bool {
    switch control {
    case .borrower: desk.operation == .loan
    case .clear: desk.operation == .loan || !borrowerField.isEmpty
    case .record:
      !itemField.isEmpty && itemField.standing != .waiting
        && (desk.operation == .return || !borrowerField.isEmpty)
    case .list: !desk.unsaved.isEmpty
    case .delete:
      !desk.unsaved.isEmpty || !desk.waiting.isEmpty || !held.isEmpty
        || doubt != nil
    case .save: !desk.unsaved.isEmpty || !desk.waiting.isEmpty
    case .item, .operation, .help, .close: true
    }
  }

  mutating func edit(_ act: Act) {
    if focus == .borrower {
      borrowerField.edit(act)
    } else {
      let isLost = act == .eraseField && itemField.standing == .held
      if isLost, !itemField.isEmpty { gaveWay = itemField.number }
      itemField.edit(act)
      tellWhatGaveWay()
    }
  }

  mutating func type(_ character: Character) {
    if !focus.isField {
      recordWhatTabLeft()
      setFocus(neededField)
    }
    let lost: String?
    if focus == .borrower {
      lost = borrowerField.type(character)
    } else {
      lost = itemField.type(character)
    }
    if let lost { noteWhatGaveWay(lost) }
  }

  /// Keeps a number in mind that gives way, until the next one is whole.
  mutating func noteWhatGaveWay(_ number: String) {
    tellWhatGaveWay()
    gaveWay = number
  }

  /// Says what gave way to a number that is whole now; scanned again, it is no
  /// other one.
  mutating func tellWhatGaveWay(to number: String) {
    if gaveWay == number { gaveWay = nil }
    tellWhatGaveWay()
  }

  /// Says that a number was not recorded and gave way to another.
  mutating func tellWhatGaveWay() {
    guard let gaveWay else { return }
    refuse(words.gaveWay(gaveWay))
    self.gaveWay = nil
  }

  /// Records the item that a scanner left with Tab, before anything that
  /// would make it another borrower's, or no loan.
  mutating func recordWhatTabLeft() {
    if focus == .record, isEnabled(.record) { record() }
  }

  /// Takes a stroke of the key that goes from loans to returns and back: one
  /// that is held down goes over once.
  private mutating func pressSwitch() {
    switch heldKey.stroke(at: moment(), after: HeldKey.longestEcho) {
    case .press, .echoOfLatePress: chooseOther()
    case .echo: break
    }
  }

  private mutating func chooseOther() {
    choose(desk.operation == .loan ? .return : .loan)
  }

  mutating func choose(_ operation: Operation) {
    recordWhatTabLeft()
    if operation == desk.operation { passDoubt() } else { dropDoubt() }
    desk.switch(to: operation)
    setFocus(neededField)
    say(words.ready(operation, borrower: desk.borrower))
  }

  mutating func clear() {
    recordWhatTabLeft()
    dropDoubt()
    dropHeld()
    desk.clear()
    borrowerField.erase()
    setFocus(neededField)
    say(
      desk.operation == .loan
        ? words.cleared() : words.ready(.return, borrower: nil))
  }

  @discardableResult
  mutating func save() -> Bool {
    recordWhatTabLeft()
    passDoubt()
    do throws(FileFailure) {
      let count = try desk.save()
      history = ChangeHistory()
      if itemField.standing == .waiting { itemField.erase() }
      selection = desk.unsaved.last?.sequence
      listTop = .max
      if !isEnabled(focus) { setFocus(neededField) }
      say(words.saveReport(count, path: desk.folder.dataFile))
      return true
    } catch {
      refuse(words.notSaved(error))
      return false
    }
  }

  mutating func close() {
    if isHeld() { return }
    recordWhatTabLeft()
    // Said on a window that is gone, nobody would know it.
    if doubt != nil { return dropDoubt() }
    if desk.unsaved.isEmpty, !losesSomething {
      effects.append(.quit(nil))
    } else {
      open(.closing)
    }
  }

  /// What stands in the item's field and is nowhere else.
  var unrecordedItem: String? {
    itemField.isEmpty || itemField.standing == .waiting
      ? nil : itemField.number
  }

  /// Whether closing now would lose a scan.
  var losesSomething: Bool {
    !desk.waiting.isEmpty || unrecordedItem != nil || !held.isEmpty
  }

  mutating func open(_ page: Page) {
    // What a room asked for is no answer at the desk.
    if isAskedByRoom { dropDoubt() }
    recordWhatTabLeft()
    self.page = page
    setFocus(neededField)
  }

  mutating func answer(_ act: Act) {
    switch act {
    case .saveAndClose:
      page = nil
      let refusedCount = refusals.count
      if unrecordedItem != nil { record() }
      // What was refused or asked for again has to be seen.
      guard unrecordedItem == nil, refusals.count == refusedCount else { break }
      if save() { effects.append(.quit(nil)) }
    case .keepAndClose, .loseAndClose:
      // Typed ahead of a failure, it was no answer to what is now asked.
      if failure == nil { effects.append(.quit(nil)) }
    case .goBack: page = nil
    case .recordBatch:
      if case .batch(let batch) = page { record(batch) }
    case .dropBatch:
      if case .batch(let batch) = page { drop(batch) }
    default: perform(act)
    }
  }
}
