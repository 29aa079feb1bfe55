import Circulation
import Offload
import Scanning
import Terminal

// What happens in the room of the morning.
extension MorningRoom {
  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key): press(key, &shared)
    case .click(let position): click(position, &shared)
    case .wheel(let notches):
      if entry == nil { move(by: 3 * notches, shared) }
    case .paste(let text):
      if entry == nil {
        takePaste(text, &shared)
      } else {
        for character in text where !character.isControl {
          _ = entryField.type(character)
        }
      }
    case .dropped(let count):
      shared.remark(shared.words.answerDropped(byteCount: count))
    case .end(let ending): shared.turn.effects.append(.quit(ending))
    case .burst, .resize, .tick, .otherMouse: break
    }
    return .handled
  }

  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  {
    let number = shared.rules.scan(reading.framed.number).number
    switch entry {
    case .item where !isCovered, .borrower where !isCovered,
      .reader where !isCovered:
      entryField.show(number)
      submit(&shared)
    // Typed fast: Enter is still to come.
    case .desk where !isCovered, .times where !isCovered,
      .report where !isCovered:
      entryField.show(reading.framed.number)
    default:
      shared.refuse(shared.words.notAskedFor(reading.framed.number))
    }
    return .handled
  }

  private mutating func press(_ key: Key, _ shared: inout Shared) {
    // Many a scanner ends a number so.
    if key == .tab, entry != nil { return submit(&shared) }
    if let action = action(of: key) { return perform(action, key, &shared) }
    if case .character(let character) = key, entry != nil {
      _ = entryField.type(character)
    }
  }

  private mutating func perform(
    _ action: Action, _ key: Key, _ shared: inout Shared
  ) {
    switch action {
    case .leave:
      if !shared.isHeld() { shared.turn.effects.append(.quit(nil)) }
    case .redraw: shared.turn.effects.append(.redraw)
    case .help:
      if !isCovered { shared.open(MorningHelpPage(), isOver: true) }
    case _ where isCovered: break
    case _ where entry != nil: edit(action, key, &shared)
    case .nextStage: go(by: 1, &shared)
    case .previousStage: go(by: -1, &shared)
    case .open: openChosen(&shared)
    case .levelUp: goUp(&shared)
    case .lineUp: move(by: -1, shared)
    case .lineDown: move(by: 1, shared)
    case .pageUp: move(by: -rowCount(shared), shared)
    case .pageDown: move(by: rowCount(shared), shared)
    case .first: move(by: -Int(Int32.max), shared)
    case .last: move(by: Int(Int32.max), shared)
    case .undoDecision:
      if !stage.hasPages, !shared.isHeld() { undo(&shared) }
    case .keepLines: keep(&shared)
    case .takeOut:
      if !shared.isHeld() { decide(.takeOut, &shared) }
    case .swapNumbers: decide(.swap, &shared)
    case .orderLines: order(&shared)
    case .nameDesk:
      if morning.mergedFiles.indices ~= chosenFile { ask(.desk, &shared) }
    case .correctItem: ask(.item, &shared)
    case .correctBorrower: ask(.borrower, &shared)
    case .correctReader: ask(.reader, &shared)
    case .shiftTimes: ask(.times, &shared)
    case .makeKit: makeKit(&shared)
    case .tick: tick(&shared)
    case .giveReport: ask(.report, &shared)
    case .writeCorrections: writeCorrections(&shared)
    case .copyNote: copyNote(&shared)
    case .archiveStations: archiveStations(&shared)
    default: break
    }
  }

  /// Puts the chosen line before the other one of the matter.
  private mutating func order(_ shared: inout Shared) {
    guard let matter, let other = matter.other else {
      return shared.refuse(shared.words.nothingToOrder)
    }
    let first = chosenLine ?? matter.place
    let second = first == other ? matter.place : other
    chosenLine = first
    decide(.order(before: second), &shared)
  }

  // MARK: What is asked for

  private mutating func ask(_ entry: MorningEntry, _ shared: inout Shared) {
    if entry != .desk, entry != .report, chosenPlaces.isEmpty {
      return shared.refuse(shared.words.openFirst)
    }
    self.entry = entry
    entryField = EntryField()
    offers = nearMisses(for: entry, shared)
    chosenOffer = nil
    shared.say(shared.words.prompt(entry))
  }

  private func nearMisses(
    for entry: MorningEntry, _ shared: Shared
  ) -> [NearMiss] {
    guard let place = chosenPlaces.first else { return [] }
    switch entry {
    case .item, .borrower, .reader:
      return morning.nearMisses(
        at: place, as: entry == .item ? .item : .borrower,
        rules: shared.rules, known: work.neighbours)
    case .desk, .times, .report: return []
    }
  }

  /// Puts the next number that may be meant into the field, or the one before.
  private mutating func offer(_ step: Int) {
    guard !offers.isEmpty else { return }
    let index = chosenOffer.map { $0 + step } ?? (step > 0 ? 0 : -1)
    let chosen = (index + offers.count) % offers.count
    chosenOffer = chosen
    entryField.show(offers[chosen].number)
  }

  private mutating func edit(
    _ action: Action, _ key: Key, _ shared: inout Shared
  ) {
    switch action {
    case .choose: submit(&shared)
    case .goBack:
      entry = nil
      shared.say(shared.words.morningPrompt(stage))
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      entryField.edit(action)
    case .lineDown: offer(1)
    case .lineUp: offer(-1)
    default: break
    }
  }

  /// Takes what was typed or scanned; what can't be meant stays in the field.
  private mutating func submit(_ shared: inout Shared) {
    guard let entry, !entryField.isEmpty else { return }
    let text = entryField.number
    let words = shared.words
    switch entry {
    case .desk:
      self.entry = nil
      name(text, &shared)
    case .report:
      self.entry = nil
      takeReport(&shared) { try $0.take(reportAt: text) }
    case .times:
      guard let shift = TimeShift(argument: text) else {
        return shared.refuse(words.notATime(text))
      }
      self.entry = nil
      decide(.shift(minutes: shift.seconds / 60), &shared)
    case .item, .borrower, .reader:
      guard let number = try? Barcode(text) else {
        return shared.refuse(words.notANumber(text))
      }
      self.entry = nil
      switch entry {
      case .item: decide(.item(number), &shared)
      case .borrower: decide(.borrower(number), &shared)
      default: decide(.reader(number), &shared)
      }
    }
  }

  private mutating func click(_ position: Position, _ shared: inout Shared) {
    guard shared.isLargeEnough, !isCovered, entry == nil else { return }
    let view = view(shared)
    guard let line = view.line(at: position.row) else { return }
    guard stage.hasPages else { return move(by: line - view.chosen, shared) }
    let places = shownRows(
      Look(shared, Palette()), height: view.rowCount
    ).compactMap { $0.chosen }
    if places.indices ~= line {
      move(by: places[line] - ticked.chosen, shared)
    }
  }

  private func rowCount(_ shared: Shared) -> Int { view(shared).rowCount }

  private func view(_ shared: Shared) -> LineRoomView {
    let look = Look(shared, Palette())
    return LineRoomView(content(look), look)
  }
}
