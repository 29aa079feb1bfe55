import Circulation

/// The rejected lines to upload again with corrected numbers.
package struct Retry: Hashable, Sendable {
  /// A corrected line; its time is unchanged.
  package struct Correction: Hashable, Sendable {
    /// The line number in the uploaded file.
    package let line: Int
    /// The original transaction.
    package let old: Transaction
    /// The corrected transaction.
    package let new: Transaction
    /// The misreadings that were corrected.
    package let reasons: [NearMiss.Reason]
  }

  /// A reason not to correct a line.
  package enum OmissionReason: Hashable, Sendable {
    /// The file has no near miss of the rejected number.
    case nothingNear
    /// There are several near misses.
    case several
    /// There is one near miss, but it may be chance.
    case uncertain
    /// The corrected transaction was recorded as well, on this line.
    case recorded(line: Int)
    /// This line shows the item with another borrower at that time.
    case contradicted(line: Int)
    /// The report has a message about the near miss as well.
    case reported
    /// The line of the message is not certain.
    case unclear
  }

  /// A line that is not corrected.
  package struct Omission: Hashable, Sendable {
    /// The line number; nil if unknown.
    package let line: Int?
    /// The reason.
    package let reason: OmissionReason
  }

  /// The corrected lines, in order.
  package private(set) var corrections: [Correction]
  /// The lines not corrected, in order.
  package let omissions: [Omission]

  /// Returns the corrections that somebody chose, by their numbers from 1.
  package func choosing(_ isChosen: (Int) -> Bool) -> Retry {
    var chosen = self
    chosen.corrections = zip(1..., corrections).filter { isChosen($0.0) }
      .map(\.1)
    return chosen
  }

  /// The content of the file for the next upload.
  package var bytes: [UInt8] { DataFormat.lines(of: corrections.map(\.new)) }

  /// Corrects lines whose only near miss is certain.
  init(of tasks: [Worklist.Task], beside neighbours: Neighbours) {
    let rejected = tasks.filter(\.entry.message.said.isOfUnknownNumber)
    let reported = Set(
      tasks.filter { !$0.entry.message.said.isOfUnknownNumber }
        .compactMap(\.entry.message.said.number))
    let byLine = Dictionary(
      grouping: rejected.filter { $0.entry.joined != nil }
    ) { $0.entry.joined?.line ?? 0 }
    var corrections: [Correction] = []
    var corrected: [[Barcode?]: Int] = [:]
    var omissions: [Omission] = []
    for (line, tasks) in byLine.sorted(by: { $0.key < $1.key }) {
      switch Self.correction(
        of: line, tasks, beside: neighbours, reported: reported)
      {
      case .success(let correction):
        let numbers = [correction.new.item, correction.new.borrower]
        if let twin = corrected[numbers] {
          omissions.append(
            Omission(line: line, reason: .recorded(line: twin)))
        } else {
          corrected[numbers] = line
          corrections.append(correction)
        }
      case .failure(let reason):
        omissions.append(Omission(line: line, reason: reason))
      }
    }
    for task in rejected where task.entry.joined == nil {
      omissions.append(
        Omission(line: task.entry.message.line, reason: .unclear))
    }
    self.corrections = corrections
    self.omissions = omissions.sorted {
      $0.line ?? .max < $1.line ?? .max
    }
  }

  private static func correction(
    of line: Int, _ tasks: [Worklist.Task], beside neighbours: Neighbours,
    reported: Set<String>
  ) -> Result<Correction, OmissionReason> {
    guard let old = tasks.first?.entry.joined?.transaction else {
      return .failure(.unclear)
    }
    var item = old.item
    var borrower = old.borrower
    var reasons: [NearMiss.Reason] = []
    for task in tasks {
      guard let near = task.nearMisses.first else {
        return .failure(.nothingNear)
      }
      guard task.nearMisses.count == 1 else { return .failure(.several) }
      // A card scanned again on the next line is certain enough.
      let isReadAgain =
        task.entry.message.said.kind == .userNotFound
        && neighbours.isBorrower(near.number, beside: line)
      guard near.isCertain || isReadAgain else { return .failure(.uncertain) }
      guard let number = try? Barcode(near.number) else {
        return .failure(.nothingNear)
      }
      if near.reason == .swapped {
        item = old.borrower ?? item
        borrower = old.item
      } else if task.entry.message.said.kind == .itemNotFound {
        item = number
      } else {
        borrower = number
      }
      if !reasons.contains(near.reason) { reasons.append(near.reason) }
    }
    let new: Transaction =
      if let borrower, old.operation == .loan {
        .loan(of: item, to: borrower, at: old.recorded)
      } else {
        .return(of: item, at: old.recorded)
      }
    // A reported user exists but may be blocked (expired, for example): loans
    // are not redirected to them.
    if new.item != old.item,
      reported.contains(new.item.text.collapsingWhitespace)
    {
      return .failure(.reported)
    }
    if let borrower = new.borrower, borrower != old.borrower,
      reported.contains(borrower.text.collapsingWhitespace)
    {
      return .failure(.reported)
    }
    for other in neighbours.transactions(of: item, around: line) {
      switch other.transaction.irregularity(of: new) {
      case .renewal, .returnedTwice:
        return .failure(.recorded(line: other.line))
      case .lentTwice: return .failure(.contradicted(line: other.line))
      case .returnedWithoutLoan, nil: continue
      }
    }
    return .success(
      Correction(line: line, old: old, new: new, reasons: reasons))
  }
}

extension Retry.OmissionReason: Error {}
