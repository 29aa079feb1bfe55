import Circulation
import Offload

extension English {
  func unknownCommand(
    _ name: String, nearest: String?, all: [String]
  ) -> String {
    "\(name.quotable) is not a command of offcirc\(nearest.map { ". Did you mean \($0)?" } ?? ".") The commands are \(all.dropLast().joined(separator: ", ")) and \(all.last ?? ""); for more, run offcirc --help."
  }

  func unknownOption(_ name: String, nearest: String?) -> String {
    "\(name.quotable) is not an option of offcirc\(nearest.map { ". Did you mean \($0)?" } ?? ".") For all of them, run offcirc --help."
  }

  func tableTime(_ time: LocalTime) -> String {
    String(time.iso8601.prefix(19)).replacing("T", with: " ")
  }

  func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> String {
    "Nothing is lost in \(folder.path.printable): \(recovery.replay.saved.count) in OffCirc.dat, \(recovery.replay.unsaved.count) unsaved in the list. Nothing was written."
  }

  func isFolder(_ path: String, with names: [String]) -> String {
    let inner = names.map { (path.withoutLastSlash + "/" + $0).printable }
    return switch inner.count {
    case 0:
      "\(path.printable) is a folder, and a file is needed. Name the file in it."
    case 1: "\(path.printable) is a folder. Name the file in it: \(inner[0])"
    default:
      "\(path.printable) is a folder. Name a file in it: \(inner.joined(separator: ", "))"
    }
  }

  func redated(_ report: Redating.Report, as path: String) -> String {
    let lines = report.movedCount == 1 ? "1 line" : "\(report.movedCount) lines"
    return
      "\(path.printable): \(lines) moved, the first from \(date(report.old, isShort: false)) to \(date(report.new, isShort: false)). Check this file, and make the kit of it."
  }

  func sentence(_ fault: Redating.Fault) -> String {
    switch fault {
    case .noDate(let path):
      "No line of \(path.printable) that is meant begins with a date: nothing was written. Look at the file with offcirc check."
    case .beyondYears(let path):
      "A line of \(path.printable) would get a year before 1970 or after 9999: nothing was written. Give another date, or fewer lines with --lines."
    }
  }

  func noTransaction(in path: String, count: Int, first: String) -> String {
    "\(path.printable) is not a file like OffCirc.dat: \(count == 1 ? "its only line is not a transaction" : "none of its \(count) lines is a transaction"). \(first) Take OffCirc.dat of the station."
  }

  func moreFaults(_ count: Int, in path: String) -> String {
    "\(path.printable): \(count == 1 ? "1 more line is not a transaction" : "\(count) more lines are not transactions"). For all of them, run offcirc check."
  }

  func unsavedWait(_ count: Int) -> String {
    count == 1
      ? "1 transaction is recorded and not saved yet: see offcirc list --unsaved."
      : "\(count) transactions are recorded and not saved yet: see offcirc list --unsaved."
  }

  var neverStarted: String {
    "No station has been opened with this folder yet: nothing is recorded."
  }

  func byteOrderMarkOfInput(line: Int) -> String {
    "Line \(line) of standard input begins with a mark of UTF-8 (BOM), which was left out."
  }

  func cannotLock(_ path: String) -> String {
    "\(path.printable) can't be locked: its drive does not support locks, as is frequent with network drives. Two programs could then write to it at once. Name \(FileFailure.isOfStation(path) ? "a folder (--files)" : "a ledger (--ledger)") on a disk of this computer, or have locks turned on for this drive."
  }
}
