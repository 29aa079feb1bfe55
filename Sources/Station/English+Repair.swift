import Circulation
import Glibc
import Offload

extension English: RepairWords {
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String {
    switch repair {
    case .lockMade:
      "OffCirc.lock was removed while this station was open, and was made again. Nothing is lost. Leave that file where it is."
    case .journalMade:
      "OffCirc.journal was removed while this station was open, and was written again in full. Nothing is lost. Leave that file where it is."
    case .journalMoved(let code):
      "The disk failed to write OffCirc.journal (error \(code)). The station goes on in a fresh file, and nothing is lost. Save now, then use another disk."
    case .tornLineCut(let byteCount):
      torn(byteCount: byteCount, in: StationFolder.journalName)
    case .zerosCut(let count, let name):
      zeros(count, in: StationFolder.journalName)
        + " The file is kept as \(name.printable)."
    case .eventsGone(let count):
      eventsGone(count, from: StationFolder.journalName)
    case .journalBegun(let void, let name):
      self.void(void, traces, in: StationFolder.journalName)
        + " A new journal was begun."
        + (name.map { " The old file is kept as \($0.printable)." } ?? "")
    }
  }

  func sentence(_ repair: Repair, at time: LocalTime) -> String {
    "\(date(time, isShort: false)): \(sentence(repair, []))"
  }

  func void(
    _ void: JournalVoid, _ traces: [JournalTrace], in journal: String
  ) -> String {
    let state =
      switch void {
      case .missing: "is missing"
      case .empty: "is empty"
      case .space: "has only blanks in it"
      case .zeros: "has only NUL bytes in it"
      }
    let because = traces.first.map { ", although \(clause($0))" } ?? ""
    let copies = traces.compactMap { trace in
      if case .copy(let path) = trace { path.printable } else { nil }
    }
    let remedy =
      copies.first.map { "Run offcirc recover \($0) --files FOLDER." }
      ?? "Look for a backup of it."
    return
      "\(journal.printable) \(state)\(because). Unsaved transactions may be lost. \(remedy)"
  }

  private func clause(_ trace: JournalTrace) -> String {
    switch trace {
    case .dataFile: "OffCirc.dat has lines"
    case .archive: "the archive is not empty"
    case .copy(let path): "there is a copy in \(path.printable)"
    case .lock: "OffCirc.lock names this station"
    case .ledger(let path): "the ledger \(path.printable) names this station"
    }
  }

  func zeros(_ count: Int, in journal: String) -> String {
    let bytes = count == 1 ? "1 NUL byte" : "\(count) NUL bytes"
    return
      "\(journal.printable) ended in \(bytes), as after a power cut. Transactions recorded last may be lost: check the last scans."
  }

  func eventsGone(_ count: Int, from journal: String) -> String {
    let events = count == 1 ? "1 event is" : "\(count) events are"
    return
      "\(events) missing at the end of \(journal.printable): it is older than the file that the station left. Look for the newer one."
  }

  func predecessor(_ holder: StationLock.Holder) -> String {
    "A station on \((holder.host ?? "").printable) has had this folder since \(holder.readableSince) and did not let it go. If it is open, close it."
  }

  func localLocks(of drive: Drive) -> String {
    "This folder is on a drive (\(drive.kind.printable)) that does not show its locks to other machines. Open it at one desk only, or use a folder on this machine."
  }

  func rescued(_ count: Int, in path: String) -> String {
    let list =
      count == 1
      ? "The transaction in the list is"
      : "The \(count) transactions in the list are"
    return
      "\(list) kept in \(path.printable). offcirc recover \(path.printable) --files FOLDER reads it."
  }

  func isAnothers(_ failure: FileFailure) -> String? {
    guard failure.code == ESTALE else { return nil }
    return switch failure.act {
    case .lock:
      "Another station has taken this folder since this one was opened. Nothing is recorded here any more: close this station."
    case .recognize:
      "Another program has written to \(failure.path.printable), or replaced it. Nothing is recorded here any more: close this station, keep a copy of that file, and open the station again."
    default: nil
    }
  }
}
