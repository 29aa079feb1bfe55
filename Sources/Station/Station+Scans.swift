import Circulation
import Scanning

// What becomes of a number: a scanner types without looking where it goes.
extension Station {
  /// An item that was scanned before the card.
  struct HeldItem: Hashable {
    let scan: Scan
    let isDoubtful: Bool
  }

  /// Enter in the borrower's field.
  mutating func takeBorrower() {
    guard !borrowerField.isEmpty else {
      desk.clear()
      return setFocus(.item)
    }
    if isEchoOfAnswer(borrowerField) { return showBorrower() }
    tellWhatGaveWay(to: borrowerField.number)
    if let code = rules.command(borrowerField.text) {
      showBorrower()
      return obey(code)
    }
    let scan = rules.scan(borrowerField.text)
    if scan.kinds == [.item] {
      showBorrower()
      return record(scan)
    }
    guard let borrower = identifyInField() else { return }
    history.keepReader()
    setFocus(.item)
    let heldItem = itemField.isEmpty ? nil : itemField.number
    say(words.borrowerTaken(borrower, heldItem: heldItem))
  }

  /// Enter in the item's field, and the button beside it.
  mutating func record() {
    guard itemField.standing != .waiting else {
      // To be tried again, and told as if it were new.
      failedWaiting = 0
      return
    }
    guard !itemField.isEmpty else { return }
    if isEchoOfAnswer(itemField) { return itemField.erase() }
    tellWhatGaveWay(to: itemField.number)
    if let code = rules.command(itemField.text) {
      itemField.erase()
      return obey(code)
    }
    let scan = rules.scan(itemField.text)
    if scan.kinds == [.borrower] {
      itemField.erase()
      takeCard(scan)
    } else {
      record(scan, isInField: true)
    }
  }

  /// Takes a line of a batch for what it was shown as.
  mutating func take(_ line: Batch.Line) {
    switch line.role {
    case .command(let code): obey(code)
    case .card(let scan): takeCard(scan)
    case .item(let scan): record(scan)
    }
  }

  /// A card among the items begins the next borrower.
  mutating func takeCard(_ scan: Scan) {
    guard desk.operation == .loan else {
      dropDoubt()
      return refuse(words.cardAmongReturns(scan.number))
    }
    guard let borrower = identify(scan) else { return }
    setFocus(.item)
    say(words.nextBorrower(borrower))
  }

  /// Records an item, or says why not; what stands in the item's field stays if
  /// it is another.
  mutating func record(_ scan: Scan, isInField: Bool = false) {
    let item: Barcode
    do throws(RefusedNumber) {
      item = try Barcode(scan.number)
    } catch {
      passDoubt()
      refuse(words.sentence(error))
      setFocus(.item)
      return itemField.select(as: isInField ? .settled : .held)
    }
    if isOfTitle(scan) {
      // It is nobody's, whoever comes next.
      _ = accept(scan, as: .item)
      if isInField { itemField.erase() }
      return setFocus(neededField)
    }
    if desk.operation == .loan {
      guard !borrowerField.isEmpty else {
        desk.clear()
        guard isKnownItem(scan) else { return missBorrower(of: item) }
        if isInField { itemField.erase() }
        return hold(scan)
      }
      guard identifyInField() != nil else { return }
    }
    if isInField { itemField.erase() }
    setFocus(.item)
    let seconds = rules.scanner.doubleScanSeconds
    if desk.double(of: item, within: seconds) != nil {
      return remarks.append(words.doubleScan(item))
    }
    switch accept(scan, as: .item) {
    case .asItCame(let isDoubtful):
      record(item, of: scan, isDoubtful: isDoubtful)
    case .asOther: insist { $0.takeCard(scan) }
    case nil: break
    }
  }

  private mutating func record(
    _ item: Barcode, of scan: Scan, isDoubtful: Bool
  ) {
    let contradiction = desk.contradiction(to: item)
    let repetition = desk.repetition(of: item)
    do throws(CirculationError) {
      try desk.record(
        item, origin: Origin(raw: scan.changedRaw, isDoubtful: isDoubtful))
    } catch {
      return refuse(words.sentence(error))
    }
    if let recorded = desk.waiting.last { seen?.add(recorded) }
    tellRepair(of: scan)
    if let contradiction { pointOut(words.contradiction(contradiction)) }
    if let repetition { pointOut(words.repetition(of: repetition)) }
  }

  private mutating func missBorrower(of item: Barcode) {
    passDoubt()
    refuse(words.borrowerFirst(item.text))
    setFocus(.borrower)
  }

  // MARK: Before the card

  /// Keeps an item for after the card.
  private mutating func hold(_ scan: Scan) {
    setFocus(.borrower)
    guard case .asItCame(let isDoubtful) = accept(scan, as: .item) else {
      return
    }
    held.append(HeldItem(scan: scan, isDoubtful: isDoubtful))
    refuse(words.heldForCard(held.count, last: scan.number))
  }

  /// Records what was scanned before the card.
  private mutating func recordHeld() {
    let items = held
    held = []
    for item in items {
      guard let number = try? Barcode(item.scan.number) else { continue }
      record(number, of: item.scan, isDoubtful: item.isDoubtful)
    }
  }

  /// Gives up what was scanned before a card that has not come.
  mutating func dropHeld() {
    guard let last = held.last else { return }
    refuse(words.heldDropped(held.count, last: last.scan.number))
    held = []
  }

  // MARK: The borrower

  /// Takes the borrower that stands in the field; refuses what is none.
  private mutating func identifyInField() -> Barcode? {
    if let borrower = desk.borrower, borrower.text == borrowerField.text {
      borrowerField.select(as: .settled)
      return borrower
    }
    return identify(rules.scan(borrowerField.text))
  }

  private mutating func identify(_ scan: Scan) -> Barcode? {
    do throws(RefusedNumber) {
      let borrower = try Barcode(scan.number)
      let isDoubtful: Bool
      switch accept(scan, as: .borrower) {
      case .asItCame(let isOne): isDoubtful = isOne
      case .asOther:
        showBorrower()
        insist { $0.record(scan) }
        return nil
      case nil:
        showBorrower()
        // What is asked for again as a card is no item.
        setFocus(doubt == nil ? neededField : .borrower)
        return nil
      }
      let before = desk.borrower
      desk.identify(
        borrower, origin: Origin(raw: scan.changedRaw, isDoubtful: isDoubtful))
      followReader(from: before)
      history.keepReader()
      tellRepair(of: scan)
      showBorrower()
      recordHeld()
      return borrower
    } catch {
      dropDoubt()
      refuse(words.sentence(error))
      setFocus(.borrower)
      borrowerField.select(as: .settled)
      return nil
    }
  }

  /// Shows the borrower that the desk has, in place of what was typed there.
  mutating func showBorrower() {
    if let borrower = desk.borrower {
      borrowerField.show(borrower.text)
    } else {
      borrowerField.erase()
    }
  }

  // MARK: Telling

  private mutating func tellRepair(of scan: Scan) {
    if scan.isRepaired {
      repairs.append(words.repaired(scan.raw, scan.number) + ".")
    } else if scan.changedRaw != nil {
      remarks.append(words.blanksTakenOff(scan.number))
    }
  }

  // MARK: Command codes

  /// Does what the key of a command does.
  mutating func obey(_ code: CommandCode) {
    let now = moment()
    let isEcho =
      lastCode.map {
        $0.code == code && $0.moment.duration(to: now) < Self.doubleBeep
      } ?? false
    lastCode = (code, now)
    // Done twice, these would do something else than once.
    if isEcho, [.deleteLast, .undo, .help].contains(code) {
      return remarks.append(words.codeBeepedTwice(code))
    }
    switch code {
    case .loan:
      leavePage()
      choose(.loan)
    case .return:
      leavePage()
      choose(.return)
    case .clear:
      leavePage()
      clear()
    case .save:
      // Then there is nothing to be asked any more.
      if save(), page == .closing, !losesSomething { page = nil }
    case .deleteLast: deleteLast()
    case .undo: undo()
    // No page comes over a question.
    case .help where question != nil: break
    case .help:
      if case .leaf(.help, _) = page {
        page = nil
      } else {
        open(.leaf(.help, firstLine: 0))
      }
    }
    refreshRoom()
  }

  private mutating func deleteLast() {
    if desk.waiting.isEmpty { selectLine(desk.unsaved.count - 1) }
    setFocus(neededField)
    delete()
  }
}

extension Scan {
  /// What was typed, if it was not the number itself.
  var changedRaw: String? { raw == number ? nil : raw }
}
