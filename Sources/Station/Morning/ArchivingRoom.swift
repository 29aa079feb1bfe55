import Offload

/// The question if the station of a file is to be archived.
struct ArchivingRoom: QuestionRoom {
  let file: StationFile
  /// The name of its desk; nil if it has none.
  let desk: String?
  /// True if another station is asked about after it.
  let hasNext: Bool

  var contexts: [KeyContext] { [.archiving] }

  func content(_ look: Look) -> QuestionContent {
    let words = look.words
    var answers: [(Action, String)] = [
      (.archiveStation, words.archivingAnswer)
    ]
    if hasNext { answers.append((.skipStation, words.nextStationAnswer)) }
    answers.append((.goBack, words.backToPage))
    return QuestionContent(
      title: words.archivingTitle,
      text: words.archivingQuestion(file, desk: desk), answers: answers)
  }

  mutating func answer(_ action: Action, _ shared: inout Shared) {
    shared.close()
    shared.ask(.perform(action))
  }
}
