import Catalogue
import Scanning
import Settings
import Sharing
import Sheet
import Terminal

@testable import Circulation
@testable import Station

extension ReadyFinding: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let path = Value.path
    let disk = DiskTrial(
      count: 20, median: .milliseconds(4), slowest: .milliseconds(4_711))
    return switch sample {
    case nil: .settings(files: [path])
    case .settings: .settingsLeftOut(Value.settingsIssues)
    case .settingsLeftOut: .noPattern(.borrower)
    case .noPattern(.borrower): .noPattern(.item)
    case .noPattern: .folder(path)
    case .folder: .noFolder(path)
    case .noFolder: .folderFailed(Value.failure)
    case .folderFailed: .openToOthers(Value.folder)
    case .openToOthers: .journal(Value.damagedJournal)
    case .journal: .unsaved(4_711, since: Value.time)
    case .unsaved: .disk(disk, freeBytes: 61_000_000_000)
    case .disk: .slowDisk(disk)
    case .slowDisk: .scarceSpace(megabytes: 4_711)
    case .scarceSpace: .diskFailed(Value.failure)
    case .diskFailed: .nothingLeft
    case .nothingLeft: .leftOver(Value.summary, Value.folder)
    case .leftOver: .damaged(Value.folder)
    case .damaged: .leftOverFailed(Value.failure)
    case .leftOverFailed: .copy(path)
    case .copy: .noCopy
    case .noCopy: .copyWarning(.onSameDisk, folder: path)
    case .copyWarning: .networkClock
    case .networkClock: .hardwareClock
    case .hardwareClock: .unconfirmedClock
    case .unconfirmedClock: .clockDiffers(-600)
    case .clockDiffers(-600): .clockDiffers(11_000)
    case .clockDiffers:
      .clockWarning(.beforeLastEvent(Value.later), now: Value.time)
    case .clockWarning: .terminal(someTerminal(colorCount: 8))
    case .terminal(let survey) where survey.colorCount > 0:
      .terminal(someTerminal(colorCount: 0))
    case .terminal: .asciiTerminal(someTerminal(colorCount: 8))
    case .asciiTerminal:
      .smallTerminal(Size(columns: 47, rows: 11), minimum: .least)
    case .smallTerminal: .terminalFailed(.unknownKind("4711"))
    case .terminalFailed: .scanner(Value.time)
    case .scanner: .oldScanner(Value.time, days: 4_711)
    case .oldScanner: .untestedScanner
    case .untestedScanner: .printer(.device(path: "/dev/usb/lp0"))
    case .printer: .printerFailed(.withoutCUPS)
    case .printerFailed: .list(.borrowers, day: "2018-05-31")
    case .list: .oldList(.items, day: "2018-05-31", days: 4_711)
    case .oldList: .listsFailed(Value.failure)
    case .listsFailed: .shared
    case .shared: .unshared(4_711)
    case .unshared: .shareFailed(.noAnswer(seconds: 4_711))
    case .shareFailed: .drill(Value.time)
    case .drill: .oldDrill(Value.time, days: 4_711)
    case .oldDrill: .noDrill
    case .noDrill: .program(version: "OffCirc", released: Value.time)
    case .program(_, .some): .program(version: "OffCirc", released: nil)
    case .program: nil
    }
  }

  private static func someTerminal(colorCount: Int) -> TerminalSurvey {
    TerminalSurvey(
      kind: "linux", size: Size(columns: 80, rows: 25), isUnicode: true,
      colorCount: colorCount)
  }
}

extension Samples {
  /// What is said of a desk before an outage.
  mutating func addReady() {
    add(
      "func readyHeading(_ desk: String, at time: LocalTime) -> String",
      naming: ["Annexe"]
    ) { [$0.readyHeading("Annexe", at: Value.time)] }
    add("func name(of subject: ReadySubject) -> String") { words in
      ReadySubject.allCases.map { words.name(of: $0) }
    }
    add("func name(of verdict: ReadyVerdict) -> String") { words in
      ReadyVerdict.allCases.map { words.name(of: $0) }
    }
    add("func reason(of finding: ReadyFinding) -> String") { words in
      ReadyFinding.oneOfEach.map { words.reason(of: $0) }
    }
    add("func remedy(for finding: ReadyFinding) -> String") { words in
      ReadyFinding.oneOfEach.map { words.remedy(for: $0) }
        .filter { !$0.isEmpty }
    }
    let results = [(0, 0), (0, 1), (1, 0), (4_711, 4_712)].map {
      ReadyResult(failCount: $0.0, checkCount: $0.1)
    }
    add("func sentence(_ result: ReadyResult) -> String") { words in
      results.map { words.sentence($0) }
    }
    add("func lastCheck(_ result: ReadyResult, at time: LocalTime) -> String") {
      words in results.map { words.lastCheck($0, at: Value.time) }
    }
  }
}

extension Value {
  /// A setting that is refused.
  static let settingsIssues = SettingsSources(
    environment: ["HOME": "/home/m"], flags: [.bell: "loud"], readsFile: false
  ).readLeniently().leftOut

  /// A journal with damage.
  static let damagedJournal = {
    var health = JournalHealth(of: Value.path)
    health.damage = Value.damage
    return health
  }()

  /// A file of two lines, of two days.
  static let summary = {
    var summary = DataFileSummary()
    summary.add(Value.time, isReadable: true)
    summary.add(Value.later, isReadable: true)
    return summary
  }()
}
