import Circulation

/// The lines of several files, and the decisions played on them.
struct FixedLines {
  private(set) var files: [FixedFile]
  /// The decisions that can't be played.
  private(set) var faults: [DecisionFault.Numbered] = []
  /// The number of decisions played.
  private(set) var playedCount = 0
  /// The number of decisions about files that are not among these.
  private(set) var otherCount = 0
  /// The decided orders, with the numbers of their decisions.
  private var orders: [(number: Int, first: Index, second: Index)] = []

  /// The index of a file and of a line in it.
  private struct Index: Hashable {
    let file: Int
    let line: Int
  }

  init(_ files: [FixedFile]) { self.files = files }

  /// Plays the decisions in their order.
  mutating func play(_ decisions: [Decision.Numbered]) {
    let (inForce, idle) = decisions.inForce
    faults += idle.map { .init($0, .nothingToUndo) }
    for entry in inForce {
      do {
        try play(entry)
      } catch {
        faults.append(.init(entry.number, error))
      }
    }
  }

  private mutating func play(
    _ entry: Decision.Numbered
  ) throws(DecisionFault) {
    let act = entry.decision.act
    // What was done outside changes no line.
    switch act {
    case .tick, .archive: return
    default: break
    }
    let known = act.sources.count { source in
      files.contains { $0.has(source) }
    }
    // Another desk's files are fixed on their own.
    guard known == act.sources.count else {
      otherCount += 1
      return try play(act, onlyOfThese: true)
    }
    playedCount += 1
    if case .order(let first, let second) = act {
      guard let first = try indices(of: first).first,
        let second = try indices(of: second).first
      else { return }
      orders.append((entry.number, first, second))
    } else {
      try play(act, onlyOfThese: false)
    }
  }

  /// Plays an act on the lines; `onlyOfThese` leaves out other files' lines.
  private mutating func play(
    _ act: Decision.Act, onlyOfThese: Bool
  ) throws(DecisionFault) {
    if case .shift(let source, let move) = act {
      if !onlyOfThese { try shift(source, move) }
      return
    }
    if case .order = act { return }
    // The lines are the same for every desk.
    if case .desk = act { return }
    for name in act.lines {
      if onlyOfThese, !files.contains(where: { $0.has(name.source) }) {
        continue
      }
      for index in try indices(of: name) {
        try Self.play(act, on: &files[index.file].lines[index.line])
      }
    }
  }

  /// Plays an act about lines on one of them.
  static func play(
    _ act: Decision.Act, on line: inout FixedFile.Line
  ) throws(DecisionFault) {
    switch act {
    case .keep: line.isOut = false
    case .takeOut: line.isOut = true
    case .item(_, let item):
      let old = try transaction(of: line)
      guard let borrower = old.borrower else {
        return line.replace(by: .return(of: item, at: old.recorded))
      }
      line.replace(by: .loan(of: item, to: borrower, at: old.recorded))
    case .borrower(_, let borrower):
      let old = try loan(of: line)
      line.replace(by: .loan(of: old.item, to: borrower, at: old.time))
    case .swap:
      let old = try loan(of: line)
      line.replace(by: .loan(of: old.borrower, to: old.item, at: old.time))
    case .shift, .order, .desk, .tick, .archive, .undo: break
    }
  }

  private static func transaction(
    of line: FixedFile.Line
  ) throws(DecisionFault) -> Transaction {
    guard let transaction = line.transaction else {
      throw .notATransaction(line.place)
    }
    return transaction
  }

  private static func loan(
    of line: FixedFile.Line
  ) throws(DecisionFault) -> (
    item: Barcode, borrower: Barcode, time: LocalTime
  ) {
    let transaction = try transaction(of: line)
    guard let borrower = transaction.borrower else {
      throw .noBorrower(line.place)
    }
    return (transaction.item, borrower, transaction.recorded)
  }

  /// Returns the lines with a name: several if a file was copied and has grown
  /// since.
  private func indices(
    of name: LineName
  ) throws(DecisionFault) -> [Index] {
    let indices = files.indices.compactMap { file in
      files[file].index(of: name).map { Index(file: file, line: $0) }
    }
    guard !indices.isEmpty else { throw .absent(name) }
    return indices
  }

  private mutating func shift(
    _ source: LineSource, _ move: Redating.Move
  ) throws(DecisionFault) {
    for file in files.indices where files[file].has(source) {
      let times = files[file].lines.compactMap(\.minute)
      guard let first = times.first else { throw .noDate(source) }
      let minutes =
        switch move {
        case .by(let minutes): minutes
        case .first(let time): time.wallMinutes - first
        }
      guard
        times.allSatisfy({ Redating.minutesOfFiles.contains($0 + minutes) })
      else { throw .beyondYears(source) }
      for line in files[file].lines.indices {
        files[file].lines[line].move(by: minutes)
      }
    }
  }

  // MARK: The order

  /// Returns the lines that stay, in the order of a merge and of the decisions,
  /// and adds the orders that can't hold to ``faults``.
  mutating func merged() -> [FixedFile.Line] {
    var order = mergedOrder { _ in true }
    arrange(&order)
    return order.map { files[$0.file].lines[$0.line] }
  }

  /// Adds the orders that can't hold to ``faults``.
  ///
  /// Moving lines keeps the order of all others among each other, so those that
  /// no decision names may be left out.
  mutating func verifyOrders() {
    let named = Set(orders.flatMap { [$0.first, $0.second] })
    var order = mergedOrder(where: named.contains)
    arrange(&order)
  }

  private mutating func arrange(_ order: inout [Index]) {
    for decided in orders where areKept(decided) { put(decided, in: &order) }
    verify(order)
  }

  /// Returns the indices of lines in the order of a merge.
  private func mergedOrder(where isWanted: (Index) -> Bool) -> [Index] {
    var keyed: [(key: Int, index: Index)] = []
    let seconds = seconds
    for (file, content) in files.enumerated() {
      let times = content.lines.lazy.filter { !$0.isOut }.compactMap(\.minute)
      // As in a merge: a late time does not hold back other files' lines.
      var key = 60 * (times.first ?? Int(Int32.min))
      for (line, content) in content.lines.enumerated() where !content.isOut {
        if let minute = content.minute {
          let place = seconds?.place(
            ofLine: line + 1, in: file, minute: minute)
          key = max(key, 60 * minute + (place ?? 0))
        }
        let index = Index(file: file, line: line)
        if isWanted(index) { keyed.append((key, index)) }
      }
    }
    keyed.sort {
      ($0.key, $0.index.file, $0.index.line)
        < ($1.key, $1.index.file, $1.index.line)
    }
    return keyed.map(\.index)
  }

  /// The seconds of the lines, as far as they still decide their order; nil if
  /// none are known.
  private var seconds: LineSeconds? {
    let hasAny = files.contains { $0.lines.contains { $0.second != nil } }
    guard hasAny else { return nil }
    var seconds = LineSeconds()
    for file in files {
      seconds.beginFile()
      for line in file.lines {
        // A clock that is set by the minute has no exact seconds.
        seconds.take(
          line.isOut ? nil : line.minute, line.isMoved ? nil : line.second)
      }
    }
    return seconds
  }

  private func areKept(
    _ decided: (number: Int, first: Index, second: Index)
  ) -> Bool {
    !self[decided.first].isOut && !self[decided.second].isOut
  }

  private subscript(index: Index) -> FixedFile.Line {
    files[index.file].lines[index.line]
  }

  /// Moves the first line, and what its file has between the two, before the
  /// second.
  private mutating func put(
    _ decided: (number: Int, first: Index, second: Index),
    in order: inout [Index]
  ) {
    let (first, second) = (decided.first, decided.second)
    guard self[first].minute == self[second].minute,
      let end = order.firstIndex(of: first),
      let start = order.firstIndex(of: second)
    else {
      faults.append(
        .init(decided.number, .apart(self[first].place, self[second].place)))
      return
    }
    guard start < end else { return }
    let between = order[start...end]
    let moved = between.filter {
      $0 == first || $0.file == first.file && first.file != second.file
    }
    let others = between.filter { !moved.contains($0) }
    order.replaceSubrange(start...end, with: moved + others)
  }

  private mutating func verify(_ order: [Index]) {
    let contradicted = orders.filter { decided in
      guard areKept(decided),
        self[decided.first].minute == self[decided.second].minute,
        let first = order.firstIndex(of: decided.first),
        let second = order.firstIndex(of: decided.second)
      else { return false }
      return first > second
    }
    faults += contradicted.map {
      .init(
        $0.number, .contradicted(self[$0.first].place, self[$0.second].place))
    }
  }
}
