import Circulation
import Scanning

/// Find: one scan, or a number that is typed, and the lines that have it.
struct FindRoom: LineRoom {
  let desk: Desk
  var field: EntryField? = EntryField()
  /// The lines that were found; nil until something was looked for.
  private(set) var search: Search?
  /// The index of the chosen line.
  private(set) var chosen = 0

  private init(_ desk: Desk) {
    self.desk = desk
  }

  static func open(_ desk: Desk, _ shared: inout Shared) {
    shared.dropConfirmation()
    shared.open(FindRoom(desk), saying: shared.words.findPrompt)
  }

  var chosenLine: FoundLine? {
    guard let search, search.lines.indices ~= chosen else { return nil }
    return search.lines[chosen]
  }

  mutating func move(by step: Int) {
    guard let search, !search.lines.isEmpty else { return }
    chosen = min(max(chosen + step, 0), search.lines.count - 1)
  }

  mutating func perform(_ action: Action, _ shared: inout Shared) -> Outcome {
    guard action == .find else { return .ignored }
    if search != nil { goOn(&shared) }
    return .handled
  }

  mutating func enter(_ shared: inout Shared) {
    guard let field else {
      // A scanner that sends a second Enter has not seen what was found.
      let isRepeat = shared.answer.map {
        $0.moment.duration(to: shared.now) < Confirmation.doubleBeep
      }
      if isRepeat != true { go(to: chosenLine, &shared) }
      return
    }
    guard !field.isEmpty else {
      return shared.say(shared.words.findPrompt)
    }
    shared.reportReplaced(by: field.number)
    if let code = shared.rules.command(field.text) {
      self.field?.erase()
      return shared.ask(.performCode(code))
    }
    let number = shared.rules.scan(field.text).number
    let search = Search(for: number, at: desk)
    self.field = nil
    self.search = search
    shared.answer = (number, shared.now)
    if let error = search.error {
      shared.refuse(shared.words.sentence(error))
    } else if search.lines.isEmpty {
      shared.refuse(shared.words.notFound(number))
    } else {
      shared.say(shared.words.found(number, in: search.count))
    }
  }

  /// Goes to the next line that was found, to the first one after the last; asks
  /// for another number if there is none.
  private mutating func goOn(_ shared: inout Shared) {
    if let count = search?.lines.count, count > 1 {
      chosen = (chosen + 1) % count
    } else {
      self = FindRoom(desk)
      shared.dropConfirmation()
    }
    shared.say(
      chosenLine.map { shared.words.found($0) } ?? shared.words.findPrompt)
  }

  mutating func refresh(_ shared: inout Shared) {
    guard let number = search?.number else { return }
    let search = Search(for: number, at: desk)
    self.search = search
    chosen = min(chosen, max(search.lines.count - 1, 0))
  }
}
