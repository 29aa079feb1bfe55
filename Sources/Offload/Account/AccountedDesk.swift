import Circulation

/// The lines of a desk in an account.
package struct AccountedDesk: Hashable, Sendable {
  /// The name; the path of its file, if the desk is not known.
  package let name: String
  /// The files.
  package internal(set) var files: [StationFile] = []
  /// The number of files that are in the archives of their stations.
  package internal(set) var archivedCount = 0
  /// The fates of the lines.
  package internal(set) var sums = AccountedSums()
  /// The number of loans.
  package private(set) var loanCount = 0
  /// The number of returns.
  package private(set) var returnCount = 0
  /// The number of lines that are not transactions.
  package private(set) var unreadableCount = 0
  /// The times of the first and of the last line; nil if none has a time.
  package private(set) var span: FileOverview.Span?
  /// The journals beside the files.
  package internal(set) var journals: [AccountedJournal] = []

  init(name: String) { self.name = name }

  /// Takes a line that is not blank.
  mutating func take(_ line: FixedFile.Line) {
    guard let transaction = line.transaction else {
      unreadableCount += 1
      return
    }
    if transaction.borrower == nil {
      returnCount += 1
    } else {
      loanCount += 1
    }
    let time = transaction.recorded
    guard let old = span else {
      span = FileOverview.Span(first: time, last: time)
      return
    }
    if time.precedes(old.first) {
      span = FileOverview.Span(first: time, last: old.last)
    } else if old.last.precedes(time) {
      span = FileOverview.Span(first: old.first, last: time)
    }
  }
}

/// The lines of a desk, or of all, by what became of them.
///
/// Each line counts once: the number recorded is the sum of the others.
package struct AccountedSums: Hashable, Sendable {
  /// The lines in the files.
  package internal(set) var recorded = 0
  /// The lines that the library system has taken.
  package internal(set) var uploaded = 0
  /// The lines that the library system has refused.
  package internal(set) var refused = 0
  /// The lines that a person has taken out.
  package internal(set) var takenOut = 0
  /// The lines that were handed over, of which no report is given.
  package internal(set) var handedOver = 0
  /// The lines that were not handed over.
  package internal(set) var waiting = 0

  /// Creates sums, all 0 by default.
  package init(
    recorded: Int = 0, uploaded: Int = 0, refused: Int = 0, takenOut: Int = 0,
    handedOver: Int = 0, waiting: Int = 0
  ) {
    self.recorded = recorded
    self.uploaded = uploaded
    self.refused = refused
    self.takenOut = takenOut
    self.handedOver = handedOver
    self.waiting = waiting
  }

  /// True if each line that was recorded is in one of the others.
  package var hold: Bool {
    recorded == uploaded + refused + takenOut + handedOver + waiting
  }

  static func += (one: inout Self, other: Self) {
    one.recorded += other.recorded
    one.uploaded += other.uploaded
    one.refused += other.refused
    one.takenOut += other.takenOut
    one.handedOver += other.handedOver
    one.waiting += other.waiting
  }
}

/// The journal beside a file, beside which its lines are counted again.
package struct AccountedJournal: Hashable, Sendable {
  /// The path of the file.
  package let path: String
  /// The number of lines of the file.
  package let lineCount: Int
  /// The number of transactions that the journal has saved to it.
  package let savedCount: Int
  /// The number of transactions that are not saved.
  package let unsavedCount: Int
  /// The known losses.
  package let health: JournalHealth

  init(_ reading: StationReading, of file: StationFile, lineCount: Int) {
    path = file.path
    self.lineCount = lineCount
    savedCount = reading.replay?.saved.count ?? 0
    unsavedCount = reading.unsaved.count
    health = reading.health
  }

  /// True if it counts as many lines as the file has.
  package var agrees: Bool { savedCount == lineCount }
}

/// An hour, or a day, with the lines of each desk.
package struct AccountedTime: Hashable, Sendable {
  /// The beginning.
  package let start: LocalTime
  /// The numbers of lines, by desk.
  package let counts: [Int]

  /// The number of lines of all desks.
  package var total: Int { counts.reduce(0, +) }
}

/// A count of lines by hour.
struct AccountedClock {
  private let deskCount: Int
  private var counts: [Int: [Int]] = [:]

  /// The maximum number of hours that have a row each: three long days.
  private static let maximumHours = 60

  init(deskCount: Int) { self.deskCount = deskCount }

  /// Takes a line, with the minutes from 1970-01-01T00:00 to its time.
  mutating func take(_ minute: Int, of desk: Int) {
    let hour = (Double(minute) / 60).rounded(.down)
    counts[
      Int(hour), default: [Int](repeating: 0, count: deskCount)][desk] += 1
  }

  /// The hours that have lines; the days, if there are too many.
  var times: (times: [AccountedTime], areDays: Bool) {
    let areDays = counts.count > Self.maximumHours
    var sums: [Int: [Int]] = [:]
    for (hour, counts) in counts {
      let start = areDays ? hour / 24 * 24 : hour
      let old = sums[start] ?? [Int](repeating: 0, count: deskCount)
      sums[start] = zip(old, counts).map { $0 + $1 }
    }
    let times = sums.sorted { $0.key < $1.key }.compactMap { hour, counts in
      LocalTime(wallMinutes: 60 * hour).map {
        AccountedTime(start: $0, counts: counts)
      }
    }
    return (times, areDays)
  }
}
