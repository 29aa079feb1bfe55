import Circulation
import Offload

// The stations at hand are archived, one by one, each after a question.
extension MorningRoom {
  /// Asks about each station that is at hand.
  mutating func archiveStations(_ shared: inout Shared) {
    stationsToAsk = morning.stationsAtHand()
    if stationsToAsk.isEmpty {
      return shared.refuse(shared.words.noStationAtHand)
    }
    askAboutStation(&shared)
  }

  private func askAboutStation(_ shared: inout Shared) {
    guard let file = stationsToAsk.first else { return }
    shared.open(
      ArchivingRoom(
        file: morning.mergedFiles[file], desk: morning.desk(of: file),
        hasNext: stationsToAsk.count > 1))
  }

  mutating func fulfil(_ request: Request, _ shared: inout Shared) {
    guard case .perform(let action) = request, !stationsToAsk.isEmpty else {
      return
    }
    let file = stationsToAsk.removeFirst()
    if action == .archiveStation { archive(file, &shared) }
    if action == .goBack { stationsToAsk = [] }
    askAboutStation(&shared)
  }

  /// Archives the station of a file: the file is found there, whatever happens
  /// in between, since the decisions name it first.
  private mutating func archive(_ file: Int, _ shared: inout Shared) {
    guard record(morning.act(archiving: file), &shared) else { return }
    do {
      let station = try work.archive(file, of: morning)
      morning.take(file, from: station.path)
      shared.notice = Notice(
        kind: station.isSound ? .recorded : .warning,
        text: station.sentences.joined(separator: " "))
      ticked = TickedPages(try work.putAway(morning))
    } catch {
      shared.refuse(shared.words.sentence(about: error))
    }
  }
}
