import Catalogue
import Circulation
import Support
import Testing
import Typesetting

@testable import Offload

/// A suite that rehearses files against lists in a folder of its own.
protocol Rehearsing {
  var folder: TestFolder { get }
}

extension Rehearsing {
  /// Imports lists as complete ones, in order; returns the catalogue.
  func catalogue(
    _ lists: String..., level: PrivacyLevel = .numbers,
    isComplete: Bool = true, exported: String = "2018-05-30"
  ) throws -> Catalogue {
    for (index, list) in lists.enumerated() {
      let path = folder.write(bytes: Array(list.utf8), to: "\(index).csv")
      var request = ListImport.Request(
        sources: [ListImport.Source(path: path, digest: "0")],
        rules: RecordRules(notForLoan: [], level: level),
        exported: exported, imported: exported)
      request.isComplete = isComplete
      _ = try ListImport(
        into: folder.path + "/catalogue", on: PosixFileSystem()
      ).run(request) { row in
        Issue.record("\(row)")
      } progress: { _, _ in
      }
    }
    return try Catalogue(folder.path + "/catalogue")
  }

  func loan(_ item: String, _ borrower: String) -> String {
    "201805311000L\(item.padded(to: 80))\(borrower)"
  }

  func back(_ item: String) -> String { "201805311000R\(item)" }

  /// Rehearses lines; all that is foretold.
  func rehearse(
    _ lines: [String], in system: LibrarySystem = .alma, _ catalogue: Catalogue
  ) throws -> [RehearsedLine] {
    let path = folder.write(lines, to: "up.dat")
    var all: [RehearsedLine] = []
    let summary = try Rehearsal(of: [path], in: system, by: catalogue)
      .run { all.append($0) }
    #expect(summary.lineCount == lines.count)
    #expect(summary.counts.values.reduce(0, +) == all.count)
    return all
  }
}

extension [RehearsedLine] {
  /// Each line with its effect and certainty.
  var inShort: [String] {
    map { "\($0.line) \($0.effect.rawValue) \($0.certainty.name)" }
  }
}
