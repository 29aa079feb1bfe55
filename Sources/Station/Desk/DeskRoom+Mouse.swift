import Circulation
import Terminal

// The mouse at the desk, by the layout of what is seen.
extension DeskRoom {
  mutating func click(_ position: Position, _ shared: inout Shared) {
    guard shared.isLargeEnough else { return }
    let layout = shared.layout
    if !(layout.button(of: .record)?.area.contains(position) ?? false) {
      recordWhatTabLeft(&shared)
    }
    if let button = layout.buttons.first(where: { $0.area.contains(position) })
    {
      use(button.control, &shared)
    } else if layout.loanChoice.contains(position) {
      choose(.loan, &shared)
    } else if layout.returnChoice.contains(position) {
      choose(.return, &shared)
    } else if layout.borrowerField.contains(position),
      isEnabled(.borrower, shared)
    {
      guard focus == .borrower else { return setFocus(.borrower) }
      borrowerField.moveCursor(to: position, in: layout.borrowerField)
    } else if layout.itemField.contains(position) {
      guard focus == .item else { return setFocus(.item) }
      itemField.moveCursor(to: position, in: layout.itemField)
    } else if layout.list.contains(position), isEnabled(.list, shared) {
      setFocus(.list)
      let first = firstVisibleLine(height: layout.list.height)
      let index = first + position.row - layout.list.row
      if desk.unsaved.indices ~= index { selectLine(index, shared) }
    }
  }
}
