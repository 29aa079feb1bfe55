import Circulation
import Foundation
import Simulated
import Testing

@testable import Exchange

/// The answers of the importers of Koha and Evergreen, as they gave them,
/// beside the findings of the check in the same files.
struct MeasuredAnswerTests {
  /// A file of Koha, and the lines that were lost or changed, or whose order
  /// was lost.
  struct KohaAnswer: Decodable, CustomTestStringConvertible, Sendable {
    let file: String
    let troubles: [[Int]]

    var testDescription: String { file }
  }

  /// A session of Evergreen: the files of its stations, and the outcome.
  struct EvergreenAnswer: Decodable, CustomTestStringConvertible, Sendable {
    let `case`: String
    let files: [String]
    let isProcessed: Bool
    /// The event and the item of each row that failed.
    let exceptions: [[String?]]
    /// The items, in the order in which their rows were processed.
    let order: [String?]

    var testDescription: String { self.case }
  }

  /// A date, and what Evergreen understands by it on a server in Paris.
  struct DateAnswer: Decodable, CustomTestStringConvertible, Sendable {
    let written: String
    let understood: String

    var testDescription: String { written }
  }

  private static func answers<Answer: Decodable>(_ name: String) -> [Answer] {
    let url = FixtureTests.folder.appendingPathComponent("measured/\(name)")
    return (try? Data(contentsOf: url)).flatMap {
      try? JSONDecoder().decode([Answer].self, from: $0)
    } ?? []
  }

  private static let koha: [KohaAnswer] = answers("koha.json")
  private static let evergreen: [EvergreenAnswer] = answers("evergreen.json")
  private static let dates: [DateAnswer] = answers("dates.json")

  private func check(
    _ bytes: [UInt8], as format: ExchangeFormat
  ) throws -> [OfflineFinding] {
    let disk = SimulatedFileSystem()
    disk["/desk/file"] = bytes
    var findings: [OfflineFinding] = []
    _ = try OfflineCheck(
      of: disk.open("/desk/file", for: .reading), as: format, named: "file",
      OfflineCheck.Rules(zone: .paris, now: nil)
    ).run(isByLine: true) { findings.append($0) }
    return findings
  }

  @Test func theAnswersAreThere() {
    #expect(Self.koha.count == 37)
    #expect(Self.evergreen.count == 47)
    #expect(Self.dates.count == 21)
  }

  @Test(arguments: koha)
  func eachLineThatKohaLosesOrChangesIsFound(_ answer: KohaAnswer) throws {
    let url = FixtureTests.folder.appendingPathComponent(answer.file)
    let findings = try check(Array(Data(contentsOf: url)), as: .koha)
    let found = findings.filter { $0.severity != .note }
    for lines in answer.troubles {
      #expect(
        found.contains { finding in
          lines.contains { finding.lines?.contains($0) ?? true }
        }, "lines \(lines)")
    }
  }

  @Test(arguments: evergreen)
  func whatStopsASessionOrFailsInItIsFound(_ answer: EvergreenAnswer) throws {
    let found = try answer.files.map {
      try check(Array($0.utf8), as: .evergreen)
    }
    let stops = found.joined().contains { $0.consequence == .sessionStops }
    #expect(stops == !answer.isProcessed)
    // Nobody but Evergreen knows its items and what happened to them since.
    let known = ["ASSET_COPY_NOT_FOUND", "SKIP_ASSET_CHANGED"]
    for exception in answer.exceptions
    where !known.contains(exception.first.flatMap(\.self) ?? "") {
      #expect(found.joined().contains { $0.severity == .error })
    }
  }

  @Test(arguments: evergreen.filter { $0.isProcessed && $0.files.count == 1 })
  func rowsAreProcessedInTheOrderOfTheTimesThatWeRead(
    _ answer: EvergreenAnswer
  ) throws {
    let file = try OfflineFile(answer.files[0], as: .evergreen)
    // Fractions of a second are not kept.
    guard
      file.faults.values.allSatisfy({ $0 == .empty }),
      !answer.case.contains("float")
    else { return }
    let entries = file.entries.enumerated().sorted { one, other in
      let (first, second) = (one.element.rank, other.element.rank)
      return first == second ? one.offset < other.offset : first < second
    }
    let processed = answer.order.map {
      $0?.trimmingCharacters(in: .whitespaces)
    }
    #expect(entries.map(\.element.item) == processed)
  }

  @Test(arguments: dates)
  func aDateIsReadAsEvergreenUnderstandsItOrNotAtAll(
    _ answer: DateAnswer
  ) throws {
    guard let ours = Moment(iso8601: answer.written) else { return }
    let theirs = try #require(Moment(iso8601: answer.understood))
    #expect(ours.wall == theirs.wall)
    #expect(ours.offset == nil || ours.offset == theirs.offset)
  }

  @Test func theListBesideADataFileHasTheSameRows() throws {
    let folder = FixtureTests.folder.appendingPathComponent("real")
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    let file = try OfflineFile(bytes("alma-uo-extract.dat"), as: .alma)
    let list = String(decoding: try bytes("alma-uo-extract.csv"), as: UTF8.self)
    let rows = list.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
    }
    let readable = rows.filter { $0[3].allSatisfy(\.isASCII) }
    #expect(readable.count == file.entries.count)
    for (row, entry) in zip(readable, file.entries) {
      #expect(row[3] == entry.item)
      #expect(row[5] == entry.borrower ?? "")
      let at = try #require(entry.moment?.fields)
      let time = String(
        format: "%04d%02d%02d%02d%02d", at.year, at.month, at.day, at.hour,
        at.minute)
      #expect(row[1].hasPrefix(time))
    }
  }
}

extension Entry {
  /// The place of the row in a session: registrations come first.
  fileprivate var rank: Int64 {
    if case .registration = act { return .min }
    return moment?.wall ?? .min
  }
}
