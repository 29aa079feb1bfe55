import Catalogue
import Foundation
import Scanning
import Settings
import Simulated
import Support
import Synchronization
import Terminal

@testable import Circulation
@testable import Languages
@testable import Offload
@testable import Station

/// A person at a desk: scans, presses keys, clicks, and looks at the screen.
final class DeskSession {
  /// What the station's clock shows; a test can turn it.
  final class Clock: Sendable {
    // Thursday, 31 May 2018, 09:05:00 in Toulouse.
    private let seconds = Mutex<Int64>(1_527_750_300)
    private let monotonic = Mutex(ContinuousClock.now)

    func advance(by interval: Int64) {
      seconds.withLock { $0 += interval }
    }

    fileprivate func wait(_ duration: Duration) {
      monotonic.withLock { $0 += duration }
    }

    fileprivate var moment: ContinuousClock.Instant {
      monotonic.withLock(\.self)
    }

    fileprivate var now: LocalTime {
      LocalTime(
        secondsSince1970: seconds.withLock { $0 }, utcOffset: 2 * 3_600)
    }
  }

  let disk: TestDisk
  let clock: Clock
  /// What was handed over, beside the desk's files.
  let ledger: Ledger
  /// Where the kits are that it names.
  let kits = SimulatedFileSystem()
  private(set) var station: Station {
    didSet { (drawn, read) = (nil, nil) }
  }
  /// What the last update wanted done to the terminal.
  private(set) var effects: [Station.Effect] = []
  /// Whether the station has asked to be closed.
  private(set) var isClosed = false
  var palette = Palette() {
    didSet { (drawn, read) = (nil, nil) }
  }
  // The screen since the last thing that happened, and its lines.
  private var drawn: Surface?
  private var read: [String]?
  /// The folder of its lists, which is removed with it.
  var listFolder: TestFolder?

  init(
    size: Size = .usual, language: Language = .english, deskName: String = "",
    bell: Bell = .errors, disk: TestDisk? = nil, clock: Clock? = nil,
    copyFolder: String? = nil, rules: ScanRules = ScanRules(),
    learns: Bool = true, settingsLeftOut: [SettingsIssue] = [],
    keepsLedger: Bool = false, practice: PracticeNotes? = nil,
    lists: CatalogueWatch? = nil,
    dueRules: DueRules = DueRules(),
    textbooks: TextbookSettings = TextbookSettings(),
    isOfCopies: Bool = false, slips: SlipDesk? = nil, isKiosk: Bool = false
  ) throws {
    let disk = disk ?? TestDisk()
    let clock = clock ?? Clock()
    self.disk = disk
    self.clock = clock
    ledger = Ledger(at: disk.realPath(of: TestDisk.folder.path) + "/ledger")
    let desk = try Desk(
      folder: TestDisk.folder, clock: WallClock { clock.now },
      fileSystem: disk, copyingTo: copyFolder, mirrorsInBackground: false)
    if isOfCopies, let lists {
      station = Station(
        copiesAt: desk,
        TextbookDesk(ofCopies: textbooks, with: disk.lendingWatch),
        lists: lists,
        size: size, words: language.words, bell: bell, rules: rules)
      return
    }
    station = Station(
      desk: desk, size: size, words: language.words, deskName: deskName,
      bell: bell, rules: rules, learns: learns,
      settingsLeftOut: settingsLeftOut,
      ledger: keepsLedger
        ? LedgerWatch(
          ledger, of: TestDisk.folder, inBackground: false, fileSystem: disk,
          disk: kits)
        : nil, practice: practice, lists: lists, dueRules: dueRules,
      textbooks: TextbookDesk(textbooks, with: disk.lendingWatch),
      slips: slips, isKiosk: isKiosk)
  }

  /// The station of the next day, at the same folder.
  func reopened() throws -> DeskSession {
    try DeskSession(
      size: station.size,
      language: station.words is French ? .french : .english,
      disk: disk, clock: clock, rules: station.rules)
  }

  /// Hands out the books of a class from now on.
  func handOut(to lists: ClassLists, with watch: LendingWatch? = nil) throws {
    station = try station.handingOut(
      to: lists, with: watch ?? disk.lendingWatch)
  }

  // MARK: What the person does

  /// How long the person takes before each turn: long enough to have read what
  /// was asked.
  var pause = Duration.seconds(1)

  /// Lets the station take all of the events in one turn.
  func feed(_ events: [Event]) {
    clock.wait(pause)
    effects = station.update(events, at: clock.moment)
    if effects.contains(.quit(nil)) { isClosed = true }
  }

  /// Lets the station take the events one by one.
  func feedSlowly(_ events: [Event]) {
    for event in events { feed([event]) }
  }

  /// Scans numbers, each with the Enter that a scanner adds.
  func scan(_ numbers: String...) {
    for number in numbers { feed(.scan(number)) }
  }

  /// Types on the keyboard, a key at a time.
  func type(_ text: String) {
    feedSlowly(text.map { .key(.character($0)) })
  }

  func press(_ keys: Key...) { press(keys) }

  func press(_ keys: [Key]) {
    feedSlowly(keys.map { .key($0) })
  }

  func click(column: Int, row: Int) {
    feed([.click(Position(column: column, row: row))])
  }

  /// Clicks on the middle of a text that stands on the screen.
  ///
  /// - Returns: whether it stands there.
  @discardableResult
  func click(on text: String) -> Bool {
    guard let place = place(of: text) else { return false }
    click(column: place.column + text.count / 2, row: place.row)
    return true
  }

  func resize(_ columns: Int, _ rows: Int) {
    feed([.resize(Size(columns: columns, rows: rows))])
  }

  func tick() { feed([.tick]) }

  // MARK: What the person sees

  var surface: Surface {
    let surface = drawn ?? station.view(palette)
    drawn = surface
    return surface
  }

  private var lines: [String] {
    let lines = read ?? surface.lines
    read = lines
    return lines
  }

  var screen: String { lines.joined(separator: "\n") }

  /// The first place of a text on the screen.
  func place(of text: String) -> Position? {
    for (row, line) in lines.enumerated() {
      if let range = line.range(of: text) {
        return Position(
          column: line.distance(from: line.startIndex, to: range.lowerBound),
          row: row)
      }
    }
    return nil
  }

  /// How the first character of a text on the screen looks.
  func style(of text: String) -> Style? {
    place(of: text).map { surface[$0].style }
  }

  /// The status line, without its line ends.
  var notice: String { station.notice.text }

  /// The number of times that the last update rings the bell.
  var bells: [Int] {
    effects.compactMap { effect in
      if case .ring(let times) = effect { times } else { nil }
    }
  }

  var focus: Control { station.focus }
  var borrower: String { String(station.borrowerField.characters) }
  var item: String { String(station.itemField.characters) }

  // MARK: What is on disk

  /// The list, one transaction a line: `loan ITEM BORROWER`, `return ITEM`.
  var list: [String] { station.desk.unsaved.map(\.transaction.words) }

  /// The list as the journal on disk has it.
  var journal: [String] {
    get throws {
      let replay = try JournalReader.replay(
        path: TestDisk.folder.journal, fileSystem: disk)
      return replay?.unsaved.map(\.transaction.words) ?? []
    }
  }

  /// The lines of `OffCirc.dat`.
  var savedLines: [String] {
    get throws {
      let path = disk.realPath(of: TestDisk.folder.dataFile)
      guard FileManager.default.fileExists(atPath: path) else { return [] }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return text.split(separator: "\r\n").map(String.init)
    }
  }

  /// The transaction that Delete would take.
  var selected: String? {
    station.selection.flatMap(station.desk.unsaved.index(ofSequence:)).map {
      list[$0]
    }
  }
}

extension Size {
  static let usual = Size(columns: 80, rows: 24)
  static let least = Size(columns: 60, rows: 16)
}

extension [Event] {
  /// What a scanner types: the number and the key it adds.
  static func scan(_ number: String, suffix: Key = .enter) -> [Event] {
    number.map { .key(.character($0)) } + [.key(suffix)]
  }
}

extension Burst {
  /// What a scanner sends at once: characters, and keys among them.
  init(_ keys: [Key], end: End = .enter) {
    self.init(keys.map { Keystroke(.key($0), after: 0) }, end: end)
  }

  /// A number that a scanner sends.
  init(_ number: String, end: End = .enter) {
    self.init(number.map { .character($0) }, end: end)
  }
}

extension Transaction {
  fileprivate var words: String {
    [operation.rawValue, item.text, borrower?.text].compactMap(\.self)
      .joined(separator: " ")
  }
}
