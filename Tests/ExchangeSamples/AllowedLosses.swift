import Exchange

// The table of losses between two formats, apart from the program's own.

extension Entry {
  /// Returns the reason why a system does not take the row, by its published
  /// rules; nil if it takes it.
  func reasonToLeaveOut(for target: ExchangeFormat) -> Set<LeftOutReason>? {
    var reasons: Set<LeftOutReason> = []
    switch act {
    case .payment(_, let cents):
      if target != .koha { return [.payment] }
      if cents <= 0 { return [.amount] }
    case .renewal(_, let borrower):
      if borrower == nil, target != .evergreen { return [.noBorrower] }
    case .inHouseUse(_, let count):
      if target != .evergreen { return [.inHouseUse] }
      if count > 99 { return [.tooMany] }
    case .uncatalogued(_, _, let count):
      if target != .evergreen { return [.uncatalogued] }
      if count > 99 { return [.tooMany] }
    case .registration:
      if target != .evergreen { return [.registration] }
    case .loan, .return: break
    }
    let numbers = [item, borrower].compactMap(\.self)
    func add(
      _ reason: LeftOutReason, if isBad: (String) -> Bool
    ) {
      if numbers.contains(where: isBad) { reasons.insert(reason) }
    }
    if target != .koha, target != .destiny {
      add(.letters) { number in !number.utf8.allSatisfy { $0 < 0x7f } }
    }
    switch target {
    case .koha:
      if item?.unicodeScalars.count ?? 0 > 20 { reasons.insert(.longItem) }
      if borrower?.unicodeScalars.count ?? 0 > 32 {
        reasons.insert(.longBorrower)
      }
    case .sierra:
      add(.separator) { $0.contains(":") || $0.contains(" ") }
    case .destiny:
      add(.separator) { $0.hasPrefix("%") || $0.contains(" ") }
    case .pmb: add(.reserved) { $0 == "0" }
    case .alma, .evergreen: break
    }
    return reasons.isEmpty ? nil : reasons
  }

  /// The event as it should come out.
  func act(in target: ExchangeFormat) -> Act {
    if case .renewal(let item, let borrower?) = act, target != .evergreen {
      return .loan(item: item, borrower: borrower)
    }
    return act
  }
}

extension Loss {
  /// Returns true if the formats of a pair allow it, apart from rows that are
  /// left out.
  func isAllowed(
    from source: ExchangeFormat, to target: ExchangeFormat
  ) -> Bool {
    let isTimed = source.hasTimes && target.hasTimes
    return switch self {
    case .leftOut, .twice: true
    case .renewals: source == .evergreen && target != .evergreen
    case .dueDates: source.hasDueDates && !target.hasDueDates
    case .secondsMadeUp, .minutesPassed: target.hasSeconds
    case .seconds: isTimed && source.hasSeconds && !target.hasSeconds
    case .times: source.hasTimes && !target.hasTimes
    case .timeGiven: !source.hasTimes && target.hasTimes
    case .takenAsLocal: source != .evergreen && target == .evergreen
    case .moved: source == .evergreen && target != .evergreen
    case .returnTimes: target == .evergreen
    case .hourTwice, .hourMissing, .order: false
    }
  }
}
