import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Languages
@testable import Station

/// An exercise, from its first step to its last.
struct DrillTests {
  /// A person at the desk of an exercise.
  private final class Session {
    let disk = TestDisk()
    let folder: StationFolder
    var station: Station
    var kept: Drill?
    var cutCount = 0

    init(_ language: Language) throws {
      let words = language.words
      folder = StationFolder(
        path: TestDisk.folder.path, exercise: words.exercise)
      let desk = try Desk(
        folder: folder, clock: WallClock { Value.time }, fileSystem: disk,
        mirrorsInBackground: false)
      let real = Station(
        desk: desk, size: .usual, words: words, deskName: words.exercise,
        rules: ScanRules().ofExercise, learns: false)
      station = real
      station = real.drilling(Drill(at: Value.time)) { [unowned self] in
        self.kept = $0
      } cutPower: { [unowned self] in
        self.cutCount += 1
      }
    }

    private var moment = ContinuousClock.now

    func feed(_ events: [Event]) {
      moment += .seconds(2)
      _ = station.update(events, at: moment)
    }

    func scan(_ codes: String...) {
      for code in codes { feed(.scan("%\(code)%")) }
    }

    func press(_ key: Key) { feed([.key(key)]) }

    var step: Drill.Step? { (station.ground as? DrillRoom)?.drill.step }
    var screen: String {
      station.view(Palette()).lines.joined(separator: "\n")
    }
  }

  @Test(arguments: Language.allCases)
  func allStepsComeToPass(_ language: Language) throws {
    let person = try Session(language)
    #expect(person.screen.contains(language.words.exercise))
    #expect(person.step == .loans)
    person.scan("CARD-1", "ITEM-1", "ITEM-2", "ITEM-3")
    #expect(person.step == .nextReader)
    person.press(.function(4))
    person.scan("CARD-2", "ITEM-4")
    #expect(person.step == .returned)
    person.press(.function(3))
    person.scan("ITEM-1")
    #expect(person.step == .doubtful)
    person.press(.function(3))
    person.scan("CARD-1")
    person.feed(.scan("4711"))
    #expect(person.step == .doubtful)
    person.scan("ITEM-6")
    #expect(person.step == .deletion)
    person.press(.function(8))
    #expect(person.step == .itemFirst)
    person.press(.function(4))
    person.scan("ITEM-5", "CARD-3")
    #expect(person.step == .powerCut)
    #expect(person.cutCount == 0)
    person.scan("ITEM-7")
    #expect(person.cutCount == 1)
    #expect(person.kept?.step == .save)
    person.press(.function(2))
    #expect(person.step == .close)
    person.press(.function(10))
    #expect(person.station.drill?.isWhole == true)
  }

  @Test func aStepIsSkippedByItsKey() throws {
    let person = try Session(.english)
    for step in Drill.Step.allCases {
      #expect(person.step == step)
      person.press(.function(7))
    }
    #expect(person.station.drill?.isWhole == false)
    #expect(person.kept?.skipped == Drill.Step.allCases)
  }

  @Test(arguments: Language.allCases)
  func aRealDeskRefusesTheSheetByName(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    for code in [PracticeNumber.cards[0], PracticeNumber.items[0]].map(\.code) {
      desk.scan(code)
      let refusal = BarcodeError(value: code, reason: .exercise)
      #expect(desk.notice.contains(language.words.sentence(refusal)))
    }
    #expect(try desk.journal.isEmpty)
  }

  @Test func anExerciseIsInOtherColors() {
    for depth in [ColorDepth.basic, .boldIsBright, .bright, .indexed, .none] {
      let real = Palette(depth: depth)
      #expect(real.ofExercise[.frame] != real[.frame])
    }
  }
}
