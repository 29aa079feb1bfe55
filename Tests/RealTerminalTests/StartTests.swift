import Circulation
import Foundation
import Support
import Testing

/// A start costs what the station needs: what a rare command needs is opened
/// when it is used.
@Suite(.serialized, .ownThread)
struct StartTests {
  private let folder = TestFolder()

  @Test func theStationOpensFewLibraries() throws {
    let station = try Pty(in: folder)
    try station.look(for: "Offline Circulation")
    // Those of Swift are a part of the program that is built for a desk.
    let own = ["libswift", "libFoundation", "lib_Foundation"]
    let libraries = station.libraries.map(\.lastName).filter { name in
      !own.contains(where: name.hasPrefix)
    }
    #expect(!libraries.isEmpty)
    #expect(libraries.count <= 12, "\(libraries.sorted())")
    for name in ["libX11", "libicu", "libcairo", "libzint", "libxml2"] {
      #expect(!libraries.contains { $0.hasPrefix(name) })
    }
  }

  @Test func aMissingLibraryClosesOneCommand() throws {
    let places = folder.path + "/libraries"
    let files = FileManager.default
    try files.createDirectory(
      atPath: places, withIntermediateDirectories: false)
    // Files that are no libraries come before the installed ones.
    for name in ["libcairo.so.2", "libxml2.so.2", "libgmime-3.0.so.0"] {
      try Data().write(to: URL(fileURLWithPath: "\(places)/\(name)"))
    }
    func run(
      _ arguments: String..., input: String = ""
    ) throws -> Program.Result {
      try Program.run(
        arguments, input: input,
        environment: [
          "LD_LIBRARY_PATH": places, "OFFCIRC_FILES": folder.files,
        ])
    }
    let loan = "loan 37000034179 9921000000164\n"
    #expect(try run("record", input: loan).output == "ok 1\n")
    #expect(try run("save").status == 0)
    let sheet = try run("sheet", "--output", folder.path + "/sheet.pdf")
    #expect(sheet.status == 74)
    #expect(sheet.errors.contains(" without the package libcairo2. Install it"))
    for (name, content, package) in [
      ("page.html", "<!DOCTYPE html><html><p>Report</p></html>", "libxml2"),
      ("mail.eml", "MIME-Version: 1.0\n\nReport\n", "libgmime-3.0-0"),
    ] {
      let path = folder.path + "/" + name
      try Data(content.utf8).write(to: URL(fileURLWithPath: path))
      let result = try run("reconcile", path, folder.files + "/OffCirc.dat")
      #expect(result.status == 74)
      #expect(
        result.errors.contains(" without the package \(package). Install it"))
    }
  }
}
