import Circulation

/// Find: one scan, or a number that is typed, and the lines that have it.
struct FindRoom: Room {
  var field: EntryField? = EntryField()
  /// The lines that were found; nil until something was looked for.
  private(set) var search: Search?
  /// The index of the chosen line.
  private(set) var chosen = 0

  var page: Station.Page { .find(self) }

  func chosenLine(at station: Station) -> FoundLine? {
    guard let search, search.lines.indices ~= chosen else { return nil }
    return search.lines[chosen]
  }

  mutating func move(by step: Int, at station: Station) {
    guard let search, !search.lines.isEmpty else { return }
    chosen = min(max(chosen + step, 0), search.lines.count - 1)
  }

  func enter(at station: inout Station) {
    guard let field else {
      // A scanner that sends a second Enter has not seen what was found.
      let isEcho = station.answer.map {
        $0.moment.duration(to: station.moment()) < Station.doubleBeep
      }
      if isEcho != true { station.go(to: chosenLine(at: station)) }
      return
    }
    guard !field.isEmpty else {
      return station.say(station.words.findPrompt)
    }
    station.tellWhatGaveWay(to: field.number)
    if station.obeys(field) { return }
    var room = self
    let number = station.rules.scan(field.text).number
    let search = Search(for: number, at: station.desk)
    room.field = nil
    room.search = search
    station.answer = (number, station.moment())
    station.page = room.page
    if let failure = search.failure {
      station.refuse(station.words.sentence(failure))
    } else if search.lines.isEmpty {
      station.refuse(station.words.notFound(number))
    } else {
      station.say(station.words.found(number, in: search.count))
    }
  }

  /// The next line that was found; the first one after the last.
  mutating func goOn() {
    guard let count = search?.lines.count, count > 1 else {
      self = FindRoom()
      return
    }
    chosen = (chosen + 1) % count
  }

  /// The same lines, as they are now.
  func refreshed(at desk: Desk) -> FindRoom {
    guard let search else { return self }
    var room = self
    let now = Search(for: search.number, at: desk)
    room.search = now
    room.chosen = min(chosen, max(now.lines.count - 1, 0))
    return room
  }
}

extension Station {
  /// Opens Find, or goes to the next line that was found.
  mutating func findNext(in room: (any Room)? = nil) {
    guard var room = room as? FindRoom else {
      open(FindRoom())
      return say(words.findPrompt)
    }
    guard room.search != nil else { return }
    room.goOn()
    if room.field != nil { dropDoubt() }
    page = room.page
    say(
      room.chosenLine(at: self).map { words.found($0) } ?? words.findPrompt)
  }
}
