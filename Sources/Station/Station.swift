import Circulation
import Terminal

/// The station: the desk, and all that the window shows of it.
///
/// ``update(_:)`` takes what happened, ``view(_:)`` says what is to be seen.
/// Nothing here knows a terminal; what has to be done to it comes back as
/// effects.
public struct Station {
  /// How often the bell rings.
  public enum Bell: String, CaseIterable, Sendable {
    /// Once for what was refused.
    case errors
    /// Once for what was recorded, twice for what was refused.
    case all
    /// Never.
    case none
  }

  /// Something to do to the terminal.
  enum Effect: Hashable {
    case ring(Int)
    case redraw
    case suspend
    case quit(Ending?)
  }

  /// A page over the desk.
  enum Page: Hashable {
    case help(firstLine: Int)
    case closing
  }

  /// The smallest screen that the window fits on.
  static let leastSize = Size(columns: 60, rows: 16)

  let desk: Desk
  let deskName: String
  let bell: Bell
  let words: any Words

  private(set) var size: Size
  private(set) var page: Page?
  private(set) var focus = Control.borrower
  private(set) var borrowerField = EntryField()
  private(set) var itemField = EntryField()
  /// The sequence number of the transaction that Delete would take.
  private(set) var selection: Int?
  private(set) var notice: Notice
  /// The number of lines in `OffCirc.dat`; nil if it can't be read.
  private(set) var savedCount: Int?

  // What the events of one update have come to.
  private var effects: [Effect] = []
  private var refusals: [String] = []
  private var failure: String?
  private var remark: String?
  private var hasRecorded = false
  private var hasRefused = false

  /// How many scans waited when the disk last refused them.
  private var failedWaiting = 0
  /// What was said of a number that gave way, until the one that took its
  /// place is dealt with: a scanner leaves no time to read it.
  private var unread: String?
  /// The index of the list's first line when the selection last moved.
  private var listTop = Int.max

  /// A station at an open desk.
  package init(
    desk: Desk, size: Size, words: any Words, deskName: String = "",
    bell: Bell = .errors
  ) {
    self.desk = desk
    self.size = size
    self.words = words
    self.deskName = deskName
    self.bell = bell
    if let found = words.opening(desk) {
      notice = Notice(
        kind: desk.opening.isUneventful ? .information : .warning, text: found)
    } else {
      notice = Notice(
        kind: .information, text: words.ready(.loan, borrower: nil))
    }
    selection = desk.unsaved.last?.sequence
    countSaved()
  }

  // MARK: What happens

  /// Takes all that has happened, in order, and makes it durable with one sync.
  mutating func update(_ events: [Event]) -> [Effect] {
    effects = []
    refusals = []
    failure = nil
    remark = nil
    hasRecorded = false
    hasRefused = false
    for event in events {
      // What comes after a scan finds it where it would have been if there
      // had been time between them.
      if !isOfAScan(event) { settle() }
      update(event)
    }
    settle(again: events.contains(.tick))
    tell()
    countSaved()
    return effects
  }

  private mutating func update(_ event: Event) {
    switch event {
    case .key(let key): press(key)
    case .click(let position): click(position)
    case .wheel(let notches): turnWheel(notches)
    case .resize(let size):
      self.size = size
      if case .help(let line) = page { showHelp(from: line) }
    case .tick: break
    case .end(let ending): effects.append(.quit(ending))
    }
  }

  /// Whether an event may be a part of a scan, and not of what follows it.
  private func isOfAScan(_ event: Event) -> Bool {
    guard focus.isField || focus == .record, case .key(let key) = event else {
      return false
    }
    switch key {
    case .character, .enter: return true
    case .tab: return focus.isField
    default: return false
    }
  }

  /// Puts on disk what waits, and says how that went.
  ///
  /// What the disk has refused is tried again with what comes after it, or if
  /// asked to.
  private mutating func settle(again: Bool = false) {
    let waiting = desk.waiting.count
    if waiting == 0, failedWaiting > 0 { forgetFailure() }
    guard waiting > failedWaiting || waiting > 0 && again else { return }
    do throws(FileFailure) {
      let recorded = try desk.commit()
      forgetFailure()
      guard let last = recorded.last else { return }
      notice = Notice(
        kind: .recorded,
        text: waiting == 1
          ? words.recorded(last.transaction)
          : words.recorded(waiting, last: last.transaction))
      hasRecorded = true
    } catch {
      let text = words.notRecorded(waiting, error)
      notice = Notice(kind: .refusal, text: text)
      failure = text
      if waiting > failedWaiting { hasRefused = true }
      failedWaiting = waiting
      showWaiting()
    }
  }

  /// All that waited is in the list.
  private mutating func forgetFailure() {
    failedWaiting = 0
    failure = nil
    if itemField.standing == .waiting { itemField.erase() }
    selection = desk.unsaved.last?.sequence
    listTop = .max
  }

  /// Says, and lets be heard, what the events have come to: what was refused
  /// first, whatever came after it.
  private mutating func tell() {
    let told = [failure].compactMap(\.self) + refusals
    if !told.isEmpty {
      var sentences = Array(told.prefix(2))
      if notice.kind != .refusal { sentences.append(notice.text) }
      if told.count > 2 { sentences.append(words.moreRefused(told.count - 2)) }
      notice = Notice(
        kind: .refusal, text: sentences.joined(separator: " "))
    }
    if let remark {
      if notice.kind != .refusal { notice.kind = .warning }
      notice.text += " " + remark
    }
    switch bell {
    case .errors where hasRefused: effects.insert(.ring(1), at: 0)
    case .all where hasRefused: effects.insert(.ring(2), at: 0)
    case .all where hasRecorded: effects.insert(.ring(1), at: 0)
    default: break
    }
  }

  private mutating func showWaiting() {
    guard itemField.isEmpty || itemField.standing == .waiting else { return }
    if let last = desk.waiting.last {
      itemField.show(waiting: last.item.text)
    } else {
      itemField.erase()
    }
  }

  private mutating func countSaved() {
    savedCount = try? desk.savedCount()
  }

  // MARK: Keys

  private mutating func press(_ key: Key) {
    switch page {
    case .help(let line): pressOnHelp(key, line)
    case .closing: pressOnClosing(key)
    case nil: pressAtDesk(key)
    }
  }

  private mutating func pressAtDesk(_ key: Key) {
    if case .alt(let letter) = key {
      let button = layout.buttons.first { $0.mnemonic == letter }
      if let button { use(button.control) }
    } else if let act = Command.act(of: key, in: focus.context, .desk) {
      perform(act)
    } else if case .character(let character) = key {
      type(character)
    }
  }

  private mutating func pressOnHelp(_ key: Key, _ line: Int) {
    guard let act = Command.act(of: key, in: .help) else {
      return typeBeneath(key)
    }
    let page = HelpView.lineCount(in: self)
    switch act {
    case .lineUp: showHelp(from: line - 1)
    case .lineDown: showHelp(from: line + 1)
    case .pageUp: showHelp(from: line - page)
    case .pageDown: showHelp(from: line + page)
    case .first: showHelp(from: 0)
    case .last: showHelp(from: .max)
    case .goBack: self.page = nil
    default: perform(act)
    }
  }

  private mutating func showHelp(from line: Int) {
    page = .help(firstLine: min(max(line, 0), HelpView.lastFirstLine(in: self)))
  }

  private mutating func pressOnClosing(_ key: Key) {
    guard let act = Command.act(of: key, in: .closing) else {
      return typeBeneath(key)
    }
    // An answer that is not offered is none.
    if act == .saveAndClose, !isEnabled(.save) { return }
    answer(act)
  }

  /// A page over the desk takes no scan away from it.
  ///
  /// What a scanner types goes to the fields; whatever else has the focus would
  /// take it for an answer.
  private mutating func typeBeneath(_ key: Key) {
    switch key {
    case .character(let character): type(character)
    case .backspace: pressAtDesk(key)
    case .enter where focus.isField || focus == .record: pressAtDesk(key)
    case .tab where focus.isField: pressAtDesk(key)
    default: break
    }
  }

  // MARK: Acts

  private mutating func perform(_ act: Act) {
    switch act {
    case .help: open(.help(firstLine: 0))
    case .save: save()
    case .switchOperation: choose(desk.operation == .loan ? .return : .loan)
    case .clear: clear()
    case .delete: delete()
    case .close: close()
    case .redraw: effects.append(.redraw)
    case .suspend: effects.append(.suspend)
    case .next: moveFocus(by: 1)
    case .previous: moveFocus(by: -1)
    case .enter: focus == .borrower ? takeBorrower() : record()
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      edit(act)
    case .press: use(focus)
    case .chooseLoan: choose(.loan)
    case .chooseReturn: choose(.return)
    case .chooseOther: choose(desk.operation == .loan ? .return : .loan)
    case .lineUp: moveSelection(by: -1)
    case .lineDown: moveSelection(by: 1)
    case .pageUp: moveSelection(by: -layout.list.height)
    case .pageDown: moveSelection(by: layout.list.height)
    case .first: moveSelection(by: -desk.unsaved.count)
    case .last: moveSelection(by: desk.unsaved.count)
    case .saveAndClose, .keepAndClose, .goBack: answer(act)
    }
  }

  /// What pressing a control does; nothing if it is disabled.
  private mutating func use(_ control: Control) {
    guard isEnabled(control) else { return }
    switch control {
    case .borrower, .item, .list: setFocus(control)
    case .clear: clear()
    case .record: record()
    case .operation: choose(desk.operation == .loan ? .return : .loan)
    case .save: save()
    case .delete: delete()
    case .help: open(.help(firstLine: 0))
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
    case .delete: !desk.unsaved.isEmpty || !desk.waiting.isEmpty
    case .save: !desk.unsaved.isEmpty || !desk.waiting.isEmpty
    case .item, .operation, .help, .close: true
    }
  }

  private mutating func edit(_ act: Act) {
    if focus == .borrower {
      borrowerField.edit(act)
    } else {
      itemField.edit(act)
      unread = nil
    }
  }

  private mutating func type(_ character: Character) {
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
    if let lost {
      let text = words.gaveWay(lost)
      refuse(text)
      unread = text
    }
  }

  /// Records the item that a scanner left with Tab, before anything that
  /// would make it another borrower's, or no loan.
  private mutating func recordWhatTabLeft() {
    if focus == .record, isEnabled(.record) { record() }
  }

  /// Enter in the borrower's field.
  private mutating func takeBorrower() {
    guard !borrowerField.isEmpty else {
      desk.clear()
      return setFocus(.item)
    }
    guard let borrower = borrowerInField() else { return }
    setFocus(.item)
    let heldItem = itemField.isEmpty ? nil : itemField.number
    say(words.borrowerTaken(borrower, heldItem: heldItem))
  }

  /// Takes the borrower that stands in the field; refuses what is none.
  private mutating func borrowerInField() -> Barcode? {
    do throws(RefusedNumber) {
      let borrower = try Barcode(borrowerField.number)
      desk.identify(borrower)
      if borrowerField.hasOuterBlanks {
        borrowerField.trim()
        remark = words.blanksTakenOff(borrower.text)
      }
      borrowerField.select(as: .settled)
      return borrower
    } catch {
      refuse(words.sentence(error))
      setFocus(.borrower)
      borrowerField.select(as: .settled)
      return nil
    }
  }

  /// Enter in the item's field, and the button beside it.
  private mutating func record() {
    guard itemField.standing != .waiting else {
      // To be tried again, and told as if it were new.
      failedWaiting = 0
      return
    }
    guard !itemField.isEmpty else { return }
    if let unread, !refusals.contains(unread) { refusals.append(unread) }
    unread = nil
    let item: Barcode
    do throws(RefusedNumber) {
      item = try Barcode(itemField.number)
    } catch {
      refuse(words.sentence(error))
      setFocus(.item)
      return itemField.select(as: .settled)
    }
    if desk.operation == .loan {
      guard !borrowerField.isEmpty else {
        desk.clear()
        refuse(words.borrowerFirst(item.text))
        return setFocus(.borrower)
      }
      guard borrowerInField() != nil else { return }
    }
    do throws(CirculationError) {
      try desk.record(item)
    } catch {
      return refuse(words.sentence(error))
    }
    if itemField.hasOuterBlanks { remark = words.blanksTakenOff(item.text) }
    itemField.erase()
    setFocus(.item)
  }

  private mutating func choose(_ operation: Operation) {
    recordWhatTabLeft()
    desk.switch(to: operation)
    setFocus(neededField)
    say(words.ready(operation, borrower: desk.borrower))
  }

  private mutating func clear() {
    recordWhatTabLeft()
    desk.clear()
    borrowerField.erase()
    setFocus(neededField)
    say(
      desk.operation == .loan
        ? words.cleared() : words.ready(.return, borrower: nil))
  }

  private mutating func delete() {
    // Not while nobody sees which one it would be.
    guard isLargeEnough else { return }
    if let waiting = desk.waiting.last {
      desk.dropLastWaiting()
      failedWaiting = desk.waiting.count
      showWaiting()
      if !isEnabled(focus) { setFocus(neededField) }
      return say(words.dropped(waiting))
    }
    guard
      let selection, let index = desk.unsaved.index(ofSequence: selection)
    else { return say(words.nothingToDelete()) }
    do {
      let transaction = try desk.delete(sequence: selection)
      say(words.deleted(transaction))
    } catch let failure as FileFailure {
      refuse(words.notDeleted(failure))
    } catch {
      refuse(words.sentence(error))
    }
    selectLine(min(index, desk.unsaved.count - 1))
  }

  @discardableResult
  private mutating func save() -> Bool {
    recordWhatTabLeft()
    do throws(FileFailure) {
      let count = try desk.save()
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

  private mutating func close() {
    if desk.unsaved.isEmpty, desk.waiting.isEmpty, unrecordedItem == nil {
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

  private mutating func open(_ page: Page) {
    self.page = page
    setFocus(neededField)
  }

  private mutating func answer(_ act: Act) {
    switch act {
    case .saveAndClose:
      page = nil
      if save() { effects.append(.quit(nil)) }
    case .keepAndClose:
      // Typed ahead of a failure, it was no answer to what is now asked.
      if failure == nil { effects.append(.quit(nil)) }
    case .goBack: page = nil
    default: perform(act)
    }
  }

  // MARK: Focus and selection

  /// The field that the next scan belongs to.
  private var neededField: Control {
    desk.operation == .loan && borrowerField.isEmpty ? .borrower : .item
  }

  private mutating func setFocus(_ control: Control) {
    guard focus != control else { return }
    focus = control
    switch control {
    case .borrower: borrowerField.select(as: .settled)
    case .item: itemField.select(as: .held)
    default: break
    }
  }

  private mutating func moveFocus(by step: Int) {
    if focus == .borrower, step > 0 { return takeBorrower() }
    let controls = Control.tabOrder.filter { isEnabled($0) || $0 == focus }
    guard let index = controls.firstIndex(of: focus) else { return }
    setFocus(controls[(index + step + controls.count) % controls.count])
  }

  private mutating func moveSelection(by step: Int) {
    guard
      let selection, let index = desk.unsaved.index(ofSequence: selection)
    else { return }
    selectLine(min(max(index + step, 0), desk.unsaved.count - 1))
  }

  private mutating func selectLine(_ index: Int) {
    listTop = firstVisibleLine
    if desk.unsaved.indices ~= index {
      selection = desk.unsaved[index].sequence
    } else {
      selection = nil
      if !isEnabled(focus) { setFocus(neededField) }
    }
  }

  // MARK: The mouse

  private mutating func click(_ position: Position) {
    guard isLargeEnough else { return }
    switch page {
    case .closing:
      let answer = CloseQuestion(self).answers.first {
        $0.area.contains(position)
      }
      if let answer { self.answer(answer.act) }
    case .help:
      if HelpView.foot(in: self).contains(position) { page = nil }
    case nil:
      clickAtDesk(position)
    }
  }

  private mutating func clickAtDesk(_ position: Position) {
    let layout = layout
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

  private mutating func turnWheel(_ notches: Int) {
    switch page {
    case .help(let line): showHelp(from: line + 3 * notches)
    case .closing: break
    case nil: moveSelection(by: 3 * notches)
    }
  }

  // MARK: What is seen

  var layout: DeskLayout {
    DeskLayout(
      size: size, words: words, operation: desk.operation, notice: notice)
  }

  /// The index of the transaction on the list's first row: the list shows its
  /// end, or what it showed before as far as the selection is seen.
  var firstVisibleLine: Int {
    let height = layout.list.height
    let last = max(desk.unsaved.count - height, 0)
    let selected = selection.flatMap { desk.unsaved.index(ofSequence: $0) }
    let first = min(listTop, last)
    guard let selected else { return first }
    return min(max(first, selected - height + 1), selected)
  }

  /// Whether the window fits on the screen.
  var isLargeEnough: Bool {
    size.columns >= Self.leastSize.columns && size.rows >= Self.leastSize.rows
  }

  /// What is to be seen.
  func view(_ palette: Palette) -> Surface {
    guard isLargeEnough else { return SmallView.draw(self, palette) }
    switch page {
    case .help: return HelpView.draw(self, palette)
    case .closing: return CloseQuestion(self).draw(palette)
    case nil: return DeskView.draw(self, palette)
    }
  }

  // MARK: Telling

  private mutating func say(_ text: String) {
    notice = Notice(kind: .information, text: text)
  }

  private mutating func refuse(_ text: String) {
    refusals.append(text)
    notice = Notice(kind: .refusal, text: text)
    hasRefused = true
  }
}
