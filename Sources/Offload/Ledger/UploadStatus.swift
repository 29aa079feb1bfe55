import Circulation
import Exchange

/// The lines of a data file that the ledger lists.
package struct UploadStatus: Hashable, Sendable {
  /// The number of lines that are not blank.
  package private(set) var lineCount = 0
  /// The number of lines that the ledger lists.
  package private(set) var handedOverCount = 0
  /// The number of the first line that is not listed, counting blank lines; nil
  /// if there is none.
  package private(set) var firstNewLine: Int?
  /// The ledger entries that list the lines, in order; if the file itself is a
  /// source of some, only those.
  package fileprivate(set) var entries: [Ledger.Entry] = []
  /// The entry that lists most lines, or the last one of the file itself: two
  /// desks may have recorded one item in the same minute.
  package fileprivate(set) var latest: Ledger.Entry?

  /// The reason why lines that seem new may have been uploaded; nil if there is
  /// none.
  package internal(set) var warning: Warning?

  /// The number of lines that are not listed, as far as the ledger is readable.
  package var newCount: Int { lineCount - handedOverCount }
  /// True if there are lines and all are listed.
  package var isHandedOver: Bool { lineCount > 0 && newCount == 0 }

  mutating func take(line number: Int, isNew: Bool) {
    lineCount += 1
    if isNew {
      firstNewLine = firstNewLine ?? number
    } else {
      handedOverCount += 1
    }
  }
}

extension Ledger.Reading {
  /// Counts the lines of a data file that the ledger lists.
  ///
  /// A line that occurs twice in the file must be listed twice.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - fileSystem: the file system to read it from.
  ///   - disk: the file system of the archive next to it.
  /// - Returns: the counts and entries.
  /// - Throws: ``FileError``, also if there is no file.
  package func uploadStatus(
    of path: String, fileSystem: any FileSystem = PosixFileSystem(),
    disk: any FolderOperations = PosixFileSystem()
  ) throws(FileError) -> UploadStatus {
    let file = try fileSystem.open(path, for: .reading)
    var uploadStatus = UploadStatus()
    let span = try dateSpan(of: file)
    var uploadedLines = UploadedLines(of: candidates(for: span))
    let isListed = !uploadedLines.isEmpty
    try LineReader.forEachLine(in: file) { position, line in
      guard isListed else {
        if !line.isBlank {
          uploadStatus.take(line: position.number, isNew: true)
        }
        return
      }
      guard let mark = LineMark(of: line) else { return }
      uploadStatus.take(
        line: position.number, isNew: !uploadedLines.consume(mark))
    }
    (uploadStatus.entries, uploadStatus.latest) = (
      uploadedLines.matched, uploadedLines.fullest
    )
    if uploadStatus.entries.count > 1 {
      let digest = try SHA256.of(file)
      let own = uploadStatus.entries.filter { $0.has(digest) }
      if let last = own.last {
        (uploadStatus.entries, uploadStatus.latest) = (own, last)
      }
    }
    if uploadStatus.newCount > 0 {
      let hiding = damageThatMayHide(linesFrom: span?.first)
      if !hiding.isEmpty {
        uploadStatus.warning = .damage(hiding)
      } else if uploadStatus.handedOverCount == 0 {
        uploadStatus.warning = try traceOfAnother(
          beside: path, fileSystem, disk
        )
        .map(UploadStatus.Warning.trace)
      }
    }
    return uploadStatus
  }

  /// Counts the loans and returns of another system's file that the ledger
  /// lists.
  ///
  /// If it lists the very file, it lists all of them: seconds that were made up
  /// may have moved some to the next minute.
  ///
  /// - Throws: ``FileError``.
  func uploadStatus(
    of file: any OpenFile, _ format: ExchangeFormat,
    _ options: ConversionOptions
  ) throws(FileError) -> UploadStatus {
    var uploadStatus = UploadStatus()
    if entries.isEmpty, damage.isEmpty { return uploadStatus }
    let digest = try SHA256.of(file)
    let own = entries.filter { $0.has(digest) }
    var uploadedLines = UploadedLines(of: entries)
    var first: LocalTime?
    try format.forEachRow(of: file, options) { row in
      guard let mark = LineMark(of: row) else { return }
      let isListed = uploadedLines.consume(mark) || !own.isEmpty
      uploadStatus.take(line: uploadStatus.lineCount + 1, isNew: !isListed)
      if let time = row.moment?.minute, first.map(time.precedes) ?? true {
        first = time
      }
    }
    (uploadStatus.entries, uploadStatus.latest) =
      own.isEmpty
      ? (uploadedLines.matched, uploadedLines.fullest) : (own, own.last)
    let hiding = damageThatMayHide(linesFrom: first)
    if uploadStatus.newCount > 0, !hiding.isEmpty {
      uploadStatus.warning = .damage(hiding)
    }
    return uploadStatus
  }

  /// Returns the listed lines that a file may contain.
  ///
  /// - Throws: ``FileError``.
  func uploadedLines(
    for file: StationFile, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) -> UploadedLines {
    let file = try fileSystem.open(file.path, for: .reading)
    return UploadedLines(of: candidates(for: try dateSpan(of: file)))
  }

  /// Returns the entries whose dates overlap with those of a file; all if its
  /// dates are unknown.
  private func candidates(for span: DateSpan?) -> [Ledger.Entry] {
    guard let span else { return entries }
    return entries.filter { entry in
      guard let first = entry.upload.first, let last = entry.upload.last else {
        return false
      }
      return !last.precedes(span.first) && !span.last.precedes(first)
    }
  }

  private typealias DateSpan = (first: LocalTime, last: LocalTime)

  /// Returns the earliest and the latest date of a file; nil if a line has
  /// none, or there is nothing to compare them with.
  private func dateSpan(
    of file: any OpenFile
  ) throws(FileError) -> DateSpan? {
    if entries.isEmpty, damage.isEmpty { return nil }
    var span: DateSpan?
    var isDated = true
    try LineReader.forEachLine(in: file) { _, line in
      let line = line.extracting(line.endOfByteOrderMark..<line.count)
      guard let time = DataFormat.time(in: line) else {
        if !line.isBlank { isDated = false }
        return
      }
      guard let old = span else {
        span = (time, time)
        return
      }
      if time.precedes(old.first) { span?.first = time }
      if old.last.precedes(time) { span?.last = time }
    }
    return isDated ? span : nil
  }
}

extension Ledger.Reading {
  /// Returns true if the ledger lists this very file, and not only equal lines:
  /// two stations may have recorded one item in the same minute.
  ///
  /// - Throws: ``FileError``.
  package func knows(
    fileAt path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) -> Bool {
    let digest = try SHA256.of(fileSystem.open(path, for: .reading))
    return entries.contains { $0.has(digest) }
  }
}

extension Ledger.Entry {
  /// Returns true if the upload, one of its sources, or one of its files for
  /// another library system has this digest.
  func has(_ digest: String) -> Bool {
    upload.sha256 == digest || sources.contains { $0.sha256 == digest }
      || isMade(digest)
  }

  /// Returns true if one of its files for another library system has this
  /// digest.
  func isMade(_ digest: String) -> Bool {
    systemFiles.contains { $0.sha256 == digest }
  }
}

extension Ledger.Reading {
  /// Returns true if an entry of this computer names the `OffCirc.dat` of a folder as a source.
  package func names(_ folder: StationFolder) -> Bool {
    let path = folder.dataFile.fromRoot()
    return entries.contains { entry in
      !entry.isElsewhere && entry.sources.contains { $0.path == path }
    }
  }
}

/// The lines listed in entries, each to be matched as often as it is listed.
struct UploadedLines {
  private var lines: [LineMark: (count: Int, last: Int)] = [:]
  private let entries: [Ledger.Entry]
  /// The number of matched lines of each entry, by its index.
  private var counts: [Int: Int] = [:]

  /// Creates the listed lines of some entries.
  init(of entries: [Ledger.Entry]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      for mark in entry.marks {
        lines[mark, default: (0, index)].count += 1
        lines[mark]?.last = index
      }
    }
  }

  /// True if no line is listed.
  var isEmpty: Bool { lines.isEmpty }

  /// The entries with matched lines, in order.
  var matched: [Ledger.Entry] { counts.keys.sorted().map { entries[$0] } }

  /// The entry with the most matched lines; the last one if several have as
  /// many.
  var fullest: Ledger.Entry? {
    counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { entries[$0.key] }
  }

  /// Matches a listed line; returns false if all its listings are used up.
  mutating func consume(_ mark: LineMark) -> Bool {
    guard let line = lines[mark], line.count > 0 else { return false }
    lines[mark]?.count -= 1
    counts[line.last, default: 0] += 1
    return true
  }
}
