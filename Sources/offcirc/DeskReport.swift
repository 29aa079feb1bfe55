import Circulation
import Languages
import Offload
import Station

/// The messages about a desk that the window would show, for commands without
/// window.
struct DeskReport {
  private let desk: Desk
  private let words: any Words
  private var toldRepairs: Int
  private var hasToldRescue = false
  private let hasUnreadableLines: Bool
  private let arePatternsWhole: Bool

  /// Reports the findings of opening the desk, and its warnings.
  init(of desk: Desk, at place: CommandContext) {
    self.desk = desk
    words = place.words
    toldRepairs = desk.repairs.count
    if !desk.opening.isUneventful, let found = words.opening(desk) {
      printError(found)
    }
    for caution in words.cautions(of: desk) { printError(caution.text) }
    let path = desk.folder.dataFile
    if let foreign = try? ForeignFile(at: path) {
      printError(words.sentence(foreign, of: path))
    }
    // An unreadable file is reported when it is written to.
    hasUnreadableLines = ((try? desk.summary())?.unreadable.count ?? 0) > 0
    arePatternsWhole = place.tellOfPatterns()
  }

  /// Reports the repairs made since the last call.
  mutating func tellNews() {
    for repair in desk.repairs.dropFirst(toldRepairs) {
      printError(words.sentence(repair, desk.opening.traces))
    }
    toldRepairs = desk.repairs.count
    if let path = desk.rescued, !hasToldRescue {
      hasToldRescue = true
      printError(words.rescued(desk.unsaved.count, in: path))
    }
  }

  /// True if nothing needs a person's attention.
  var isSound: Bool {
    desk.repairs.isEmpty && desk.opening.damage.isEmpty && !hasUnreadableLines
      && arePatternsWhole
  }
}
