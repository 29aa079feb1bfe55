import Catalogue
import Circulation
import Scanning
import Settings
import Sharing
import Terminal

/// All that the rooms of a station share.
struct Shared {
  let words: any StationWords
  let rules: ScanRules
  let bell: Bell
  var size: Size
  /// The moment of the turn, by a clock that nobody sets.
  var now = ContinuousClock.now
  /// The time that the clock of the desk shows.
  var time = WallClock.system.now()
  /// The line about what just happened.
  var notice: Notice
  /// The warnings, which stay until their causes are gone.
  var warnings: [Notice] = []
  /// The last refusals, for who could not read them in time.
  var messageLog = MessageLog()
  var turn = Turn()
  /// The number of turns so far.
  var turnCount = 0
  var heldKey = HeldKey()
  /// True if loans and returns are recorded and changed at this station.
  var isDesk = true
  /// True if the terminal takes texts for the clipboard.
  var hasClipboard = false
  /// True if the station is all that its computer is for.
  var isKiosk = false
  /// True at the desk of an exercise.
  var isExercise = false
  /// The textbooks of a school; nil if the states of copies are not noted.
  var textbooks: TextbookDesk?
  /// The slips of the desk; nil if it prints none.
  var slips: SlipDesk?
  /// The counts of the desk, if there is one.
  var status: DeskStatus?
  /// The scans that a desk beneath an open room has not recorded yet.
  var pending = Pending()

  /// The knowledge of numbers.
  var knowledge: NumberKnowledge
  /// The number that has to be scanned again; nil if there is none.
  var confirmation: Confirmation?
  /// True while numbers that look wrong are accepted.
  var acceptsDoubtful = false
  /// The command that was scanned last, and when, if no number came since.
  var lastCode: (code: CommandCode, moment: ContinuousClock.Instant)?
  /// The number that was a room's last answer, and when.
  var answer: (number: String, moment: ContinuousClock.Instant)?
  /// A number that the one being typed replaces, until that is complete.
  var replaced: String?
  /// The steps that Undo takes back.
  var history = ChangeHistory()
  /// The number of changes of the list by more than a scan.
  var listChanges = 0

  /// The smallest screen that the window fits on.
  static let minimumSize = Size(columns: 60, rows: 16)

  /// The time after the last stroke in which keys that close, answer or undo
  /// are taken for keys that are held.
  static let repeatPause = Duration.milliseconds(800)

  init(
    words: any StationWords, rules: ScanRules, bell: Bell, size: Size,
    notice: Notice,
    learns: Bool, lists: CatalogueWatch? = nil
  ) {
    self.words = words
    self.rules = rules
    self.bell = bell
    self.size = size
    self.notice = notice
    knowledge = NumberKnowledge(rules, learns: learns, lists)
  }

  /// True if the window fits on the screen.
  var isLargeEnough: Bool {
    size.columns >= Self.minimumSize.columns
      && size.rows >= Self.minimumSize.rows
  }

  /// The places of all that is in the window.
  var layout: DeskLayout {
    DeskLayout(
      size: size, words: words, operation: status?.operation ?? .loan,
      notice: notice, warnings: warnings, hasTitles: lists != nil,
      notesStates: status?.notesStates ?? false)
  }

  /// The lists of the library system; nil if there are none.
  var lists: CatalogueWatch? {
    knowledge.lists.flatMap { $0.hasLists ? $0 : nil }
  }

  // MARK: Saying

  mutating func say(_ text: String) {
    notice = Notice(kind: .information, text: text)
  }

  mutating func clearNotice() {
    say("")
  }

  /// Says something beside what was done.
  mutating func remark(_ text: String) {
    turn.remarks.append(text)
  }

  /// Says something beside what was done, and lets it be heard.
  mutating func pointOut(_ text: String) {
    remark(text)
    turn.hasRefused = true
  }

  mutating func refuse(_ text: String) {
    turn.refusals.append(text)
    notice = Notice(kind: .refusal, text: text)
    turn.hasRefused = true
  }

  // MARK: The stack

  mutating func enqueue(_ step: Step) {
    turn.steps.append(step)
  }

  /// Opens a room in the place of those over the ground, or over all of them.
  mutating func open(
    _ room: some Room, saying text: String? = nil, isOver: Bool = false
  ) {
    enqueue(
      isOver ? .cover(room, saying: text) : .open(room, saying: text))
  }

  mutating func close() { enqueue(.close) }

  mutating func ask(_ request: Request) { enqueue(.ask(request)) }

  // MARK: Keys

  /// Takes a stroke of a key that closes, answers or undoes: one that is held
  /// down, or comes again before its first repeat would, does no more.
  mutating func isHeld() -> Bool {
    let stroke = heldKey.stroke(at: now, after: Self.repeatPause)
    if case .press = stroke { return false }
    return true
  }

  // MARK: What is replaced

  /// Keeps a replaced number in mind until the next one is complete.
  mutating func noteReplaced(_ number: String) {
    reportReplaced()
    replaced = number
  }

  /// Reports the number that one that is complete now has replaced, unless it is
  /// the same.
  mutating func reportReplaced(by number: String) {
    if replaced == number { replaced = nil }
    reportReplaced()
  }

  /// Reports a number that was replaced before it was recorded.
  mutating func reportReplaced() {
    guard let number = replaced else { return }
    replaced = nil
    refuse(words.numberReplaced(number))
  }
}

/// The counts that every page over the desk shows in its frame.
struct DeskStatus {
  let operation: Operation
  /// The number of transactions that wait for the disk.
  let waitingCount: Int
  /// The number of transactions in the list.
  let unsavedCount: Int
  /// The number of lines in the file; nil if it can't be read.
  let savedCount: Int?
  /// The name of the file: an exercise has its own.
  let fileName: String
  let today: DayTally
  /// True while copies come back whose states are noted.
  let notesStates: Bool
  /// The progress of sharing; nil if nothing is shared.
  var sharing: Sharer.Standing?
  /// True while a class gets its books.
  var handsOut = false
}

/// Scans of a desk that are not recorded yet.
struct Pending {
  /// True while somebody types into one of the desk's fields.
  var isTyping = false
  /// True if Enter would record what stands in the item's field.
  var awaitsEnter = false
  /// True if the next number is a card.
  var needsCard = false
  /// The number in the item's field that is nowhere else.
  var item: String?
  /// True if the number in the item's field would be recorded.
  var isRecordable = false
  /// The items that were scanned before a card.
  var awaitingCard: [String] = []
  /// The number of transactions that wait for the disk.
  var waitingCount = 0

  /// True if closing now would lose a scan.
  var losesSomething: Bool { lostCount > 0 }

  /// The number of scans that closing now would lose.
  var lostCount: Int {
    waitingCount + awaitingCard.count + (item == nil ? 0 : 1)
  }
}
