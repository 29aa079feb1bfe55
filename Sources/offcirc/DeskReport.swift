import Circulation
import Offload
import Station

/// What a command without a window says of a desk beside its own work: what the
/// window would show.
struct DeskReport {
  private let desk: Desk
  private let words: any Words
  private var toldRepairs: Int
  private var hasToldRescue = false
  private let hasStrangeLines: Bool
  private let arePatternsWhole: Bool

  /// Says what was found when the desk was opened, and what has to be looked at.
  init(of desk: Desk, at place: Workplace) {
    self.desk = desk
    words = place.words
    toldRepairs = desk.repairs.count
    if !desk.opening.isUneventful, let found = words.opening(desk) {
      complain(found)
    }
    for caution in words.cautions(of: desk) { complain(caution.text) }
    let path = desk.folder.dataFile
    if let foreign = try? ForeignFile(at: path) {
      complain(words.sentence(foreign, of: path))
    }
    // One that can't be read is told when it is written to.
    hasStrangeLines = (try? desk.survey())?.firstStrangeLine != nil
    arePatternsWhole = place.tellOfPatterns()
  }

  /// Says what the station has gone on from by itself since the last time.
  mutating func tellNews() {
    for repair in desk.repairs.dropFirst(toldRepairs) {
      complain(words.sentence(repair, desk.opening.traces))
    }
    toldRepairs = desk.repairs.count
    if let path = desk.rescued, !hasToldRescue {
      hasToldRescue = true
      complain(words.rescued(desk.unsaved.count, in: path))
    }
  }

  /// Whether there is nothing that somebody has to look at.
  var isSound: Bool {
    desk.repairs.isEmpty && desk.opening.damage.isEmpty && !hasStrangeLines
      && arePatternsWhole
  }
}
