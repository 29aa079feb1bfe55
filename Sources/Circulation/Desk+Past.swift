// What the desk has recorded so far, today and in the days before.
extension Desk {
  /// How often something that was recorded was taken back or changed: as long as
  /// this stays, what was recorded only grows.
  public var pastChanges: Int { latest.forgetCount }

  /// The newest transactions of the last days, so many at most and the oldest
  /// first: what is in the journal, what waits, and, where these are few, what
  /// was put away last.
  public func past(limit: Int) -> [Transaction] {
    let listed = replay.unsaved.suffix(limit)
    let saved = replay.saved.suffix(limit - listed.count)
    let own = (saved + listed).map(\.transaction)
    guard own.count < Self.fewTransactions else { return own + waiting }
    let archived = archived ?? readArchived()
    self.archived = archived
    return archived.suffix(limit - own.count) + own + waiting
  }

  private static let fewTransactions = 200
  /// The bytes of a journal that are read in a moment.
  private static let largestArchived = 4_000_000

  /// The transactions in the journal that was put away last, if it is at hand.
  private func readArchived() -> [Transaction] {
    // Boxes are named by their day. What can't be read tells nothing here: the
    // commands of the archive say what is wrong with it.
    guard
      let newest = try? fileSystem.names(in: folder.archive)
        .filter({ $0.first?.isNumber ?? false }).max(),
      let file = try? fileSystem.open(
        folder.archive + "/" + newest + "/" + StationFolder.journalName,
        for: .reading),
      let length = try? file.length(), length <= Self.largestArchived,
      let replay = try? JournalReader.replay(file)
    else { return [] }
    return replay.saved.map(\.transaction)
  }
}
