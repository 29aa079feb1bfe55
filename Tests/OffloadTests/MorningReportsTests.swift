import Circulation
import Foundation
import Support
import Testing

@testable import Offload

/// The reports on the uploads of a morning.
@Suite struct MorningReportsTests {
  private let folder = TestFolder()
  private var reports: MorningReports {
    MorningReports(in: folder.path + "/reports")
  }

  private func upload(_ name: String, _ items: String...) throws -> String {
    let path = folder.path + "/" + name
    try items.map { "201805301041R\($0)\r\n" }.joined().write(
      toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func add(_ text: String, named name: String) throws -> String {
    try reports.add(Array(text.utf8), named: name)
  }

  @Test func aReportIsJoinedWithTheFileThatItIsAbout() throws {
    let one = try upload("1-Central.dat", "37000034179", "37000034180")
    let two = try upload("2-Annexe.dat", "37000099001", "37000099002")
    let report = try add(
      "Line\tError Message\n1\tItem not found. Barcode: 37000099001\n",
      named: "report.txt")
    let worklist = try reports.worklist(of: report, about: [one, two])
    #expect(worklist?.file == two)
    #expect(worklist?.tasks.count == 1)
    let other = try add(
      "Line\tError Message\n1\tItem not found. Barcode: 37000012345\n",
      named: "other.txt")
    #expect(throws: OtherFile.self) {
      _ = try reports.worklist(of: other, about: [one, two])
    }
    #expect(try reports.worklist(of: report, about: []) == nil)
  }

  @Test func aReportThatComesOrChangesIsSeen() throws {
    #expect(try reports.versions().isEmpty)
    let path = try add("one", named: "report.txt")
    let before = try reports.versions()
    #expect(Array(before.keys) == [path])
    try "another".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try reports.versions() != before)
    try "x".write(
      toFile: folder.path + "/reports/.half", atomically: true,
      encoding: .utf8)
    #expect(try reports.versions().count == 1)
  }

  @Test func noReportReplacesAnotherAndNoneIsThereTwice() throws {
    let first = try add("one", named: "report.txt")
    let second = try add("two", named: "report.txt")
    #expect(first != second)
    #expect(try add("one", named: "report.txt") == first)
    #expect(try reports.versions().count == 2)
    let mode =
      try FileManager.default.attributesOfItem(atPath: first)[
        .posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func onlyChosenCorrectionsAreInTheFile() throws {
    let retry = try Morning.worklist().retry
    #expect(retry.corrections.count == 2)
    #expect(retry.choosing { $0 == 2 }.corrections == [retry.corrections[1]])
    #expect(retry.choosing { _ in false }.bytes.isEmpty)
  }
}
