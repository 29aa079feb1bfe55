import Circulation

@testable import Offload
@testable import Station

extension Samples {
  /// What is said in the room of the morning.
  mutating func addMorning() {
    addStagesOfMorning()
    addMatters()
    addArchiving()
    addDeciding()
  }

  private mutating func addArchiving() {
    add("func copied(_ note: String) -> String", naming: ["WORDS"]) {
      [$0.copied("WORDS")]
    }
    add("var noNote: String { get }") { [$0.noNote] }
    add("var noClipboard: String { get }") { [$0.noClipboard] }
    add("var archivingTitle: String { get }") { [$0.archivingTitle] }
    add(
      "func archivingQuestion(_ file: StationFile, desk: String?) -> String",
      naming: ["/files"]
    ) { words in
      ["DESK", nil].map { words.archivingQuestion(Value.file, desk: $0) }
    }
    add("var archivingAnswer: String { get }") { [$0.archivingAnswer] }
    add("var nextStationAnswer: String { get }") { [$0.nextStationAnswer] }
    add("var backToPage: String { get }") { [$0.backToPage] }
    add("var noStationAtHand: String { get }") { [$0.noStationAtHand] }
  }

  private mutating func addStagesOfMorning() {
    add("func morningTitle(_ stage: MorningStage) -> String") { words in
      MorningStage.allCases.map(words.morningTitle)
    }
    add("func morningPrompt(_ stage: MorningStage) -> String") { words in
      MorningStage.allCases.map(words.morningPrompt)
    }
    add("func morningFooter(_ stage: MorningStage) -> String") { words in
      MorningStage.allCases.map(words.morningFooter)
    }
    add("var morningHelp: [HelpSection] { get }") { words in
      words.morningHelp.flatMap { [$0.title] + $0.paragraphs }
    }
    add("var fileHeadings: [String] { get }") { $0.fileHeadings }
    add("func fileTotals(_ files: [MorningFile]) -> String") { words in
      Value.counts.map {
        words.fileTotals([
          MorningFile(
            Value.file,
            FileOverview(lineCount: $0, loanCount: $0, returnCount: $0))
        ])
      }
    }
    add(
      """
      func sentence(_ note: MorningFile.Note, of file: StationFile) -> String
      """, naming: ["/files/x"]
    ) { words in
      let notes: [MorningFile.Note] = [
        .sameStation(Value.file), .shared(Value.shared),
        .leftOut(Value.overlap), .unreadable,
      ]
      return notes.map { words.sentence($0, of: Value.file) }
    }
    add("var tickHeadings: [String] { get }") { $0.tickHeadings }
    add("func ticked(_ count: Int, of all: Int) -> String") { words in
      Value.counts.map { words.ticked($0, of: $0) }
    }
    add("var tickedBox: String { get }") { [$0.tickedBox] }
    add("var untickedBox: String { get }") { [$0.untickedBox] }
    add("var noBox: String { get }") { [$0.noBox] }
    add("var noKit: String { get }") { [$0.noKit] }
    add(
      "func awaitsReport(in folder: String) -> String", naming: ["/files/x"]
    ) { [$0.awaitsReport(in: "/files/x")] }
    add("var reportTaken: String { get }") { [$0.reportTaken] }
    add("var pasteNotAskedFor: String { get }") { [$0.pasteNotAskedFor] }
    add("var correctionsTitle: String { get }") { [$0.correctionsTitle] }
    add(
      "func correctionsPurpose(of file: String) -> String",
      naming: ["/files/x"]
    ) { [$0.correctionsPurpose(of: "/files/x")] }
    add("var noCorrection: String { get }") { [$0.noCorrection] }
  }

  private mutating func addMatters() {
    add("func matters(_ count: Int, open: Int, decisions: Int) -> String") {
      words in
      Value.counts.map { words.matters($0, open: $0, decisions: $0) }
    }
    add("var noMatters: String { get }") { [$0.noMatters] }
    add("var matterHeadings: [String] { get }") { $0.matterHeadings }
    add("func title(of kind: MorningMatter.Kind) -> String") { words in
      FileIssue.Kind.allCases.map { words.title(of: .finding($0)) }
        + Conflict.Kind.allCases.map { words.title(of: .conflict($0)) }
        + LineEffect.allCases.map { words.title(of: .answer($0)) }
    }
    add("func sentence(_ answer: RehearsedLine) -> String") { words in
      let messages: [String?] = [nil, "User not found."]
      let certainties: [Certainty] = [.certain, .likely(.incomplete)]
      return messages.flatMap { message in
        certainties.map { certainty in
          words.sentence(
            RehearsedLine(
              file: 0, line: 1, transaction: nil, effect: .borrowerUnknown,
              message: message, certainty: certainty, ground: .borrowers))
        }
      }
    }
    add(
      "func lines(_ first: Int, _ last: Int, of name: String) -> String",
      naming: ["NAME", "4711"]
    ) { [$0.lines(4_711, 4_711, of: "NAME"), $0.lines(3, 4_711, of: "NAME")] }
    add("var decidedMark: String { get }") { [$0.decidedMark] }
    add("var lineHeadings: [String] { get }") { $0.lineHeadings }
    add("func decision(_ line: DecidedLine) -> String") { words in
      let line = FixedFile.Line(
        place: FixedFile.Place(file: 0, number: 1), bytes: [])
      return [\FixedFile.Line.isOut, \.isChanged, \.isMoved].map {
        var decided = line
        decided[keyPath: $0] = true
        return words.decision(DecidedLine(decided, of: line))
      }
    }
    add("var matterFooter: String { get }") { [$0.matterFooter] }
  }

  private mutating func addDeciding() {
    add("func label(_ entry: MorningEntry) -> String") { words in
      MorningEntry.allCases.map(words.label)
    }
    add("func prompt(_ entry: MorningEntry) -> String") { words in
      MorningEntry.allCases.map(words.prompt)
    }
    add(
      "func offered(_ nearMisses: [NearMiss]) -> String", naming: ["4711"]
    ) { words in
      NearMiss.Reason.allCases.map {
        words.offered([NearMiss(number: "4711", reason: $0, sightings: 1)])
      }
    }
    add("func entryFooter(_ entry: MorningEntry) -> String") { words in
      MorningEntry.allCases.map(words.entryFooter)
    }
    add("func decided(_ act: Decision.Act) -> String") { words in
      let name = LineName(.station("STATION"), 3)
      let acts: [Decision.Act] = [
        .keep([name]), .takeOut([name, name]), .swap([name]),
        .item([name], Value.item), .borrower([name], Value.card),
        .shift(name.source, .by(minutes: 5)), .order(name, name),
        .desk(name.source, "DESK"), .tick(page: "PAGE", box: 1),
        .archive(sha256: "SHA"), .undo(1),
      ]
      return acts.map(words.decided)
    }
    add("var noDecision: String { get }") { [$0.noDecision] }
    add(
      """
      func refused(_ fault: DecisionFault, of files: [StationFile]) -> String
      """
    ) { words in
      DecisionFault.oneOfEach.map {
        words.refused($0, of: Value.stationFiles)
      }
    }
    add("func notATime(_ text: String) -> String", naming: ["WORDS"]) {
      [$0.notATime("WORDS")]
    }
    add("func notANumber(_ text: String) -> String", naming: ["WORDS"]) {
      [$0.notANumber("WORDS")]
    }
    add("var nothingToOrder: String { get }") { [$0.nothingToOrder] }
    add("var openFirst: String { get }") { [$0.openFirst] }
    add("func notAskedFor(_ number: String) -> String", naming: ["4711"]) {
      [$0.notAskedFor("4711")]
    }
  }
}
