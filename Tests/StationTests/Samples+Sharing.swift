import Circulation
import SharedLibraries

@testable import Languages
@testable import Sharing
@testable import Station

extension Samples {
  /// What is said of the database that desks share.
  mutating func addSharing() {
    add("func sentence(_ error: ShareError) -> String") { words in
      ShareError.oneOfEach.map { words.sentence($0) }
    }
    add("func sentence(_ warning: Sharer.Warning) -> String") { words in
      let year = 365 * 86_400
      return [
        .error(.notPrepared), .clock(lead: 120), .clock(lead: -7_200),
        .clock(lead: year), .clock(lead: -year), .lists,
      ].map { (warning: Sharer.Warning) in words.sentence(warning) }
    }
    add("func clockLead(_ seconds: Int) -> String") { words in
      [61, -7_200, -365 * 86_400].map { words.clockLead($0) }
    }
    add("var noShare: String { get }") { [$0.noShare] }
    add("func prepared(_ schema: Schema) -> [String]", naming: ["library"]) {
      words in
      [[], [1]].map {
        words.prepared(Schema(database: "library", steps: $0))
          .joined(separator: "\n")
      }
    }
    add("var shareHeadings: [String] { get }") {
      [$0.shareHeadings.joined(separator: "\n")]
    }
    add("var nothingShared: String { get }") { [$0.nothingShared] }
    addSharedLists()
    add(
      "func fetched(_ count: Int, into folder: String) -> String",
      naming: ["/files/x"]
    ) { words in Value.counts.map { words.fetched($0, into: Value.path) } }
    add("var nothingToFetch: String { get }") { [$0.nothingToFetch] }
    add("func unsaved(_ count: Int, at status: ShareStatus) -> String") {
      words in
      Value.counts.map { words.unsaved($0, at: Value.shareStatus()) }
    }
    add("func lagging(_ status: ShareStatus) -> String") { words in
      [(0, 4_711), (4_711, 0), (4_711, 4_711)].map {
        words.lagging(Value.shareStatus(silence: $0, waiting: $1))
      }
    }
    add(
      """
      func sharedLinesToErase(_ count: Int, olderThan days: Int) -> \
      String
      """, naming: ["90"]
    ) { words in
      Value.counts.map { words.sharedLinesToErase($0, olderThan: 90) }
    }
    add("func erasedShared(_ count: Int) -> String") { words in
      Value.counts.map { words.erasedShared($0) }
    }
    add("func shared(_ standing: Sharer.Standing) -> String") { words in
      Sharer.Standing.oneOfEach.map { words.shared($0) }
    }
  }
}

extension Samples {
  /// The sentences about the lists that desks share.
  private mutating func addSharedLists() {
    add("func sentence(_ lists: SharedLists) -> String") { words in
      let lists = SharedLists(
        version: 12, role: "referent1", published: Value.time)
      return [SharedLists(), lists].map { words.sentence($0) }
    }
    add("func publishedLists(_ version: Int) -> String") {
      [$0.publishedLists(4_711)]
    }
    add("var listsOnlyHere: String { get }") { [$0.listsOnlyHere] }
    add("func ownLists(_ count: Int) -> String") { words in
      Value.counts.map { words.ownLists($0) }
    }
  }
}

extension Samples {
  /// What is said of what other desks share.
  mutating func addNeighbours() {
    add("func name(ofDesk name: String) -> String") {
      [$0.name(ofDesk: "")]
    }
    add(
      """
      func lentElsewhere(_ line: Neighbours.Line, today: LocalTime) -> \
      String
      """
    ) { words in
      ["", "Desk 2"].flatMap { desk in
        let line = Neighbours.Line(at: desk, Value.loan)
        return [Value.time, Value.time.later(by: 86_400)].map {
          words.lentElsewhere(line, today: $0)
        }
      }
    }
    add("var elsewhereHeading: String { get }") { [$0.elsewhereHeading] }
    add(
      "func foundElsewhere(_ number: String, _ count: Int) -> String",
      naming: ["NUMBER"]
    ) { words in Value.counts.map { words.foundElsewhere("NUMBER", $0) } }
  }
}

extension ShareError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let station = "00000000000000a1"
    return switch sample {
    case nil: .missing(MissingLibrary(debianPackage: "libpq5"))
    case .missing: .address(reason: "VALUE")
    case .address: .passwordInAddress
    case .passwordInAddress: .passwordFileOpen(path: Value.path)
    case .passwordFileOpen: .unreachable(reason: "VALUE")
    case .unreachable: .notAdmitted(reason: "VALUE")
    case .notAdmitted: .untrusted(reason: "VALUE")
    case .untrusted: .unencrypted(host: "VALUE")
    case .unencrypted: .noAnswer(seconds: 10)
    case .noAnswer: .lost(reason: "VALUE")
    case .lost: .refused(reason: "VALUE", state: "42501")
    case .refused: .serverTooOld(version: "13.4", needed: 14)
    case .serverTooOld: .encoding("LATIN1")
    case .encoding: .notPrepared
    case .notPrepared: .olderSchema(step: 1, needed: 2)
    case .olderSchema: .newerSchema(step: 3, known: 2)
    case .newerSchema: .mayNotPublish(role: "desk1")
    case .mayNotPublish: .listsBusy
    case .listsBusy: .listCut("000001-items-2026-11-20.csv")
    case .listCut: .fork(station: station, sequence: 4_711)
    case .fork: .ahead(station: station, count: 4_711)
    case .ahead: .unknownStation(station)
    case .unknownStation: .severalStations([])
    case .severalStations([]): .severalStations([station])
    case .severalStations: .file(Value.failure)
    case .file: nil
    }
  }
}

extension Value {
  /// A station in the shared database.
  static func shareStatus(
    silence: Int = 0, waiting waitingCount: Int = 0
  ) -> ShareStatus {
    ShareStatus(
      station: "00000000000000a1", desk: "", role: "desk1", heard: time,
      silence: silence, last: 4_711, waitingCount: waitingCount,
      clockLead: 0, isOwn: true)
  }
}

extension Sharer.Standing: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .upToDate
    case .upToDate: .waiting(count: 12, since: Value.time)
    case .waiting: .off(since: Value.time)
    case .off: nil
    }
  }
}
