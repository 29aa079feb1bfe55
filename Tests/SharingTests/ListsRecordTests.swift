import Testing

@testable import Sharing

/// A computer knows which of its lists are the library's, and keeps its own.
struct ListsRecordTests {
  private func file(_ name: String, _ digit: Character) -> ListFile {
    ListFile(name: name, digest: String(repeating: digit, count: 64))
  }

  @Test func theNoteIsReadAsItWasWritten() {
    var record = ListsRecord(version: 12, files: [file("1", "a")])
    record.coming = [file("2 3", "b")]
    #expect(ListsRecord(record.text) == record)
    for cut in 1..<record.text.count {
      let read = ListsRecord(String(record.text.dropLast(cut)))
      #expect(read != record)
    }
    #expect(ListsRecord("1\n") == nil)
    #expect(ListsRecord(ListsRecord().text) == ListsRecord())
  }

  @Test func whatOneSideChangedStaysAndTheNewerVersionDecidesTheRest() {
    let record = ListsRecord(
      version: 1,
      files: [file("1", "a"), file("2", "a"), file("3", "a"), file("4", "a")])
    // Here, 1 was removed, 2 and 3 changed, and 5 added.
    let here = [
      file("2", "b"), file("3", "b"), file("4", "a"), file("5", "b"),
    ]
    // There, 3 was changed too, 4 removed, and 6 added.
    let newest = [
      file("1", "a"), file("2", "a"), file("3", "c"), file("6", "c"),
    ]
    let merged = record.merge(here, with: newest)
    #expect(
      merged.library == [file("2", "b"), file("3", "c"), file("6", "c")])
    #expect(merged.own == [file("5", "b")])
  }

  @Test func whatIsMissingHereIsTakenAgainIfSomebodyAsksForIt() {
    var record = ListsRecord(
      version: 1, files: [file("1", "a"), file("2", "a")])
    let here = [file("2", "b")]
    let newest = [file("1", "a"), file("2", "a")]
    #expect(record.merge(here, with: newest).library == here)
    record.forgetFiles(missingIn: here)
    #expect(
      record.merge(here, with: newest).library == [file("1", "a")] + here)
  }

  @Test func aComputerThatTookNothingYetHasTheListsOfBoth() {
    let here = [file("1", "a"), file("2", "b")]
    let newest = [file("1", "a"), file("2", "c")]
    let merged = ListsRecord().merge(here, with: newest)
    #expect(merged.library == newest)
    #expect(merged.own == [file("2", "b")])
  }

  @Test func whatWasHalfTakenIsTakenAgainAndNobodysOwn() {
    var record = ListsRecord(version: 1, files: [file("1", "a")])
    record.coming = [file("1", "b"), file("2", "b"), file("3", "b")]
    let here = [file("1", "a"), file("2", "b")]
    // The next version has removed what was on its way.
    let newest = [file("1", "b"), file("3", "c")]
    let merged = record.merge(here, with: newest)
    #expect(merged.library == newest)
    #expect(merged.own == [])
  }
}
