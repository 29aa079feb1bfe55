import Circulation
import Scanning

// Numbers that look wrong: each is accepted once it was scanned again.
extension Shared {
  /// Accepts a number that comes to a desk as one of a kind.
  ///
  /// - Parameters:
  ///   - scan: the number.
  ///   - kind: what it comes as.
  ///   - desk: the desk.
  ///   - isAnswer: true if a room has asked for it.
  ///   - old: the transaction that it is to amend; nil if there is none.
  /// - Returns: nil if it has to be scanned again, or another one in its place.
  mutating func accept(
    _ scan: Scan, as kind: Scan.Kind, at desk: Desk, isAnswer: Bool = false,
    amending old: Transaction? = nil
  ) -> Acceptance? {
    lastCode = nil
    knowledge.recall(desk)
    let list = knowledge.listVerdict(
      on: scan.number, as: kind, at: desk, amending: old)
    let verdict = knowledge.verdict(
      on: scan, as: kind, at: desk, amending: old, by: list)
    switch verdict {
    case .sound:
      if let confirmation, !passConfirmation(at: desk) {
        refuse(words.notRecorded(scan.number, before: confirmation.scan.number))
        return nil
      }
      // The desk itself says so of what it records.
      if isAnswer { pointOutObjections(of: list) }
      return .asScanned(
        scan.origin(isDoubtful: false, against: list?.objections ?? []),
        by: list)
    case .refused(let reason):
      passConfirmation(at: desk)
      report(reason, against: scan.number, as: kind, isFinal: true)
      return nil
    case .asked(let reason, let times):
      return ask(
        for: scan, as: kind, reason, times: times,
        at: isAnswer ? nil : desk.operation, list)
    }
  }

  /// Asks for a number that looks wrong, or accepts it if it was scanned as
  /// often as it takes; the operation is nil if a room has asked for it.
  private mutating func ask(
    for scan: Scan, as kind: Scan.Kind, _ reason: Confirmation.Reason,
    times: Int, at operation: Operation?, _ list: ListVerdict?
  ) -> Acceptance? {
    let origin = scan.origin(
      isDoubtful: !reason.isOfLists, against: list?.objections ?? [])
    if case .rules(.undecided(let pattern)) = reason {
      knowledge.costlyPatterns.insert(pattern)
    }
    let number = scan.number
    let isSame =
      confirmation?.kind == kind && confirmation?.scan.number == number
    if !isSame { dropConfirmation() }
    // Who was asked because of the lists knows what they say.
    let untold = isSame && reason.isOfLists ? nil : list
    if acceptsDoubtful {
      confirmation = nil
      pointOutObjections(of: untold)
      return .asScanned(origin, by: list)
    }
    var confirmation =
      confirmation
      ?? Confirmation(
        kind: kind, scan: scan, seemsOther: reason.seemsOther,
        isAnswer: operation == nil, turn: turnCount, asked: now)
    // A scanner that beeps twice is no answer.
    if isSame, confirmation.turn != turnCount, confirmation.isRead(at: now) {
      confirmation.answerCount += 1
      confirmation.turn = turnCount
      confirmation.asked = now
    }
    let isAnswered = confirmation.answerCount >= times
    if isAnswered, confirmation.seemsOther, operation == .loan {
      self.confirmation = nil
      return .asOther
    }
    guard !isAnswered || confirmation.seemsOther else {
      self.confirmation = nil
      // A room says so when it has done it.
      if operation != nil { remark(words.accepted(number)) }
      pointOutObjections(of: untold)
      return .asScanned(origin, by: list)
    }
    self.confirmation = confirmation
    report(
      reason, against: number, as: kind,
      isFinal: confirmation.answerCount + 1 < times, at: operation)
    return nil
  }

  /// Says that a number that was to be scanned again was not.
  mutating func dropConfirmation() {
    guard let confirmation else { return }
    self.confirmation = nil
    refuse(words.confirmationDropped(confirmation.scan.number))
  }

  /// Goes on to another number than the one that was to be scanned again.
  ///
  /// - Returns: false if it has to be known first whose the next item is.
  @discardableResult
  mutating func passConfirmation(at desk: Desk) -> Bool {
    if let confirmation, confirmation.isNextCard, !confirmation.isAnswer,
      desk.operation == .loan
    {
      return false
    }
    dropConfirmation()
    return true
  }

  /// Says why a number looks wrong, and what to scan: if that is final, another
  /// number.
  private mutating func report(
    _ reason: Confirmation.Reason, against number: String, as kind: Scan.Kind,
    isFinal: Bool, at operation: Operation? = nil
  ) {
    switch reason {
    case .rules(let warning):
      refuse(words.numberWarning(number, kind, warning))
    case .seen(let warning):
      refuse(words.numberWarning(number, kind, warning, at: operation))
    case .lists(let verdict): refuse(words.objection(verdict))
    case .title(let title):
      refuse(words.isTitle(number, title, kind, isFinal: isFinal))
    }
  }
}
