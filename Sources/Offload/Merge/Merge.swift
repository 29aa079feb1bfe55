import Circulation

/// Several files of one desk as one, in the order of their times.
///
/// The order is that of the minutes, columns 1 to 12; what has the same minute
/// stays as the files were given, and each file's own lines stay as they stand
/// in it. A line that begins with no date and time stays behind the line before
/// it. No line is changed or dropped, but for those of a file that another one
/// begins with: see ``Overlap``. What old programs put around lines is left out:
/// see `OuterMarks`.
///
/// It needs the same memory whatever the length of the files: 128 KB for each of
/// them while they are read.
package struct Merge {
  /// The files that are merged, in the order in which they were given.
  package let files: [StationFile]
  /// The files that are left out.
  package let overlaps: [Overlap]

  let fileSystem: any FileSystem
  /// The files that are merged, then those that are left out.
  let inputs: [InputFile]

  /// Opens the files, and looks for those that others begin with.
  ///
  /// - Throws: ``FileFailure``, also for what is no regular file.
  package init(
    _ files: [StationFile], fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileFailure) {
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
  }

  /// Tells how many of all bytes were read.
  package typealias Progress = (_ done: Int, _ all: Int) -> Void

  var lines: MergedLines { MergedLines(of: Array(inputs.prefix(files.count))) }

  /// Calls the body with each line, in order: its bytes as they are to be
  /// written, the index of its file in ``files``, and its number there, from 1.
  ///
  /// The bytes have the line end; a last line that lacks it gets CR LF. A line
  /// of more than 128 KB comes in several parts, each with the same number.
  ///
  /// - Throws: ``FileFailure``, with `EBUSY` if a file was changed meanwhile.
  package func forEachLine(
    progress: Progress = { _, _ in },
    _ body: (Span<UInt8>, Int, Int) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    try lines.forEachPiece(progress: progress) {
      (line, place) throws(FileFailure) in
      if line.count > 0 { try body(line, place.file, place.number) }
    }
  }
}
