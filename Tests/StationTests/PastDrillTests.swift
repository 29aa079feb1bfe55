import Simulated
import Testing

@testable import Station

/// The exercises that a user has done.
struct PastDrillTests {
  @Test func theyAreNotedInOrderAndTheLastWholeOneCounts() throws {
    let notes = PracticeNotes(
      at: "/state/offcirc/practice", fileSystem: SimulatedFileSystem())
    #expect(try notes.drills().isEmpty)
    let drills = [
      PastDrill(
        time: Value.time, name: "Annexe, \"1\"\n", passedCount: 9, stepCount: 9,
        minutes: 8),
      PastDrill(
        time: Value.later, name: "", passedCount: 4, stepCount: 9, minutes: 3),
      // For `ready`, a short one is none.
      PastDrill(
        time: Value.later, name: "", passedCount: 5, stepCount: 5, minutes: 3),
    ]
    for drill in drills {
      try notes.note(drill)
      try notes.noteScannerTest(at: drill.time)
    }
    #expect(try notes.drills() == drills)
    #expect(notes.lastDrill == Value.time)
  }
}
