import Circulation
import Textbooks

/// The result of erasing borrowers from archives whose loans have ended long
/// ago: the loans stay, with items, times, states and fines.
package struct BorrowerErasure: Hashable, Sendable {
  /// The archives from which borrowers were erased.
  package var erased: [String] = []
  /// The old archives that keep them: a loan has not ended long enough, or a
  /// fine is open.
  package var inUse: [String] = []
  /// The old archives that keep them, since they are damaged or have lines of
  /// which it is not known what they are.
  package var doubtful: [String] = []

  /// Creates the result for an empty archive.
  package init() {}

  /// The name of the file that marks an archive without borrowers.
  static let mark = "WITHOUT-BORROWERS"
}

extension Archive {
  /// Erases the borrowers of loans that ended before a time; returns when that
  /// is on disk.
  ///
  /// The caller holds the station's folder.
  /// An entry is written whole beside the old one before that is erased.
  ///
  /// - Parameters:
  ///   - end: the time before which the loans have ended.
  ///   - history: the loans of all journals of the station.
  ///   - openFines: the fines that are still to be paid.
  /// - Returns: the entries by what was done.
  /// - Throws: ``CirculationError``; ``FileError``.
  package func eraseBorrowers(
    before end: LocalTime, _ history: LendingHistory, openFines: Set<FineID>
  ) throws -> BorrowerErasure {
    try finishErasures()
    let loans = EndedLoans(
      archive: self, history: history, openFines: openFines, end: end)
    var erasure = BorrowerErasure()
    for box in try boxes() where box.isWhole && box.hasBorrowers {
      guard let day = box.day, day.precedes(end) else { continue }
      guard try damage(in: box).isEmpty, let content = try loans.content(box)
      else {
        erasure.doubtful.append(box.name)
        continue
      }
      guard loans.cover(content.replay) else {
        erasure.inUse.append(box.name)
        continue
      }
      try replace(box, with: content.files)
      erasure.erased.append(box.name)
    }
    return erasure
  }
}

/// The loans that ended before a time, and the files of an entry without their
/// borrowers.
private struct EndedLoans {
  let archive: Archive
  let history: LendingHistory
  let openFines: Set<FineID>
  let end: LocalTime

  /// Returns true if all loans of a journal have ended, and all its fines.
  func cover(_ replay: JournalReplay) -> Bool {
    let station = replay.station ?? ""
    let entries = replay.saved + replay.unsaved
    return entries.allSatisfy { entry in
      let id = FineID(station: station, sequence: entry.sequence)
      guard !openFines.contains(id), entry.transaction.recorded.precedes(end)
      else { return false }
      guard entry.transaction.operation == .loan else { return true }
      guard let (copy, index) = history.episode(of: id) else { return false }
      let fines = copy.episodes[index].fines
      return !fines.contains { openFines.contains($0.id) }
        && copy.end(ofEpisode: index)?.precedes(end) == true
    }
      && replay.textbooks.entries.allSatisfy {
        $0.time.precedes(end)
          && $0.event.fine.map(openFines.contains) != true
      }
  }

  /// Returns the files without borrowers; nil if the archive has others that
  /// nothing else has, or lines that can't be understood.
  func content(
    _ box: Archive.Entry
  ) throws -> (replay: JournalReplay, files: [(String, [UInt8])])? {
    let disk = archive.fileSystem
    let isKnown = box.sums.digests.allSatisfy {
      // A journal that was put aside may hold what no other one has.
      !$0.name.hasPrefix(StationFolder.journalName + ".")
    }
    guard isKnown, box.sums[StationFolder.journalName] != nil else {
      return nil
    }
    let file = try disk.open(box.journal, for: .reading)
    let replay = try JournalReader.replay(
      file, keepingSaved: true, keepingSuperseded: true)
    guard replay.damage.isEmpty, replay.tornByteCount == 0,
      let journal = try Journal.withoutBorrowers(file, history),
      let lines = try lines(box, replay)
    else { return nil }
    return (
      replay,
      [
        (StationFolder.dataFileName, lines),
        (StationFolder.journalName, journal),
      ]
    )
  }

  /// Returns the lines of the data file, loans without their borrowers; nil if
  /// one is not a transaction, or a loan that the journal does not have.
  private func lines(
    _ box: Archive.Entry, _ replay: JournalReplay
  ) throws(FileError) -> [UInt8]? {
    var loans: Set<[UInt8]> = []
    for entry in replay.saved where entry.transaction.operation == .loan {
      loans.insert(DataFormat.lines(of: [entry.transaction]))
    }
    var bytes: [UInt8] = []
    var isKnown = true
    let file = try archive.fileSystem.open(box.dataFile, for: .reading)
    try LineReader.forEachLine(in: file) { _, line in
      guard isKnown else { return }
      let isCR = line.count > 0 && line[line.count - 1] == 0x0d
      let line = line.extracting(0..<line.count - (isCR ? 1 : 0))
      guard let transaction = try? DataFormat.transaction(in: line) else {
        isKnown = false
        return
      }
      let written = DataFormat.lines(of: [transaction])
      if transaction.operation == .loan {
        isKnown = loans.contains(written)
        // Without a borrower, every reader refuses the line as a loan.
        let end =
          DataFormat.itemColumns.lowerBound + transaction.item.text.utf8.count
        bytes += written[..<end] + [0x0d, 0x0a]
      } else {
        bytes += written
      }
    }
    return isKnown ? bytes : nil
  }
}

extension Archive.Entry {
  /// True unless its borrowers were erased.
  package var hasBorrowers: Bool { sums[BorrowerErasure.mark] == nil }
}

extension TextbookEvent {
  /// The fine that it is about; nil if it is about none.
  fileprivate var fine: FineID? {
    switch self {
    case .charged(let charge): charge.fine
    case .settled(let settlement): settlement.fine
    case .condition, .brought, .skipped: nil
    }
  }
}

extension CopyHistory {
  /// Returns the time at which a loan ended: by its return, since somebody else
  /// has the copy, or by the note that it is lost; nil if it has not.
  fileprivate func end(ofEpisode index: Int) -> LocalTime? {
    if let returned = episodes[index].returned { return returned.time }
    if let next = episodes.dropFirst(index + 1).first {
      return next.lent?.time ?? next.returned?.time
    }
    return loss?.time
  }
}
