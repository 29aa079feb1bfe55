import Circulation
import Terminal

// The control that has the focus, and the transaction that is chosen.
extension DeskRoom {
  /// The field that the next scan belongs to.
  var nextField: Control {
    desk.operation == .loan && borrowerField.isEmpty ? .borrower : .item
  }

  /// True if somebody is typing into the field with the focus.
  var isTyping: Bool {
    guard focus.isField else { return false }
    let field = focus == .borrower ? borrowerField : itemField
    return field.isTyped
  }

  /// Returns true if a control has anything to do.
  func isEnabled(_ control: Control, _ shared: Shared) -> Bool {
    isEnabled(control, awaitsConfirmation: shared.confirmation != nil)
  }

  /// Returns true if a control is drawn as enabled.
  func isEnabled(_ control: Control, _ look: Look) -> Bool {
    isEnabled(control, awaitsConfirmation: look.awaitsConfirmation)
  }

  private func isEnabled(_ control: Control, awaitsConfirmation: Bool) -> Bool {
    switch control {
    case .borrower: desk.operation == .loan || notesStates
    case .clear: desk.operation == .loan || !borrowerField.isEmpty
    case .record:
      !itemField.isEmpty && itemField.state != .unsynced
        && (desk.operation == .return || !borrowerField.isEmpty)
    case .list: !desk.unsaved.isEmpty
    case .delete:
      !desk.unsaved.isEmpty || !desk.waiting.isEmpty
        || !itemsAwaitingCard.isEmpty
        || awaitsConfirmation
    case .save: !desk.unsaved.isEmpty || !desk.waiting.isEmpty
    case .item, .operation, .help, .close: true
    }
  }

  mutating func setFocus(_ control: Control) {
    guard focus != control else { return }
    focus = control
    switch control {
    case .borrower: borrowerField.select(as: .committed)
    case .item: itemField.select(as: .pending)
    default: break
    }
  }

  mutating func moveFocus(by step: Int, _ shared: inout Shared) {
    if focus == .borrower, step > 0 { return enterBorrower(&shared) }
    let controls = Control.tabOrder.filter {
      isEnabled($0, shared) || $0 == focus
    }
    guard let index = controls.firstIndex(of: focus) else { return }
    setFocus(controls[(index + step + controls.count) % controls.count])
  }

  /// Gives the focus back to the field of the next scan, if what has it has
  /// nothing to do any more.
  mutating func leaveDisabled(_ shared: Shared) {
    if !isEnabled(focus, shared) { setFocus(nextField) }
  }

  // MARK: The chosen line

  /// The index of the transaction on the list's first row: the list shows its
  /// end, or what it showed before as far as the selection is seen.
  func firstVisibleLine(height: Int) -> Int {
    ScrollList.first(
      of: desk.unsaved.count, height: height, top: listTop,
      chosen: selectedIndex)
  }

  /// The index of the chosen transaction.
  var selectedIndex: Int? {
    selection.flatMap { desk.unsaved.index(ofSequence: $0) }
  }

  mutating func moveSelection(by step: Int, _ shared: inout Shared) {
    guard let index = selectedIndex else { return }
    selectLine(min(max(index + step, 0), desk.unsaved.count - 1), shared)
  }

  mutating func selectLine(_ index: Int, _ shared: Shared) {
    listTop = firstVisibleLine(height: shared.layout.list.area.height)
    if desk.unsaved.indices ~= index {
      selection = desk.unsaved[index].sequence
    } else {
      selection = nil
      leaveDisabled(shared)
    }
  }

  /// Chooses the line of a sequence number, if it is in the list.
  mutating func choose(_ sequence: Int, _ shared: inout Shared) {
    if let index = desk.unsaved.index(ofSequence: sequence) {
      selectLine(index, shared)
    }
  }
}
