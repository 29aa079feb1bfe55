import Circulation
import Foundation
import Testing

@testable import Exchange

/// The files that other programs wrote, and those made to try a reader: each
/// is read as its expectation says.
struct FixtureTests {
  struct Fixture: CustomTestStringConvertible, Sendable {
    let path: String
    let format: ExchangeFormat

    var testDescription: String { path }

    func bytes(_ ending: String = "") throws -> [UInt8] {
      let url = FixtureTests.folder.appendingPathComponent(path + ending)
      return Array(try Data(contentsOf: url))
    }
  }

  static let folder = Bundle.module.bundleURL
    .appendingPathComponent("Fixtures")

  private static func format(ofFolder name: String, _ file: String)
    -> ExchangeFormat?
  {
    switch name {
    case "koc": .koha
    case "real" where file.hasSuffix(".koc"): .koha
    case "real" where file.hasSuffix(".xacts"): .evergreen
    case "real": .alma
    default: ExchangeFormat(rawValue: name)
    }
  }

  /// All fixtures with an expectation.
  static let all: [Fixture] = {
    let ending = ".expected.json"
    let paths = FileManager.default.enumerator(atPath: folder.path)
    return (paths?.compactMap { $0 as? String } ?? []).sorted()
      .filter { $0.hasSuffix(ending) }
      .compactMap { path in
        let path = String(path.dropLast(ending.count))
        let parts = path.split(separator: "/").map(String.init)
        return format(ofFolder: parts[0], parts[1]).map {
          Fixture(path: path, format: $0)
        }
      }
  }()

  @Test func thereAreFixturesOfEachFormat() {
    #expect(Self.all.count > 95)
    #expect(Set(Self.all.map(\.format)).count == 5)
  }

  @Test(arguments: all)
  func itIsReadAsExpected(_ fixture: Fixture) throws {
    let expected = try JSONDecoder().decode(
      Expectation.self, from: Data(fixture.bytes(".expected.json")))
    let file = try OfflineFile(
      fixture.bytes(), as: fixture.format,
      named: String(fixture.path.split(separator: "/")[1]))
    let rows = file.lines.compactMap { line -> Expectation.Row? in
      guard case .entry(let entry) = line.reading else { return nil }
      return Expectation.Row(entry, line: line.number, file.notes)
    }
    #expect(rows == expected.rows)
    #expect(issues(of: file) == Set(expected.errors.map(Self.plain)))
    if fixture.format == .koha {
      #expect(file.notes.generator == expected.generator)
      #expect(file.notes.version == expected.version)
      #expect(file.notes.isUTC == (expected.zone == "UTC"))
    }
    if fixture.format == .evergreen {
      let blanks = file.notes.notices.contains {
        if case .outerBlanks = $0 { true } else { false }
      }
      #expect(blanks == !(expected.warnings ?? []).isEmpty)
    }
  }

  @Test(arguments: all.filter { [.evergreen, .sierra].contains($0.format) })
  func itsOtherDatesAreReadAsExpected(_ fixture: Fixture) throws {
    struct File: Decodable {
      let transactions: [Expectation.Dates]
    }
    let expected = try JSONDecoder().decode(
      File.self, from: Data(fixture.bytes(".expected.json")))
    let file = try OfflineFile(fixture.bytes(), as: fixture.format)
    for dates in expected.transactions {
      let line = try #require(file.lines.first { $0.number == dates.line })
      guard case .entry(let entry) = line.reading else { continue }
      if fixture.format == .sierra {
        #expect(entry.due?.text == dates.due)
      } else {
        #expect(entry.due == dates.due.flatMap { Moment(iso8601: $0) })
        #expect(
          entry.backdate == dates.backdate.flatMap { Moment(iso8601: $0) })
      }
    }
  }

  @Test(arguments: all)
  func itIsRecognizedByItsContent(_ fixture: Fixture) throws {
    let found = ExchangeFormat(beginning: try fixture.bytes())
    // Of some nothing is left by which they could be known.
    #expect(found == nil || found == fixture.format)
    let isPlain = fixture.path.contains("plain")
    if isPlain || fixture.path.hasPrefix("real/") {
      #expect(found == fixture.format)
    }
  }

  // MARK: Reasons, as the fixtures name them

  private func issues(of file: OfflineFile) -> Set<Expectation.Issue> {
    let faults = file.faults.map {
      Expectation.Issue(
        line: $0.key, error: Self.name(of: $0.value, file.notes.format))
    }
    let notices = file.notes.notices.compactMap(Self.issue)
    return Set(faults + notices)
  }

  private static func issue(_ notice: FileNotice) -> Expectation.Issue? {
    switch notice {
    case .notUTF8: Expectation.Issue(line: 0, error: "not UTF-8")
    case .noVersion: Expectation.Issue(line: 1, error: "no Version line")
    case .version(let version):
      Expectation.Issue(line: 1, error: "version \(version)")
    case .name:
      Expectation.Issue(
        line: 0, error: "the name does not begin with rdy")
    case .byteOrderMark, .outerBlanks, .dueDate: nil
    }
  }

  /// An issue without what differs between the formats.
  private static func plain(_ issue: Expectation.Issue) -> Expectation.Issue {
    let isOfText = issue.error.hasPrefix("not UTF-8")
    // Where a tab stands in the place of blanks, there is no borrower.
    let isOfData =
      issue.error == "not printable ASCII"
      || issue.error == "loan without borrower"
    return Expectation.Issue(
      line: issue.line,
      error: isOfText ? "not UTF-8" : isOfData ? "number" : issue.error)
  }

  private static func name(
    of fault: LineFault, _ format: ExchangeFormat
  ) -> String {
    switch fault {
    case .empty: "empty line"
    case .time: format == .evergreen ? "timestamp" : "no date and time"
    case .fields(let found, let expected):
      "\(found) fields where \(expected) were expected"
    case .emptyNumber: "empty number"
    case .command:
      format == .evergreen ? "unknown type" : "unknown command"
    case .notJSON: "no JSON"
    case .notAnObject: "no object"
    case .noBorrower: "no borrower"
    case .noDue: "no due date"
    case .group: "statistics group"
    case .inventory: "inventory line"
    case .code: "unknown command code"
    case .beforeCode: "number before any command"
    case .borrowerWithoutItems: "borrower without copies"
    case .dataFile(.time): "no date"
    case .dataFile(.operation): "neither L nor R"
    case .dataFile(.item), .dataFile(.borrower), .dataFile(.noBorrower):
      "number"
    default: "\(fault)"
    }
  }
}
