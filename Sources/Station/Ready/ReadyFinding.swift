import Catalogue
import Circulation
import Scanning
import Settings
import Sharing
import Sheet
import Terminal

/// A finding about a desk before the next outage.
package enum ReadyFinding: Sendable {
  // MARK: Settings

  /// All settings hold; the files that were read.
  case settings(files: [String])
  /// Some settings are refused.
  case settingsLeftOut([SettingsIssue])
  /// A kind of number has neither a pattern nor a length.
  case noPattern(Scan.Kind)

  // MARK: Folder

  /// The folder has a whole journal, and nothing to save.
  case folder(String)
  /// There is no folder yet.
  case noFolder(String)
  /// The files can't be read.
  case folderFailed(any Error)
  /// Other users can read the folder.
  case openToOthers(StationFolder)
  /// The journal lacks something, or may lack it.
  case journal(JournalHealth)
  /// Transactions that are not saved yet.
  case unsaved(Int, since: LocalTime)

  // MARK: Disk

  /// The disk is fast enough, and has space.
  case disk(DiskTrial, freeBytes: Int)
  /// The disk is so slow that scans would wait.
  case slowDisk(DiskTrial)
  /// The disk is nearly full.
  case scarceSpace(megabytes: Int)
  /// The disk refuses to be written to, or gives back other bytes.
  case diskFailed(FileError)

  // MARK: Left over

  /// Nothing of an earlier outage is left.
  case nothingLeft
  /// `OffCirc.dat` has lines.
  case leftOver(DataFileSummary, StationFolder)
  /// The ledger, a kit or the archive is damaged, missing or unreadable.
  case damaged(StationFolder)
  /// The remains of earlier work can't be read.
  case leftOverFailed(any Error)

  // MARK: Copy

  /// The copy's folder is on its own disk, and takes a file.
  case copy(String)
  /// No copy is kept.
  case noCopy
  /// There would be no copy, or one that is no help.
  case copyWarning(CopyWarning, folder: String)

  // MARK: Clock

  /// The network keeps the clock right.
  case networkClock
  /// The network does not, but the hardware clock shows the same.
  case hardwareClock
  /// Nothing confirms the clock.
  case unconfirmedClock
  /// The hardware clock shows another time; the seconds that it is ahead.
  case clockDiffers(Int)
  /// The clock shows an impossible time.
  case clockWarning(ClockWarning, now: LocalTime)

  // MARK: Terminal

  /// The station can be shown.
  case terminal(TerminalSurvey)
  /// The terminal does not show letters with accents.
  case asciiTerminal(TerminalSurvey)
  /// The window does not fit.
  case smallTerminal(Size, minimum: Size)
  /// The terminal can't be used at all.
  case terminalFailed(TerminalError)

  // MARK: Scanner

  /// The scanner was tested not long ago.
  case scanner(LocalTime)
  /// The last test was long ago.
  case oldScanner(LocalTime, days: Int)
  /// The scanner was never tested by this user.
  case untestedScanner

  // MARK: Printer

  /// The printer of slips is there.
  case printer(Printer)
  /// The printer of slips is not there; the desk works without it.
  case printerFailed(PrinterError)

  // MARK: Lists

  /// A list is recent enough; its day, `YYYY-MM-DD`.
  case list(ListKind, day: String)
  /// A list is old.
  case oldList(ListKind, day: String, days: Int)
  /// The catalogue can't be read.
  case listsFailed(any Error)

  // MARK: Sharing

  /// The shared database has all events of the station.
  case shared
  /// The shared database lacks so many events of the station.
  case unshared(Int)
  /// The shared database can't be asked, or is not this station's.
  case shareFailed(ShareError)

  // MARK: Exercise

  /// The last exercise was not long ago.
  case drill(LocalTime)
  /// The last exercise was long ago.
  case oldDrill(LocalTime, days: Int)
  /// This user has done no exercise to its end.
  case noDrill

  // MARK: Program

  /// The program is of this version and day.
  case program(version: String, released: LocalTime?)
}

extension ReadyFinding {
  /// The subject that it is about.
  package var subject: ReadySubject {
    switch self {
    case .settings, .settingsLeftOut, .noPattern: .settings
    case .folder, .noFolder, .folderFailed, .openToOthers, .journal, .unsaved:
      .folder
    case .disk, .slowDisk, .scarceSpace, .diskFailed: .disk
    case .nothingLeft, .leftOver, .damaged, .leftOverFailed: .leftOver
    case .copy, .noCopy, .copyWarning: .copy
    case .networkClock, .hardwareClock, .unconfirmedClock, .clockDiffers,
      .clockWarning:
      .clock
    case .terminal, .asciiTerminal, .smallTerminal, .terminalFailed: .terminal
    case .scanner, .oldScanner, .untestedScanner: .scanner
    case .printer, .printerFailed: .printer
    case .list, .oldList, .listsFailed: .lists
    case .shared, .unshared, .shareFailed: .sharing
    case .drill, .oldDrill, .noDrill: .drill
    case .program: .program
    }
  }

  /// The verdict on it.
  package var verdict: ReadyVerdict {
    switch self {
    case .journal(let health): health.isWhole ? .check : .fail
    // The desk works without the database.
    case .shareFailed(let error): error.isPassing ? .check : .fail
    case .settings, .folder, .disk, .nothingLeft, .copy, .networkClock,
      .hardwareClock, .terminal, .scanner, .printer, .list, .shared, .drill,
      .program:
      .ok
    case .noPattern, .noFolder, .openToOthers, .unsaved, .slowDisk,
      .scarceSpace, .leftOver, .damaged, .noCopy, .unconfirmedClock,
      .asciiTerminal, .oldScanner, .untestedScanner, .printerFailed, .oldList,
      .unshared, .oldDrill, .noDrill,
      .copyWarning(.onSameDisk, _):
      .check
    case .settingsLeftOut, .folderFailed, .diskFailed,
      .leftOverFailed, .copyWarning, .clockDiffers, .clockWarning,
      .smallTerminal, .terminalFailed, .listsFailed:
      .fail
    }
  }
}
