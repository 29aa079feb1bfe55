import Catalogue
import Circulation
import Offload
import Scanning
import Settings
import Terminal

/// The station: a room that the others stand on, and the rooms that are open
/// over it.
///
/// ``update(_:at:)`` takes what happened, ``view(_:)`` says what is to be seen.
/// Nothing here knows a terminal; what has to be done to it comes back as
/// effects.
package struct Station {
  /// Something to do to the terminal.
  package enum Effect: Hashable {
    case ring(Int)
    case redraw
    /// Sends a text to the clipboard.
    case copy(String)
    case quit(Ending?)
  }

  private(set) var shared: Shared
  private(set) var ground: any GroundRoom
  /// The rooms over the ground, the one that is seen last.
  private(set) var rooms: [any Room] = []

  /// The most scans that one person makes before the station has looked.
  static let maximumScansAtOnce = 3

  init(_ ground: any GroundRoom, _ shared: Shared) {
    self.ground = ground
    self.shared = shared
    self.shared.status = ground.status
    self.shared.isDesk = ground.isDesk
    self.ground.poll(&self.shared)
    self.shared.status = self.ground.status
  }

  // MARK: What happens

  /// Takes all that has happened, in order, and makes it durable with one sync.
  ///
  /// - Parameters:
  ///   - events: what happened.
  ///   - now: the moment, by a clock that nobody sets.
  /// - Returns: what has to be done to the terminal.
  package mutating func update(
    _ events: [Event], at now: ContinuousClock.Instant
  ) -> [Effect] {
    shared.turn = Turn()
    shared.turnCount += 1
    shared.now = now
    shared.knowledge.hasManyScans =
      events.count(where: \.endsScan) > Self.maximumScansAtOnce
    shared.knowledge.lists?.beginTurn()
    ground.begin(&shared)
    for event in events {
      ground.commitPending(before: event, &shared)
      process(event)
    }
    ground.commitPending(hasTicked: events.contains(.tick), &shared)
    finish()
    ground.poll(&shared)
    for index in rooms.indices { rooms[index].poll(&shared) }
    shared.status = ground.status
    shared.knowledge.lists?.endTurn()
    return shared.turn.effects
  }

  private mutating func process(_ event: Event) {
    shared.heldKey.observe(event)
    switch event {
    case .resize(let size):
      shared.size = size
      handle(event)
    case .burst(let burst): process(burst)
    default: handle(event)
    }
  }

  /// Takes what a scanner sent: scans, or nothing of it at all.
  private mutating func process(_ burst: Burst) {
    for _ in 0..<burst.typedCount { handle(.key(.backspace)) }
    do throws(BurstError) {
      for reading in try ground.read(burst, &shared) {
        offer(.reading(reading))
      }
    } catch {
      ground.refuse(error, &shared)
    }
  }

  private mutating func handle(_ event: Event) {
    offer(.event(event))
  }

  /// Lets something fall from the room on top to the ground, until it is
  /// handled.
  private mutating func offer(_ input: Input) {
    let listChanges = shared.listChanges
    for index in rooms.indices.reversed() {
      let outcome = rooms[index].take(input, &shared)
      applySteps()
      if case .handled = outcome { return refreshRooms(since: listChanges) }
    }
    _ = ground.take(input, &shared)
    applySteps()
    refreshRooms(since: listChanges)
  }

  /// Lets the rooms see what has changed beneath them.
  private mutating func refreshRooms(since listChanges: Int) {
    shared.status = ground.status
    guard !rooms.isEmpty else { return }
    shared.pending = ground.pending(shared)
    guard shared.listChanges != listChanges else { return }
    for index in rooms.indices { rooms[index].refresh(&shared) }
    applySteps()
  }

  /// Says, and lets be heard, what the events have come to.
  private mutating func finish() {
    let turn = shared.turn
    let notice = turn.notice(
      after: shared.notice, isAsking: shared.confirmation != nil,
      in: shared.words
    ) { shared.lastFact }
    shared.notice = notice
    shared.messageLog.add(
      turn.allRefusals + turn.distinctRemarks, at: shared.time)
    shared.messageLog.count(turn.refusals.count, at: shared.time)
    let rings = turn.rings(shared.bell)
    if rings > 0 { shared.turn.effects.insert(.ring(rings), at: 0) }
  }

  // MARK: The stack

  private mutating func applySteps() {
    while !shared.turn.steps.isEmpty {
      apply(shared.turn.steps.removeFirst())
    }
  }

  private mutating func apply(_ step: Step) {
    switch step {
    case .open(let room, let text): open(room, saying: text)
    case .cover(let room, let text):
      open(room, over: rooms, saying: text)
    case .toggleHelp(let page): toggle(page)
    case .close: close()
    case .leavePage:
      if rooms.last?.isQuestion != true { leave() }
    case .leaveAll: leave()
    case .ask(let request): ground.fulfil(request, &shared)
    case .printSlip:
      ground.fulfil(.printSlip(of: rooms.last?.reader), &shared)
    }
  }

  private mutating func open(
    _ room: any Room, over others: [any Room] = [], saying text: String?
  ) {
    // What a room asked for is no answer at the desk.
    if rooms.last?.field != nil { shared.dropConfirmation() }
    ground.isCovered = true
    ground.cover(with: room, &shared)
    rooms = others + [room]
    shared.status = ground.status
    shared.pending = ground.pending(shared)
    if let text { shared.say(text) }
  }

  private mutating func toggle(_ page: HelpPage) {
    if rooms.last is HelpPage {
      close()
    } else if rooms.last?.isQuestion != true {
      open(page, saying: nil)
    }
  }

  private mutating func leave() {
    guard !rooms.isEmpty else { return }
    rooms[rooms.count - 1].leave(&shared)
    close()
  }

  private mutating func close() {
    _ = rooms.popLast()
    ground.isCovered = !rooms.isEmpty
  }

  // MARK: What is seen

  /// Returns what is to be seen.
  func view(_ palette: Palette) -> Surface {
    let look = Look(shared, palette)
    var surface = Surface(size: shared.size, style: palette[.ground])
    guard shared.isLargeEnough || ground.fitsAnySize else {
      SmallView.draw(look, on: &surface)
      return surface
    }
    // A page covers all that is beneath it, a question does not.
    let page = rooms.lastIndex { !$0.isQuestion }
    if page == nil { ground.draw(look, on: &surface) }
    for room in rooms[(page ?? 0)...] { room.draw(look, on: &surface) }
    return surface
  }

  /// The time, in milliseconds, in which nothing changes by itself.
  var millisecondsToWait: Int {
    rooms.map { $0.millisecondsToWait(shared) }
      .reduce(ground.millisecondsToWait(shared), min)
  }
}

/// Something that falls from room to room.
private enum Input {
  /// An event.
  case event(Event)
  /// A scan that came as a whole.
  case reading(Burst.Reading)
}

extension Room {
  /// Takes an input, or lets it fall to the room beneath.
  fileprivate mutating func take(
    _ input: Input, _ shared: inout Shared
  ) -> Outcome {
    switch input {
    case .event(let event): handle(event, &shared)
    case .reading(let reading): answer(with: reading, &shared)
    }
  }
}

extension Event {
  /// True if it is a scan, or the end of one.
  var endsScan: Bool {
    switch self {
    case .burst, .key(.enter), .key(.tab): true
    default: false
    }
  }
}
