import Circulation
import Scanning
import Terminal

// What speaks against a number, and whether it is taken all the same.
extension Station {
  /// A number that looks wrong, and is accepted if it comes again.
  struct Doubt {
    let kind: Scan.Kind
    let number: String
    /// How often it was scanned again.
    var answers = 0
    /// The update in which it was last asked for, and the moment.
    var turn: Int
    var asked: ContinuousClock.Instant
  }

  /// Why a number looks wrong.
  enum Reason: Hashable {
    /// The settings say so.
    case rules(NumberRules.Doubt)
    /// What was seen says so.
    case seen(SeenNumbers.Doubt)
    /// It is the number of a title.
    case title(TitleNumber)
  }

  /// What becomes of a number.
  enum Verdict: Hashable {
    /// It is taken.
    case sound
    /// It is taken once it was scanned again, so many times.
    case asked(Reason, times: Int)
    /// Another one has to be scanned.
    case refused(Reason)
  }

  /// How many scans somebody may make before the station has looked.
  static let fewScans = 3

  /// How many transactions are looked through for what is known of numbers.
  private static let mostSeen = 10_000

  /// Whether a number is to be taken, and then, whether in spite of a doubt.
  ///
  /// - Returns: nil if it has to be scanned again, or another one in its place.
  mutating func accept(_ scan: Scan, as kind: Scan.Kind) -> Bool? {
    lastCode = nil
    recallSeen()
    switch verdict(on: scan, as: kind) {
    case .sound:
      dropDoubt()
      return false
    case .refused(let reason):
      dropDoubt()
      tell(reason, against: scan.number, as: kind, isFinal: true)
      return nil
    case .asked(let reason, let times):
      guard isConfirmed(scan.number, kind, reason, times: times) else {
        return nil
      }
      return true
    }
  }

  /// Whether a number was scanned as often as it takes; if not, it is asked for
  /// again.
  private mutating func isConfirmed(
    _ number: String, _ kind: Scan.Kind, _ reason: Reason, times: Int
  ) -> Bool {
    if case .rules(.undecided(let pattern)) = reason {
      costlyPatterns.insert(pattern)
    }
    let isSame = doubt?.kind == kind && doubt?.number == number
    if !isSame { dropDoubt() }
    if takesDoubtful {
      doubt = nil
      return true
    }
    var doubt =
      doubt ?? Doubt(kind: kind, number: number, turn: turn, asked: moment())
    // A scanner that beeps twice is no answer: nobody can have seen what was
    // asked.
    if isSame, doubt.turn != turn,
      doubt.asked.duration(to: moment()) >= Self.doubleBeep
    {
      (doubt.answers, doubt.turn) = (doubt.answers + 1, turn)
      doubt.asked = moment()
    }
    guard doubt.answers < times else {
      self.doubt = nil
      remarks.append(words.accepted(number))
      return true
    }
    self.doubt = doubt
    tell(reason, against: number, as: kind, isFinal: doubt.answers + 1 < times)
    return false
  }

  /// Says that a number that was to be scanned again was not.
  mutating func dropDoubt() {
    guard let doubt else { return }
    refuse(words.doubtDropped(doubt.number))
    self.doubt = nil
  }

  /// Says what speaks against a number, and what to scan: if that is final,
  /// another number.
  private mutating func tell(
    _ reason: Reason, against number: String, as kind: Scan.Kind, isFinal: Bool
  ) {
    switch reason {
    case .rules(let doubt): refuse(words.inDoubt(number, kind, doubt))
    case .seen(let doubt):
      refuse(words.inDoubt(number, kind, doubt, at: desk.operation))
    case .title(let title):
      refuse(words.isTitle(number, title, kind, isFinal: isFinal))
    }
  }

  // MARK: Verdicts

  /// What becomes of a number that comes as one of a kind.
  func verdict(on scan: Scan, as kind: Scan.Kind) -> Verdict {
    if let title = title(of: scan, as: kind) {
      return verdict(on: scan.number, as: kind, title)
    }
    if let doubt = rules.doubt(scan, as: kind) {
      return .asked(.rules(doubt), times: 1)
    }
    // Patterns know better; and the desk itself refuses a loan of its borrower.
    guard
      rules.rules(for: kind).patterns.isEmpty,
      kind == .borrower || desk.operation == .return
        || desk.borrower?.text != scan.number,
      let doubt = seen?.doubt(scan.number, as: kind)
    else { return .sound }
    return .asked(.seen(doubt), times: 1)
  }

  /// Whether a scan names a title, and is taken for no item.
  func isOfTitle(_ scan: Scan) -> Bool {
    guard
      TitleNumber(scan.number) != nil,
      case .refused = verdict(on: scan, as: .item)
    else { return false }
    return true
  }

  /// The title that a number names, if it is not known to be a library's.
  private func title(of scan: Scan, as kind: Scan.Kind) -> TitleNumber? {
    guard let title = TitleNumber(scan.number) else { return nil }
    switch kind {
    case .borrower:
      // Cards of ten digits are as usual as any.
      return title.mayBeChance || scan.kinds.contains(.borrower) ? nil : title
    case .item:
      let isMeant =
        scan.kinds.contains(.item)
        && (title.mayBeChance || rules.item.meansTitles(like: scan.number))
      // Who empties a scanner's memory can't answer for one number in eleven.
      let isTaken =
        isMeant || title.mayBeChance && hasManyScans
        || seen?.areItems(like: title) ?? false
      return isTaken ? nil : title
    }
  }

  private func verdict(
    on number: String, as kind: Scan.Kind, _ title: TitleNumber
  ) -> Verdict {
    let mayBeItem =
      kind == .item
      && (rules.item.fits(number) || seen?.isUsualItem(number) ?? false)
    if mayBeItem { return .asked(.title(title), times: 1) }
    // One number in eleven is like one by chance.
    return title.mayBeChance
      ? .asked(.title(title), times: 2) : .refused(.title(title))
  }

  // MARK: What was seen

  /// Looks again at what was recorded, if some of it was taken back.
  mutating func recallSeen() {
    guard seen != nil, seenChanges != desk.pastChanges else { return }
    seenChanges = desk.pastChanges
    seen = SeenNumbers(desk.past(limit: Self.mostSeen))
  }
}

extension Event {
  /// Whether it is a scan, or the end of one.
  var endsScan: Bool {
    switch self {
    case .burst, .key(.enter), .key(.tab): true
    default: false
    }
  }
}
