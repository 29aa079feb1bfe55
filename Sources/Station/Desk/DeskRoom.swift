import Catalogue
import Circulation
import Offload
import Scanning
import Settings
import Sharing
import Terminal

/// The desk: two fields, a choice between loan and return, and the list of what
/// is recorded and not yet saved.
struct DeskRoom: GroundRoom {
  /// An item that was scanned before the card.
  struct ItemAwaitingCard: Hashable {
    let scan: Scan
    let origin: ScanOrigin
  }

  let desk: Desk
  /// The name of the desk, for the title of the window.
  let name: String
  /// The origins of the patterns, and which of them are left out.
  let patterns: PatternOrigins
  /// The settings that do not hold, and why.
  let settingsLeftOut: [SettingsIssue]
  /// The ledger's record of what was uploaded of `OffCirc.dat`.
  let ledger: LedgerWatch?
  /// The path of the ledger, if commands need it as an option.
  let ledgerToName: String?
  /// The notes of checks; nil if none are kept.
  let practice: PracticeNotes?
  /// The textbooks of a school; nil if the states of copies are not noted.
  let textbooks: TextbookDesk?

  var focus = Control.borrower
  var borrowerField = EntryField()
  var itemField = EntryField()
  /// The sequence number of the transaction that Delete would take.
  var selection: Int?
  /// The index of the list's first line when the selection last moved.
  var listTop = Int.max
  /// The number of lines in `OffCirc.dat`; nil if it can't be read.
  var savedCount: Int?
  /// Items that were scanned before the card.
  var itemsAwaitingCard: [ItemAwaitingCard] = []
  /// The number of scans that waited when the disk last refused them.
  var failedWaiting = 0
  /// The event of what the last stroke of Delete took off the list.
  var lastDeletion: Int?
  /// True while a room is open over the desk.
  var isCovered = false

  var contexts: [KeyContext] {
    (movesState ? [.state] : []) + [focus.context, .desk]
  }

  func gate(_ shared: Shared) -> ScanGate {
    ScanGate(
      shared.rules.scanner.suffix,
      minimumScanLength: shared.knowledge.minimumScanLength)
  }

  // MARK: What happens

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key):
      isCovered ? pressBeneath(key, &shared) : press(key, &shared)
    case .click(let position): click(position, &shared)
    case .wheel(let notches): moveSelection(by: 3 * notches, &shared)
    case .paste(let text): paste(text, &shared)
    case .dropped(let count):
      if isTyping {
        shared.remark(shared.words.answerDropped(byteCount: count))
      }
    case .end(let ending):
      recordPendingItem(&shared)
      shared.turn.effects.append(.quit(ending))
    case .burst, .resize, .tick, .otherMouse: break
    }
    return .handled
  }

  /// Takes what a scanner typed at once, whatever has the focus: a button would
  /// take a space for itself.
  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  {
    leaveFieldToScan()
    for character in reading.framed.number { type(character, &shared) }
    if reading.droppedCount > 0, isTyping {
      shared.remark(shared.words.answerDropped(byteCount: reading.droppedCount))
    }
    _ = handle(.key(reading.end(at: shared.rules)), &shared)
    return .handled
  }

  mutating func refuse(_ burst: BurstError, _ shared: inout Shared) {
    shared.passConfirmation(at: desk)
    shared.refuse(shared.words.sentence(burst))
  }

  mutating func cover(with room: any Room, _ shared: inout Shared) {
    recordPendingItem(&shared)
    setFocus(nextField)
    guard room is any LineRoom else { return }
    // What is half typed stays here; what comes is the room's.
    if borrowerField.state == .editing { borrowerField.select(as: .pending) }
    if itemField.state == .editing { itemField.select(as: .pending) }
  }

  mutating func fulfil(_ request: Request, _ shared: inout Shared) {
    switch request {
    case .perform(let action): perform(action, &shared)
    case .performCode(let code): perform(code, &shared)
    case .record(let scans):
      acceptDoubtful(&shared) { room, shared in
        for line in scans.lines { room.record(line, &shared) }
      }
    case .choose(let sequence): choose(sequence, &shared)
    case .show(let sequence):
      choose(sequence, &shared)
      setFocus(.list)
    case .delete(let sequence):
      choose(sequence, &shared)
      // Elsewhere, it would give up a scan that waits.
      setFocus(.list)
      pressDelete(&shared)
      setFocus(nextField)
    case .showBorrower:
      showBorrower()
      setFocus(nextField)
    case .printSlip(let reader):
      recordPendingItem(&shared)
      commit(&shared)
      shared.printSlip(
        of: reader ?? currentReader ?? desk.latestReader, at: desk)
    case .greet:
      shared.say(
        shared.words.ready(desk.operation, borrower: desk.borrower))
    }
  }

  // MARK: What a turn has to do

  mutating func begin(_ shared: inout Shared) {
    // Not before the first paint: nothing waits for it.
    if shared.turnCount > 1 { lookAtLists(&shared) }
    shared.time = desk.clock.now()
    if let expected = desk.clockJump() {
      shared.refuse(
        shared.words.clockJump(from: expected, to: shared.time))
    }
  }

  private func lookAtLists(_ shared: inout Shared) {
    guard let lists = shared.knowledge.lists else { return }
    lists.look()
    if let news = lists.old.flatMap(shared.words.newsOfErasure) {
      shared.remark(news)
    }
  }

  mutating func commitPending(before event: Event, _ shared: inout Shared) {
    // What comes after a scan finds it where it would have been if there had
    // been time between them.
    guard !mayBeOfScan(event) else { return }
    commit(&shared)
    shared.reportReplaced()
  }

  mutating func commitPending(hasTicked: Bool, _ shared: inout Shared) {
    commit(again: hasTicked, &shared)
    printSlipsOfGone(&shared)
    guard hasTicked else { return }
    shared.slips?.tend(at: shared.now)
    desk.tendCopies()
  }

  /// Prints the slips of readers who have left the desk, if each gets one; a
  /// hand-out goes from pupil to pupil, and back.
  private func printSlipsOfGone(_ shared: inout Shared) {
    guard shared.status?.handsOut != true else { return }
    let isClosing = shared.turn.effects.contains(.quit(nil))
    shared.printSlips(ofAllBut: isClosing ? nil : desk.borrower, at: desk)
  }

  /// Returns true if an event may be a part of a scan, not of what follows it.
  private func mayBeOfScan(_ event: Event) -> Bool {
    guard focus.isField || focus == .record else { return false }
    return switch event {
    case .burst, .dropped, .key(.character), .key(.enter): true
    case .key(.tab): focus.isField
    default: false
    }
  }

  /// Puts on disk what waits, and says how that went.
  ///
  /// What the disk has refused is tried again with what comes after it, or if
  /// asked to.
  mutating func commit(again: Bool = false, _ shared: inout Shared) {
    let waiting = desk.waiting.count
    if waiting == 0, failedWaiting > 0 { clearError(&shared) }
    guard waiting > failedWaiting || waiting > 0 && again else { return }
    do throws(FileError) {
      let recorded = try desk.commit()
      clearError(&shared)
      guard let last = recorded.last else { return }
      shared.slips?.note(recorded)
      shared.notice = Notice(
        kind: .recorded,
        text: waiting == 1
          ? shared.words.recorded(last.transaction)
          : shared.words.recorded(waiting, last: last.transaction))
      shared.turn.hasRecorded = true
    } catch {
      let text = shared.words.notRecorded(waiting, error)
      shared.notice = Notice(kind: .refusal, text: text)
      shared.turn.error = text
      if waiting > failedWaiting { shared.turn.hasRefused = true }
      failedWaiting = waiting
      showWaiting()
    }
  }

  /// All that waited is in the list.
  private mutating func clearError(_ shared: inout Shared) {
    failedWaiting = 0
    shared.turn.error = nil
    if itemField.state == .unsynced { itemField.erase() }
    selection = desk.unsaved.last?.sequence
    listTop = .max
  }

  mutating func showWaiting() {
    guard itemField.isEmpty || itemField.state == .unsynced else { return }
    if let last = desk.waiting.last {
      itemField.show(unsynced: last.item.text)
    } else {
      itemField.erase()
    }
  }

  /// Returns how long nothing changes by itself: until the clock shows another
  /// minute, what waits for the disk is to be tried again, or something may be
  /// said of the copies or of what was uploaded.
  func millisecondsToWait(_ shared: Shared) -> Int {
    if ledger?.hasNews ?? false { return 0 }
    if shared.knowledge.lists?.hasLooked == false { return 0 }
    let minute = (60 - desk.clock.now().fields.second) * 1_000
    let isErasing = shared.knowledge.lists?.old?.isPending ?? false
    let isPrinting = shared.slips?.isAwaited ?? false
    let isAwaited =
      isErasing || isPrinting || !desk.waiting.isEmpty
      || !desk.followers.isEmpty
      || ledger?.isBusy ?? false
    return isAwaited ? min(minute, 2_000) : minute
  }

  func draw(_ look: Look, on surface: inout Surface) {
    DeskView(self, look).draw(on: &surface)
  }

  // MARK: What others know of it

  /// The counts for the frame of every page.
  var status: DeskStatus? {
    DeskStatus(
      operation: desk.operation, waitingCount: desk.waiting.count,
      unsavedCount: desk.unsaved.count, savedCount: savedCount,
      fileName: desk.folder.ownDataFileName, today: desk.today,
      notesStates: notesStates,
      sharing: desk.sharer?.standing)
  }

  /// Returns what the desk has of scans that are not recorded.
  func pending(_ shared: Shared) -> Pending {
    Pending(
      isTyping: isTyping, awaitsEnter: focus == .record,
      needsCard: nextField == .borrower,
      item: unrecordedItem, isRecordable: canRecordItem(shared),
      awaitingCard: itemsAwaitingCard.map(\.scan.number),
      waitingCount: desk.waiting.count)
  }

  /// The number in the item's field that is nowhere else.
  var unrecordedItem: String? {
    itemField.isEmpty || itemField.state == .unsynced
      ? nil : itemField.number
  }

  /// Returns true if the number in the item's field would be recorded now.
  private func canRecordItem(_ shared: Shared) -> Bool {
    let knowledge = shared.knowledge
    let scan = shared.rules.scan(itemField.text)
    guard
      knowledge.isSound(scan, as: .item, at: desk), scan.kinds != [.borrower],
      shared.rules.command(itemField.text) == nil
    else { return false }
    guard desk.operation == .loan else { return true }
    let card = shared.rules.scan(borrowerField.text)
    return card.number != scan.number
      && (desk.borrower?.text == borrowerField.text
        || knowledge.isSound(card, as: .borrower, at: desk)
          && card.kinds != [.item])
  }
}

extension Burst.Reading {
  /// The key that ends it: Tab, if it has one that the scanner does not add to
  /// every number.
  func end(at rules: ScanRules) -> Key {
    framed.hasTab && rules.scanner.suffix == .enter ? .tab : .enter
  }
}
