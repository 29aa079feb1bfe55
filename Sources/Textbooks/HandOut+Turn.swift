// Whose turn it is, by what was done last.
extension HandOut {
  /// An order in which a class gets its books.
  package enum Order: CaseIterable, Hashable, Sendable {
    /// One title after the other.
    case byTitle
    /// One pupil after the other.
    case byPupil
  }

  /// The pupil who gets the next copy, and its title.
  package struct Turn: Hashable, Sendable {
    /// The index of the pupil.
    package var pupil: Int
    /// The index of the title.
    package var title: Int

    /// Creates a turn.
    package init(pupil: Int, title: Int) {
      self.pupil = pupil
      self.title = title
    }
  }

  /// The order that the acts so far show: two copies of one title, or two for
  /// one pupil, one after the other.
  package var order: Order {
    let given = acts.filter { $0.kind == .gave }
    for (first, second) in zip(given.dropLast(), given.dropFirst()).reversed() {
      switch (first.pupil == second.pupil, first.title == second.title) {
      case (true, false): return .byPupil
      case (false, true): return .byTitle
      default: continue
      }
    }
    return .byTitle
  }

  /// Returns the turn after the last act; nil if nobody who is there is to get
  /// anything.
  package func turn(in order: Order) -> Turn? {
    let last = acts.last
    // Who is called back is next.
    let step = last?.kind == .called ? 0 : 1
    switch order {
    case .byTitle:
      let title = acts.last { $0.title != nil }?.title ?? 0
      return turn(ofTitle: title, from: last.map { $0.pupil + step } ?? 0)
    case .byPupil:
      return turn(
        ofPupil: last?.pupil ?? 0, from: last?.title.map { $0 + step } ?? 0)
    }
  }

  /// Returns the first turn of a title from a pupil on, round the end, or else
  /// of the titles after it.
  package func turn(
    ofTitle title: Int, from pupil: Int = 0
  ) -> Turn? {
    for next in titles.indices.rotated(to: title) {
      let start = next == title ? pupil : 0
      let open = pupils.indices.rotated(to: start).first {
        isOpen(Turn(pupil: $0, title: next)) && !absent.contains($0)
      }
      if let open { return Turn(pupil: open, title: next) }
    }
    return nil
  }

  /// Returns the first turn of a pupil from a title on, round the end, or else
  /// of the pupils after them.
  package func turn(
    ofPupil pupil: Int, from title: Int = 0
  ) -> Turn? {
    for next in pupils.indices.rotated(to: pupil) where !absent.contains(next) {
      let open = titles.indices.rotated(to: next == pupil ? title : 0).first {
        isOpen(Turn(pupil: next, title: $0))
      }
      if let open { return Turn(pupil: next, title: open) }
    }
    return nil
  }

  /// Returns true if the pupil is to get the title.
  package func isOpen(_ turn: Turn) -> Bool {
    stage(of: turn.pupil, turn.title) == .open
  }

  // MARK: A scan

  /// The meaning of a copy that is scanned.
  package enum Meaning: Hashable, Sendable {
    /// It is given.
    case gives(title: Int)
    /// It is of another title than it should be; nil if the class does not use
    /// that.
    case isOther(title: Int?)
    /// The pupil does not use its title, or has it, or does not get it.
    case isNotNeeded(title: Int)
  }

  /// Returns the meaning of a copy of a title, which is nil if the class does
  /// not use it, for the one whose turn it is.
  package func meaning(
    of title: Int?, at turn: Turn, in order: Order
  ) -> Meaning {
    guard let title else { return .isOther(title: nil) }
    if order == .byTitle, title != turn.title { return .isOther(title: title) }
    return isOpen(Turn(pupil: turn.pupil, title: title))
      ? .gives(title: title) : .isNotNeeded(title: title)
  }
}

extension Range<Int> {
  /// Returns the indices from one on, and then those before it.
  fileprivate func rotated(to start: Int) -> [Int] {
    let start = contains(start) ? start : lowerBound
    return Array(start..<upperBound) + Array(lowerBound..<start)
  }
}
