import Circulation
import Scanning
import Terminal

/// The desk of an exercise: a desk like any other, with the step to do above
/// its list.
///
/// All that happens takes the way of the desk, which is beneath it; only Skip
/// is its own, and the page After the outage has no place in it.
struct DrillRoom: GroundRoom {
  /// The desk, whose folder is that of an exercise.
  var desk: DeskRoom
  private(set) var drill: Drill
  /// Keeps the exercise, for when the program opens again.
  private let keep: (Drill) -> Void
  /// Ends the program as a power cut does.
  private let cutPower: () -> Void
  /// True if the program has just opened again after the power cut.
  private var isBack: Bool

  var isCovered = false {
    didSet { desk.isCovered = isCovered }
  }

  init(
    _ drill: Drill, at desk: DeskRoom, keep: @escaping (Drill) -> Void,
    cutPower: @escaping () -> Void
  ) {
    self.drill = drill
    self.desk = desk
    self.keep = keep
    self.cutPower = cutPower
    isBack = drill.isBackAfterPowerCut
  }

  var contexts: [KeyContext] { desk.contexts }

  // MARK: What happens

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(.function(7)) where !isCovered:
      drill.skip()
      keep(drill)
      return .handled
    case .key(let key) where isLeftOut(key):
      shared.say(shared.words.notInExercise)
      return .handled
    default: return desk.handle(event, &shared)
    }
  }

  /// Returns true for the keys of pages that name commands, real readers or the
  /// file of a real desk.
  private func isLeftOut(_ key: Key) -> Bool {
    switch action(of: key) {
    case .afterOutage, .reader, .find: true
    default: false
    }
  }

  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  { desk.answer(with: reading, &shared) }

  mutating func refuse(_ burst: BurstError, _ shared: inout Shared) {
    desk.refuse(burst, &shared)
  }

  mutating func begin(_ shared: inout Shared) { desk.begin(&shared) }

  mutating func commitPending(before event: Event, _ shared: inout Shared) {
    desk.commitPending(before: event, &shared)
  }

  mutating func commitPending(hasTicked: Bool, _ shared: inout Shared) {
    desk.commitPending(hasTicked: hasTicked, &shared)
  }

  mutating func cover(with room: any Room, _ shared: inout Shared) {
    desk.cover(with: room, &shared)
  }

  mutating func fulfil(_ request: Request, _ shared: inout Shared) {
    desk.fulfil(request, &shared)
  }

  mutating func poll(_ shared: inout Shared) {
    desk.poll(&shared)
    let step = drill.step
    if drill.see(sight(shared)) {
      isBack = false
      // Before the power goes: the step that comes after it is known then.
      keep(drill)
      if step == .powerCut { cutPower() }
    }
    shared.warnings = instructions(shared)
  }

  /// Returns what the desk shows of the exercise.
  private func sight(_ shared: Shared) -> Drill.Sight {
    let list = desk.desk.unsaved.map(\.transaction)
    return Drill.Sight(
      borrowers: list.compactMap { $0.borrower?.text },
      returnCount: list.count { $0.operation == .return },
      savedCount: desk.savedCount ?? 0, isAsking: shared.confirmation != nil,
      isAwaitingCard: !desk.itemsAwaitingCard.isEmpty)
  }

  /// Returns the step to do, in the place of a desk's warnings.
  private func instructions(_ shared: Shared) -> [Notice] {
    let words = shared.words
    guard let step = drill.step else { return [] }
    let instruction = words.instruction(
      step, number: drill.behindCount + 1, of: drill.steps.count)
    let texts = (isBack ? [words.powerIsBack] : []) + [instruction]
    return texts.map { Notice(kind: .warning, text: $0) }
  }

  // MARK: The ground

  func gate(_ shared: Shared) -> ScanGate { desk.gate(shared) }
  func pending(_ shared: Shared) -> Pending { desk.pending(shared) }
  var status: DeskStatus? { desk.status }

  func millisecondsToWait(_ shared: Shared) -> Int {
    desk.millisecondsToWait(shared)
  }

  func draw(_ look: Look, on surface: inout Surface) {
    desk.draw(look, on: &surface)
  }
}
