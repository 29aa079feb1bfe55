import Circulation

// Which control has the focus, and which transaction is chosen.
extension Station {
  /// The field that the next scan belongs to.
  var neededField: Control {
    desk.operation == .loan && borrowerField.isEmpty ? .borrower : .item
  }

  /// Whether the field with the focus has what was typed into it just now.
  var isTyping: Bool {
    if let field = room?.field {
      return field.standing == .open && !field.isEmpty
    }
    guard focus.isField else { return false }
    let field = focus == .borrower ? borrowerField : itemField
    return field.standing == .open && !field.isEmpty
  }

  mutating func setFocus(_ control: Control) {
    guard focus != control else { return }
    focus = control
    switch control {
    case .borrower: borrowerField.select(as: .settled)
    case .item: itemField.select(as: .held)
    default: break
    }
  }

  mutating func moveFocus(by step: Int) {
    if focus == .borrower, step > 0 { return takeBorrower() }
    let controls = Control.tabOrder.filter { isEnabled($0) || $0 == focus }
    guard let index = controls.firstIndex(of: focus) else { return }
    setFocus(controls[(index + step + controls.count) % controls.count])
  }

  mutating func moveSelection(by step: Int) {
    guard
      let selection, let index = desk.unsaved.index(ofSequence: selection)
    else { return }
    selectLine(min(max(index + step, 0), desk.unsaved.count - 1))
  }

  mutating func selectLine(_ index: Int) {
    listTop = firstVisibleLine
    if desk.unsaved.indices ~= index {
      selection = desk.unsaved[index].sequence
    } else {
      selection = nil
      if !isEnabled(focus) { setFocus(neededField) }
    }
  }
}
