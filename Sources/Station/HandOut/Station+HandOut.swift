import Circulation

extension Station {
  /// Returns the station at which a class gets its books, made of one at an
  /// open desk.
  ///
  /// - Parameters:
  ///   - lists: the class.
  ///   - watch: the earlier loans of the desk.
  /// - Returns: the station.
  /// - Throws: ``CirculationError``; ``FileError``.
  package func handingOut(
    to lists: ClassLists, with watch: LendingWatch
  ) throws -> Station {
    guard let desk = ground as? DeskRoom else { return self }
    var shared = shared
    let room = try HandOutRoom(of: lists, at: desk, with: watch)
    let found = shared.words.opening(desk.desk)
    room.sayTurn(&shared)
    if let found { shared.notice.text = found + " " + shared.notice.text }
    return Station(room, shared)
  }
}
