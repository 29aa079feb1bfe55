import Circulation
import Terminal

/// A page over the desk with a field or a list of its own.
///
/// While it has a field, the next scan is its answer; otherwise each scan goes
/// to the desk beneath.
protocol Room: Hashable {
  /// The field that the next scan goes to; nil if scans are recorded.
  var field: EntryField? { get set }
  /// The room as the page that is open.
  var page: Station.Page { get }
  /// The index of the chosen line in the room's list.
  var chosen: Int { get }
  /// The line that keys are about; nil if there is none.
  func chosenLine(at station: Station) -> FoundLine?
  /// Returns all that is to be seen of it.
  func content(at station: Station) -> RoomContent
  /// Goes so many lines on, or to another field.
  mutating func move(by step: Int, at station: Station)
  /// Takes what stands in the field, or goes to the chosen line.
  func enter(at station: inout Station)
}

extension Station {
  /// Opens a room; what is half typed at the desk stays there.
  mutating func open(_ room: any Room) {
    dropDoubt()
    open(room.page)
    if borrowerField.standing == .open { borrowerField.select(as: .held) }
    if itemField.standing == .open { itemField.select(as: .held) }
  }

  /// The room that is open; nil if another page is, or none.
  var room: (any Room)? {
    switch page {
    case .find(let room): room
    case .amend(let room): room
    case .reader(let room): room
    case .leaf, .closing, .batch, nil: nil
    }
  }

  /// Whether the next scan is a room's answer.
  var isAskedByRoom: Bool { room?.field != nil }

  mutating func press(_ key: Key, in room: any Room) {
    if room.field == nil {
      // The end of a scan is no answer.
      let endsScan = key == .enter && (isTyping || focus == .record)
      if endsScan || key == .tab || key == .backspace {
        return typeBeneath(key)
      }
    } else if key == .tab, isTyping {
      // Many a scanner ends a number so; a hand goes on after it.
      return room.enter(at: &self)
    }
    if let act = Command.act(of: key, in: .room, .field, .desk) {
      return perform(act, in: room)
    }
    guard room.field != nil else { return typeBeneath(key) }
    switch key {
    case .character(let character): type(character, in: room)
    case .control(let letter):
      if let character = letter.withControl { type(character, in: room) }
    default: typeBeneath(key)
    }
  }

  private mutating func type(_ character: Character, in room: any Room) {
    var room = room
    let lost = room.field?.type(character)
    page = room.page
    if let lost { noteWhatGaveWay(lost) }
  }

  private mutating func perform(_ act: Act, in room: any Room) {
    var room = room
    switch act {
    case .goBack: leaveRoom()
    case .choose: room.enter(at: &self)
    case .lineUp where isTyping, .lineDown where isTyping: break
    case .previous where isTyping: break
    case .lineUp, .previous: move(room, by: -1)
    case .lineDown, .next: move(room, by: 1)
    case .pageUp: move(room, by: -RoomView.lineCount(of: room, in: self))
    case .pageDown: move(room, by: RoomView.lineCount(of: room, in: self))
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      room.field?.edit(act)
      page = room.page
    case .find: findNext(in: room)
    case .amend: amendLine(room.chosenLine(at: self))
    case .reader: openReader(from: room)
    case .delete:
      guard choose(room.chosenLine(at: self)) else { return }
      // Elsewhere, it would give up a scan that waits.
      setFocus(.list)
      pressDelete()
      setFocus(neededField)
      refreshRoom()
    case .save, .undo:
      perform(act)
      refreshRoom()
    case .switchOperation, .clear:
      leavePage()
      perform(act)
    default: perform(act)
    }
  }

  mutating func move(_ room: any Room, by step: Int) {
    var room = room
    room.move(by: step, at: self)
    page = room.page
  }

  /// Says so if a field of the desk has a room's answer, which the scanner has
  /// sent twice.
  ///
  /// - Returns: true then.
  mutating func isEchoOfAnswer(_ field: EntryField) -> Bool {
    let most = Duration.seconds(rules.scanner.doubleScanSeconds)
    guard
      let answer, answer.moment.duration(to: moment()) < most,
      rules.scan(field.text).number == answer.number
    else { return false }
    self.answer = nil
    pointOut(words.answerCameTwice(answer.number))
    return true
  }

  /// Back to the desk, with nothing done.
  mutating func leaveRoom() {
    dropDoubt()
    page = nil
    // Who has seen it and gone on scans the same number on purpose.
    answer = nil
    if notice.kind != .refusal {
      say(words.ready(desk.operation, borrower: desk.borrower))
    }
  }

  /// Back to the desk from a page that asks nothing, for what is done only
  /// there.
  mutating func leavePage() {
    if room != nil {
      leaveRoom()
    } else if question == nil {
      page = nil
    }
  }

  /// Makes a line the chosen one of the list, if it is there and can be
  /// changed; says why not if it can't.
  mutating func choose(_ line: FoundLine?) -> Bool {
    guard let line else {
      say(words.noLineChosen())
      return false
    }
    guard
      let sequence = line.sequence,
      let index = desk.unsaved.index(ofSequence: sequence)
    else {
      if case .file(let number) = line.place {
        refuse(words.lineIsSaved(number))
      } else {
        say(words.noLineChosen())
      }
      return false
    }
    selectLine(index)
    return true
  }

  /// Goes to a line of the list; one that is saved is only told.
  mutating func go(to line: FoundLine?) {
    guard let line, line.sequence != nil else {
      say(line.map { words.found($0) } ?? words.noLineChosen())
      return
    }
    guard choose(line) else { return }
    page = nil
    setFocus(.list)
    say(words.found(line))
  }

  /// Looks again at what may have changed under an open room.
  mutating func refreshRoom() {
    switch page {
    case .find(let room): page = .find(room.refreshed(at: desk))
    case .amend(let room):
      let refreshed = room.refreshed(at: desk)
      page = refreshed?.page
      if refreshed == nil {
        remarks.append(words.amendEnded(isSaved: !desk.hasDeleted(room.entry)))
      }
    case .reader(let room): page = .reader(room.refreshed(at: desk))
    default: break
    }
  }
}

extension Desk {
  /// Whether a line that was in the list was deleted there.
  fileprivate func hasDeleted(_ entry: DeskEntry) -> Bool {
    changes.contains { change in
      change.kind == .deletion
        && change.before.contains { $0.sequence == entry.sequence }
    }
  }
}

extension Character {
  /// The control character that the letter makes with Ctrl.
  var withControl: Character? {
    asciiValue.map { Character(Unicode.Scalar($0 & 0x1f)) }
  }
}
