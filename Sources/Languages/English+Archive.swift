import Circulation
import Offload
import Station
import Terminal
import Typesetting

extension English {
  // MARK: Archiving and restoring

  func sentence(_ error: ArchiveError) -> String {
    switch error {
    case .nothingThere(let path):
      "Nothing to archive: \(path.printable) does not exist or is empty."
    case .unsaved(let count):
      "Not archived: \(counting(count, "transaction")) \(counting.form(of: count, "is", "are")) not in OffCirc.dat yet. Save first (offcirc save), then make a kit (offcirc kit, with --rest if the others are in one)."
    case .damagedJournal(let path):
      "Not archived: \(path.printable) is damaged, and transactions may be missing from OffCirc.dat. Compare it with the items lent and returned, then add --damaged."
    case .notHandedOver(let count, let line, let path):
      "Not archived: \(counting(count, "line")) of \(path.printable) (from line \(line)) \(counting.form(of: count, "is", "are")) in no kit, according to the ledger. Make a kit (offcirc kit, or offcirc kit --rest for new lines only). If the whole file was uploaded, add --uploaded."
    case .handedOverElsewhere(let path):
      "Not archived: all lines of \(path.printable) are in a kit, but from another file, according to the ledger. Two stations may have recorded the same items in the same minutes. If this file was uploaded, add --uploaded. Otherwise, make a kit (offcirc kit --again)."
    case .notTheKit(let path):
      "Not archived: \(path.printable) is not the kit of this file, or is incomplete. Give the right folder with --kit, or omit it."
    case .kit(let kit):
      kit.state == .unfinished
        ? "Not archived. \(sentence(kit) ?? "") It was not uploaded. Run the same offcirc kit again to finish it. Its files so far are in \(kit.folder.temporarySibling.printable)."
        : "Not archived. \(sentence(kit) ?? "") Give its folder with --kit. If the file was uploaded, add --uploaded. Otherwise, make a kit (offcirc kit --again)."
    case .unknown(let count, let path, let warning, let ledger):
      "Not archived: the upload state of \(counting(count, "line")) of \(path.printable) is unknown, because \(reason(warning)) (\(ledger.printable)). Give the right ledger with --ledger, or the kit with --kit. If the file was uploaded, add --uploaded."
    case .clock(let warning, let now):
      "Not archived: the archive would have the wrong date. \(clockWarning(warning, now: now)) If the clock is right, add --trust-clock."
    case .unfinished(let box, let error):
      "\(sentence(error)) OffCirc.dat is archived in \(box.printable), but the rest is not. Run the same command again to finish."
    case .changed(let path):
      "Not archived: another program wrote to \(path.printable). Find out which, then try again."
    case .noBox(let name?):
      "The archive does not contain \(name.printable). To see what it contains: offcirc list archive."
    case .noBox(nil):
      "The archive is empty."
    case .notWhole(let name):
      "\(name.printable) is incomplete: archiving or deleting it was interrupted. Nothing was restored. Run that command again (offcirc archive or offcirc purge)."
    case .damaged(let name, let files):
      "\(name.printable) has changed since it was archived: \(files.joined(separator: ", ").printable). Nothing was restored. Look for another copy of it."
    case .borrowersErased(let name):
      "The borrowers of \(name.printable) were erased, for data protection. Its loans cannot be uploaded again. Nothing was restored."
    case .inTheWay(let path):
      "\(path.printable) already exists and is a different file. Nothing was restored. Archive it first, or use the file in the archive."
    }
  }

  func putAway(_ box: Archive.Entry, lineCount: Int) -> [String] {
    [
      "Archived \(counting(lineCount, "line")) in \(box.path.printable).",
      "The station is now empty. To undo: offcirc archive --restore.",
    ]
  }

  func kitStays(_ folder: String) -> String {
    "The kit was archived too. The original is still in \(folder.printable): delete it when no other station needs it."
  }

  func kitMissing(_ kit: KitCheck) -> String {
    "\(sentence(kit) ?? "") It is not in the archive. If you find it, run offcirc archive --restore, then offcirc archive --kit FOLDER."
  }

  func leftOut(_ paths: [String]) -> String {
    "Not archived: \(paths.joined(separator: ", ").printable). Links, pipes, devices, other users' files and names with a line end are left out."
  }

  func copyRemoved(_ path: String) -> String {
    "Deleted the copy of the journal, \(path.printable): the archive has all of it."
  }

  func copyStays(_ folder: String) -> String {
    "The copy of the journal in \(folder.printable) is out of reach or has other lines. The station will rename it when it next opens."
  }

  func notNoted(inLedger path: String) -> String {
    "Cannot note the upload in \(path.printable). Do not upload these lines again."
  }

  func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> [String] {
    [
      "Restored OffCirc.dat of \(box.name.printable)\(withJournal ? ", with its journal" : ". The station has been used since, and keeps its own journal").",
      "If it was uploaded, archive it again before the next upload: offcirc archive.",
    ]
  }

  func borrowersKept(forDamaged journal: String) -> String {
    "\(journal.printable) is damaged, and may have an open fine. The borrowers of all archives are kept."
  }

  func erasedBorrowers(
    _ erasure: BorrowerErasure, after days: Int
  ) -> [String] {
    func names(_ names: [String]) -> String {
      names.map(\.printable).joined(separator: ", ")
    }
    var sentences: [String] = []
    if !erasure.erased.isEmpty {
      sentences.append(
        "Erased the borrowers of loans that ended more than \(counting(days, "day")) ago: \(names(erasure.erased)). The loans stay."
      )
    }
    if !erasure.inUse.isEmpty {
      sentences.append(
        "Borrowers kept, because of a recent loan, one that has not ended, or an open fine: \(names(erasure.inUse))."
      )
    }
    if !erasure.doubtful.isEmpty {
      sentences.append(
        "Borrowers kept, because the archive is damaged or has other lines than its journal: \(names(erasure.doubtful)). offcirc purge deletes it."
      )
    }
    return sentences
  }

  // MARK: The list of the archive

  var archiveColumns: [String] { ["Name", "Lines", "First", "Last", "State"] }

  func state(of box: Archive.Entry, damaged: [String]) -> String {
    if !box.isWhole { return "incomplete" }
    return damaged.isEmpty
      ? "intact" : "DAMAGED: " + damaged.joined(separator: ", ").printable
  }

  func noBoxes(in path: String) -> String {
    "The archive is empty: \(path.printable)."
  }

  // MARK: Deleting

  func nothingToErase(before day: LocalTime) -> String {
    "Nothing to delete: no archive is older than \(self.day(day))."
  }

  func toErase(_ count: Int, before day: LocalTime) -> String {
    "\(counting(count, "archive")) older than \(self.day(day)) will be deleted permanently:"
  }

  func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String {
    "Kept, because they contain transactions from \(self.day(day)) or later: \(boxes.map(\.name.printable).joined(separator: ", "))."
  }

  func notErased(_ warning: ClockWarning, now: LocalTime) -> String {
    "Nothing was deleted: the age of the archives is unknown. \(clockWarning(warning, now: now)) If the clock is right, add --trust-clock."
  }

  var eraseQuestion: String {
    "Delete? Type yes, then \(name(of: Key.enter)): "
  }
  var eraseAnswer: String { "yes" }
  var notErased: String {
    "Nothing was deleted. To delete without a question, add --yes."
  }

  func erased(_ count: Int) -> String {
    "Deleted \(counting(count, "archive"))."
  }
}

extension English {
  /// The paragraphs of `--help` about the archiving of a station.
  var discussionOfArchive: String {
    """
    OffCirc.dat, its journal, the kit and the reports move to the folder \
    archive of the station. There they are read-only, with their digests. \
    Close the station first. offcirc list archive lists the archives, offcirc \
    purge deletes old ones.

    All lines have to be in a kit, according to the ledger. If the kit was \
    moved, name it with --kit. If you uploaded the file without a kit, or \
    the ledger is damaged, confirm with --uploaded.

    Exit status:
      0   done
      1   not archived, or archived with something missing or damaged
      74  input or output error
    """
  }
}
