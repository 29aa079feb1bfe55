import Circulation
import Offload
import Scanning
import Settings
import Terminal

extension Station {
  /// A station at which the files of a morning are looked at, and no loan is
  /// recorded.
  ///
  /// - Parameters:
  ///   - morning: the files.
  ///   - decisions: the file of decisions; new ones are appended.
  ///   - who: the person at the computer.
  ///   - clock: the clock of decisions.
  ///   - size: the size of the screen.
  ///   - words: the language.
  ///   - bell: the sounds.
  ///   - rules: the rules by which scans are read.
  ///   - work: the work outside the room.
  ///   - hasClipboard: true if the terminal takes texts for the clipboard.
  package init(
    _ morning: Morning, decisions: DecisionFile, by who: String,
    clock: WallClock, size: Size, words: any StationWords,
    bell: Bell = .errors, rules: ScanRules = ScanRules(),
    work: any MorningWork, hasClipboard: Bool = false
  ) {
    var shared = Shared(
      words: words, rules: rules, bell: bell, size: size,
      notice: Notice(kind: .information, text: words.morningPrompt(.collect)),
      learns: false)
    shared.time = clock.now()
    shared.hasClipboard = hasClipboard
    let remarks = work.remarks.joined(separator: " ")
    if !remarks.isEmpty {
      shared.notice = Notice(kind: .warning, text: remarks)
    }
    let room = MorningRoom(
      morning, decisions: decisions, by: who, clock: clock, work: work)
    self.init(room, shared)
  }
}
