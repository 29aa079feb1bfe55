import Circulation
import Scanning
import Terminal

// What speaks against a number, and whether it is taken all the same.
extension Station {
  /// A number that looks wrong, and is accepted if it comes again.
  struct Doubt {
    let kind: Scan.Kind
    let scan: Scan
    /// Whether it seems to be of the other kind.
    let seemsOther: Bool
    /// How often it was scanned again.
    var answers = 0
    /// The update in which it was last asked for, and the moment.
    var turn: Int
    var asked: ContinuousClock.Instant

    /// Whether there was time to read what was asked.
    func isRead(at moment: ContinuousClock.Instant) -> Bool {
      asked.duration(to: moment) >= Station.doubleBeep
    }

    /// Whether it seems to be the next borrower's card, so that what comes after
    /// it is not for the borrower before.
    var isNextCard: Bool { seemsOther && kind == .item }
  }

  /// Why a number looks wrong.
  enum Reason: Hashable {
    /// The settings say so.
    case rules(NumberRules.Doubt)
    /// What was seen says so.
    case seen(SeenNumbers.Doubt)
    /// It is the number of a title.
    case title(TitleNumber)

    /// Whether it seems to be of the other kind.
    var seemsOther: Bool {
      self == .seen(.isOther) || self == .seen(.looksLikeOther)
    }
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

  /// What a number is taken for.
  enum Acceptance: Hashable {
    /// What it came as; doubtful, if something was said against it.
    case asItCame(isDoubtful: Bool)
    /// The other kind: what it seems to be.
    case asOther
  }

  /// How many scans somebody may make before the station has looked.
  static let fewScans = 3

  /// How many transactions are looked through for what is known of numbers.
  private static let mostSeen = 10_000

  /// What a number is taken for.
  ///
  /// - Returns: nil if it has to be scanned again, or another one in its place.
  mutating func accept(_ scan: Scan, as kind: Scan.Kind) -> Acceptance? {
    lastCode = nil
    recallSeen()
    switch verdict(on: scan, as: kind) {
    case .sound:
      if let doubt, !passDoubt() {
        refuse(words.notRecorded(scan.number, before: doubt.scan.number))
        return nil
      }
      return .asItCame(isDoubtful: false)
    case .refused(let reason):
      passDoubt()
      tell(reason, against: scan.number, as: kind, isFinal: true)
      return nil
    case .asked(let reason, let times):
      return answer(scan, kind, reason, times: times)
    }
  }

  /// What a number that looks wrong is taken for, if it was scanned as often as
  /// it takes; if not, it is asked for again.
  private mutating func answer(
    _ scan: Scan, _ kind: Scan.Kind, _ reason: Reason, times: Int
  ) -> Acceptance? {
    if case .rules(.undecided(let pattern)) = reason {
      costlyPatterns.insert(pattern)
    }
    let number = scan.number
    let isSame = doubt?.kind == kind && doubt?.scan.number == number
    if !isSame { dropDoubt() }
    if takesDoubtful {
      doubt = nil
      return .asItCame(isDoubtful: true)
    }
    var doubt =
      doubt
      ?? Doubt(
        kind: kind, scan: scan, seemsOther: reason.seemsOther, turn: turn,
        asked: moment())
    // A scanner that beeps twice is no answer: nobody can have seen what was
    // asked.
    if isSame, doubt.turn != turn, doubt.isRead(at: moment()) {
      (doubt.answers, doubt.turn) = (doubt.answers + 1, turn)
      doubt.asked = moment()
    }
    let isAnswered = doubt.answers >= times
    if isAnswered, doubt.seemsOther, !isAskedByRoom, desk.operation == .loan {
      self.doubt = nil
      return .asOther
    }
    guard !isAnswered || doubt.seemsOther else {
      self.doubt = nil
      // A room says so when it has done it.
      if !isAskedByRoom { remarks.append(words.accepted(number)) }
      return .asItCame(isDoubtful: true)
    }
    self.doubt = doubt
    tell(reason, against: number, as: kind, isFinal: doubt.answers + 1 < times)
    return nil
  }

  /// Takes a number that seems to be of the other kind for what it came as:
  /// what Enter says that is pressed by hand.
  ///
  /// - Returns: whether there was one.
  mutating func takeAsItCame() -> Bool {
    guard
      let doubt, doubt.seemsOther, doubt.isRead(at: moment()),
      focus == .borrower ? borrowerField.isEmpty : itemField.isEmpty
    else { return false }
    insist { station in
      switch doubt.kind {
      case .item: station.record(doubt.scan)
      case .borrower: station.takeCard(doubt.scan)
      }
    }
    remarks.append(words.accepted(doubt.scan.number))
    return true
  }

  /// Does something that takes what looks wrong for what it comes as.
  mutating func insist(_ act: (inout Station) -> Void) {
    takesDoubtful = true
    act(&self)
    takesDoubtful = false
  }

  /// Says that a number that was to be scanned again was not.
  mutating func dropDoubt() {
    guard let doubt else { return }
    refuse(words.doubtDropped(doubt.scan.number))
    self.doubt = nil
  }

  /// Goes on to another number than the one that was to be scanned again.
  ///
  /// - Returns: false if whose it is has to be known first.
  @discardableResult
  mutating func passDoubt() -> Bool {
    let isForNextCard = doubt?.isNextCard ?? false
    if isForNextCard, desk.operation == .loan, !isAskedByRoom { return false }
    dropDoubt()
    return true
  }

  /// Says what speaks against a number, and what to scan: if that is final,
  /// another number.
  private mutating func tell(
    _ reason: Reason, against number: String, as kind: Scan.Kind, isFinal: Bool
  ) {
    switch reason {
    case .rules(let doubt): refuse(words.inDoubt(number, kind, doubt))
    case .seen(let doubt):
      let operation = isAskedByRoom ? nil : desk.operation
      refuse(words.inDoubt(number, kind, doubt, at: operation))
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

  /// Whether a scan is an item and no card, as the settings say or what was seen.
  func isKnownItem(_ scan: Scan) -> Bool {
    scan.kinds == [.item] || seemsOther(scan, as: .borrower)
  }

  /// Whether a scan that comes as one of a kind seems to be of the other.
  func seemsOther(_ scan: Scan, as kind: Scan.Kind) -> Bool {
    guard case .asked(let reason, _) = verdict(on: scan, as: kind) else {
      return false
    }
    return reason.seemsOther
  }

  /// Whether what stands in the item's field would be recorded now.
  var canRecordItem: Bool {
    let scan = rules.scan(itemField.text)
    guard
      isSound(scan, as: .item), scan.kinds != [.borrower],
      rules.command(itemField.text) == nil
    else { return false }
    guard desk.operation == .loan else { return true }
    let card = rules.scan(borrowerField.text)
    return card.number != scan.number
      && (desk.borrower?.text == borrowerField.text
        || isSound(card, as: .borrower) && card.kinds != [.item])
  }

  private func isSound(_ scan: Scan, as kind: Scan.Kind) -> Bool {
    (try? Barcode(scan.number)) != nil && verdict(on: scan, as: kind) == .sound
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
        || seen?.areItems(like: scan.number) ?? false
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
