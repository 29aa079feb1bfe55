import Circulation

extension Station {
  /// Returns the station at which a class gets its books, made of one at an
  /// open desk.
  ///
  /// - Parameters:
  ///   - lists: the class.
  ///   - read: reads the earlier loans of a folder.
  /// - Returns: the station.
  /// - Throws: ``CirculationError``; ``FileError``.
  package func handingOut(
    to lists: ClassLists,
    reading read: @escaping (StationFolder) throws -> LendingHistory = {
      try LendingHistory.read(of: $0).history
    }
  ) throws -> Station {
    guard let desk = ground as? DeskRoom else { return self }
    var shared = shared
    let room = try HandOutRoom(of: lists, at: desk, reading: read)
    let found = shared.words.opening(desk.desk)
    room.sayTurn(&shared)
    if let found { shared.notice.text = found + " " + shared.notice.text }
    return Station(room, shared)
  }
}
