import Circulation
import Offload
import Station
import Typesetting

extension English {
  func unknownCommand(
    _ name: String, nearest: String?, all: [String]
  ) -> String {
    "\(name.quotable) is not an offcirc command.\(nearest.map { " Did you mean \($0)?" } ?? "") The commands are \(counting.list(all, .and)). For help, run offcirc --help."
  }

  func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> String {
    "Nothing is lost in \(folder.path.printable): \(counts(recovery.replay)). Nothing was changed."
  }

  func isFolder(_ path: String, with names: [String]) -> String {
    let inner = names.map { path.appending(path: $0).printable }
    return switch inner.count {
    case 0:
      "\(path.printable) is a folder. Give a file in it."
    case 1: "\(path.printable) is a folder. Give the file in it: \(inner[0])"
    default:
      "\(path.printable) is a folder. Give a file in it: \(counting.list(inner, .or))"
    }
  }

  func redated(_ report: Redating.Report, as path: String) -> String {
    "\(path.printable): moved \(counting(report.movedCount, "line")), the first from \(moment(report.old)) to \(moment(report.new)). Check this file, then make the kit from it."
  }

  func sentence(_ error: RedatingError) -> String {
    switch error {
    case .noDate(let path):
      "None of the chosen lines of \(path.printable) begins with a date. Nothing was written. For details, run offcirc check."
    case .beyondYears(let path):
      "A line of \(path.printable) would get a year before 1970 or after 9999. Nothing was written. Give another date, or fewer lines with --lines."
    }
  }

  func noTransaction(in path: String, count: Int, first: String) -> String {
    "\(path.printable) is not a file like OffCirc.dat: \(count == 1 ? "its only line is not a transaction" : "none of its \(counting(count, "line")) is a transaction"). \(first) Give the station's OffCirc.dat."
  }

  func moreIssues(_ count: Int, in path: String) -> String {
    "\(path.printable): \(counting(count, "more line is not a transaction", "more lines are not transactions")). For details, run offcirc check."
  }

  func unsavedWait(_ count: Int) -> String {
    "\(counting(count, "transaction is", "transactions are")) not saved yet. To list \(counting.form(of: count, "it", "them")), run offcirc list --unsaved."
  }

  var neverStarted: String {
    "No station has been opened in this folder yet. Nothing is recorded."
  }

  func byteOrderMarkOfInput(line: Int) -> String {
    "Line \(line) of standard input begins with a byte order mark, which was ignored."
  }

  func cannotLock(_ path: String) -> String {
    "Cannot lock \(path.printable): its drive does not support locks, as often with network drives. Two programs could write to it at once. Give \(FileError.isOfStation(path) ? "a folder (--files)" : "a ledger (--ledger)") on a disk of this computer, or have locks enabled on this drive."
  }

  // MARK: Lines

  func line(_ number: Int, of file: String, _ text: String) -> String {
    "\(file.printable), line \(number): \(text)"
  }

  func line(_ number: Int, _ text: String) -> String {
    "line \(number): \(text)"
  }

  func unknownTransaction(_ line: String) -> String {
    """
    "\(line.quotable)" is not a transaction. Write "loan ITEM BORROWER" or \
    "return ITEM".
    """
  }

  func noSuchFolder(_ path: String) -> String {
    "There is no folder \(path.printable)."
  }

  func total(loanCount: Int, returnCount: Int, readerCount: Int) -> String {
    counts(loanCount, returnCount, readerCount) + "."
  }

  func listEmpty() -> String { "No transactions." }

  var fileHeading: String { "File" }

  var stateHeading: String { "State" }

  var broughtByHeading: String { "Brought by" }

  // MARK: Recovered journals

  func journalFound(_ path: String, _ replay: JournalReplay) -> String {
    let last = replay.latest.map { ", last used \(moment($0))" }
    return
      "\(path.printable): \(replay.saved.count) saved, \(replay.unsaved.count) unsaved\(last ?? "")."
  }

  func recovered(
    _ recovery: Recovery, into folder: StationFolder
  ) -> [String] {
    let replay = recovery.replay
    var sentences = [
      "Recovered in \(folder.path.printable): \(counts(replay))."
    ]
    if !replay.saved.isEmpty {
      sentences.append(
        "Was the lost OffCirc.dat uploaded? If so, remove this one before the next save. Otherwise its lines are uploaded twice."
      )
    }
    if replay.supersededCount > 0 {
      sentences.append(
        "Not included, because they were saved before OffCirc.dat was last removed: \(counting(replay.supersededCount, "transaction"))."
      )
    }
    if recovery.foreignByteCount > 0 {
      sentences.append(
        "The lost OffCirc.dat had \(counting(recovery.foreignByteCount, "byte")) that the journal does not have. They came from another program, or from damaged lines."
      )
    }
    return sentences
  }

  private func counts(_ replay: JournalReplay) -> String {
    "\(replay.saved.count) in OffCirc.dat, \(replay.unsaved.count) unsaved in the list"
  }
}
