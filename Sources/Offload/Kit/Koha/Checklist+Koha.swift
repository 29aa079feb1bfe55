extension Document {
  /// Creates the checklist of a kit for Koha.
  init(
    checklistFor kit: Kit, _ files: [KocFile], _ words: any OffloadWords,
    language: String
  ) {
    self.init(
      title: words.kohaTitle, language: language,
      blocks: [
        .paragraph(words.kohaPurpose(kit)),
        .heading(words.beforeUpload),
        .steps(
          words.stepsBeforeKoha
            + [kit.rehearsal.map { words.stepBeforeUpload($0) }]
            .compactMap(\.self)),
        .points(words.stations(in: kit.uploads)),
        .heading(words.upload),
        .points(words.waysToKoha),
        .steps(files.map(words.step)),
        .heading(words.afterUpload),
        .steps(
          kit.stateLists.map {
            words.stepForState(
              $0.status, count: $0.count, in: $0.name, for: .koha)
          } + words.stepsAfterKoha),
      ])
  }
}
