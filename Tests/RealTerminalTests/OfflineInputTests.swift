import Circulation
import Exchange
import Foundation
import Offload
import Support
import Testing

@testable import offcirc

/// The system of a file that is given to `list`, `check` or `merge`, known by
/// its content.
struct OfflineInputTests {
  private let folder = TestFolder()

  private func format(of text: String) throws -> ExchangeFormat? {
    let path = folder.path + "/file"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return OfflineInput(at: path)?.format
  }

  @Test func eachSystemIsKnownByItsContent() throws {
    let files: [(ExchangeFormat, String)] = [
      (.koha, "Version=1.0\tGenerator=x\tGeneratorVersion=1\n"),
      (.koha, "2026-11-25 10:15:30 000\treturn\tI1\n"),
      (.evergreen, #"{"timestamp":1795598130,"type":"renew"}"#),
      (.evergreen, "{\"timestamp\":1,\"type\":\"register\",\"user\":{}}\n"),
      (.sierra, "i:2611251017:bI1:::777\n"),
      (.destiny, "%C127L\n55478324\n"),
      (.pmb, "RETOUR SECOURU\r\n3104877\r\n"),
      (.pmb, "pret secouru\nE0001\n100001\n"),
    ]
    for (system, text) in files {
      #expect(try format(of: text) == system, "\(text)")
    }
  }

  @Test func whatIsLikeOffCircDatOrOfAnotherKindIsNot() throws {
    for text in [
      "", "202611251015R37000034179\r\n",
      // A line of another system in it changes nothing.
      "202611251015R37000034179\r\nVersion=1.0\tx\r\n",
      "x\n202611251015R37000034179\r\n", "37000034179\n37000034180\n",
      #"{"type":"FeatureCollection","features":[]}"#,
      "Day\tItem\tTitle\n2026-11-25 10:15:00\t1\tx\n2026-11-26 10:15:00\t2\ty\n",
      "From: a@b.example\nSubject: x\n\nPRET SECOURU\nE1\n1\n",
      "<html>\nPRET SECOURU\n",
    ] {
      #expect(try format(of: text) == nil, "\(text)")
    }
    #expect(OfflineInput(at: folder.path) == nil)
    #expect(OfflineInput(at: folder.path + "/absent") == nil)
  }

  @Test func aFileThatBeginsWithATransactionIsNotLookedAtFurther() {
    let line = Array("202611251015L37000034179".utf8)
    let format = OfflineInput.format(ofBeginning: line) {
      Issue.record("its kind was looked for")
      return nil
    }
    #expect(format == nil)
  }

  @Test func allFixturesAreKnownAsTheirReaderKnowsThem() throws {
    let fixtures = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ExchangeTests/Fixtures").path
    let names = FileManager.default.enumerator(atPath: fixtures)
    var count = 0
    for name in (names?.compactMap { $0 as? String } ?? []).sorted()
    where name.contains("/") && !name.hasSuffix(".json") {
      let path = fixtures + "/" + name
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let known = ExchangeFormat(beginning: bytes)
      let found = OfflineInput(at: path)?.format
      #expect(found == (known == .alma ? nil : known), "\(name)")
      count += 1
    }
    #expect(count > 100)
  }
}
