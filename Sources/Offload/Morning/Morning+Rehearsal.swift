import Catalogue
import Circulation

extension Morning {
  /// Adds what Alma will answer to the lines as the stations wrote them, as far
  /// as a catalogue tells.
  ///
  /// The lines of each desk are one upload. What only the lines themselves tell
  /// is found by the check.
  ///
  /// - Parameters:
  ///   - catalogue: the lists of items, borrowers and loans.
  ///   - due: the rules by which due dates are estimated.
  ///   - day: the day of the upload.
  /// - Throws: ``CatalogueError``; nothing is added then.
  package mutating func rehearse(
    by catalogue: Catalogue, due: DueRules, on day: LocalTime
  ) throws(CatalogueError) {
    var walk = try RehearsalWalk(
      catalogue, ListBasis(catalogue.lists()), .alma, LibrarySystem.alma.rules,
      PastDue(due, on: day), lineCount: order.count)
    var answers: [RehearsedLine] = []
    let names = deskFiles.map(\.desk)
    var desks: [String?] = []
    for name in names where !desks.contains(name) { desks.append(name) }
    for (index, desk) in desks.enumerated() {
      for place in order where names[place.file] == desk {
        let bytes = fix.line(at: place)?.bytes ?? []
        let line = bytes.span
        try walk.take(
          line.extracting(0..<line.endBeforeLineEnd), number: place.number,
          of: place.file
        ) { if $0.needsDecision { answers.append($0) } }
      }
      walk.end(index)
    }
    list = MatterList(
      list.matters + answers.map { MorningMatter(.answer($0)) })
    openCount = list.matters.count { !isDecided($0) }
  }
}

extension RehearsedLine {
  /// True if a person may have to correct the line, by what the lists tell.
  fileprivate var needsDecision: Bool {
    if case .unknowable = certainty { return false }
    return effect.grade != .nothing && ground != .lines
  }
}
