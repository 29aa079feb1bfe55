import Circulation
import Scanning
import Terminal

/// One full screen, or a question over it.
///
/// An event goes to the room on top, and falls to the room beneath where it
/// means nothing: so no scan is swallowed.
protocol Room {
  /// Its rows in the table of keys; a key is looked up in the first one first.
  var contexts: [KeyContext] { get }
  /// A field of its own, in which the next scan is an answer.
  var field: EntryField? { get }
  /// True if it is a question over what is beneath it: see ``QuestionRoom``.
  var isQuestion: Bool { get }
  /// The reader whom it is about; nil if it is about none.
  var reader: Barcode? { get }
  /// Returns how long, in milliseconds, it stays as it is without input.
  func millisecondsToWait(_ shared: Shared) -> Int

  /// Handles an event, or lets it fall to the room beneath.
  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome
  /// Takes a scan that came as a whole as its answer, or lets it fall.
  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  /// Says what is lost when the room is closed from beneath it.
  mutating func leave(_ shared: inout Shared)
  /// Looks again at a list that has changed beneath it.
  mutating func refresh(_ shared: inout Shared)
  /// Looks, at the end of a turn, at what changes by itself.
  mutating func poll(_ shared: inout Shared)
  /// Draws the room over what is beneath it.
  func draw(_ look: Look, on surface: inout Surface)
}

extension Room {
  var field: EntryField? { nil }
  var isQuestion: Bool { false }
  var reader: Barcode? { nil }
  func millisecondsToWait(_ shared: Shared) -> Int { .max }

  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  { .ignored }
  mutating func leave(_ shared: inout Shared) {}
  mutating func refresh(_ shared: inout Shared) {}
  mutating func poll(_ shared: inout Shared) {}

  /// The action of a key in this room, if it has one.
  func action(of key: Key) -> Action? {
    KeyBinding.action(of: key, in: contexts)
  }
}

/// The room that all others stand on: the last one to get an event, and the one
/// that does what is due in every turn.
protocol GroundRoom: Room {
  /// True if it can be drawn on a screen too small for the desk's window.
  var fitsAnySize: Bool { get }
  /// The counts that pages over it show in their frame; nil if it has none.
  var status: DeskStatus? { get }
  /// True if loans and returns are recorded and changed on it.
  var isDesk: Bool { get }
  /// True while a room is open over it.
  var isCovered: Bool { get set }

  /// Returns the gate that tells its scans from the keys of a hand.
  func gate(_ shared: Shared) -> ScanGate

  /// Returns what it has of scans that are not recorded.
  func pending(_ shared: Shared) -> Pending
  /// Returns the scans in what came at a scanner's pace.
  ///
  /// - Throws: ``BurstError``, if it is not a scan: all of it is refused.
  mutating func read(_ burst: Burst, _ shared: inout Shared)
    throws(BurstError) -> [Burst.Reading]
  /// Refuses what came at a scanner's pace and is no scan.
  mutating func refuse(_ burst: BurstError, _ shared: inout Shared)
  /// Begins a turn.
  mutating func begin(_ shared: inout Shared)
  /// Makes durable what waits, before an event that does not belong to a scan.
  mutating func commitPending(before event: Event, _ shared: inout Shared)
  /// Makes durable what waits at the end of a turn, and what the disk has
  /// refused, if some time has passed.
  mutating func commitPending(hasTicked: Bool, _ shared: inout Shared)
  /// Makes ready for a room over it.
  mutating func cover(with room: any Room, _ shared: inout Shared)
  /// Does what a room over it asks for.
  mutating func fulfil(_ request: Request, _ shared: inout Shared)
}

extension GroundRoom {
  var fitsAnySize: Bool { false }
  var isDesk: Bool { true }
  func pending(_ shared: Shared) -> Pending { Pending() }
  mutating func read(_ burst: Burst, _ shared: inout Shared)
    throws(BurstError) -> [Burst.Reading]
  { try burst.readings() }
  mutating func begin(_ shared: inout Shared) {}
  mutating func commitPending(before event: Event, _ shared: inout Shared) {}
  mutating func commitPending(hasTicked: Bool, _ shared: inout Shared) {}
  mutating func cover(with room: any Room, _ shared: inout Shared) {}
  mutating func fulfil(_ request: Request, _ shared: inout Shared) {}
}

/// The end of an event in a room.
enum Outcome {
  /// It was the room's.
  case handled
  /// It falls to the room beneath.
  case ignored
}

/// A step that a room takes in the stack.
enum Step {
  /// Opens a room in the place of those over the ground, and says something
  /// then: Esc leads back to the desk from everywhere.
  case open(any Room, saying: String?)
  /// Opens a room over all others, and says something then: Esc leads back to
  /// the one beneath.
  case cover(any Room, saying: String?)
  /// Opens Help, or closes it; no page comes over a question.
  case toggleHelp(HelpPage)
  /// Closes the room on top.
  case close
  /// Closes the room on top, unless it is a question, for what is done only at
  /// the desk.
  case leavePage
  /// Closes the room on top, whatever it is, for a scan that needs the desk.
  case leaveAll
  /// Has the ground do something.
  case ask(Request)
  /// Has the ground print the slip of the reader whom the room on top is about.
  case printSlip
}

/// A request of a room over the desk to the desk.
enum Request {
  /// Does what a key or a button does.
  case perform(Action)
  /// Does what the key of a command code does.
  case performCode(CommandCode)
  /// Records the lines that were pasted.
  case record(PastedScans)
  /// Chooses the line of a sequence number.
  case choose(Int)
  /// Goes to the line of a sequence number.
  case show(Int)
  /// Deletes the line of a sequence number.
  case delete(Int)
  /// Shows the borrower that the desk has now.
  case showBorrower
  /// Says what comes next, when a page was closed.
  case greet
  /// Prints the slip of a reader; nil for the one at the desk.
  case printSlip(of: Barcode?)
}
