import Circulation

/// The last sentences that told of something refused, for who could not read
/// one before the next took its place.
///
/// It is in memory alone, and goes with the window.
struct RefusalLog {
  /// A sentence, and when it was said.
  struct Entry: Hashable {
    let time: LocalTime
    let text: String
  }

  /// The newest first.
  private(set) var entries: [Entry] = []
  private static let most = 40

  mutating func add(_ sentences: [String], at time: LocalTime) {
    guard !sentences.isEmpty else { return }
    let new = sentences.suffix(Self.most).reversed().map {
      Entry(time: time, text: $0)
    }
    // What the disk refuses is said again with every try.
    entries.removeAll { entry in sentences.contains(entry.text) }
    entries = Array((new + entries).prefix(Self.most))
  }
}
