import Scanning
import Settings
import Terminal

@testable import Circulation
@testable import Languages
@testable import Station

/// A person at the desk of an exercise.
final class DrillSession {
  let disk = TestDisk()
  private(set) var station: Station
  /// The exercise, as it was kept last.
  private(set) var kept: Drill?
  /// The number of times that the power went.
  private(set) var cutCount = 0

  private let words: any Words
  private let size: Size
  private var moment = ContinuousClock.now

  init(
    _ language: Language, size: Size = .usual,
    steps: [Drill.Step] = Drill.Step.allCases
  ) throws {
    words = language.words
    self.size = size
    station = try Self.desk(on: disk, size, words)
    drill(Drill(at: Value.time, steps: steps))
  }

  /// Opens the desk of an exercise.
  private static func desk(
    on disk: TestDisk, _ size: Size, _ words: any Words
  ) throws -> Station {
    let folder = StationFolder(
      path: TestDisk.folder.path, exercise: words.exercise)
    let desk = try Desk(
      folder: folder, clock: WallClock { Value.time }, fileSystem: disk,
      mirrorsInBackground: false)
    return Station(
      desk: desk, size: size, words: words, deskName: words.exercise,
      rules: ScanRules().ofExercise, learns: false)
  }

  private func drill(_ drill: Drill) {
    station = station.drilling(drill) { [unowned self] in
      kept = $0
    } cutPower: { [unowned self] in
      cutCount += 1
    }
  }

  /// Opens the desk again, as the process that stays does.
  func reopen() throws {
    station = try Self.desk(on: disk, size, words)
    if let kept { drill(kept) }
  }

  func feed(_ events: [Event]) {
    moment += .seconds(2)
    _ = station.update(events, at: moment)
  }

  func scan(_ codes: String...) {
    for code in codes { feed(.scan("%\(code)%")) }
  }

  func press(_ keys: Key...) {
    for key in keys { feed([.key(key)]) }
  }

  var step: Drill.Step? { (station.ground as? DrillRoom)?.drill.step }

  var screen: String {
    station.view(Palette()).lines.joined(separator: "\n")
  }

  /// Does what a step asks for.
  func act(_ step: Drill.Step) throws {
    switch step {
    case .loans: scan("CARD-1", "ITEM-1", "ITEM-2", "ITEM-3")
    case .nextReader:
      press(.function(4))
      scan("CARD-2", "ITEM-4")
    case .returned:
      press(.function(3))
      scan("ITEM-1")
      press(.function(3))
    case .doubtful:
      scan("CARD-1")
      feed(.scan("4711"))
      scan("ITEM-6")
    case .deletion: press(.function(8))
    case .itemFirst:
      press(.function(4))
      scan("ITEM-5", "CARD-3")
    case .powerCut:
      scan("ITEM-7")
      try reopen()
    case .save: press(.function(2))
    case .close: press(.function(10))
    }
  }
}
