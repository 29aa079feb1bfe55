import Foundation
import Testing

@testable import Offload

/// The screens of a real PMB 7.3.9, each beside the file that it took.
struct SecouruScreenTests {
  /// A file, and what PMB did with it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let check: String
    let lines: [String]
    /// The loan that was open in PMB before.
    let holder: String?

    var testDescription: String { name }
  }

  private static func text(_ name: String) -> String {
    let path = Bundle.module.bundleURL
      .appendingPathComponent("Fixtures/secouru/" + name)
    // A byte order mark stays.
    return String(
      decoding: (try? Data(contentsOf: path)) ?? Data(), as: UTF8.self)
  }

  /// The runs of one result file: those of a batch begin with their names.
  private static func cases(_ result: String, _ name: String?) -> [Case] {
    let all = text(result)
    let parts =
      name == nil
      ? all.components(separatedBy: "######## ").dropFirst().map { $0 } : [all]
    return parts.map { part in
      let lines = part.components(separatedBy: "\n")
      let start = lines.firstIndex(of: "-- PASS 1") ?? 0
      let end = lines.firstIndex(of: "-- DB") ?? lines.count
      return Case(
        name: name ?? lines[0], check: lines[start + 1],
        lines: shown(Array(lines[(start + 2)..<end])),
        holder: result == "RESULTS_batch1.txt" ? "E0001" : nil)
    }
  }

  /// The lines of a screen without the details of a copy and its reader.
  private static func shown(_ lines: [String]) -> [String] {
    var shown: [String] = []
    for (index, line) in lines.enumerated() {
      // The head of a column in the table of a reader's loans.
      if line == "Retour", index > 0, lines[index - 1] == "Prolongation" {
        continue
      }
      if line.hasPrefix("PrêtPrêt ") {
        shown += ["Prêt", String(line.dropFirst("Prêt".count))]
      } else if isOfScreen(line) {
        shown.append(line)
      }
    }
    return shown
  }

  private static func isOfScreen(_ line: String) -> Bool {
    let whole = [
      "Prêt", "Retour", "effectué", "Rendu !", "Prêt introuvable...",
      ": Lecteur inconnu", "Récupération terminée",
    ]
    return whole.contains(line)
      || ["Prêt ", "Ce lecteur", "Ce document", "Erreur"].contains {
        line.hasPrefix($0)
      }
  }

  private static let all =
    cases("RESULTS_batch1.txt", nil) + cases("RESULTS_batch2.txt", nil)
    + [
      "already", "case", "emptyreader_ret", "mix", "notlendable", "resa",
      "unk_reader",
    ].flatMap { (name: String) in cases("RESULTS_\(name).txt", name) }

  private static let numbers =
    (1...10).map { "1000" + ($0 < 10 ? "0\($0)" : "\($0)") }
    + (1...4).map { "20000\($0)" }
    + [
      "012345", "12345", "12E5", "33700004388761", "M510-07", "abc01", "A B 9",
    ]

  @Test func thereAreAllRuns() {
    #expect(Self.all.count == 22)
    #expect(Set(Self.all.map(\.name)).count == 18)
  }

  @Test(arguments: all)
  func aFileShowsWhatPMBShowed(_ run: Case) {
    let waiting = run.name == "resa" ? ["200001", "200003"] : []
    var base = SecouruBase(
      readers: ["E0001", "E0002", "E0003", "E0004", "E9998", "E9999"],
      copies: Self.numbers.map { number in
        let holder = number == "100002" ? run.holder : nil
        return (
          number,
          SecouruBase.Copy(
            holder.map(SecouruBase.Holder.reader(numbered:)) ?? .nobody,
            isRequested: waiting.contains(number))
        )
      })
    let screen = SecouruScreen(
      of: Self.text(run.name + ".in"), on: &base)
    #expect(screen.check == run.check)
    #expect(screen.lines == run.lines)
    #expect(screen.isSound == run.check.hasPrefix("Fichier valide"))
  }

  /// Files of which the notes tell the answer, and not the whole screen.
  @Test(arguments: [
    ("unk_item", "Erreur à la ligne 4 : Un code barre exemplaire est attendu"),
    ("unk_reader_first", "Erreur à la ligne 7 : "),
    ("unk_reader_last", "Erreur à la ligne 5 : "),
    ("mix_bom", "Erreur à la ligne 1 : "), ("mix_crlf", "Fichier valide"),
    ("sept", "Fichier valide"), ("june", "Fichier valide"),
    ("l1", "Fichier valide"), ("r1", "Fichier valide"),
  ])
  func theFirstAnswerIsThatOfPMB(_ name: String, _ answer: String) {
    var base = SecouruBase(
      readers: ["E0001", "E0002", "E0003"],
      copies: (Self.numbers + ["33700004388779", "1e3"]).map { ($0, .init()) })
    let screen = SecouruScreen(of: Self.text(name + ".in"), on: &base)
    #expect(screen.check.hasPrefix(answer), "\(screen.check)")
  }
}
