import Catalogue
import Circulation
import Typesetting

/// The page of a rehearsal, for a person: the lines by what becomes of them,
/// and what to do now.
package struct RehearsalPage {
  private let rehearsal: Rehearsal
  private let notes: RehearsalNotes
  private let words: any OffloadWords
  private let maximum: Int
  /// The first lines of each effect, with their notes.
  private var shown: [LineEffect: [(line: RehearsedLine, note: String)]] = [:]
  private var doubts: [LineEffect: [Certainty.Doubt]] = [:]

  /// Creates a page without lines, with so many of each effect at most.
  package init(
    of rehearsal: Rehearsal, _ notes: RehearsalNotes, _ words: any OffloadWords,
    maximum: Int
  ) {
    self.rehearsal = rehearsal
    self.notes = notes
    self.words = words
    self.maximum = maximum
  }

  /// Adds a line.
  ///
  /// - Throws: ``CatalogueError``.
  package mutating func add(_ line: RehearsedLine) throws(CatalogueError) {
    if let doubt = line.certainty.doubt,
      doubts[line.effect]?.contains(doubt) != true
    {
      doubts[line.effect, default: []].append(doubt)
    }
    guard shown[line.effect]?.count ?? 0 < maximum else { return }
    let note = try notes.note(on: line, words) ?? ""
    shown[line.effect, default: []].append((line, note))
  }

  /// Returns the page.
  package func document(
    _ summary: Rehearsal.Summary, language: String
  ) -> Document {
    var blocks: [Document.Block] = [
      .paragraph(
        words.rehearsalOrigin(rehearsal.files, lineCount: summary.lineCount)),
      .paragraph(words.rehearsalCounts(summary)),
      .points(
        words.sentences(
          on: rehearsal.basis, openReturnCount: summary.openReturnCount)
          + [words.remark(on: rehearsal.system)].compactMap(\.self)
          + firstAnswers(summary)),
    ]
    for effect in LineEffect.allCases {
      guard let lines = shown[effect] else { continue }
      blocks += self.blocks(of: effect, lines, count: summary.counts[effect])
    }
    return Document(
      title: words.rehearsalTitle(rehearsal.system), language: language,
      blocks: blocks)
  }

  private func firstAnswers(_ summary: Rehearsal.Summary) -> [String] {
    summary.firstAnswers.sorted { $0.key < $1.key }.map { index, message in
      words.firstAnswer(
        message,
        in: rehearsal.files.count == 1 ? nil : rehearsal.files[index].lastName)
    }
  }

  private func blocks(
    of effect: LineEffect, _ lines: [(line: RehearsedLine, note: String)],
    count: Int?
  ) -> [Document.Block] {
    let count = count ?? lines.count
    var blocks: [Document.Block] = [
      .heading(words.heading(of: effect, count: count)),
      .paragraph(words.advice(on: effect, in: rehearsal.system)),
    ]
    if let message = lines.lazy.compactMap(\.line.message).first {
      blocks.append(.paragraph(words.expectedMessage(message)))
    }
    blocks.append(table(of: lines))
    let doubts = doubts[effect] ?? []
    if !doubts.isEmpty { blocks.append(.points(doubts.map(words.sentence))) }
    if count > lines.count {
      blocks.append(.paragraph(words.moreRehearsed(count - lines.count)))
    }
    return blocks
  }

  private func table(
    of lines: [(line: RehearsedLine, note: String)]
  ) -> Document.Block {
    let hasBorrowers = lines.contains { $0.line.transaction?.borrower != nil }
    let hasNotes = lines.contains { !$0.note.isEmpty }
    return .table(
      head: [words.lineColumn, words.itemColumn]
        + (hasBorrowers ? [words.borrowerColumn] : [])
        + [words.certaintyColumn]
        + (hasNotes ? [words.noteColumn] : []),
      rows: lines.map { line, note in
        let transaction = line.transaction
        return [place(of: line), transaction?.item.text ?? ""]
          + (hasBorrowers ? [transaction?.borrower?.text ?? ""] : [])
          + [words.name(of: line.certainty)]
          + (hasNotes ? [note.printable] : [])
      })
  }

  private func place(of line: RehearsedLine) -> String {
    rehearsal.files.count == 1
      ? String(line.line)
      : "\(rehearsal.files[line.file].lastName.printable):\(line.line)"
  }
}

extension RehearsalComparison {
  /// The most differences of a cause that are shown to a person.
  private static let maximumShown = 50

  /// Returns the comparison as a page for a person.
  package func document(
    _ basis: ListBasis, _ words: any OffloadWords, language: String
  ) -> Document {
    var blocks: [Document.Block] = [.paragraph(words.comparisonCounts(self))]
    for cause in Cause.allCases {
      let differences = differences(by: cause)
      guard !differences.isEmpty else { continue }
      blocks.append(.heading(words.heading(of: cause, basis)))
      blocks.append(
        .points(differences.prefix(Self.maximumShown).map(words.describe)))
      if differences.count > Self.maximumShown {
        blocks.append(
          .paragraph(
            words.moreRehearsed(differences.count - Self.maximumShown)))
      }
    }
    return Document(
      title: words.comparisonTitle, language: language, blocks: blocks)
  }
}
