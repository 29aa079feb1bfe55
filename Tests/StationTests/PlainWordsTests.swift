import Foundation
import Testing

@testable import Languages
@testable import Station

/// The rules for sentences that a search can hold.
struct PlainWordsTests {
  /// Words that a language has no use for, as regular expressions.
  private static let english = [
    // A thing is not one, and does nothing by itself.
    #"(?i)\b(is|are) no\b"#, #"(?i)\b(speaks|told|stands|lies)\b"#,
    #"(?i)\bas somebody\b"#,
    // Shorter words do.
    #"(?i)\b(anew|afresh|meanwhile|all the same|once more)\b"#,
    #"(?i)\b(mend|put right|put away|handed over|cut short|given up)\b"#,
    #"(?i)[,;:] else\b"#, #"(?i) say[,.)]"#, #"(?i)\b\w+n't\b"#,
    // One word for one thing.
    #"(?i)\b(blanks?|bar codes?|USB key|dropped|rings?)\b"#,
    #"\bNot recorded"#,
  ]
  private static let french = [
    // A book is read; a code is scanned.
    #"(?i)\blisez\b"#, #"(?i)\blectures?\b"#, #"(?i)\b(relu|relis)"#,
    // Nobody speaks but people.
    #"(?i)\b(dit|disent)\b"#, #"(?i)\bon\b"#, #"(?i)\bil faut\b"#,
    // One word for one thing.
    #"(?i)\bremis|remett"#, #"(?i)\b(son|le|du|au|un) lecteur\b"#,
    #"(?i)\ben retour\b"#, #"(?i)\bprêt à\b"#, #"(?i)bibliothécaire"#,
    #"(?i)prolongation"#, #"(?i)télécharg"#, #"(?i)abandonn"#,
    #"(?i)\bmodèle"#, #"(?i)sonnerie|sonore"#, #"(?i)\bles mêmes \d"#,
    #"(?i)\bd'avant\b"#, #"\bNon enregistr"#,
    // Elision, and the spaces of French typography.
    #"\b(de|que|jusque) OffCirc"#, #"[\p{L}\d)][;?!»]"#, #"«[^ \u{a0}]"#,
  ]

  /// Every sentence of a language, without a command of the shell and without
  /// the place of a finding.
  private static func texts(in words: any Words) throws -> Set<String> {
    // Many say the same, with other values.
    let texts = Set(try Samples().all.flatMap { try $0.texts(words) })
    return Set(
      texts.map {
        $0.replacing(#/awk .*? > NEW\.dat/#, with: "NEW.dat")
          .replacing(#/^/files/.*?(warning|avertissement) ?: /#, with: "")
      })
  }

  private static let englishTexts = Result { try texts(in: English()) }
  private static let frenchTexts = Result { try texts(in: French()) }

  @Test func englishIsPlain() throws {
    try expect(Self.englishTexts.get(), toHaveNone: Self.english) {
      $0.replacing(/[Tt]here (is|are) no/, with: "none")
    }
  }

  @Test func frenchIsPlain() throws {
    try expect(Self.frenchTexts.get(), toHaveNone: Self.french) {
      // What is quoted is another's: Alma's button, a character.
      $0.replacing(/« .*? »|en lecture seule/, with: "x")
    }
  }

  private func expect(
    _ texts: Set<String>, toHaveNone patterns: [String],
    except remove: (String) -> String
  ) throws {
    let texts = texts.map(remove)
    for pattern in patterns {
      let regex = try Regex(pattern)
      for text in texts where text.contains(regex) {
        Issue.record("\(pattern): \(text)")
      }
    }
  }

  @Test func sentencesAreShort() throws {
    for texts in [Self.englishTexts, Self.frenchTexts] {
      for text in try texts.get() {
        for sentence in text.split(separator: /[.?!] |\n/) {
          let count = sentence.split(separator: " ")
            .filter { $0.contains(where: \.isLetter) }.count
          #expect(count <= 20, "\(sentence)")
        }
      }
    }
  }

  /// A key has its name in one place, so that it can't be another in a sentence.
  @Test func noSentenceHasTheNameOfAKeyWrittenIn() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Languages")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let names = files.filter {
      let name = $0.deletingPathExtension().lastPathComponent
      return name.contains(/^(English|French)/) && !name.hasSuffix("+Keys")
    }
    #expect(names.count > 20)
    for file in names {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n")
      where line.contains(
        /"[^"]*\b(F\d+|Esc|Échap|Enter|Entrée|Ctrl-\w|Tab)\b[^"]*"/)
      {
        Issue.record("\(file.lastPathComponent): \(line)")
      }
    }
  }
}
