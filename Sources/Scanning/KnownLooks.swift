/// The typical appearance of borrowers and items in some transactions, by which
/// a swapped one is recognized.
///
/// At least five different ones of each are required. Numbers that look like
/// the other kind are ignored, unless they are frequent.
package struct KnownLooks: Sendable {
  /// The percentage of a kind's numbers that makes an appearance shared with
  /// the other kind normal.
  private static let usualPercentage = 25
  /// The number of results cached for each kind.
  private static let verdictCount = 256

  private var tallies: [Scan.Kind: LookTally] = [
    .borrower: LookTally(), .item: LookTally(),
  ]
  private var verdicts = [Verdict](
    repeating: Verdict(look: Look(""), isOther: false),
    count: 2 * verdictCount)
  /// True if there are enough numbers of both kinds.
  private let canTell: Bool

  private struct Verdict: Sendable {
    let look: Look
    let isOther: Bool
  }

  /// Learns the appearance of numbers, each of which counts once.
  package init(borrowers: Set<String>, items: Set<String>) {
    canTell = min(borrowers.count, items.count) >= LookTally.minimumCount
    guard canTell else { return }
    // The most typical numbers come first; unusual ones are compared with them.
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
        looks.count >= LookTally.minimumCount,
        100 * looks.count >= Self.usualPercentage * all
      else { continue }
      for look in looks { tallies[kind]?.add(look) }
    }
  }

  /// Returns the appearances of numbers with their rank from 0, the most
  /// typical, to 1.
  private static func inOrder(
    _ numbers: Set<String>, as kind: Scan.Kind
  ) -> [(look: Look, kind: Scan.Kind, rank: Double)] {
    let looks = numbers.map { Look($0) }
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

  /// Returns true if a number of one kind looks like the other.
  package mutating func looksLikeOther(
    _ number: Span<UInt8>, than kind: Scan.Kind
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
  /// Returns the number of times that features of an appearance occur.
  fileprivate func share(of look: Look) -> Int {
    look.beginnings.reduce(self[length: look.length] + self[look.alphabet]) {
      $0 + self[beginning: $1]
    }
  }
}
