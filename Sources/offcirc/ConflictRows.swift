import Circulation
import Languages
import Offload
import Typesetting

/// The rows of conflicts between files, for programs.
struct ConflictRows {
  private let files: [StationFile]
  private let words: any Words

  init(of files: [StationFile], _ words: any Words) {
    self.files = files
    self.words = words
  }

  /// Writes the conflicts to standard output.
  ///
  /// - Throws: ``FileError``.
  func write(
    _ conflicts: [Conflict], as format: OutputFormat
  ) throws(FileError) {
    var writer = RowWriter(
      format,
      [
        "kind", "item", "file", "line", "operation", "otherFile", "otherLine",
        "otherOperation", "problem", "secondsBetween",
      ])
    for conflict in conflicts {
      writer.add(
        [.text(conflict.kind.rawValue), .text(conflict.item.printable)]
          + values(of: conflict.second) + values(of: conflict.first)
          + [
            .text(words.sentence(conflict, of: files)),
            .init(conflict.secondsBetween),
          ])
    }
    try writer.end()
  }

  private func values(of line: Conflict.Line) -> [OutputRow.Value] {
    [
      .text(files[line.file].path), .number(line.number),
      .text(line.operation.rawValue),
    ]
  }
}
