import Foundation
import Support
import Testing

/// A library that is not installed closes one command, which names its package,
/// and never the station.
@Suite(.serialized, .ownThread)
struct MissingLibraryTests {
  private let folder = TestFolder()
  private let loan = "loan 37000034179 9921000000164\n"

  /// The libraries by their packages, on either release of Debian.
  private static let libraries = [
    "libcairo2": ["libcairo.so.2"],
    "libzint2.1": ["libzint.so.2.11", "libzint.so.2.15"],
    "libxml2": ["libxml2.so.2"], "libzip": ["libzip.so.4", "libzip.so.5"],
    "libgmime-3.0-0": ["libgmime-3.0.so.0"], "libpq5": ["libpq.so.5"],
  ]

  /// Makes a folder of files that come before the installed libraries, and are
  /// none.
  private func places(without packages: [String]) throws -> String {
    let places = folder.path + "/without-" + packages.joined()
    try FileManager.default.createDirectory(
      atPath: places, withIntermediateDirectories: true)
    for name in packages.flatMap({ Self.libraries[$0] ?? [] }) {
      try Data().write(to: URL(fileURLWithPath: "\(places)/\(name)"))
    }
    return places
  }

  private func run(
    without packages: [String], _ arguments: [String], input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: [
        "LD_LIBRARY_PATH": places(without: packages), "HOME": folder.path,
        "OFFCIRC_FILES": folder.files,
      ])
  }

  @Test func eachClosesItsOwnCommandAndNamesItsPackage() throws {
    let all = Self.libraries.keys.sorted()
    #expect(
      try run(without: all, ["record"], input: loan).output == "ok 1\n")
    #expect(try run(without: all, ["save"]).status == 0)
    let sheet = ["sheet", "--output", folder.path + "/sheet.pdf"]
    let slip = ["slip", "--last", "--output", folder.path + "/slip.pdf"]
    func reconcile(_ name: String, _ content: String) throws -> [String] {
      let path = folder.path + "/" + name
      try Data(content.utf8).write(to: URL(fileURLWithPath: path))
      return ["reconcile", path, folder.files + "/OffCirc.dat"]
    }
    for (package, command) in try [
      ("libcairo2", sheet), ("libzint2.1", sheet), ("libcairo2", slip),
      (
        "libxml2",
        reconcile("page.html", "<!DOCTYPE html><html><p>Report</p></html>")
      ),
      ("libzip", reconcile("report.xlsx", "PK\u{3}\u{4}")),
      (
        "libgmime-3.0-0",
        reconcile("mail.eml", "MIME-Version: 1.0\n\nReport\n")
      ),
      ("libpq5", ["share", "--share", "service=none"]),
    ] {
      let result = try run(without: [package], command)
      #expect(result.status == 74, "\(package): \(result.output)")
      #expect(
        result.errors.contains(" without the package \(package)")
          && result.errors.contains(". Install it"),
        "\(package): \(result.errors)")
    }
  }

  @Test func theStationOpensWithoutAnyOfThem() throws {
    let screen = try Screen(
      environment: [
        "LD_LIBRARY_PATH": places(without: Self.libraries.keys.sorted()),
        "OFFCIRC_SHARE": "service=none",
      ], in: folder)
    try screen.waitFor("Cannot share without the package libpq5.")
    try screen.scan("9921000000164", "37000034179")
    try screen.waitFor("Recorded: loan of 37000034179")
    try screen.press("F2")
    try screen.waitFor("Saved 1 ")
  }
}
