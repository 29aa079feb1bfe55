/// What the cards and the items of some transactions look like, by which one
/// that was taken for the other is found.
///
/// It takes five of each that differ. What looks like the other kind is not
/// counted, unless so many do that it is usual.
package struct KnownLooks: Sendable {
  /// Of a hundred numbers of a kind, how many make a look usual that is the
  /// other kind's too.
  private static let usualPercentage = 25
  /// How many looks of a kind are kept in mind with what they tell.
  private static let verdictCount = 256

  private var tallies: [Scan.Kind: LookTally] = [
    .borrower: LookTally(), .item: LookTally(),
  ]
  private var verdicts = [Verdict](
    repeating: Verdict(look: Look(""), isOther: false),
    count: 2 * verdictCount)
  /// Whether there are enough of both kinds to tell anything.
  private let canTell: Bool

  private struct Verdict: Sendable {
    let look: Look
    let isOther: Bool
  }

  /// What some numbers look like, each of which counts once.
  package init(borrowers: Set<String>, items: Set<String>) {
    canTell = min(borrowers.count, items.count) >= LookTally.enough
    guard canTell else { return }
    // Those that are most like the others come first: what is odd is held
    // against them.
    let numbers =
      Self.inOrder(borrowers, as: .borrower)
      + Self.inOrder(items, as: .item)
    var odd: [Scan.Kind: [Look]] = [:]
    for number in numbers.sorted(by: { $0.rank < $1.rank }) {
      if isRatherOther(number.look, than: number.kind) {
        odd[number.kind, default: []].append(number.look)
      } else {
        tallies[number.kind]?.add(number.look)
      }
    }
    for (kind, looks) in odd {
      let all = looks.count + (tallies[kind]?.count ?? 0)
      guard
        looks.count >= LookTally.enough,
        100 * looks.count >= Self.usualPercentage * all
      else { continue }
      for look in looks { tallies[kind]?.add(look) }
    }
  }

  /// The looks of numbers with the part of them that comes before, from the most
  /// usual on.
  private static func inOrder(
    _ numbers: Set<String>, as kind: Scan.Kind
  ) -> [(look: Look, kind: Scan.Kind, rank: Double)] {
    let looks = numbers.map(Look.init)
    var tally = LookTally()
    for look in looks { tally.add(look) }
    let sorted = looks.map { (look: $0, share: tally.share(of: $0)) }
      .sorted { $0.share > $1.share }
    return sorted.enumerated().map {
      ($1.look, kind, Double($0) / Double(sorted.count))
    }
  }

  private func isRatherOther(_ look: Look, than kind: Scan.Kind) -> Bool {
    guard let mine = tallies[kind], let others = tallies[kind.other] else {
      return false
    }
    return look.isRather(of: others, than: mine)
  }

  /// Whether a number that came as one of a kind looks like the other.
  package mutating func looksLikeOther(
    _ number: String, than kind: Scan.Kind
  ) -> Bool {
    guard canTell else { return false }
    let look = Look(number)
    let place =
      look.place(among: Self.verdictCount)
      + (kind == .borrower ? Self.verdictCount : 0)
    if verdicts[place].look == look { return verdicts[place].isOther }
    let isOther = isRatherOther(look, than: kind)
    verdicts[place] = Verdict(look: look, isOther: isOther)
    return isOther
  }
}

extension LookTally {
  /// How many of the features of a look the numbers have, on the whole.
  fileprivate func share(of look: Look) -> Int {
    look.beginnings.reduce(self[length: look.length] + self[look.alphabet]) {
      $0 + self[beginning: $1]
    }
  }
}
