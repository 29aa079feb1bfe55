import Catalogue
import Circulation
import Scanning
import Terminal
import Textbooks

/// The hand-out: a class gets its books, at a desk whose next borrower follows
/// from what was given last.
///
/// Each scan takes the way of the desk, which is beneath it: rules, questions,
/// journal.
struct HandOutRoom: GroundRoom {
  /// Something that Undo takes back.
  enum Done {
    case gave(Barcode)
    case skipped(HandOutSkip)
  }

  /// The copy that was given last.
  struct Given {
    let item: Barcode
    let title: String?
    let pupil: String
    let moment: ContinuousClock.Instant
  }

  /// The desk, which records.
  var desk: DeskRoom
  let lists: ClassLists
  private let watch: LendingWatch
  /// All that the journals tell of the class, up to an event of the desk, and
  /// the number of times that there was something new.
  private var journals: (record: HandOutRecord, sequence: Int, renewal: Int)
  /// The hand-out as it is now.
  private(set) var handOut: HandOut
  var order: HandOut.Order
  /// The turn that a person has chosen; nil for the next one.
  var chosen: HandOut.Turn?
  var field = EntryField()
  /// The copy of another title that was scanned again.
  var insisted: String?
  var done: [Done] = []
  var last: Given?
  var isCovered = false {
    didSet { desk.isCovered = isCovered }
  }

  /// Opens the hand-out of a class at a desk.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  init(
    of lists: ClassLists, at desk: DeskRoom,
    with watch: LendingWatch
  ) throws {
    self.lists = lists
    self.desk = desk
    self.watch = watch
    let now = desk.desk.clock.now()
    let history = watch.history(at: desk.desk)
    if let problem = watch.problem { throw problem }
    let record = HandOutRecord(
      of: lists, history ?? LendingHistory(of: []), at: now)
    journals = (record, desk.desk.lastSequence, watch.renewalCount)
    handOut = record.handOut(at: now)
    order = handOut.order
    // A hand-out has no returns.
    desk.desk.switch(to: .loan)
    self.desk.setFocus(.item)
  }

  var contexts: [KeyContext] { [.handOut, .field, .desk] }

  /// The pupil who gets the next copy, and its title; nil if nobody who is
  /// there is to get anything.
  var turn: HandOut.Turn? { chosen ?? handOut.turn(in: order) }

  func name(_ pupil: Int) -> String { handOut.pupils[pupil].name }
  func title(_ turn: HandOut.Turn) -> String { handOut.titles[turn.title] }

  // MARK: What happens

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key):
      isCovered ? pressBeneath(key, &shared) : press(key, &shared)
    case .click(let position) where !isCovered: click(position, &shared)
    case .wheel(let notches) where !isCovered:
      choosePupil(by: notches, &shared)
    case .paste(let text): paste(text, &shared)
    case .end(let ending): shared.turn.effects.append(.quit(ending))
    case .dropped(let count):
      if field.isTyped { noteDropped(count, &shared) }
    case .click, .wheel, .burst, .resize, .tick, .otherMouse: break
    }
    return .handled
  }

  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  {
    take(String(reading.framed.number), &shared)
    noteDropped(reading.droppedCount, &shared)
    return .handled
  }

  private func noteDropped(_ count: Int, _ shared: inout Shared) {
    guard count > 0 else { return }
    shared.remark(shared.words.answerDropped(byteCount: count))
  }

  private mutating func paste(_ text: String, _ shared: inout Shared) {
    for line in PastedScans.lines(of: text) { take(line, &shared) }
  }

  /// Takes a number, whatever is half typed.
  private mutating func take(_ number: String, _ shared: inout Shared) {
    field.erase()
    for character in number { type(character, &shared) }
    give(&shared)
  }

  mutating func type(_ character: Character, _ shared: inout Shared) {
    if let lost = field.type(character) { shared.noteReplaced(lost) }
  }

  /// Looks at what was recorded.
  mutating func look() {
    let desk = desk.desk
    let now = desk.clock.now()
    if let history = watch.history(at: desk),
      journals.renewal != watch.renewalCount
    {
      journals = (
        HandOutRecord(of: lists, history, at: now), desk.lastSequence,
        watch.renewalCount
      )
    }
    // What can't be read again was given.
    let unread = desk.unsaved.reversed().prefix {
      $0.sequence > journals.sequence
    }
    handOut = journals.record.handOut(
      at: now, waiting: unread.map(\.transaction) + desk.waiting)
  }

  // MARK: The ground

  func gate(_ shared: Shared) -> ScanGate { desk.gate(shared) }

  func pending(_ shared: Shared) -> Pending {
    var pending = desk.pending(shared)
    pending.isTyping = field.isTyped
    if field.isTyped { pending.item = field.number }
    return pending
  }

  mutating func refuse(_ burst: BurstError, _ shared: inout Shared) {
    desk.refuse(burst, &shared)
  }

  mutating func begin(_ shared: inout Shared) { desk.begin(&shared) }

  mutating func commitPending(before event: Event, _ shared: inout Shared) {
    desk.commitPending(before: event, &shared)
  }

  mutating func commitPending(hasTicked: Bool, _ shared: inout Shared) {
    desk.commitPending(hasTicked: hasTicked, &shared)
    look()
  }

  mutating func cover(with room: any Room, _ shared: inout Shared) {
    desk.cover(with: room, &shared)
    desk.setFocus(.item)
  }

  mutating func fulfil(_ request: Request, _ shared: inout Shared) {
    switch request {
    case .performCode(let code): perform(code, &shared)
    case .printSlip(of: nil):
      desk.fulfil(
        .printSlip(of: turn.map { handOut.pupils[$0.pupil].number }), &shared)
    default:
      desk.fulfil(request, &shared)
      desk.setFocus(.item)
    }
    look()
  }

  mutating func poll(_ shared: inout Shared) {
    look()
    desk.poll(&shared)
    if let problem = watch.problem {
      shared.warnings.append(
        Notice(
          kind: .warning,
          text: shared.words.handOutMayLack(
            shared.words.sentence(about: problem))))
    }
    if !lists.missing.isEmpty {
      shared.warnings.append(
        Notice(kind: .warning, text: shared.words.withoutCopy(lists.missing)))
    }
  }

  func millisecondsToWait(_ shared: Shared) -> Int {
    desk.millisecondsToWait(shared)
  }

  var status: DeskStatus? {
    var status = desk.status
    status?.handsOut = true
    return status
  }

  func draw(_ look: Look, on surface: inout Surface) {
    HandOutView(self, look).draw(on: &surface)
  }
}
