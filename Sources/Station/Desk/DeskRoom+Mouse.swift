import Circulation
import Terminal

// The mouse at the desk, by the layout of what is seen.
extension DeskRoom {
  mutating func click(_ position: Position, _ shared: inout Shared) {
    guard shared.isLargeEnough else { return }
    let layout = shared.layout
    if !(layout.button(of: .record)?.area.contains(position) ?? false) {
      recordPendingItem(&shared)
    }
    if let button = layout.buttons.first(where: {
      $0.button.area.contains(position)
    }) {
      use(button.control, &shared)
    } else if let index = layout.choice.index(at: position) {
      choose(index == 0 ? .loan : .return, &shared)
    } else if layout.fields.borrowerField.contains(position),
      isEnabled(.borrower, shared)
    {
      guard focus == .borrower else { return setFocus(.borrower) }
      borrowerField.moveCursor(to: position, in: layout.fields.borrowerField)
    } else if layout.fields.itemField.contains(position) {
      guard focus == .item else { return setFocus(.item) }
      itemField.moveCursor(to: position, in: layout.fields.itemField)
    } else if layout.list.area.contains(position), isEnabled(.list, shared) {
      setFocus(.list)
      let first = firstVisibleLine(height: layout.list.area.height)
      let index = first + position.row - layout.list.area.row
      if desk.unsaved.indices ~= index { selectLine(index, shared) }
    }
  }
}
