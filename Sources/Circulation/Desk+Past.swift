// What the desk recorded today and on the days before.
extension Desk {
  /// The number of times a recorded transaction was undone or amended; while it
  /// stays the same, ``past(limit:)`` only grows.
  package var pastChanges: Int { latest.forgetCount }

  /// Returns the newest transactions, at most `limit`, oldest first: from the
  /// journal, waiting ones, and if these are few, from the newest archived
  /// journal.
  package func past(limit: Int) -> [Transaction] {
    let listed = replay.unsaved.suffix(limit)
    let saved = replay.saved.suffix(limit - listed.count)
    let own = (saved + listed).map(\.transaction)
    guard own.count < Self.minimumTransactions else { return own + waiting }
    let archived = archived ?? readArchived()
    self.archived = archived
    return archived.suffix(limit - own.count) + own + waiting
  }

  private static let minimumTransactions = 200
  /// The largest archived journal that is read, in bytes: 4 MB take a moment.
  private static let maximumArchiveLength = 4_000_000

  /// Returns the transactions of the newest archived journal, if it is
  /// readable.
  private func readArchived() -> [Transaction] {
    // Archives are named by their day. Read errors are ignored here: the
    // archive commands report them.
    guard
      let newest = try? fileSystem.names(in: folder.archive)
        .filter({ $0.first?.isNumber ?? false }).max(),
      let file = try? fileSystem.open(
        StationFolder(path: folder.archive.appending(path: newest)).journal,
        for: .reading),
      let length = try? file.length(), length <= Self.maximumArchiveLength,
      let replay = try? JournalReader.replay(file), replay.hasBorrowers
    else { return [] }
    return replay.saved.map(\.transaction)
  }
}
