import Exchange

extension Document {
  /// Creates the checklist of a kit for Koha, Evergreen, Sierra or Destiny.
  init(
    checklistFor kit: Kit, _ part: SystemKit, _ words: any OffloadWords,
    language: String
  ) {
    let system = part.system
    let losses = part.report.losses.all.map {
      words.sentence($0, of: part.uploads, in: part.zone)
    }
    let byHand =
      part.leftOutCount > 0 ? [words.stepForLeftOut(part.leftOutCount)] : []
    let rehearsal = [kit.rehearsal.map { words.stepBeforeUpload($0) }]
    self.init(
      title: words.systemTitle(system), language: language,
      blocks: [
        .paragraph(words.systemPurpose(kit, for: system)),
        .heading(words.beforeUpload),
        .steps(words.stepsBefore(system) + rehearsal.compactMap(\.self)),
        .points(words.stations(in: kit.uploads)),
        .heading(words.upload),
        .points(words.ways(to: system)),
        .steps(part.report.written.map { words.step(for: $0, of: system) }),
      ] + (losses.isEmpty ? [] : [.points(losses)]) + [
        .heading(words.afterUpload),
        .steps(
          byHand
            + kit.stateLists.map {
              words.stepForState(
                $0.status, count: $0.count, in: $0.name, for: system)
            } + words.stepsAfter(system)),
        .points(words.meaningsOfMessages(from: system)),
      ])
  }
}
