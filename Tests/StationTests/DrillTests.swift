import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Languages
@testable import Station

/// An exercise, from its first step to its last.
struct DrillTests {
  @Test(arguments: Language.allCases)
  func allStepsComeToPass(_ language: Language) throws {
    let person = try DrillSession(language)
    #expect(person.screen.contains(language.words.exercise))
    for step in Drill.Step.allCases {
      #expect(person.step == step)
      #expect(person.cutCount == (step.rawValue > 7 ? 1 : 0))
      try person.act(step)
    }
    #expect(person.station.drill?.isWhole == true)
  }

  @Test func aStepThatOnlyBeginsIsNotPassed() throws {
    let person = try DrillSession(.english)
    person.scan("CARD-1", "ITEM-1", "ITEM-2")
    #expect(person.step == .loans)
    person.scan("ITEM-3")
    try person.act(.nextReader)
    try person.act(.returned)
    person.scan("CARD-1")
    person.feed(.scan("4711"))
    #expect(person.step == .doubtful)
    person.scan("ITEM-6")
    person.press(.function(8), .function(4))
    person.scan("ITEM-5")
    #expect(person.step == .itemFirst)
    person.scan("CARD-3")
    #expect(person.step == .powerCut)
    #expect(person.cutCount == 0)
  }

  @Test func aShortOneIsForWhoeverOnlyLendsAndTakesBack() throws {
    let person = try DrillSession(.english, steps: Drill.Step.short)
    #expect(person.screen.contains("Exercise 1/5."))
    for step in Drill.Step.short {
      #expect(person.step == step)
      try person.act(step)
    }
    #expect(person.cutCount == 0)
    #expect(!person.screen.contains(English().powerIsBack))
    let drill = try #require(person.station.drill)
    #expect(drill.isWhole)
    #expect(
      English().result(of: drill, minutes: 3) == [
        "5 of 5 steps in 3 minutes.", "Learned:", "- three loans",
        "- the next reader", "- a return", "- saving", "- closing",
        "The exercise is noted: offcirc drill --history. Its files are deleted.",
        "For a real outage: offcirc guide outage",
      ])
  }

  @Test func itsEndTellsWhatIsLearnedAndWhatIsLeft() {
    var drill = Drill(at: Value.time)
    for _ in Drill.Step.allCases.dropLast() { drill.skip() }
    drill.close()
    let result = French().result(of: drill, minutes: 1)
    #expect(
      result.prefix(5) == [
        "1 étape sur 9 en 1 minute.", "Acquis :", "- la fermeture",
        "À revoir :", "- trois prêts",
      ])
    #expect(result.count == 14)
  }

  @Test func aStepIsSkippedByItsKey() throws {
    let person = try DrillSession(.english)
    for step in Drill.Step.allCases {
      #expect(person.step == step)
      person.press(.function(7))
    }
    #expect(person.station.drill?.isWhole == false)
    #expect(person.kept?.skipped == Drill.Step.allCases)
  }

  @Test(arguments: Language.allCases)
  func itDoesWithoutThePagesAboutRealFiles(_ language: Language) throws {
    let words = language.words
    let person = try DrillSession(language)
    try person.act(.loans)
    // Find, After the outage, and the reader of the chosen line.
    for keys in [[5], [9], [6, 7]] {
      for key in keys { person.press(.function(key)) }
      #expect(person.screen.contains(words.notInExercise), "\(keys)")
      #expect(!person.screen.contains("OffCirc.dat"), "\(keys)")
      #expect(person.step == .nextReader)
    }
    // Each page over the desk is of the exercise too.
    #expect(person.screen.contains("– \(words.exercise) – "))
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
