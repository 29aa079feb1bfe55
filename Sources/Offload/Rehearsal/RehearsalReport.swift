import Circulation
import Tables

/// The messages that a rehearsal expects, as a file like the library system's
/// report: a row for each, with the number of the line.
package struct RehearsalReport {
  private static let head = ["Line", "Error Message"]
  private static let counts = ["Records processed", "Records with exceptions"]

  private var rows: [UInt8] = []
  /// The number of rows.
  package private(set) var count = 0

  /// Creates a report without rows.
  package init() {}

  /// Adds a line, if the system's report will have it.
  package mutating func add(_ line: RehearsedLine) {
    guard line.isReported, let message = line.message else { return }
    count += 1
    rows += CSV.row([String(line.line), message]).utf8
  }

  /// Returns the file's content, for an upload of so many lines.
  package func bytes(lineCount: Int) -> [UInt8] {
    let values = [lineCount, count].map(String.init)
    let counts = zip(Self.counts, values).flatMap { [$0, $1] }
    return Array((CSV.row(counts) + CSV.row(Self.head)).utf8) + rows
  }

  /// Returns true if a file may be replaced: it is empty, or a report of a
  /// rehearsal.
  ///
  /// - Throws: ``FileError``.
  package static func mayReplace(
    _ path: String, on disk: any FileSystem
  ) throws(FileError) -> Bool {
    guard try disk.version(path) != nil else { return true }
    let start = try disk.open(path, for: .reading).bytes(
      0..<counts[0].utf8.count)
    return start.isEmpty || start.elementsEqual(counts[0].utf8)
  }
}
