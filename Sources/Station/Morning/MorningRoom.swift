import Circulation
import Offload
import Scanning
import Terminal

/// The morning after an outage: the files of all stations, what is to be looked
/// at in them, and the files as decided.
///
/// It stands on the ground. Each decision is on disk before it is seen; the
/// files of the stations are never changed.
struct MorningRoom: GroundRoom {
  var morning: Morning
  var stage = MorningStage.collect
  /// The index of the chosen file.
  var chosenFile = 0
  /// The index of the chosen row of matters.
  var chosenRow = 0
  /// The index of the matter that is looked at; nil while all are listed.
  var opened: Int?
  /// The line of the matter that choices are about; nil for all of its lines.
  var chosenLine: FixedFile.Place?
  /// The entry that is asked for; nil if none is.
  var entry: MorningEntry?
  var entryField = EntryField()
  /// The numbers that may be meant there, the likeliest first.
  var offers: [NearMiss] = []
  /// The index of the one that is in the field; nil if none is.
  var chosenOffer: Int?
  /// The paragraphs of the last stage.
  private(set) var prepared: [String] = []
  /// The first paragraph of it that is seen.
  var firstPrepared = 0
  /// The pages of the stage, if its boxes are ticked.
  var ticked = TickedPages()
  /// The reports that its pages were made of.
  var seenReports: [String: FileVersion] = [:]
  /// The indices of the files whose stations are still to be asked about, the
  /// one that is asked about first.
  var stationsToAsk: [Int] = []
  var isCovered = false

  private let file: DecisionFile
  private let who: String
  private let clock: WallClock
  let work: any MorningWork

  let isDesk = false
  let status: DeskStatus? = nil

  /// A morning that goes on where the decisions of a file end.
  ///
  /// - Parameters:
  ///   - morning: the files.
  ///   - file: the decisions; new ones are appended.
  ///   - who: the person at the computer.
  ///   - clock: the clock of decisions.
  ///   - work: the work outside the room.
  init(
    _ morning: Morning, decisions file: DecisionFile, by who: String,
    clock: WallClock, work: any MorningWork
  ) {
    self.morning = morning
    self.file = file
    self.who = who
    self.clock = clock
    self.work = work
    self.morning.take(file.decisions)
  }

  var contexts: [KeyContext] {
    if entry != nil { return [.lineRoom, .field, .morning] }
    switch stage {
    case .collect: return [.collecting, .morning]
    case .look: return [.looking, .morning]
    case .prepare: return [.preparing, .morning]
    case .upload: return [.ticking, .morning]
    case .putAway: return [.puttingAway, .ticking, .morning]
    case .report: return [.reporting, .ticking, .morning]
    }
  }

  func gate(_ shared: Shared) -> ScanGate {
    ScanGate(
      shared.rules.scanner.suffix,
      minimumScanLength: shared.knowledge.minimumScanLength)
  }

  /// A report may come by itself.
  func millisecondsToWait(_ shared: Shared) -> Int {
    stage == .report ? 2_000 : 60_000
  }

  func pending(_ shared: Shared) -> Pending {
    Pending(isTyping: entry != nil && entryField.isTyped)
  }

  mutating func begin(_ shared: inout Shared) {
    shared.time = clock.now()
  }

  mutating func refuse(_ burst: BurstError, _ shared: inout Shared) {
    shared.refuse(shared.words.sentence(burst))
  }

  // MARK: Stages

  /// Goes on, or back, by one stage.
  mutating func go(by step: Int, _ shared: inout Shared) {
    guard let next = MorningStage(rawValue: stage.rawValue + step) else {
      return
    }
    do {
      switch next {
      case .collect, .look: break
      case .prepare: show(try work.prepare(morning))
      case .upload:
        let pages = try work.checklist()
        if pages.isEmpty { return shared.refuse(shared.words.noKit) }
        ticked = TickedPages(pages)
      case .report: try readReports()
      case .putAway: ticked = TickedPages(try work.putAway(morning))
      }
    } catch {
      return shared.refuse(shared.words.sentence(about: error))
    }
    stage = next
    opened = nil
    shared.say(shared.words.morningPrompt(stage))
  }

  /// Shows what was done.
  mutating func show(_ sentences: [String]) {
    prepared = sentences
    firstPrepared = 0
  }

  // MARK: What is chosen

  /// The matter that choices are about; nil if there is none.
  var matter: MorningMatter? {
    if let opened { return morning.list.matters[opened] }
    guard
      morning.list.rows.indices ~= chosenRow,
      case .matter(let index) = morning.list.rows[chosenRow]
    else { return nil }
    return morning.list.matters[index]
  }

  /// The lines that choices are about.
  var chosenPlaces: [FixedFile.Place] {
    chosenLine.map { [$0] } ?? matter?.places ?? []
  }

  mutating func move(by step: Int, _ shared: Shared) {
    switch stage {
    case .collect:
      chosenFile = moved(chosenFile, by: step, of: morning.files.count)
    case .look where opened != nil:
      let lines = shownLines(rows: shared.size.rows).map(\.place)
      let now = chosenLine ?? matter?.place
      let index = now.flatMap(lines.firstIndex) ?? 0
      if !lines.isEmpty {
        chosenLine = lines[moved(index, by: step, of: lines.count)]
      }
    case .look:
      chosenRow = moved(chosenRow, by: step, of: morning.list.rows.count)
    case .prepare:
      firstPrepared = moved(firstPrepared, by: step, of: prepared.count)
    case .upload, .report, .putAway:
      ticked.chosen = moved(
        ticked.chosen, by: step, of: ticked.choosable.count)
    }
  }

  private func moved(_ index: Int, by step: Int, of count: Int) -> Int {
    min(
      max(index.addingReportingOverflow(step).partialValue, 0),
      max(count - 1, 0))
  }

  /// Opens the chosen matter, or opens or folds those of a kind.
  mutating func openChosen(_ shared: inout Shared) {
    guard stage == .look, opened == nil,
      morning.list.rows.indices ~= chosenRow
    else { return }
    switch morning.list.rows[chosenRow] {
    case .head(let group): morning.list.toggle(group)
    case .matter(let index):
      opened = index
      chosenLine = nil
      shared.clearNotice()
    }
  }

  /// Goes back from a matter to the list.
  mutating func goUp(_ shared: inout Shared) {
    guard opened != nil else { return }
    opened = nil
    chosenLine = nil
    shared.say(shared.words.morningPrompt(stage))
  }

  // MARK: Decisions

  /// Decides about the chosen lines: on disk first, then seen.
  mutating func decide(_ choice: Morning.Choice, _ shared: inout Shared) {
    guard !chosenPlaces.isEmpty else {
      return shared.refuse(shared.words.openFirst)
    }
    decide(choice, on: chosenPlaces, &shared)
  }

  private mutating func decide(
    _ choice: Morning.Choice, on places: [FixedFile.Place],
    _ shared: inout Shared
  ) {
    do throws(DecisionFault) {
      record(try morning.act(choice, on: places), &shared)
    } catch {
      shared.refuse(shared.words.refused(error, of: morning.mergedFiles))
    }
  }

  /// Keeps the chosen lines, or those of all matters that are folded.
  mutating func keep(_ shared: inout Shared) {
    guard opened == nil, morning.list.rows.indices ~= chosenRow,
      case .head(let group) = morning.list.rows[chosenRow]
    else { return decide(.keep, &shared) }
    let places = morning.list.matters[morning.list.groups[group].matters]
      .flatMap(\.places)
    decide(.keep, on: places, &shared)
  }

  /// Gives the chosen file to a desk.
  mutating func name(_ desk: String, _ shared: inout Shared) {
    guard morning.mergedFiles.indices ~= chosenFile else { return }
    record(morning.act(naming: desk, of: chosenFile), &shared)
  }

  /// Takes back the last decision that counts.
  mutating func undo(_ shared: inout Shared) {
    guard let last = morning.lastDecision else {
      return shared.say(shared.words.noDecision)
    }
    record(.undo(last.number), &shared)
  }

  /// Makes a decision durable; returns false if that fails, which it says then.
  @discardableResult
  mutating func record(
    _ act: Decision.Act, saying text: String? = nil, _ shared: inout Shared
  ) -> Bool {
    do {
      try file.append([Decision(act, by: who, at: clock.now())])
    } catch {
      shared.refuse(shared.words.sentence(about: error))
      return false
    }
    morning.take(file.decisions)
    shared.turn.hasRecorded = true
    shared.notice = Notice(
      kind: .recorded, text: text ?? shared.words.decided(act))
    return true
  }
}
