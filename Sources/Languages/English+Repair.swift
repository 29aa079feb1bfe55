import Circulation
import Glibc
import Offload
import Station
import Typesetting

extension English: RepairWords {
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String {
    switch repair {
    case .lockMade:
      "OffCirc.lock was deleted while this station was open, and has been restored. Nothing is lost. Leave that file in place."
    case .journalMade:
      "OffCirc.journal was deleted while this station was open, and has been restored. Nothing is lost. Leave that file in place."
    case .journalMoved(let code):
      "The disk could not write OffCirc.journal (error \(code)). The station continues in a new file. Nothing is lost. Save now, then use another disk."
    case .tornLineCut:
      torn()
    case .zerosCut(let count, let name):
      zeros(count, in: StationFolder.journalName)
        + " The old file was kept as \(name.printable)."
    case .eventsGone(let count):
      eventsGone(count, from: StationFolder.journalName)
    case .journalBegun(let void, let name):
      self.void(void, traces, in: StationFolder.journalName)
        + " A new journal was started."
        + (name.map { " The old file was kept as \($0.printable)." } ?? "")
    }
  }

  func sentence(_ repair: Repair, at time: LocalTime) -> String {
    "\(moment(time)): \(sentence(repair, []))"
  }

  func void(
    _ void: JournalVoid, _ traces: [JournalTrace], in journal: String
  ) -> String {
    let state =
      switch void {
      case .missing: "is missing"
      case .empty: "is empty"
      case .space: "contains only spaces"
      case .zeros: "contains only NUL bytes"
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
    case .dataFile: "OffCirc.dat is not empty"
    case .archive: "the archive is not empty"
    case .copy(let path): "there is a copy in \(path.printable)"
    case .lock: "OffCirc.lock names this station"
    case .ledger(let path): "the ledger \(path.printable) names this station"
    }
  }

  func zeros(_ count: Int, in journal: String) -> String {
    "\(journal.printable) ended in \(counting(count, "NUL byte")), probably after a power cut. The last transactions may be lost. Check the last loans and returns."
  }

  func eventsGone(_ count: Int, from journal: String) -> String {
    "\(counting(count, "event is", "events are")) missing at the end of \(journal.printable). It is older than the file that the station left. Look for the newer one."
  }

  func predecessor(_ holder: StationLock.Holder) -> String {
    "A station on \((holder.host ?? "").printable) has been using this folder since \(start(of: holder)). If it is open, close it."
  }

  func localLocks(of drive: Drive) -> String {
    "This folder is on a drive (\(drive.kind.printable)) whose locks other computers cannot see. Open it on one computer only, or use a folder on this computer."
  }

  func rescued(_ count: Int, in path: String) -> String {
    "\(counting(count, "transaction is", "transactions are")) kept in \(path.printable). To read the file: offcirc recover \(path.quotedForShell) --files FOLDER."
  }

  func isAnothers(_ error: FileError) -> String? {
    guard error.code == ESTALE else { return nil }
    return switch error.operation {
    case .lock:
      "Another station has taken over this folder. Nothing more is recorded here. Close this station."
    case .recognize:
      "Another program has changed \(error.path.printable). Nothing more is recorded here. Close this station, keep a copy of that file, then open the station again."
    default: nil
    }
  }
}
