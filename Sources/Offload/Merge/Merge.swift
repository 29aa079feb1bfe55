import Circulation

/// A merge of several files of one desk in the order of their times.
///
/// Lines of the same minute (columns 1 to 12) are in the order of their
/// seconds, if the journals beside the files have those of all of them. The
/// sort is stable: otherwise they keep the order of the files, and lines of a
/// file always keep their order. A line without a
/// time stays after the line before it. No line is changed or dropped, except
/// for a file that another one begins with (``Overlap``) and control characters
/// around lines (`OuterMarks`).
///
/// Memory: 128 KB for each file while it is read, whatever its length.
package struct Merge {
  /// The files that are merged, in the order given.
  package internal(set) var files: [StationFile]
  /// The files that are left out.
  package let overlaps: [Overlap]

  let fileSystem: any FileSystem
  /// The merged files, then those left out.
  let inputs: [InputFile]
  /// The seconds of the lines; nil if they decide nothing.
  let seconds: LineSeconds?

  /// Opens the files, and finds those that others begin with.
  ///
  /// - Throws: ``FileError``, also for anything but a regular file.
  package init(
    _ files: [StationFile], fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) {
    var inputs: [InputFile] = []
    for file in files {
      inputs.append(try InputFile(file, fileSystem: fileSystem))
    }
    let overlaps = try Overlap.among(inputs)
    let kept = inputs.indices.filter { overlaps[$0] == nil }
    self.files = kept.map { files[$0] }
    self.overlaps = inputs.indices.compactMap { overlaps[$0] }
    self.inputs =
      kept.map { inputs[$0] }
      + inputs.indices.filter { overlaps[$0] != nil }.map { inputs[$0] }
    self.fileSystem = fileSystem
    seconds = try LineSeconds(
      of: Array(self.inputs.prefix(kept.count)), fileSystem: fileSystem)
  }

  /// A function called with bytes done and bytes in total.
  package typealias Progress = (_ done: Int, _ all: Int) -> Void

  var lines: MergedLines {
    MergedLines(of: Array(inputs.prefix(files.count)), seconds)
  }

  /// Calls the body with each line in order: its bytes, the index of its file
  /// in ``files``, and its line number there, from 1.
  ///
  /// The bytes include the line end; a last line that lacks it gets CR LF. A
  /// line longer than 128 KB is passed in several pieces with the same number.
  ///
  /// - Throws: ``FileError``, with `EBUSY` if a file changed during the
  ///   merge.
  package func forEachLine(
    progress: Progress = { _, _ in },
    _ body: (Span<UInt8>, Int, Int) throws(FileError) -> Void
  ) throws(FileError) {
    try lines.forEachPiece(progress: progress) {
      (line, place) throws(FileError) in
      if line.count > 0 { try body(line, place.file, place.number) }
    }
  }
}
