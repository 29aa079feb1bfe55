import Circulation
import Foundation
import Languages
import Settings
import Station
import Terminal

/// Time and memory of opening a journal with nothing saved, and of learning
/// from it.
enum Reopening {
  /// The argument that makes a process measure itself.
  static let word = "reopen"

  private static let eventCount = 1_000_000
  private static let roundCount = 5

  static func measure(in temporary: TemporaryFolder) throws {
    let folder = StationFolder(path: try temporary.newFolder())
    try fill(folder)
    var rounds: [[Double]] = []
    for _ in 0..<roundCount {
      // A new process, so that this one's earlier memory does not count.
      let words = try Command(
        "/proc/self/exe", word, folder.path
      ).output().split(separator: " ").compactMap { Double($0) }
      guard words.count == 4 else { throw CommandError(name: word) }
      rounds.append(words)
    }
    func median(_ column: Int, times factor: Double = 1, decimals: Int)
      -> String
    {
      (rounds.map { $0[column] }.median * factor).formatted(decimals: decimals)
    }
    print(
      """

      Reopening a journal of \(Double(eventCount).formatted(decimals: 0)) unsaved \
      events (median of \(roundCount) processes):
          \(median(0, decimals: 2)) s, processor \(median(1, decimals: 2)) s, \
      \(median(2, times: 0.001, decimals: 0)) MB at most
          \(median(3, times: 1_000, decimals: 1)) ms \
      to learn what the numbers of a window look like
      """)
  }

  /// Fills the folder's journal and releases it.
  private static func fill(_ folder: StationFolder) throws {
    let journal = try Journal.open(
      in: folder, at: WallClock.system.now()
    ).journal
    try journal.record(SampleDay(count: eventCount))
  }

  /// Prints the seconds, those of the processor, the peak memory of this process
  /// in kB, and the seconds that a window takes to learn from the journal.
  static func measureHere(in path: String) throws {
    var count = 0
    var processorTime = 0.0
    let time = try seconds {
      processorTime = try processorSeconds {
        let (_, replay, _) = try Journal.open(
          in: StationFolder(path: path), at: WallClock.system.now())
        count = replay.unsaved.count
      }
    }
    guard count == eventCount else { throw CommandError(name: word) }
    let status = try String(
      contentsOfFile: "/proc/self/status", encoding: .utf8)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = peak?.split { !$0.isNumber }.first ?? ""
    print(time, processorTime, kilobytes, try learning(in: path))
  }

  private static func learning(in path: String) throws -> Double {
    let desk = try Desk(folder: StationFolder(path: path))
    func time(learns: Bool) -> Double {
      seconds {
        _ = Station(
          desk: desk, size: Size(columns: 80, rows: 24),
          words: Language.english.words, learns: learns)
      }
    }
    // The first window counts the day, learning or not.
    _ = time(learns: false)
    let without = time(learns: false)
    return time(learns: true) - without
  }
}
