import Circulation

/// The last refusals and remarks, for who could not read one before the next
/// took its place.
///
/// It is in memory alone, and goes with the window.
struct MessageLog {
  /// A sentence, and when it was said.
  struct Entry: Hashable {
    let time: LocalTime
    let text: String
  }

  /// The newest first.
  private(set) var entries: [Entry] = []
  /// The number of refusals in each hour of the day, from midnight on.
  private var countsByHour = Self.noCounts
  private var day: LocalTime?
  private static let noCounts = Array(repeating: 0, count: 24)
  private static let maximumCount = 40

  /// Counts what was refused at a time; another day begins with none.
  mutating func count(_ refusals: Int, at time: LocalTime) {
    if day.map({ !$0.isSameDay(as: time) }) ?? true {
      day = time
      countsByHour = Self.noCounts
    }
    countsByHour[time.fields.hour] += refusals
  }

  /// Returns how many were refused in each hour of the day of a time.
  func counts(on day: LocalTime) -> [Int] {
    self.day?.isSameDay(as: day) ?? false ? countsByHour : Self.noCounts
  }

  mutating func add(_ sentences: [String], at time: LocalTime) {
    guard !sentences.isEmpty else { return }
    let new = sentences.suffix(Self.maximumCount).reversed().map {
      Entry(time: time, text: $0)
    }
    // What the disk refuses is said again with every try.
    entries.removeAll { entry in sentences.contains(entry.text) }
    entries = Array((new + entries).prefix(Self.maximumCount))
  }
}
