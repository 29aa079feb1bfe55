import Circulation
import Scanning
import Support
import Testing
import Typesetting

@testable import Offload
@testable import Station

/// A suite that checks files in a folder of its own.
protocol Checking {
  var folder: TestFolder { get }
}

extension Checking {
  static var now: LocalTime {
    LocalTime(secondsSince1970: 1_780_200_000, utcOffset: 0)
  }

  func check(
    _ files: [StationFile], since: LocalTime? = nil,
    numbers: ScanRules = ScanRules(), limit: Int = .max,
    isByLine: Bool = false
  ) throws -> (findings: [String], summary: Check.Summary) {
    var findings: [String] = []
    let check = Check(
      files,
      rules: Check.Rules(now: Self.now, since: since, numbers: numbers))
    #expect(check.errors.isEmpty)
    let limits = { (_: Severity) in limit }
    let summary = try check.run(limit: limits, isByLine: isByLine) { finding in
      let lines =
        finding.lastLine == finding.place.number ? "" : "-\(finding.lastLine)"
      let other =
        finding.issue.other.map { " \($0.file):\($0.number)" } ?? ""
      findings.append(
        "\(finding.place.file):\(finding.place.number)\(lines) \(finding.issue.kind.name)\(other)"
      )
    }
    return (findings, summary)
  }

  func findings(
    _ lines: String..., since: LocalTime? = nil,
    numbers: ScanRules = ScanRules()
  ) throws -> [String] {
    let text = lines.map { $0 + "\r\n" }.joined()
    return try check(
      [folder.file("a", text)], since: since, numbers: numbers
    ).findings
  }

  func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L\(item.padded(to: 80))\(borrower)"
  }

  func back(_ time: String, _ item: String) -> String {
    "20260530\(time)R\(item)"
  }
}
