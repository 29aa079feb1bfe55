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
    switch act {
    case .shift, .order:
      // They are about lines that are not named, too.
      let number = (decisions.last?.number ?? 0) + 1
      let entry = Decision.Numbered(
        number,
        Decision(act, by: "", at: LocalTime(secondsSince1970: 0, utcOffset: 0)))
      let fault = fix.played(decisions + [entry]).faults.first {
        $0.number == number
      }
      if let fault { throw fault.fault }
    default: break
    }
    return act
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
    return fix.places(in: place.file).filter {
      line(at: $0)?.transaction?.borrower == borrower
    }
  }

  /// Returns the act that gives a desk to a file.
  package func act(naming desk: String, of file: Int) -> Decision.Act {
    .desk(fix.source(of: file), desk)
  }
}
