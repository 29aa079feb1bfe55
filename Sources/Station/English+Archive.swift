import Circulation
import Offload

extension English {
  // MARK: Putting away

  func sentence(_ error: ArchiveError) -> String {
    switch error {
    case .nothingThere(let path):
      "There is nothing to put away: \(path.printable) is not there, or empty."
    case .unsaved(let count):
      "Not put away: \(transactions(count)) \(count == 1 ? "is" : "are") not in OffCirc.dat yet. Save first (offcirc save); then they have to be handed over too (offcirc kit, with --rest if the others were already)."
    case .damagedJournal(let path):
      "Not archived: \(path.printable) is damaged, and transactions may be missing from OffCirc.dat. Compare it with what was lent, then add --damaged."
    case .notHandedOver(let count, let line, let path):
      "Not put away: \(content(count)) of \(path.printable), the first of them line \(line), \(count == 1 ? "was" : "were") not handed over as far as the ledger tells. Make a kit of it (offcirc kit, with --rest if only a part is new), or add --uploaded if you know that all of it was uploaded."
    case .handedOverElsewhere(let path):
      "Not put away: all lines of \(path.printable) were handed over, but in another file, as far as the ledger tells: perhaps two stations recorded the same items in the same minutes. Add --uploaded if you know that this file was uploaded; else hand it over (offcirc kit --again)."
    case .notTheKit(let path):
      "Not put away: \(path.printable) is not the kit that the file was handed over with, or not all of it. Name the right folder with --kit, or leave that out."
    case .kit(let kit):
      kit.state == .unfinished
        ? "Not put away: \(sentence(kit) ?? "") Nobody has uploaded it. Do the same offcirc kit again, which finishes it; \(kit.folder.temporarySibling.printable) is what there is of it."
        : "Not put away: \(sentence(kit) ?? "") Name its folder with --kit, or add --uploaded if you know that it was uploaded; else hand it over (offcirc kit --again)."
    case .unknown(let count, let path, let doubt, let ledger):
      "Not put away: whether \(content(count)) of \(path.printable) \(count == 1 ? "was" : "were") handed over is not known, for \(reason(doubt)) (\(ledger.printable)). Name the right ledger with --ledger, or the kit that has this file with --kit, or add --uploaded if you know that it was uploaded."
    case .clock(let doubt, let now):
      "Not put away, since its day would be wrong. \(clockWarning(doubt, now: now)) If the clock is right, add --trust-clock."
    case .unfinished(let box, let failure):
      "\(sentence(failure)) OffCirc.dat is put away, in \(box.printable); the rest is not done. Do the same command again, which goes on with it."
    case .changed(let path):
      "Not put away: another program wrote to \(path.printable) meanwhile. Find out which, then do this again."
    case .noBox(let name?):
      "The archive has no \(name.printable). offcirc list archive shows what it has."
    case .noBox(nil):
      "There is nothing in the archive."
    case .notWhole(let name):
      "\(name.printable) was not filled to the end, or erased in part: there is nothing to bring back. Do again what was cut short, offcirc archive or offcirc purge."
    case .damaged(let name, let files):
      "\(name.printable) is not as it was put away: \(files.joined(separator: ", ").printable). Nothing was brought back; look for another copy of it."
    case .inTheWay(let path):
      "\(path.printable) is there and is another file: nothing was brought back. Put it away first, or use the file in the archive where it is."
    }
  }

  func putAway(_ box: Archive.Entry, lineCount: Int) -> [String] {
    [
      "Put away: \(content(lineCount)), in \(box.path.printable).",
      "The station starts afresh. offcirc archive --restore brings it back.",
    ]
  }

  func kitStays(_ folder: String) -> String {
    "The kit was put away too. It also stays in \(folder.printable): remove it there when no other station needs it."
  }

  func kitMissing(_ kit: KitCheck) -> String {
    "\(sentence(kit) ?? "") It is not in the archive. If it is elsewhere: offcirc archive --restore, then offcirc archive --kit FOLDER."
  }

  func leftOut(_ paths: [String]) -> String {
    "Not put away, for they are links, pipes, devices, of another user, or have a line end in their name: \(paths.joined(separator: ", ").printable)."
  }

  func copyRemoved(_ path: String) -> String {
    "The copy of the journal, \(path.printable), was removed: all of it is in the archive."
  }

  func copyStays(_ folder: String) -> String {
    "The copy of the journal in \(folder.printable) can't be reached or has other lines; it is set aside when the station is opened next."
  }

  func notNoted(inLedger path: String) -> String {
    "That it was uploaded could not be noted in \(path.printable): do not upload these lines again."
  }

  func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> [String] {
    [
      "Brought back: OffCirc.dat of \(box.name.printable)\(withJournal ? ", with its journal" : "; the station has gone on since, and keeps its journal").",
      "If it was uploaded, put it away again before the next upload: offcirc archive.",
    ]
  }

  // MARK: What is in the archive

  var archiveColumns: [String] { ["Name", "Lines", "First", "Last", "State"] }

  func state(of box: Archive.Entry, damaged: [String]) -> String {
    if !box.isWhole { return "not whole" }
    return damaged.isEmpty
      ? "as it was put away"
      : "DAMAGED: " + damaged.joined(separator: ", ").printable
  }

  func noBoxes(in path: String) -> String {
    "There is nothing in the archive, \(path.printable)."
  }

  // MARK: Erasing

  func nothingToErase(before day: LocalTime) -> String {
    "Nothing to erase: the archive has nothing from before \(self.day(day))."
  }

  func toErase(_ count: Int, before day: LocalTime) -> String {
    count == 1
      ? "To be erased for good, from before \(self.day(day)):"
      : "\(count) to be erased for good, from before \(self.day(day)):"
  }

  func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String {
    "Kept, for they have transactions that are not from before \(self.day(day)), whatever their names say: \(boxes.map(\.name.printable).joined(separator: ", "))."
  }

  func notErased(_ doubt: ClockWarning, now: LocalTime) -> String {
    "Nothing was erased, since the age can't be told. \(clockWarning(doubt, now: now)) If the clock is right, add --trust-clock."
  }

  var eraseQuestion: String { "Erase? Type yes, then Enter: " }
  var eraseAnswer: String { "yes" }
  var notErased: String {
    "Nothing was erased. Add --yes to erase without being asked."
  }

  func erased(_ count: Int) -> String { "Erased: \(count)." }
}
