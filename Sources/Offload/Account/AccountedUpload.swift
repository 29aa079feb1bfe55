import Circulation

/// An upload in an account: the file, and the lines that the library system
/// has refused.
package struct AccountedUpload: Sendable {
  /// The path of the uploaded file.
  package let path: String
  /// The number of messages that need an action and match no line.
  package private(set) var unplacedCount = 0
  /// The reasons to suspect that the report is not of all lines.
  package let warnings: [Worklist.Warning]

  /// The marks of the lines, nil for blank ones.
  private var marks: [LineMark?] = []
  /// The numbers of the lines that were refused, or that can't be read.
  private var refused: Set<Int> = []
  /// The marks of the lines as they are corrected for another upload, by the
  /// numbers of refused ones.
  private var corrected: [Int: LineMark] = [:]

  /// An uploaded line that is not blank.
  struct Line {
    let mark: LineMark
    let isRefused: Bool
    /// Its mark as it is corrected for another upload; nil if it is not.
    let corrected: LineMark?

    var isCorrected: Bool { isRefused && corrected != nil }
  }

  /// The lines that are not blank, in order.
  var lines: [Line] {
    zip(1..., marks).compactMap { number, mark in
      mark.map {
        Line(
          mark: $0, isRefused: refused.contains(number),
          corrected: corrected[number])
      }
    }
  }

  /// The number of lines that are not blank.
  package var lineCount: Int { marks.count { $0 != nil } }

  /// Reads the uploaded file of a worklist.
  ///
  /// - Throws: ``FileError``.
  package init(
    _ worklist: Worklist, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) {
    path = worklist.file
    warnings = worklist.warnings
    var marks: [LineMark?] = []
    var refused: Set<Int> = []
    try LineReader.forEachLine(in: fileSystem.openInput(path)) {
      position, line in
      let content = line.extracting(0..<line.endBeforeLineEnd)
      marks.append(LineMark(of: content))
      guard (try? DataFormat.transaction(in: content)) == nil else { return }
      refused.insert(position.number)
    }
    self.marks = marks
    self.refused = refused
    for correction in worklist.retry.corrections {
      let line = DataFormat.lines(of: [correction.new])
      let content = line.span.extracting(0..<line.span.endBeforeLineEnd)
      corrected[correction.line] = LineMark(of: content)
    }
    for task in worklist.tasks where task.entry.message.said.grade != .nothing {
      let line = task.entry.joined?.line ?? task.entry.message.line
      if let line, line <= marks.count {
        self.refused.insert(line)
      } else if case .oneOf(let lines) = task.entry.match,
        let free = lines.first(where: { !self.refused.contains($0.line) })
      {
        self.refused.insert(free.line)
      } else {
        unplacedCount += 1
      }
    }
  }
}
