import Circulation
import Offload
import Scanning
import Settings
import Terminal

/// The station: the desk, and all that the window shows of it.
///
/// ``update(_:)`` takes what happened, ``view(_:)`` says what is to be seen.
/// Nothing here knows a terminal; what has to be done to it comes back as
/// effects.
public struct Station {
  /// Something to do to the terminal.
  package enum Effect: Hashable {
    case ring(Int)
    case redraw
    case quit(Ending?)
  }

  /// A page over the desk.
  enum Page: Hashable {
    case leaf(Leaf, firstLine: Int)
    case closing
    case batch(Batch)
    case find(FindRoom)
    case amend(AmendRoom)
    case reader(ReaderRoom)
  }

  /// A page to be read.
  package enum Leaf: Hashable, Sendable {
    /// What to do, and every key.
    case help
    /// How the station stands, and what is next.
    case afterOutage
  }

  /// The smallest screen that the window fits on.
  static let leastSize = Size(columns: 60, rows: 16)

  let desk: Desk
  let deskName: String
  let bell: Bell
  let words: any Words
  let rules: ScanRules
  /// Where the patterns come from, and which of them are left out.
  let patterns: PatternOrigins
  /// The patterns that took too long with what was scanned.
  var costlyPatterns: Set<Pattern> = []
  /// What is wrong with the settings that do not hold.
  let settingsLeftOut: [SettingsProblem]
  /// What was handed over of `OffCirc.dat`.
  let ledger: LedgerWatch?
  /// Where the ledger is, if a command has to be told.
  let ledgerToName: String?

  var size: Size
  var page: Page?
  var focus = Control.borrower
  var borrowerField = EntryField()
  var itemField = EntryField()
  /// The sequence number of the transaction that Delete would take.
  var selection: Int?
  var notice: Notice
  /// The number of lines in `OffCirc.dat`; nil if it can't be read.
  var savedCount: Int?
  /// What stays on the screen until its cause is gone.
  var warnings: [Notice] = []
  /// What was refused last, for who could not read it in time.
  var refusalLog = RefusalLog()
  /// What the page After the outage says, while it is open.
  var aftermath: Aftermath?

  // What the events of one update have come to.
  var effects: [Effect] = []
  var refusals: [String] = []
  var failure: String?
  var remarks: [String] = []
  var repairs: [String] = []
  private var hasRecorded = false
  private var hasRefused = false

  /// A number that is to be scanned again.
  var doubt: Doubt?
  /// How soon after it was asked for the same number is one beep too many.
  static let doubleBeep = Duration.milliseconds(500)
  /// Tells the moment, also where the clock is wrong.
  var moment: () -> ContinuousClock.Instant = { .now }
  /// Counts the updates.
  var turn = 0
  /// Whether what looks wrong is taken all the same.
  var takesDoubtful = false
  /// Whether more scans have come at once than anybody makes.
  private(set) var hasManyScans = false
  /// The numbers that were seen; nil if nothing is to be learnt from them.
  var seen: SeenNumbers?
  /// How often what was recorded had changed when it was last looked through.
  var seenChanges = -1
  /// Items that were scanned before the card.
  var held: [HeldItem] = []
  /// The steps that Undo takes back.
  var history = ChangeHistory()
  var heldKey = HeldKey()
  /// The command that was scanned last, and when, if no number came since.
  var lastCode: (code: CommandCode, moment: ContinuousClock.Instant)?
  /// The number that was a room's last answer, and when.
  var answer: (number: String, moment: ContinuousClock.Instant)?
  /// The event of what the last stroke of Delete took off the list.
  var lastDeletion: Int?

  /// How many scans waited when the disk last refused them.
  var failedWaiting = 0
  /// A number that gave way to the one being typed, until that is whole.
  var gaveWay: String?
  /// The index of the list's first line when the selection last moved.
  var listTop = Int.max

  /// A station at an open desk.
  package init(
    desk: Desk, size: Size, words: any Words, deskName: String = "",
    bell: Bell = .errors, rules: ScanRules = ScanRules(),
    patterns: PatternOrigins = PatternOrigins(), learns: Bool = true,
    settingsLeftOut: [SettingsProblem] = [],
    ledger: LedgerWatch? = nil, ledgerToName: String? = nil
  ) {
    self.rules = rules
    self.patterns = patterns
    self.settingsLeftOut = settingsLeftOut
    // Where patterns tell all, there is nothing to learn.
    seen = learns && !rules.hasAllPatterns ? SeenNumbers() : nil
    self.ledger = ledger
    self.ledgerToName = ledgerToName
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
    recallSeen()
    lookAround()
  }

  // MARK: What happens

  /// Takes all that has happened, in order, and makes it durable with one sync.
  package mutating func update(_ events: [Event]) -> [Effect] {
    turn += 1
    effects = []
    refusals = []
    failure = nil
    remarks = []
    repairs = []
    hasRecorded = false
    hasRefused = false
    hasManyScans = events.count(where: \.endsScan) > Self.fewScans
    if let expected = desk.clockJump() {
      refuse(words.clockJump(from: expected, to: desk.clock.now()))
    }
    for event in events {
      // What comes after a scan finds it where it would have been if there
      // had been time between them.
      if !isOfAScan(event) {
        settle()
        tellWhatGaveWay()
      }
      update(event)
    }
    settle(again: events.contains(.tick))
    if events.contains(.tick), !desk.isCopying { desk.tendCopy() }
    tell()
    lookAround()
    return effects
  }

  mutating func update(_ event: Event) {
    heldKey.see(event)
    switch event {
    case .key(let key): press(key)
    case .click(let position): click(position)
    case .wheel(let notches): turnWheel(notches)
    case .resize(let size):
      self.size = size
      if case .leaf(let leaf, let line) = page { show(leaf, from: line) }
      // The answer to what nobody sees would be a scan that is lost.
      if room != nil, !isLargeEnough { leaveRoom() }
    case .burst(let burst): take(burst)
    case .paste(let text): paste(text)
    case .dropped(let count): tellDropped(count)
    case .tick, .otherMouse: break
    case .end(let ending):
      recordWhatTabLeft()
      effects.append(.quit(ending))
    }
  }

  /// Whether an event may be a part of a scan, and not of what follows it.
  private func isOfAScan(_ event: Event) -> Bool {
    guard focus.isField || focus == .record else { return false }
    switch event {
    case .burst, .dropped: return true
    default: break
    }
    guard case .key(let key) = event else { return false }
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
      // What is asked is what has to be read.
      if doubt != nil, let last = told.last {
        sentences[sentences.count - 1] = last
      }
      if notice.kind != .refusal { sentences.append(notice.text) }
      if told.count > 2 { sentences.append(words.moreRefused(told.count - 2)) }
      notice = Notice(
        kind: .refusal, text: sentences.joined(separator: " "))
    }
    // A burst makes the same remark often: it is read once.
    var seen: Set<String> = []
    remarks.removeAll { !seen.insert($0).inserted }
    if !remarks.isEmpty || !repairs.isEmpty {
      if notice.kind != .refusal { notice.kind = .warning }
      notice.text = (repairs.suffix(2) + [notice.text] + remarks.suffix(2))
        .joined(separator: " ")
    }
    refusalLog.add(told + remarks, at: desk.clock.now())
    switch bell {
    case .errors where hasRefused: effects.insert(.ring(1), at: 0)
    case .all where hasRefused: effects.insert(.ring(2), at: 0)
    case .all where hasRecorded: effects.insert(.ring(1), at: 0)
    default: break
    }
  }

  mutating func showWaiting() {
    guard itemField.isEmpty || itemField.standing == .waiting else { return }
    if let last = desk.waiting.last {
      itemField.show(waiting: last.item.text)
    } else {
      itemField.erase()
    }
  }

  // MARK: What is seen

  var layout: DeskLayout {
    DeskLayout(
      size: size, words: words, operation: desk.operation, notice: notice,
      warnings: warnings)
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
    if let question { return question.draw(palette) }
    if let room { return RoomView.draw(room, self, palette) }
    if case .leaf(let leaf, let line) = page {
      return LeafView.draw(leaf, from: line, self, palette)
    }
    return DeskView.draw(self, palette)
  }

  // MARK: Telling

  mutating func say(_ text: String) {
    notice = Notice(kind: .information, text: text)
  }

  /// Says something beside what was done, and lets it be heard.
  mutating func pointOut(_ text: String) {
    remarks.append(text)
    hasRefused = true
  }

  mutating func refuse(_ text: String) {
    refusals.append(text)
    notice = Notice(kind: .refusal, text: text)
    hasRefused = true
  }
}
