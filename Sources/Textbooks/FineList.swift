import Circulation

/// The fines of a school, by what the journals tell of its copies.
package struct FineList: Hashable, Sendable {
  /// The fines, by borrower and time.
  package private(set) var fines: [Fine] = []
  /// The returns that cost nothing and that somebody should look at: the copy
  /// came back better than it was lent.
  package private(set) var suspicious: [Fine] = []

  /// Works out the fines of all returns whose state was noted, and takes those
  /// that were charged.
  ///
  /// - Parameters:
  ///   - history: the loans of all copies.
  ///   - tariff: the rules for fines.
  ///   - scale: the states of the school.
  ///   - facts: returns what lists tell of a copy that was returned.
  /// - Throws: what the facts throw.
  package init<Failure: Error>(
    of history: LendingHistory, by tariff: Tariff, on scale: StatusScale,
    facts: (LoanEpisode) throws(Failure) -> CopyFacts
  ) throws(Failure) {
    var rest = history.fines
    for copy in history.copies.values {
      for (index, episode) in copy.episodes.enumerated() {
        if let loan = FinishedLoan(copy, index) {
          add(
            Fine(
              of: loan, by: tariff, on: scale, try facts(episode),
              record: rest.removeValue(forKey: loan.fine),
              backAt: loan.timeOfComingBack(
                in: copy.episodes[(index + 1)...])))
        }
        // A fine for a loss stays when the copy comes back.
        for record in episode.fines {
          if let record = rest.removeValue(forKey: record.id) {
            add(Fine(record, of: episode))
          }
        }
      }
    }
    for record in rest.values {
      guard let charge = record.charge, let time = record.charges.last?.time
      else { continue }
      add(
        Fine(
          record, charge, backAt: history.movement(of: charge.item, after: time)
        ))
    }
    fines.sort { $0.isListed(before: $1) }
    suspicious.sort { $0.isListed(before: $1) }
  }

  private mutating func add(_ fine: Fine) {
    if fine.amount != .zero || fine.isRecorded {
      fines.append(fine)
    } else if fine.isSuspicious {
      suspicious.append(fine)
    }
  }
}

extension Fine {
  /// Works out the fine of a loan, and takes what was recorded of it.
  fileprivate init(
    of loan: FinishedLoan, by tariff: Tariff, on scale: StatusScale,
    _ facts: CopyFacts, record: FineRecord?, backAt back: LocalTime?
  ) {
    self.init(
      id: loan.fine.text,
      borrower: record?.charge?.borrower.text ?? loan.borrower?.text
        ?? facts.holder,
      item: loan.item.text, start: loan.start ?? facts.start, end: loan.end,
      derivation: loan.derivation(by: tariff, on: scale, facts),
      time: loan.ended,
      back: back, record: record)
  }

  /// Takes what was recorded of a loan whose copy has come back since.
  fileprivate init(_ record: FineRecord, of episode: LoanEpisode) {
    self.init(
      id: record.id.text,
      borrower: record.charge?.borrower.text ?? episode.borrower?.text,
      item: episode.item.text, start: episode.stateAtStart,
      end: episode.stateAtEnd, derivation: nil, time: record.firstTime,
      back: episode.returned?.time, record: record)
  }

  /// Takes a charge of which no loan is known.
  fileprivate init(
    _ record: FineRecord, _ charge: FineCharge, backAt back: LocalTime?
  ) {
    self.init(
      id: record.id.text, borrower: charge.borrower.text,
      item: charge.item.text, start: nil, end: nil, derivation: nil,
      time: record.firstTime, back: back, record: record)
  }

  private init(
    id: String, borrower: String?, item: String, start: Int?, end: Int?,
    derivation: Derivation?, time: LocalTime, back: LocalTime?,
    record: FineRecord?
  ) {
    let settlement = record?.settlement
    let charge = record?.charge
    let state: State =
      switch settlement?.kind {
      case .paid?: .paid
      case .waived?: .waived
      case .void?: .void
      // After the end of the year, it is only flagged that the copy is back.
      case nil where charge?.isFinal == true: .final
      case nil: back == nil ? .provisional : .void
      }
    let cents = settlement?.cents ?? charge?.cents
    self.init(
      id: id, borrower: borrower, item: item, start: start, end: end,
      amount: cents.map { Money(cents: $0) } ?? derivation?.amount,
      state: state, time: time, derivation: derivation,
      back: [.void, .final].contains(state) ? back : nil,
      isRecorded: charge != nil || settlement != nil,
      recordedReason: charge?.reason.filled, remark: settlement?.reason.filled)
  }

  /// Returns true if the fine is listed before another one.
  fileprivate func isListed(before other: Fine) -> Bool {
    let (left, right) = (borrower ?? "", other.borrower ?? "")
    if left != right { return left < right }
    if time.wallMinutes != other.time.wallMinutes {
      return time.precedes(other.time)
    }
    guard let one = FineID(id), let two = FineID(other.id) else {
      return id < other.id
    }
    return (one.sequence, one.station) < (two.sequence, two.station)
  }
}

extension String {
  /// The text; nil if it is empty.
  fileprivate var filled: String? { isEmpty ? nil : self }
}

extension FineRecord {
  /// The time of the first charge or settlement.
  fileprivate var firstTime: LocalTime {
    (charges.map(\.time) + settlements.map(\.time)).min {
      $0.precedes($1)
    } ?? LocalTime(secondsSince1970: 0, utcOffset: 0)
  }
}
