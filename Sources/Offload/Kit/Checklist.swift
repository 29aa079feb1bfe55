import Circulation
import Exchange

extension Document {
  /// Creates the checklist of a kit: the steps in order, on one page.
  init(
    checklistFor kit: Kit, _ words: any OffloadWords, language: String
  ) {
    self.init(
      title: words.checklistTitle, language: language,
      blocks: [
        .paragraph(words.checklistPurpose(kit)),
        .heading(words.beforeUpload),
        .steps(
          words.stepsBeforeUpload
            + [kit.rehearsal.map { words.stepBeforeUpload($0) }]
            .compactMap(\.self)),
        .points(words.stations(in: kit.uploads)),
        .heading(words.upload),
        .points(words.howToUpload),
        .steps(kit.uploads.map(words.step)),
        .heading(words.afterUpload),
        .steps(
          [kit.rehearsal.flatMap { words.stepAfterUpload($0) }]
            .compactMap(\.self)
            + kit.stateLists.map {
              words.stepForState(
                $0.status, count: $0.count, in: $0.name, for: .alma)
            } + words.stepsAfterUpload),
        .points(words.limitsOfStations + words.meaningsOfMessages),
      ])
  }
}
