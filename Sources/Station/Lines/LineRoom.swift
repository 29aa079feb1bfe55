import Circulation
import Scanning
import Terminal

/// A room about lines of the list and of `OffCirc.dat`, with a field or a list
/// of its own.
///
/// While it has a field, the next scan is its answer; otherwise each scan falls
/// to the desk beneath.
protocol LineRoom: Room {
  var desk: Desk { get }
  var field: EntryField? { get set }
  /// The line that keys are about; nil if there is none.
  var chosenLine: FoundLine? { get }
  /// Returns all that is to be seen of it.
  func content(_ look: Look) -> RoomContent
  /// Goes so many lines on, or to another field.
  mutating func move(by step: Int)
  /// Goes so many lines on in the room's list, if it has one.
  mutating func scroll(by step: Int)
  /// Takes what stands in the field, or goes to the chosen line.
  mutating func enter(_ shared: inout Shared)
  /// Does what a key does in this room and in no other.
  ///
  /// - Returns: ``Outcome/ignored`` if it does nothing of its own.
  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome
}

extension LineRoom {
  var contexts: [KeyContext] { [.lineRoom, .field, .desk] }

  mutating func scroll(by step: Int) { move(by: step) }

  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    .ignored
  }

  func draw(_ look: Look, on surface: inout Surface) {
    LineRoomView(content(look), look).draw(on: &surface)
  }

  // MARK: What happens

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key): return press(key, &shared)
    case .click(let position): click(position, &shared)
    case .wheel(let notches): scroll(by: 3 * notches)
    case .paste(let text): return paste(text, &shared)
    case .dropped(let count):
      guard field != nil else { return .ignored }
      noteDropped(count, &shared)
    case .resize:
      // The answer to what nobody sees would be a scan that is lost.
      if !shared.isLargeEnough { leaveByHand(&shared) }
      return .ignored
    case .burst, .tick, .otherMouse, .end: return .ignored
    }
    return .handled
  }

  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  {
    guard field != nil else { return .ignored }
    if isTyping(shared) { field?.select(as: .pending) }
    for character in reading.framed.number { type(character, &shared) }
    noteDropped(reading.droppedCount, &shared)
    return press(reading.end(at: shared.rules), &shared)
  }

  private mutating func press(_ key: Key, _ shared: inout Shared) -> Outcome {
    if field == nil {
      // The end of a scan is no answer.
      let beneath = shared.pending
      let endsScan = key == .enter && (beneath.isTyping || beneath.awaitsEnter)
      if endsScan || key == .tab || key == .backspace { return .ignored }
    } else if key == .tab, isTyping(shared) {
      // Many a scanner ends a number so; a hand goes on after it.
      enter(&shared)
      return .handled
    }
    if let action = action(of: key) { return dispatch(action, &shared) }
    guard field != nil else { return .ignored }
    switch key {
    case .character(let character): type(character, &shared)
    case .control(let letter):
      if let character = letter.withControl { type(character, &shared) }
    default: return .ignored
    }
    return .handled
  }

  private mutating func dispatch(_ action: Action, _ shared: inout Shared)
    -> Outcome
  {
    if case .handled = perform(action, &shared) { return .handled }
    switch action {
    case .goBack, .levelUp: leaveByHand(&shared)
    case .choose: enter(&shared)
    case .lineUp where isTyping(shared), .lineDown where isTyping(shared),
      .previous where isTyping(shared):
      break
    case .lineUp, .previous: move(by: -1)
    case .lineDown, .next: move(by: 1)
    case .pageUp: move(by: -lineCount(shared))
    case .pageDown: move(by: lineCount(shared))
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      field?.edit(action)
    // Nothing is changed where nothing is recorded.
    case .amend where !shared.isDesk, .delete where !shared.isDesk:
      shared.say(shared.words.onlyAtDesk())
    case .switchOperation where !shared.isDesk, .clear where !shared.isDesk:
      break
    case .reader where shared.isExercise:
      shared.say(shared.words.notInExercise)
    case .amend: AmendRoom.open(chosenLine, desk, &shared)
    case .reader:
      ReaderRoom.open(chosenLine?.transaction.borrower, desk, &shared)
    case .delete:
      if let sequence = shared.sequence(of: chosenLine, at: desk) {
        shared.ask(.delete(sequence))
      }
    case .switchOperation, .clear:
      leaveByHand(&shared)
      return .ignored
    default: return .ignored
    }
    return .handled
  }

  private mutating func click(_ position: Position, _ shared: inout Shared) {
    let look = Look(shared, Palette())
    if TextPageView.footer(look).contains(position) {
      return leaveByHand(&shared)
    }
    let view = LineRoomView(content(look), look)
    if let line = view.line(at: position.row) {
      scroll(by: line - view.chosen)
    }
  }

  // MARK: The field

  private mutating func paste(
    _ text: String, _ shared: inout Shared
  ) -> Outcome {
    let lines = PastedScans.lines(of: text)
    guard field != nil, lines.count < 2 else { return .ignored }
    let line = PastedLine(lines.first ?? "", of: text)
    if line.characters.isEmpty {
      return line.isEnded && isTyping(shared)
        ? press(.enter, &shared) : .handled
    }
    if isTyping(shared) { field?.select(as: .pending) }
    for character in line.characters {
      if character == "\t" {
        _ = press(.tab, &shared)
      } else {
        type(character, &shared)
      }
    }
    if line.isEnded { _ = press(.enter, &shared) }
    if let field, isTyping(shared) {
      shared.reportReplaced(by: field.number)
    }
    return .handled
  }

  private mutating func type(_ character: Character, _ shared: inout Shared) {
    if let lost = field?.type(character) { shared.noteReplaced(lost) }
  }

  private func noteDropped(_ count: Int, _ shared: inout Shared) {
    guard count > 0, isTyping(shared) else { return }
    shared.remark(shared.words.answerDropped(byteCount: count))
  }

  /// Returns true if somebody is typing, into the room's field or beneath.
  private func isTyping(_ shared: Shared) -> Bool {
    field?.isTyped ?? shared.pending.isTyping
  }

  private func lineCount(_ shared: Shared) -> Int {
    let look = Look(shared, Palette())
    return LineRoomView(content(look), look).rowCount
  }

  // MARK: Leaving

  /// Goes back to the desk, with nothing done.
  private mutating func leaveByHand(_ shared: inout Shared) {
    leave(&shared)
    shared.close()
    if shared.notice.kind != .refusal { shared.ask(.greet) }
  }

  mutating func leave(_ shared: inout Shared) {
    shared.dropConfirmation()
    // Who has seen it and gone on scans the same number on purpose.
    shared.answer = nil
  }

  /// Goes to a line of the list; one that is saved is only reported.
  func go(to line: FoundLine?, _ shared: inout Shared) {
    guard let line, line.sequence != nil, shared.isDesk else {
      return shared.say(
        line.map { shared.words.found($0) } ?? shared.words.noLineChosen())
    }
    guard let sequence = shared.sequence(of: line, at: desk) else { return }
    shared.close()
    shared.ask(.show(sequence))
    shared.say(shared.words.found(line))
  }
}

extension Shared {
  /// The sequence number of a line that is in the list of a desk and can be
  /// changed; says why not if it can't.
  mutating func sequence(of line: FoundLine?, at desk: Desk) -> Int? {
    if let sequence = line?.sequence,
      desk.unsaved.index(ofSequence: sequence) != nil
    {
      return sequence
    }
    if case .file(let number)? = line?.location {
      refuse(words.lineIsSaved(number))
    } else {
      say(words.noLineChosen())
    }
    return nil
  }

  /// Takes a scan that is a room's answer; by hand, Enter was pressed on what is
  /// in doubt.
  ///
  /// - Returns: nil if it is to be scanned again, or was refused.
  mutating func accept(
    _ scan: Scan, as kind: Scan.Kind, at desk: Desk, isByHand: Bool,
    amending old: Transaction? = nil
  ) -> (Barcode, ScanOrigin)? {
    do throws(BarcodeError) {
      let number = try Barcode(scan.number)
      acceptsDoubtful = isByHand && confirmation?.isRead(at: now) ?? false
      defer { acceptsDoubtful = false }
      guard
        case .asScanned(let origin, _) = accept(
          scan, as: kind, at: desk, isAnswer: true, amending: old)
      else { return nil }
      return (number, origin)
    } catch {
      dropConfirmation()
      refuse(words.sentence(error))
      return nil
    }
  }
}
