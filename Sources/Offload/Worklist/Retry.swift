import Circulation

/// The rejected lines that can be uploaded again with a corrected number.
package struct Retry: Hashable, Sendable {
  /// A line as it was and as it is to be; its time is the same.
  package struct Correction: Hashable, Sendable {
    /// The number of the line in the file that was uploaded.
    package let line: Int
    /// What was on it.
    package let old: Transaction
    /// What is to be on it.
    package let new: Transaction
    /// Why.
    package let reasons: [NearMiss.Reason]
  }

  /// Why a line is left as it is.
  package enum Obstacle: Hashable, Sendable {
    /// No number of the file is near to the rejected one.
    case nothingNear
    /// Several are.
    case several
    /// One is, but that may be chance.
    case uncertain
    /// The corrected transaction was recorded too, on this line.
    case recorded(line: Int)
    /// The item was with another borrower then, by this line.
    case contradicted(line: Int)
    /// The report has a message on the number that is near, too.
    case reported
    /// Which line it is, is not clear.
    case unclear
  }

  /// A line that is left as it is.
  package struct Omission: Hashable, Sendable {
    /// The number of the line; nil if it is not known.
    package let line: Int?
    /// Why.
    package let obstacle: Obstacle
  }

  /// What is corrected, in the order of the lines.
  package let corrections: [Correction]
  /// What is left as it is, in the order of the lines.
  package let omissions: [Omission]

  /// The lines for `OffCirc.dat`.
  package var bytes: [UInt8] { DataFormat.lines(of: corrections.map(\.new)) }

  /// Corrects what has one suggestion only, and a certain one.
  init(of tasks: [Worklist.Task], beside neighbours: Neighbours) {
    let rejected = tasks.filter { $0.entry.message.said.grade == .toDo }
    let reported = Set(
      tasks.filter { $0.entry.message.said.grade != .toDo }
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
            Omission(line: line, obstacle: .recorded(line: twin)))
        } else {
          corrected[numbers] = line
          corrections.append(correction)
        }
      case .failure(let obstacle):
        omissions.append(Omission(line: line, obstacle: obstacle))
      }
    }
    for task in rejected where task.entry.joined == nil {
      omissions.append(
        Omission(line: task.entry.message.line, obstacle: .unclear))
    }
    self.corrections = corrections
    self.omissions = omissions.sorted {
      $0.line ?? .max < $1.line ?? .max
    }
  }

  private static func correction(
    of line: Int, _ tasks: [Worklist.Task], beside neighbours: Neighbours,
    reported: Set<String>
  ) -> Result<Correction, Obstacle> {
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
      // A card that was read again right away is another matter.
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
    // A user who is expired, say, was found, and is not lent to all the same.
    if new.item != old.item, reported.contains(new.item.text.tidied) {
      return .failure(.reported)
    }
    if let borrower = new.borrower, borrower != old.borrower,
      reported.contains(borrower.text.tidied)
    {
      return .failure(.reported)
    }
    for other in neighbours.transactions(of: item, around: line) {
      guard other.transaction.operation == new.operation else { continue }
      return .failure(
        other.transaction.borrower == new.borrower
          ? .recorded(line: other.line) : .contradicted(line: other.line))
    }
    return .success(
      Correction(line: line, old: old, new: new, reasons: reasons))
  }
}

extension Retry.Obstacle: Error {}
