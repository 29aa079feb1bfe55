import Glibc
import Settings
import Testing

@testable import Circulation
@testable import Languages
@testable import Offload
@testable import Station

/// What is said of a morning on which something is wrong, in both languages.
struct MorningWordsTests {
  private let time = LocalTime(
    secondsSince1970: 1_527_750_300, utcOffset: 7_200)

  private func sentences(_ words: any Words) -> [String: String] {
    let failure = FileError(operation: .read, path: "/f", code: EIO)
    let states: [KitCheck.State] = [
      .unfinished, .missing, .changed(["a.dat"]), .unreadable(failure),
    ]
    let damage: [Ledger.Reading.Damage] = [
      .line(4_711), .torn(line: 4_711), .zeros(line: 4_711), .unwritten,
      .lineEnd(4_711),
    ]
    var sentences: [String: String] = [:]
    for state in states {
      let kit = KitCheck(folder: "/k", state: state)
      sentences["kit \(state) /k"] = words.sentence(kit)
      sentences["refused \(state) /k"] = words.sentence(ArchiveError.kit(kit))
      sentences["gone \(state) /k"] = words.kitMissing(kit)
    }
    for damage in damage {
      sentences["damage \(damage) /l"] = words.damaged(
        [damage], inLedger: "/l")
    }
    sentences["nothing made 4711"] = words.nothingMade(
      .damage([.line(4_711)]), ledger: "/l")
    let errors: [ArchiveError] = [
      .unknown(count: 2, path: "/f", .damage([.line(4_711)]), ledger: "/l"),
      .clock(.beforeLastEvent(time), now: time),
      .unfinished(box: "/b", failure),
    ]
    for error in errors { sentences["\(error)"] = words.sentence(error) }
    sentences["large /l"] = words.sentence(
      LedgerError.tooLarge(path: "/l", maximum: 256))
    sentences["left out /f"] = words.leftOut(["/f"])
    sentences["not erased"] = words.notErased(
      .beforeLastEvent(time), now: time)
    return sentences
  }

  @Test func everySentenceIsThereInBothLanguagesAndNamesItsValues() {
    let english = sentences(Language.english.words)
    let french = sentences(Language.french.words)
    #expect(english.count == french.count && english.count > 20)
    for (name, sentence) in english {
      #expect(!sentence.isEmpty && sentence != french[name], "\(name)")
      for value in ["/k", "/l", "/b", "4711", "a.dat"]
      where name.hasSuffix(" " + value) {
        #expect(sentence.contains(value), "\(name): \(sentence)")
        #expect(french[name]?.contains(value) == true, "\(name)")
      }
    }
  }
}
