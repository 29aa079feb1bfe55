import Foundation
import Testing

/// A guide as it is in the sources, of which a part is held by the code.
struct GuideText {
  /// The folder of the whole project.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private let file: URL
  private var lines: [String]

  /// Reads a guide by its name.
  init(_ name: String) throws {
    file = Self.project
      .appendingPathComponent("Sources/offcirc/OffCirc.docc/\(name).md")
    lines = try String(contentsOf: file, encoding: .utf8)
      .components(separatedBy: "\n")
  }

  /// Expects the first table below a heading to be this one.
  func expectTable(
    _ head: [String], _ rows: [[String]], below heading: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let start = try #require(
      lines.firstIndex(of: heading), sourceLocation: location)
    let first = try #require(
      lines[start...].firstIndex { $0.hasPrefix("|") },
      sourceLocation: location)
    let end = lines[first...].firstIndex { !$0.hasPrefix("|") }
    try expect(
      Self.table(head, rows), at: first..<(end ?? lines.endIndex), location)
  }

  /// Expects all that follows a heading to be these lines.
  func expectRest(
    _ rest: [String], below heading: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let start = try #require(
      lines.firstIndex(of: heading), sourceLocation: location)
    try expect(rest + [""], at: (start + 1)..<lines.endIndex, location)
  }

  /// A table as lines.
  static func table(_ head: [String], _ rows: [[String]]) -> [String] {
    ([head, head.map { _ in "---" }] + rows).map {
      "| " + $0.joined(separator: " | ") + " |"
    }
  }

  /// Compares lines; with `OFFCIRC_WRITE_GUIDES` in the environment, those that
  /// differ are also written into the file.
  private func expect(
    _ expected: [String], at place: Range<Int>, _ location: SourceLocation
  ) throws {
    guard Array(lines[place]) != expected else { return }
    if ProcessInfo.processInfo.environment["OFFCIRC_WRITE_GUIDES"] != nil {
      var text = lines
      text.replaceSubrange(place, with: expected)
      try text.joined(separator: "\n")
        .write(to: file, atomically: true, encoding: .utf8)
    }
    Issue.record(
      """
      \(file.lastPathComponent), from line \(place.lowerBound + 1) on, is to be:
      \(expected.joined(separator: "\n"))
      """, sourceLocation: location)
  }
}
