import Foundation
import Support
import Testing

@testable import Catalogue

/// A station whose catalogue another process holds: here it is the test itself.
@Suite(.serialized, .ownThread)
struct LockedCatalogueTests {
  private let folder = TestFolder()
  private let first = 37_000_000_000
  private let count = 2_000

  private func number(_ index: Int) -> String { "\(first + index)" }

  @Test func allScansAreRecordedWhileAnotherProcessLocksIt() throws {
    let list = folder.path + "/items.csv"
    let path = folder.path + "/catalogue"
    try
      ("Barcode;Titre\n"
      + (0..<count).map { "\(number($0));Titre \($0)\n" }.joined())
      .write(toFile: list, atomically: true, encoding: .utf8)
    #expect(
      try Program.run(
        ["catalogue", "import", list, "--catalogue", path],
        environment: ["HOME": folder.path]
      ).status == 0)
    let station = try Pty(in: folder, "--catalogue", path)
    try station.look(for: "Lists of")
    station.type("9921000000164\r")
    try station.look(for: "9921000000164")
    var holder: Database?
    let warning = "The lists are not used"
    for start in stride(from: 0, to: count, by: 100) {
      if start == 500 {
        holder = try Database(path, for: .building)
        try holder?.execute("BEGIN EXCLUSIVE")
      } else if start == 1_500 {
        try holder?.execute("ROLLBACK")
        holder = nil
      }
      let scans = (start..<start + 100).map { number($0) + "\r" }
      station.type(scans.joined())
      try station.look(for: number(start + 99))
      if holder != nil { try station.look(for: warning) }
      #expect(
        station.screen.text.components(separatedBy: warning).count <= 2)
    }
    // Free again, it is used again.
    try station.look(for: "Titre \(count - 1)")
    #expect(!station.screen.text.contains(warning))
    station.kill()
    let listed = try Program.run(
      ["list", "--files", folder.files, "--unsaved", "--format", "csv"],
      environment: ["HOME": folder.path]
    ).output
    let missing = (0..<count).filter {
      !listed.contains(",loan,\(number($0)),9921000000164")
    }
    #expect(missing == [])
  }
}
