import Circulation
import Foundation

/// Durable transactions per second: the journal, the lower bound and SQLite,
/// and the desk's safety measures in addition to the journal.
///
/// All writers of a group take turns in every round, so that other disk
/// activity affects them alike; ratios are computed within a round.
enum DurableWriting {
  private static let roundCount = 15
  private static let burst = 100

  static func measure(in folder: TemporaryFolder) throws {
    print(
      """

      Durable transactions a second, and their ratio to the first line
      (medians of \(roundCount) rounds):
      """)
    try compare([
      try BareFile(in: folder), try JournalWriter(in: folder),
      try SQLiteTable(in: folder),
    ])
    print("\nWhat safety costs, as the ratio to the plain journal:")
    try compare([
      try JournalWriter(in: folder), try DeskWriter(in: folder),
      try DeskWriter(in: folder, isCopying: true),
      try RenewedJournal(in: folder),
    ])
  }

  /// Measures writers, in turns, and prints their ratios to the first.
  static func compare(_ writers: [any DurableWriter]) throws {
    try measure(writers, "one at a time", burst: 1, transactionCount: 200)
    try measure(
      writers, "in bursts of \(burst)", burst: burst,
      transactionCount: 50 * burst)
  }

  private static func measure(
    _ writers: [any DurableWriter], _ title: String, burst: Int,
    transactionCount: Int
  ) throws {
    let transactions = Array(SampleDay(count: transactionCount))
    let bursts = stride(from: 0, to: transactionCount, by: burst).map {
      transactions[$0..<$0 + burst]
    }
    for writer in writers { try writer.prepare(bursts) }
    var rates = writers.map { _ in [Double]() }
    for round in 0..<roundCount {
      // Each writer is first equally often.
      for turn in writers.indices {
        let index = (round + turn) % writers.count
        let time = try seconds { try writers[index].write(bursts) }
        rates[index].append(Double(transactionCount) / time)
      }
    }
    print("  \(title)")
    for (writer, ownRates) in zip(writers, rates) {
      let ratio = zip(ownRates, rates[0]).map { $0 / $1 }.median
      print(
        "    \(writer.name)", ownRates.median.formatted(decimals: 0, width: 9),
        ratio.formatted(decimals: 2, width: 7))
    }
  }
}

/// A writer whose transactions are on disk when its call returns.
protocol DurableWriter {
  /// The name, padded to a common width.
  var name: String { get }
  /// Prepares the data; not included in the time.
  func prepare(_ bursts: [ArraySlice<Transaction>]) throws
  /// Writes the bursts, with one sync for each.
  func write(_ bursts: [ArraySlice<Transaction>]) throws
}
