extension Barcode {
  /// The borrower of a loan whose borrower was erased.
  static let erased = Barcode(sound: Array("-".utf8).span)
  /// The borrower of such a loan that follows one of somebody else without a
  /// return: otherwise it would look like a renewal.
  static let erasedToo = Barcode(sound: Array("--".utf8).span)

  /// True if it stands for a borrower who was erased.
  var isErased: Bool { self == .erased || self == .erasedToo }
}

extension Journal {
  /// Rewrites a journal line by line without its borrowers, for an archive.
  ///
  /// Every event stays with its number and its time; an erased borrower is
  /// `-`. What was scanned for one, and what a person wrote at a settlement, is
  /// left out. The header has a version of its own, which older programs
  /// refuse.
  ///
  /// - Parameters:
  ///   - file: the journal, without damage.
  ///   - history: the loans of all journals, to tell renewals from new loans.
  /// - Returns: the bytes of the new journal; nil if a line can't be read.
  /// - Throws: ``FileError``.
  package static func withoutBorrowers(
    _ file: any OpenFile, _ history: LendingHistory
  ) throws(FileError) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(try file.length())
    var times = TimeReader()
    var station = ""
    var isReadable = true
    try LineReader.forEachLine(in: file) { position, line in
      switch try? JournalFormat.line(line, times: &times) {
      case .header(_, let id)?:
        station = id
        JournalFormat.appendHeader(
          like: line, version: JournalFormat.versionWithoutBorrowers,
          to: &bytes)
      case .event(let sequence, let event, let time)?:
        JournalFormat.append(
          event.withoutBorrowers(at: sequence) {
            history.erasedBorrower(
              of: FineID(station: station, sequence: $0))
          }, sequence: sequence, at: time, to: &bytes)
      // What has no line end is reserved space, or a torn line.
      case nil: isReadable = isReadable && !position.isTerminated
      }
    }
    return isReadable ? bytes : nil
  }
}

extension LendingHistory {
  /// Returns the number that stands for the erased borrower of a loan.
  fileprivate func erasedBorrower(of loan: FineID) -> Barcode {
    episode(of: loan)?.index.isMultiple(of: 2) == false ? .erasedToo : .erased
  }
}

extension JournalFormat.Event {
  /// Returns the event without its borrowers.
  fileprivate func withoutBorrowers(
    at sequence: Int, _ borrower: (Int) -> Barcode
  ) -> Self {
    switch self {
    case .recorded(let transaction):
      .recorded(transaction.withBorrower(borrower(sequence)))
    case .amended(let sequence, let transaction):
      .amended(
        sequence: sequence, transaction.withBorrower(borrower(sequence)))
    case .moved(_, _, let origin):
      .moved(from: .erased, to: .erased, origin: origin.withoutScan)
    case .textbook(let event, let optional):
      .textbook(
        event.withoutBorrowers, optional: optional?.withoutBorrowerScan)
    case .deleted, .undone, .saveBegun, .saveDone, .saveVoid, .archived,
      .repaired:
      self
    }
  }
}

extension Transaction {
  /// Returns the transaction with another borrower, if it is a loan.
  fileprivate func withBorrower(_ number: Barcode) -> Transaction {
    let origins = origins?.withoutBorrowerScan
    return borrower == nil
      ? .return(of: item, at: recorded, origins: origins)
      : .loan(of: item, to: number, at: recorded, origins: origins)
  }
}

extension TransactionOrigins {
  /// The origins of the item alone; a newer version's fields may name persons.
  fileprivate var withoutBorrowerScan: TransactionOrigins? {
    TransactionOrigins(item: item, borrower: borrower.withoutScan)
  }
}

extension ScanOrigin {
  /// The origin without the scan.
  fileprivate var withoutScan: ScanOrigin {
    ScanOrigin(raw: nil, isDoubtful: isDoubtful, against: objections)
  }
}

extension TextbookEvent {
  /// The event without its borrower, and without what a person wrote.
  fileprivate var withoutBorrowers: TextbookEvent {
    switch self {
    case .condition: self
    case .brought(let sequence, _): .brought(sequence: sequence, by: .erased)
    case .charged(let charge):
      .charged(
        FineCharge(
          fine: charge.fine, borrower: .erased, item: charge.item,
          cents: charge.cents, isFinal: charge.isFinal, reason: charge.reason))
    case .settled(let settlement):
      .settled(
        FineSettlement(
          fine: settlement.fine, kind: settlement.kind,
          cents: settlement.cents, reason: ""))
    case .skipped(let skip):
      .skipped(HandOutSkip(skip.reason, of: .erased, in: skip.group))
    }
  }
}
