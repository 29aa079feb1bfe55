import Circulation

extension Morning {
  /// A choice about lines that somebody looks at.
  package enum Choice: Hashable, Sendable {
    /// The lines stay as they are.
    case keep
    /// The lines are taken out.
    case takeOut
    /// Item and borrower are swapped.
    case swap
    /// The lines are about another item.
    case item(Barcode)
    /// The loans are to another borrower.
    case borrower(Barcode)
    /// All loans of the same borrower in the same file are to another one.
    case reader(Barcode)
    /// All times of the file are moved by so many minutes.
    case shift(minutes: Int)
    /// The lines come before this one.
    case order(before: FixedFile.Place)
  }

  /// Returns the act of a choice about lines of one file.
  ///
  /// - Throws: ``DecisionFault`` if it can't be played.
  package func act(
    _ choice: Choice, on places: [FixedFile.Place]
  ) throws(DecisionFault) -> Decision.Act {
    let act = try act(choice, of: places)
    for place in act.lines.flatMap({ fix.places(of: $0) }) {
      guard var line = fix.line(at: place) else { continue }
      for earlier in acts[place] ?? [] {
        try FixedLines.play(earlier, on: &line)
      }
      try FixedLines.play(act, on: &line)
    }
    // They are about lines that are not named, too.
    switch act {
    case .shift(let source, .by(let minutes)):
      try verify(source, movedBy: minutes)
    case .order: try verify(order: act)
    default: break
    }
    return act
  }

  /// Verifies that all times of a source can be moved, too.
  private func verify(
    _ source: LineSource, movedBy minutes: Int
  ) throws(DecisionFault) {
    for file in mergedFiles.indices where fix.has(source, at: file) {
      guard let span = numbers.minutes[file] else { throw .noDate(source) }
      let distance = shifts[file, default: 0] + minutes
      let years = Redating.minutesOfFiles
      guard
        years.contains(span.lowerBound + distance),
        years.contains(span.upperBound + distance)
      else { throw .beyondYears(source) }
    }
  }

  /// Verifies that an order holds beside those that were decided.
  private func verify(order act: Decision.Act) throws(DecisionFault) {
    let number = (decisions.last?.number ?? 0) + 1
    let entry = Decision.Numbered(
      number,
      Decision(act, by: "", at: LocalTime(secondsSince1970: 0, utcOffset: 0)))
    let fault = fix.faults(of: decisions + [entry]).first {
      $0.number == number
    }
    if let fault { throw fault.fault }
  }

  private func act(
    _ choice: Choice, of places: [FixedFile.Place]
  ) throws(DecisionFault) -> Decision.Act {
    let file = places.first?.file ?? 0
    if case .shift(let minutes) = choice {
      return .shift(fix.source(of: file), .by(minutes: minutes))
    }
    let names = try names(of: places, file)
    switch choice {
    case .keep, .shift: return .keep(names)
    case .takeOut: return .takeOut(names)
    case .swap: return .swap(names)
    case .item(let item): return .item(names, item)
    case .borrower(let card): return .borrower(names, card)
    case .reader(let card):
      let lines = places.first.map(linesOfReader) ?? []
      return .borrower(
        try self.names(of: lines.isEmpty ? places : lines, file), card)
    case .order(let second):
      let others = try self.names(of: [second], second.file)
      return .order(names[0], others[0])
    }
  }

  /// Returns the names of lines.
  ///
  /// - Throws: ``DecisionFault/absent(_:)`` if there is none: a matter can be
  ///   about a file without lines.
  private func names(
    of places: [FixedFile.Place], _ file: Int
  ) throws(DecisionFault) -> [LineName] {
    let names = places.compactMap { fix.name(ofLine: $0.number, in: $0.file) }
    if names.isEmpty {
      throw .absent(LineName(fix.source(of: file), places.first?.number ?? 1))
    }
    return names
  }

  /// Returns the loans of a line's borrower in its file, as decided; none if
  /// the line is a return.
  package func linesOfReader(
    at place: FixedFile.Place
  ) -> [FixedFile.Place] {
    guard let borrower = line(at: place)?.transaction?.borrower else {
      return []
    }
    // What was decided may have changed a borrower.
    let written = numbers.loans[borrower.text] ?? []
    return Set(written + acts.keys).filter {
      $0.file == place.file && line(at: $0)?.transaction?.borrower == borrower
    }.sorted { $0.number < $1.number }
  }

  /// Returns the act that gives a desk to a file.
  package func act(naming desk: String, of file: Int) -> Decision.Act {
    .desk(fix.source(of: file), desk)
  }
}
