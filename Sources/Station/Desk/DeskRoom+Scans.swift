import Circulation
import Scanning

// The way of a number: a scanner types without looking where it goes.
extension DeskRoom {
  /// Enter in the borrower's field.
  mutating func enterBorrower(_ shared: inout Shared) {
    guard !borrowerField.isEmpty else {
      desk.clear()
      return setFocus(.item)
    }
    if shared.isRepeatOfAnswer(borrowerField) { return showBorrower() }
    shared.reportReplaced(by: borrowerField.number)
    if let code = shared.rules.command(borrowerField.text) {
      showBorrower()
      return perform(code, &shared)
    }
    let scan = shared.rules.scan(borrowerField.text)
    if scan.kinds == [.item] {
      showBorrower()
      return record(scan, &shared)
    }
    let isAtDesk = desk.borrower?.text == borrowerField.text
    guard let borrower = identifyInField(&shared) else { return }
    // The card is scanned once more: nothing was asked.
    if isAtDesk {
      shared.pointOutObjections(
        of: shared.knowledge.listVerdict(
          on: borrower.text, as: .borrower, at: desk))
    }
    shared.history.keepReader()
    setFocus(.item)
    if notesStates {
      return shared.say(shared.words.readyForReturns(by: borrower))
    }
    let pendingItem = itemField.isEmpty ? nil : itemField.number
    shared.say(
      shared.words.borrowerIdentified(borrower, pendingItem: pendingItem))
  }

  /// Enter in the item's field, and the button beside it.
  mutating func enterItem(_ shared: inout Shared) {
    guard itemField.state != .unsynced else {
      // To be tried again, and told as if it were new.
      failedWaiting = 0
      return
    }
    guard !itemField.isEmpty else { return }
    if shared.isRepeatOfAnswer(itemField) { return itemField.erase() }
    shared.reportReplaced(by: itemField.number)
    if let code = shared.rules.command(itemField.text) {
      itemField.erase()
      return perform(code, &shared)
    }
    let scan = shared.rules.scan(itemField.text)
    if scan.kinds == [.borrower] {
      itemField.erase()
      changeBorrower(to: scan, &shared)
    } else {
      record(scan, isInField: true, &shared)
    }
  }

  /// Takes a line of a batch for what it was shown as.
  mutating func record(_ line: PastedScans.Line, _ shared: inout Shared) {
    switch line.role {
    case .command(let code): perform(code, &shared)
    case .card(let scan): changeBorrower(to: scan, &shared)
    case .item(let scan): record(scan, &shared)
    }
  }

  /// Goes on to the next borrower, whose card came among the items.
  mutating func changeBorrower(to scan: Scan, _ shared: inout Shared) {
    guard desk.operation == .loan || notesStates else {
      shared.dropConfirmation()
      return shared.refuse(shared.words.cardAmongReturns(scan.number))
    }
    guard let borrower = identify(scan, &shared) else { return }
    setFocus(.item)
    shared.say(
      notesStates
        ? shared.words.readyForReturns(by: borrower)
        : shared.words.nextBorrower(borrower))
  }

  /// Records an item, or says why not; what stands in the item's field stays if
  /// it is another.
  mutating func record(
    _ scan: Scan, isInField: Bool = false, _ shared: inout Shared
  ) {
    let item: Barcode
    do throws(BarcodeError) {
      item = try Barcode(scan.number)
    } catch {
      shared.passConfirmation(at: desk)
      shared.refuse(shared.words.sentence(error))
      setFocus(.item)
      return itemField.select(as: isInField ? .committed : .pending)
    }
    if shared.knowledge.isOfTitle(scan, at: desk) {
      // It is nobody's, whoever comes next.
      _ = shared.accept(scan, as: .item, at: desk)
      if isInField { itemField.erase() }
      return setFocus(nextField)
    }
    if notesStates, shared.knowledge.seemsOther(scan, as: .item, at: desk) {
      if isInField { itemField.erase() }
      return changeBorrower(to: scan, &shared)
    }
    if desk.operation == .loan {
      guard !borrowerField.isEmpty else {
        desk.clear()
        guard shared.knowledge.isKnownItem(scan, at: desk) else {
          return refuseWithoutCard(of: item, &shared)
        }
        if isInField { itemField.erase() }
        return keepForCard(scan, &shared)
      }
      guard identifyInField(&shared) != nil else { return }
    }
    if isInField { itemField.erase() }
    setFocus(.item)
    let seconds = shared.rules.scanner.doubleScanSeconds
    if desk.recentDuplicate(of: item, within: seconds) != nil {
      return shared.remark(shared.words.doubleScan(item))
    }
    switch shared.accept(scan, as: .item, at: desk) {
    case .asScanned(let origin, let list):
      record(item, of: scan, origin, by: list, &shared)
    case .asOther: acceptDoubtful(&shared) { $0.changeBorrower(to: scan, &$1) }
    case nil: break
    }
  }

  private mutating func record(
    _ item: Barcode, of scan: Scan, _ origin: ScanOrigin,
    by list: ListVerdict?, _ shared: inout Shared
  ) {
    let warning = desk.itemWarning(for: item)
    var origin = origin
    if case .lentElsewhere? = warning {
      origin = origin.against(.lentElsewhere)
    }
    let repetition = desk.repetition(of: item)
    let holder = knownHolder(of: item)
    let bringer = bringer(of: item, heldBy: holder, shared)
    do throws(CirculationError) {
      try desk.record(item, origin: origin, broughtBy: bringer)
    } catch {
      return shared.refuse(shared.words.sentence(error))
    }
    if let recorded = desk.waiting.last { shared.knowledge.learn(recorded) }
    shared.reportRepair(of: scan)
    let isSwap = bringer != nil && holder != nil
    if let list { shared.tell(list, at: desk, namesHolder: !isSwap) }
    if desk.operation == .loan, let recorded = desk.waiting.last {
      shared.turn.facts.append(.loan(recorded))
    }
    if let warning, !origin.objections.contains(.onLoan) {
      shared.pointOut(shared.words.itemWarning(warning))
    }
    if let repetition {
      shared.pointOut(shared.words.repetition(of: repetition))
    }
    tellOfSwap(item, broughtBy: bringer, heldBy: holder, &shared)
  }

  private mutating func refuseWithoutCard(
    of item: Barcode, _ shared: inout Shared
  ) {
    shared.passConfirmation(at: desk)
    shared.refuse(shared.words.borrowerFirst(item.text))
    setFocus(.borrower)
  }

  // MARK: Numbers that look wrong

  /// Takes a number that seems to be of the other kind for what it came as:
  /// what Enter says that is pressed by hand.
  ///
  /// - Returns: true if there was one.
  mutating func acceptAsScanned(_ shared: inout Shared) -> Bool {
    guard
      let confirmation = shared.confirmation, confirmation.seemsOther,
      confirmation.isRead(at: shared.now),
      focus == .borrower ? borrowerField.isEmpty : itemField.isEmpty
    else { return false }
    acceptDoubtful(&shared) { room, shared in
      switch confirmation.kind {
      case .item: room.record(confirmation.scan, &shared)
      case .borrower: room.changeBorrower(to: confirmation.scan, &shared)
      }
    }
    shared.remark(shared.words.accepted(confirmation.scan.number))
    return true
  }

  /// Does something that takes what looks wrong for what it comes as.
  mutating func acceptDoubtful(
    _ shared: inout Shared,
    _ body: (_ room: inout DeskRoom, _ shared: inout Shared) -> Void
  ) {
    shared.acceptsDoubtful = true
    body(&self, &shared)
    shared.acceptsDoubtful = false
  }

  // MARK: Before the card

  /// Keeps an item for after the card.
  private mutating func keepForCard(_ scan: Scan, _ shared: inout Shared) {
    setFocus(.borrower)
    guard
      case .asScanned(let origin, _) = shared.accept(
        scan, as: .item, at: desk)
    else { return }
    itemsAwaitingCard.append(ItemAwaitingCard(scan: scan, origin: origin))
    shared.refuse(
      shared.words.itemsAwaitCard(itemsAwaitingCard.count, last: scan.number))
  }

  /// Records what was scanned before the card.
  private mutating func recordItemsAwaitingCard(_ shared: inout Shared) {
    let items = itemsAwaitingCard
    itemsAwaitingCard = []
    for item in items {
      guard let number = try? Barcode(item.scan.number) else { continue }
      let list = shared.knowledge.listVerdict(
        on: number.text, as: .item, at: desk)
      record(number, of: item.scan, item.origin, by: list, &shared)
    }
  }

  /// Gives up what was scanned before a card that has not come.
  mutating func dropItemsAwaitingCard(_ shared: inout Shared) {
    guard let last = itemsAwaitingCard.last else { return }
    shared.refuse(
      shared.words.itemsDropped(itemsAwaitingCard.count, last: last.scan.number)
    )
    itemsAwaitingCard = []
  }

  // MARK: The borrower

  /// Takes the borrower that stands in the field; refuses what is none.
  private mutating func identifyInField(_ shared: inout Shared) -> Barcode? {
    if let borrower = desk.borrower, borrower.text == borrowerField.text {
      borrowerField.select(as: .committed)
      return borrower
    }
    return identify(shared.rules.scan(borrowerField.text), &shared)
  }

  private mutating func identify(
    _ scan: Scan, _ shared: inout Shared
  ) -> Barcode? {
    let borrower: Barcode
    do throws(BarcodeError) {
      borrower = try Barcode(scan.number)
    } catch {
      shared.dropConfirmation()
      shared.refuse(shared.words.sentence(error))
      setFocus(.borrower)
      borrowerField.select(as: .committed)
      return nil
    }
    let origin: ScanOrigin
    let list: ListVerdict?
    switch shared.accept(scan, as: .borrower, at: desk) {
    case .asScanned(let one, let lists): (origin, list) = (one, lists)
    case .asOther:
      showBorrower()
      acceptDoubtful(&shared) { $0.record(scan, &$1) }
      return nil
    case nil:
      showBorrower()
      // What is asked for again as a card is no item.
      setFocus(shared.confirmation == nil ? nextField : .borrower)
      return nil
    }
    desk.identify(borrower, origin: origin)
    if let list { shared.tell(list, at: desk) }
    shared.history.keepReader()
    shared.reportRepair(of: scan)
    showBorrower()
    recordItemsAwaitingCard(&shared)
    return borrower
  }

  /// Shows the borrower that the desk has, in place of what was typed there.
  mutating func showBorrower() {
    if let borrower = desk.borrower {
      borrowerField.show(borrower.text)
    } else {
      borrowerField.erase()
    }
  }

  /// The reader of the line that a person has chosen, else the one at the desk.
  var currentReader: Barcode? {
    let chosen = selectedIndex.flatMap { desk.unsaved[$0].transaction.borrower }
    let isChosen =
      focus == .list || selectedIndex != desk.unsaved.indices.last
    return isChosen ? chosen ?? desk.borrower : desk.borrower ?? chosen
  }

  // MARK: Command codes

  /// Does what the key of a command does.
  mutating func perform(_ code: CommandCode, _ shared: inout Shared) {
    let isRepeat =
      shared.lastCode.map {
        $0.code == code
          && $0.moment.duration(to: shared.now) < Confirmation.doubleBeep
      } ?? false
    shared.lastCode = (code, shared.now)
    // Done twice, these would do something else than once.
    if isRepeat, [.deleteLast, .undo, .help, .slip].contains(code) {
      return shared.remark(shared.words.codeBeepedTwice(code))
    }
    switch code {
    case .loan:
      shared.enqueue(.leavePage)
      choose(.loan, &shared)
    case .return:
      shared.enqueue(.leavePage)
      choose(.return, &shared)
    case .clear:
      shared.enqueue(.leavePage)
      clear(&shared)
    case .save: save(&shared)
    case .deleteLast: deleteLast(&shared)
    case .undo: undo(&shared)
    case .help: shared.enqueue(.toggleHelp(HelpPage(desk)))
    case .slip: shared.enqueue(.printSlip)
    case .state1, .state2, .state3, .state4, .state5:
      noteState(by: code, &shared)
    }
    shared.listChanges += 1
  }

  private mutating func deleteLast(_ shared: inout Shared) {
    if desk.waiting.isEmpty { selectLine(desk.unsaved.count - 1, shared) }
    setFocus(nextField)
    delete(&shared)
  }
}

extension Shared {
  /// Says what was changed in a scan.
  mutating func reportRepair(of scan: Scan) {
    if scan.isRepaired {
      turn.repairs.append(words.repaired(scan.raw, scan.number) + ".")
    } else if scan.changedRaw != nil {
      remark(words.spacesTrimmed(scan.number))
    }
  }

  /// Says so if a field of the desk has a room's answer, which the scanner has
  /// sent twice.
  ///
  /// - Returns: true then.
  mutating func isRepeatOfAnswer(_ field: EntryField) -> Bool {
    let limit = Duration.seconds(rules.scanner.doubleScanSeconds)
    guard
      let answer, answer.moment.duration(to: now) < limit,
      rules.scan(field.text).number == answer.number
    else { return false }
    self.answer = nil
    pointOut(words.answerCameTwice(answer.number))
    return true
  }
}

extension Scan {
  /// Returns the origin of the number, with what was said against it.
  func origin(
    isDoubtful: Bool, against objections: [Objection]
  ) -> ScanOrigin {
    ScanOrigin(raw: changedRaw, isDoubtful: isDoubtful, against: objections)
  }

  /// The typed text, if it was not the number itself.
  var changedRaw: String? { raw == number ? nil : raw }
}
