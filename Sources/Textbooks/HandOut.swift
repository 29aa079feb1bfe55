import Circulation

/// A class that gets its books: its pupils, the titles that they use, and what
/// each of them has got so far.
package struct HandOut: Hashable, Sendable {
  /// A pupil of the class.
  package struct Pupil: Hashable, Sendable {
    /// The number on the card.
    package let number: Barcode
    /// The name.
    package let name: String
    /// The titles that the pupil should have, by their indices.
    package let titles: Set<Int>

    /// Creates a pupil.
    package init(number: Barcode, name: String, titles: Set<Int>) {
      self.number = number
      self.name = name
      self.titles = titles
    }
  }

  /// The stage of one title for one pupil.
  package enum Stage: Hashable, Sendable {
    /// The pupil does not use it.
    case notTaken
    /// The pupil is to get it.
    case open
    /// The pupil has got it.
    case given
    /// The pupil had it before.
    case held
    /// The pupil keeps it from the year before, for a second year.
    case kept
    /// It was decided that the pupil does not get it.
    case refused
  }

  /// An act of the hand-out.
  package struct Act: Hashable, Sendable {
    /// The kinds of acts.
    package enum Kind: Hashable, Sendable {
      /// A copy was given.
      case gave
      /// The pupil was passed over.
      case passed
      /// The pupil is not passed over any more.
      case called
    }

    /// The kind of act.
    package let kind: Kind
    /// The index of the pupil.
    package let pupil: Int
    /// The index of the title; nil if it is of all titles.
    package let title: Int?
  }

  /// The pupils, in the order of the list.
  package let pupils: [Pupil]
  /// The names of the titles, in the order of the list.
  package let titles: [String]
  /// The pupils who are not there, by their indices.
  package private(set) var absent: Set<Int> = []
  /// The acts so far, in order.
  package private(set) var acts: [Act] = []
  private var stages: [[Stage]]

  /// Creates a hand-out at its beginning.
  package init(pupils: [Pupil], titles: [String]) {
    self.pupils = pupils
    self.titles = titles
    stages = pupils.map { pupil in
      titles.indices.map { pupil.titles.contains($0) ? .open : .notTaken }
    }
  }

  /// Returns the stage of a title for a pupil.
  package func stage(of pupil: Int, _ title: Int) -> Stage {
    stages[pupil][title]
  }

  // MARK: What happens

  /// Notes that a pupil had a title before; as a two-year book, it is kept.
  package mutating func note(heldBy pupil: Int, _ title: Int, keeps: Bool) {
    stages[pupil][title] = keeps ? .kept : .held
  }

  /// Takes a loan of a title to a pupil, who is there then.
  package mutating func give(_ title: Int, to pupil: Int) {
    absent.remove(pupil)
    acts.append(Act(kind: .gave, pupil: pupil, title: title))
    switch stages[pupil][title] {
    case .open, .refused: stages[pupil][title] = .given
    case .notTaken, .given, .held, .kept: break
    }
  }

  /// Takes what was decided of a pupil: of one title, or of all.
  package mutating func skip(
    _ pupil: Int, _ title: Int?, isPassedOver: Bool
  ) {
    acts.append(
      Act(kind: isPassedOver ? .passed : .called, pupil: pupil, title: title))
    guard let title else {
      if isPassedOver {
        absent.insert(pupil)
      } else {
        absent.remove(pupil)
      }
      return
    }
    switch (stages[pupil][title], isPassedOver) {
    case (.open, true): stages[pupil][title] = .refused
    case (.refused, false): stages[pupil][title] = .open
    default: break
    }
  }

  // MARK: Counts

  private func count(_ isCounted: (Stage) -> Bool) -> Int {
    stages.reduce(0) { $0 + $1.count(where: isCounted) }
  }

  /// The number of books that were given.
  package var givenCount: Int { count { $0 == .given } }

  /// The number of books that are still to be given.
  package var openCount: Int { count { $0 == .open } }

  /// Returns the number of pupils who got a title, and of those who are to.
  package func counts(of title: Int) -> (given: Int, all: Int) {
    let all = stages.map { $0[title] }
    let given = all.count { $0 == .given }
    return (given, given + all.count { $0 == .open })
  }
}
