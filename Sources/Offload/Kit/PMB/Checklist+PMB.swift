import Circulation

extension Document {
  /// Creates the checklist of a kit for PMB: the parts in the order in which
  /// PMB needs them.
  init(
    checklistFor kit: Kit, _ pmb: PMBKit, _ words: any OffloadWords,
    language: String
  ) {
    var blocks: [Block] = [
      .paragraph(words.pmbPurpose(kit)),
      .heading(words.beforeUpload),
      .steps(
        words.stepsBeforePMB
          + [kit.rehearsal.map { words.stepBeforeUpload($0) }]
          .compactMap(\.self)),
      .points(words.stations(in: kit.uploads)),
    ]
    for part in PMBKit.Part.allCases {
      let steps = pmb.steps[part] ?? []
      let notices = pmb.notices[part] ?? []
      guard !steps.isEmpty || !notices.isEmpty else { continue }
      blocks.append(.heading(words.heading(of: part)))
      blocks.append(
        .points(
          (steps.isEmpty ? [] : words.advice(on: part))
            + notices.map { words.sentence($0) }))
      if !steps.isEmpty { blocks.append(.steps(steps.map(words.sentence))) }
    }
    blocks += [.heading(words.afterUpload), .steps(words.stepsAfterPMB)]
    self.init(title: words.pmbTitle, language: language, blocks: blocks)
  }
}
