import Languages

@testable import Exchange
@testable import Station

extension Samples {
  /// What is said of other systems' files that are listed or checked.
  mutating func addOfflineFiles() {
    add("func name(of act: Entry.Act) -> String") { words in
      Value.offlineRows.map { words.name(of: $0.act) }
    }
    add("func details(of entry: Entry) -> String") { words in
      Value.offlineRows.map { words.details(of: $0) }.filter { !$0.isEmpty }
    }
    add(
      "func listedInLocalTime(of zone: String) -> String",
      naming: ["Europe/Paris"]
    ) { [$0.listedInLocalTime(of: "Europe/Paris")] }
    add("func rowsWithoutTimes(_ count: Int) -> String") { words in
      Value.counts.map { words.rowsWithoutTimes($0) }
    }
    add(
      "func headline(_ finding: OfflineFinding, of path: String) -> String",
      naming: [Value.path, "4711"]
    ) { words in
      [4_711...4_711, 3...4_711].map {
        words.headline(
          OfflineFinding(.trap(.sameSecond), in: .koha, lines: $0),
          of: Value.path)
      }
    }
    add("func sentence(_ finding: OfflineFinding) -> String") { words in
      Value.offlineFindings.map { words.sentence($0) }
    }
    add("func inSystemHeading(_ format: ExchangeFormat) -> String") { words in
      ExchangeFormat.allCases.map { words.inSystemHeading($0) }
    }
    add("func inSystem(_ finding: OfflineFinding) -> String") { words in
      Value.offlineFindings.map { words.inSystem($0) }
    }
    add("func advice(on finding: OfflineFinding) -> String") { words in
      Value.offlineFindings.map { words.advice(on: $0) }
    }
    add("func moreFindings(_ count: Int) -> String", naming: ["2"]) {
      [$0.moreFindings(2)]
    }
    add(
      """
      func conclusion(_ summary: OfflineCheck.Summary, of path: String) -> \
      String
      """, naming: [Value.path, "Koha"]
    ) { words in
      OfflineFinding.Severity.allCases.map { severity in
        var summary = OfflineCheck.Summary(notes: FileNotes(.koha))
        summary.add(severity)
        return words.conclusion(summary, of: Value.path)
      }
    }
  }
}

extension Value {
  /// A row of each kind.
  fileprivate static let offlineRows: [Entry] = {
    let time = Moment(wall: 1_795_598_130)
    let acts: [Entry.Act] = [
      .loan(item: "4711", borrower: "4712"), .return(item: "4711"),
      .renewal(item: "4711", borrower: nil),
      .payment(borrower: "4712", cents: 250),
      .registration(borrower: nil, user: "{}"),
      .inHouseUse(item: "4711", count: 2),
      .uncatalogued(borrower: "4712", kind: 1, count: 3),
    ]
    return acts.map { Entry($0, at: time) }
      + [Entry(acts[0], at: time, due: time)]
  }()

  /// A finding of each issue in each format.
  fileprivate static let offlineFindings: [OfflineFinding] = {
    let issues =
      LineFault.oneOfEach.map(OfflineIssue.fault)
      + FileNotice.oneOfEach.map(OfflineIssue.notice)
      + Trap.allCases.map(OfflineIssue.trap)
    return ExchangeFormat.allCases.flatMap { format in
      issues.map { OfflineFinding($0, in: format, lines: 3...3) }
    }
  }()
}
