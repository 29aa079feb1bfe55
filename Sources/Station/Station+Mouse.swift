import Circulation
import Terminal

// What the mouse comes to, by the layout of what is seen.
extension Station {
  mutating func click(_ position: Position) {
    guard isLargeEnough else { return }
    switch page {
    case .closing, .batch:
      let answer = question?.answers.first { $0.area.contains(position) }
      if let answer { self.answer(answer.act) }
    case .leaf:
      if LeafView.foot(in: self).contains(position) { page = nil }
    case .find, .amend, .reader: clickInRoom(position)
    case nil:
      clickAtDesk(position)
    }
  }

  private mutating func clickAtDesk(_ position: Position) {
    let layout = layout
    if !(layout.button(of: .record)?.area.contains(position) ?? false) {
      recordWhatTabLeft()
    }
    if let button = layout.buttons.first(where: { $0.area.contains(position) })
    {
      use(button.control)
    } else if layout.loanChoice.contains(position) {
      choose(.loan)
    } else if layout.returnChoice.contains(position) {
      choose(.return)
    } else if layout.borrowerField.contains(position), isEnabled(.borrower) {
      guard focus == .borrower else { return setFocus(.borrower) }
      borrowerField.moveCursor(
        to: position.column - layout.borrowerField.column
          + borrowerField.firstVisible(width: layout.borrowerField.width))
    } else if layout.itemField.contains(position) {
      guard focus == .item else { return setFocus(.item) }
      itemField.moveCursor(
        to: position.column - layout.itemField.column
          + itemField.firstVisible(width: layout.itemField.width))
    } else if layout.list.contains(position), isEnabled(.list) {
      setFocus(.list)
      let index = firstVisibleLine + position.row - layout.list.row
      if desk.unsaved.indices ~= index { selectLine(index) }
    }
  }

  /// Chooses a line of the room's list.
  private mutating func clickInRoom(_ position: Position) {
    guard let room else { return }
    if LeafView.foot(in: self).contains(position) { return leaveRoom() }
    if let line = RoomView.line(at: position, of: room, in: self) {
      move(room, by: line - room.chosen)
    }
  }

  mutating func turnWheel(_ notches: Int) {
    switch page {
    case .leaf(let leaf, let line): show(leaf, from: line + 3 * notches)
    case .closing, .batch: break
    case .find, .reader:
      if let room { move(room, by: 3 * notches) }
    case .amend: break
    case nil: moveSelection(by: 3 * notches)
    }
  }
}
