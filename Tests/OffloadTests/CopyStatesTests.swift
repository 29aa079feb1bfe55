import Circulation
import Support
import Testing
import Textbooks

@testable import Offload

/// What a station's journal tells of states and fines since its archive.
struct CopyStatesTests {
  private let folder = TestFolder()

  /// Records a day: `loan`, `return`, `state` and `stock` with numbers.
  private func record(_ day: Int, _ lines: [String]) throws {
    let time = try #require(
      LocalTime(
        year: 2027, month: 6, day: day, hour: 9, minute: 0, utcOffset: 0))
    try RecordedDay(folder: folder.path + "/files", at: time).record(lines)
  }

  private func states(
    facts: CopyFacts = CopyFacts()
  ) throws -> CopyStates {
    let station = StationFolder(path: folder.path + "/files")
    let (history, _) = try LendingHistory.read(of: station)
    let fines = FineList(
      of: history, by: Tariff(), on: StatusScale()
    ) { _ in facts }
    let journal = try JournalReader.replay(
      PosixFileSystem().open(station.journal, for: .reading),
      keepingSaved: true, keepingSuperseded: true)
    return CopyStates(of: [journal], fines.fines)
  }

  private var priced: CopyFacts {
    var facts = CopyFacts()
    facts.price = Money(cents: 2_490)
    facts.start = 2
    return facts
  }

  @Test func eachCopyHasItsLastStateAndWhatIsOwed() throws {
    try record(
      1,
      [
        "return 1", "state 1 3", "return 2", "state 2 2", "return 3",
        "return 4", "state 4 5", "loan 5 E1", "return 5", "state 5 4",
        "loan 5 E2",
      ])
    let states = try states(facts: priced)
    #expect(
      states.noted == [
        .init("1", 3), .init("2", 2), .init("4", 5),
        .init("5", 4, isBack: false),
      ])
    #expect(
      states.dues == [
        .init("1", Money(cents: 830)), .init("2", nil),
        .init("4", Money(cents: 2_490)), .init("5", Money(cents: 2_490)),
      ])
    // A lost copy is a return with state 5: it is in the files already.
    #expect(states.lost.isEmpty)
  }

  @Test func aCopyNotedAsLostWithoutAReturnIsReturned() throws {
    try record(1, ["loan 1 E1", "loan 2 E1", "stock 1 5", "stock 3 5"])
    #expect(try states().lost == ["1", "3"])
    // It was found: nothing ends the loan after the note.
    try record(2, ["return 1", "loan 1 E2"])
    #expect(try states().lost == ["3"])
  }

  @Test func aCopyThatIsLostAfterItsReturnNeedsNoOther() throws {
    try record(1, ["loan 1 E1", "return 1", "stock 1 5"])
    let states = try states()
    #expect(states.noted == [.init("1", 5)])
    #expect(states.lost.isEmpty)
  }

  @Test func anAmountThatSomebodyHasToDecideIsNotWritten() throws {
    try record(1, ["return 1", "state 1 4"])
    let states = try states()
    #expect(states.undecided == ["1"])
    #expect(states.dues.isEmpty)
  }

  @Test func twoOpenFinesOfACopyAreSaid() throws {
    try record(1, ["return 1", "state 1 3", "loan 1 E2"])
    try record(2, ["return 1", "state 1 4"])
    let states = try states(facts: priced)
    #expect(states.earlier == ["1"])
    #expect(states.dues == [.init("1", Money(cents: 2_490))])
  }

  @Test func withoutStatesThereIsNothing() throws {
    try record(1, ["loan 1 E1", "return 2"])
    #expect(try states() == CopyStates())
  }
}
