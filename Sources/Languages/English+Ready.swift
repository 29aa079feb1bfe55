import Circulation
import Scanning
import Settings
import Sharing
import Sheet
import Station
import Terminal
import Typesetting

// What `offcirc ready` says of a desk before an outage.
extension English {
  func readyHeading(_ desk: String, at time: LocalTime) -> String {
    "\(desk.printable), \(moment(time))"
  }

  func name(of subject: ReadySubject) -> String {
    switch subject {
    case .settings: "settings"
    case .folder: "folder"
    case .disk: "disk"
    case .leftOver: "left over"
    case .copy: "copy"
    case .clock: "clock"
    case .terminal: "screen"
    case .scanner: "scanner"
    case .printer: "printer"
    case .lists: "lists"
    case .sharing: "sharing"
    case .drill: "exercise"
    case .program: "program"
    }
  }

  func name(of verdict: ReadyVerdict) -> String {
    switch verdict {
    case .ok: "good"
    case .check: "check"
    case .fail: "FAULT"
    }
  }

  func reason(of finding: ReadyFinding) -> String {
    switch finding {
    case .settings, .settingsLeftOut, .noPattern, .folder, .noFolder,
      .folderFailed, .openToOthers, .journal, .unsaved, .nothingLeft,
      .leftOver, .damaged, .leftOverFailed:
      reasonOfFiles(finding)
    case .disk(let disk, let freeBytes):
      "Written and synced in \(milliseconds(disk.median)) (slowest of \(disk.count): \(milliseconds(disk.slowest))). \(counting.digits(freeBytes / 1_000_000_000)) GB free."
    case .slowDisk(let disk):
      "Slow: \(milliseconds(disk.slowest)) for the slowest of \(counting(disk.count, "write"))."
    case .scarceSpace(let megabytes): scarceSpace(megabytes: megabytes)
    case .diskFailed(let error): sentence(error)
    case .copy(let folder):
      "\(folder.printable) is on its own disk, written and read again."
    case .noCopy: "No copy of the journal is kept."
    case .copyWarning(let warning, let folder):
      copyWarning(warning, folder: folder)
    case .networkClock: "Set over the network."
    case .hardwareClock:
      "Not set over the network. The hardware clock shows the same time."
    case .unconfirmedClock:
      "Not set over the network. There is no hardware clock to compare."
    case .clockDiffers(let lead):
      "Not set over the network. The hardware clock is \(distance(ofClocks: lead)) \(lead > 0 ? "ahead" : "behind")."
    case .clockWarning(let warning, let now): clockWarning(warning, now: now)
    case .terminal(let terminal):
      "\(facts(of: terminal)), UTF-8, \(terminal.colorCount > 0 ? counting(terminal.colorCount, "color") : "no colors")."
    case .asciiTerminal(let terminal):
      "\(facts(of: terminal)), without UTF-8: letters lose their accents."
    case .smallTerminal(let size, let minimum):
      tooSmall(size, minimum: minimum)
    case .terminalFailed(let error): sentence(error)
    case .scanner(let time): "Last tested on \(dates.day(time))."
    case .oldScanner(let time, let days):
      "Last tested on \(dates.day(time)), \(counting(days, "day")) ago."
    case .untestedScanner: "Not tested yet."
    case .printer(let printer): "\(printer.text.printable) answers."
    case .printerFailed(let error): sentence(error)
    case .list(let kind, let day):
      "List of \(plural(kind)): \(dates.day(day))."
    case .oldList(let kind, let day, let days):
      "List of \(plural(kind)): \(dates.day(day)), \(counting(days, "day")) old."
    case .listsFailed(let error): sentence(about: error)
    case .shared:
      "The shared database answers, and has all events of this station."
    case .unshared(let count):
      "The shared database lacks \(counting(count, "event")) of this station."
    case .shareFailed(let error): sentence(error)
    case .drill(let time): "Last one on \(dates.day(time))."
    case .oldDrill(let time, let days):
      "Last one on \(dates.day(time)), \(counting(days, "day")) ago."
    case .noDrill: "None yet."
    case .program(let version, let released):
      version + (released.map { ", of \(dates.day($0))." } ?? ".")
    }
  }

  private func reasonOfFiles(_ finding: ReadyFinding) -> String {
    switch finding {
    case .settings(let files):
      "Cards and items have patterns. Read: \(counting.list(files.map(\.printable), .and))."
    case .settingsLeftOut(let issues):
      sentences(leftOut: issues).joined(separator: " ")
    case .noPattern(.borrower):
      "No pattern for cards: a card in the place of an item is not noticed."
    case .noPattern(.item):
      "No pattern for items: an item in the place of a card is not noticed."
    case .folder(let path):
      "\(path.printable): the journal is whole, nothing to save."
    case .noFolder(let path): "There is no folder \(path.printable) yet."
    case .openToOthers(let folder): openToOthers(folder)
    case .journal(let health): findings(of: health).joined(separator: " ")
    case .unsaved(let count, let since):
      "\(counting(count, "transaction")) to save, since \(moment(since))."
    case .nothingLeft: "OffCirc.dat is empty."
    case .leftOver(let summary, _):
      "OffCirc.dat has \(counting(summary.lineCount, "line"))\(days(of: summary, ", from "))."
    case .damaged:
      "A ledger, kit or archive is damaged, missing or unreadable."
    case .folderFailed(let error), .leftOverFailed(let error):
      sentence(about: error)
    default: ""
    }
  }

  func remedy(for finding: ReadyFinding) -> String {
    switch finding {
    case .noPattern, .oldScanner, .untestedScanner:
      "Test the scanner: offcirc scanner"
    case .noFolder:
      "Open the station once, with the same options: offcirc"
    case .unsaved:
      "Open the station, and press \(key(.save))."
    case .journal(let health):
      "Details: offcirc status --files \(health.path.folder.quotedForShell)"
    case .leftOver(_, let folder):
      "Uploaded? See offcirc status --files \(folder.path.quotedForShell)"
    case .damaged(let folder):
      "Details: offcirc status --files \(folder.path.quotedForShell)"
    case .slowDisk: "Use another disk, or stop what else uses it."
    case .noCopy:
      "Keep one on a USB stick, with copy-to: offcirc guide settings"
    case .unconfirmedClock: "Compare it with a watch before you lend."
    case .clockDiffers: "Set the clock."
    case .asciiTerminal: "Set the variable LANG to C.UTF-8."
    case .oldList: "Import a new one: offcirc catalogue import FILE"
    case .unshared: "Open the station: it sends them."
    case .shareFailed(let error) where error.isPassing:
      "The station works without it, and sends its events later."
    case .oldDrill, .noDrill: "Takes ten minutes: offcirc drill"
    default: ""
    }
  }

  func sentence(_ result: ReadyResult) -> String {
    let checks = "\(counting(result.checkCount, "point")) to check"
    return switch result.verdict {
    case .ok: "Ready for the next outage."
    case .check: "Ready, with \(checks)."
    case .fail:
      "Not ready: \(counting(result.failCount, "fault"))\(result.checkCount > 0 ? ", \(checks)" : "")."
    }
  }

  func lastCheck(_ result: ReadyResult, at time: LocalTime) -> String {
    "Last check by offcirc ready, \(moment(time)): \(sentence(result))"
  }
}
