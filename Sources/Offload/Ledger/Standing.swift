import Circulation
import Foundation

/// How much of a data file was handed over before.
package struct Standing: Hashable, Sendable {
  /// The number of its lines, without blank ones.
  package private(set) var lineCount = 0
  /// How many of them were handed over before.
  package private(set) var handedOverCount = 0
  /// The number of the first line that was not, counted with blank ones; nil if
  /// there is none.
  package private(set) var firstNewLine: Int?
  /// The entries of the ledger in which they are, in its order; of the very
  /// file only, if it is a source of any.
  package fileprivate(set) var entries: [Ledger.Entry] = []
  /// The entry that most of its lines are in, or the last one of the very file:
  /// two desks may have recorded the same item in one minute.
  package fileprivate(set) var latest: Ledger.Entry?

  /// Why it is not known whether lines that seem new were handed over; nil if
  /// that is known.
  package internal(set) var doubt: Doubt?

  /// How many lines were not handed over, as far as that can be read.
  package var newCount: Int { lineCount - handedOverCount }
  /// Whether all of its lines were handed over, and there are any.
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
  /// How much of a data file was handed over before, and when last.
  ///
  /// A line that stands twice in it has to stand twice in the ledger too.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - fileSystem: what it is read with.
  ///   - disk: what the archive beside it is read with.
  /// - Returns: how much was, and when.
  /// - Throws: ``FileFailure``, also where there is no file.
  package func standing(
    of path: String, fileSystem: any FileSystem = PosixFileSystem(),
    disk: any FolderSystem = PosixFileSystem()
  ) throws(FileFailure) -> Standing {
    let file = try fileSystem.open(path, for: .reading)
    var standing = Standing()
    let span = try dateSpan(of: file)
    var recall = Recall(of: candidates(for: span))
    let marker = recall.isEmpty ? nil : LineMarker()
    try LineReader.forEachLine(in: file) { position, line in
      guard let marker else {
        if !line.isBlank { standing.take(line: position.number, isNew: true) }
        return
      }
      guard let mark = marker.mark(of: line) else { return }
      standing.take(line: position.number, isNew: !recall.recalls(mark))
    }
    (standing.entries, standing.latest) = (recall.recalled, recall.fullest)
    if standing.entries.count > 1 {
      let digest = try SHA256.of(file)
      let own = standing.entries.filter { $0.has(digest) }
      if let last = own.last {
        (standing.entries, standing.latest) = (own, last)
      }
    }
    if standing.newCount > 0 {
      let hiding = damageThatMayHide(linesFrom: span?.first)
      if !hiding.isEmpty {
        standing.doubt = .damage(hiding)
      } else if standing.handedOverCount == 0 {
        standing.doubt = try traceOfAnother(beside: path, fileSystem, disk)
          .map(Standing.Doubt.trace)
      }
    }
    return standing
  }

  /// The lines that a file may have in common with what was handed over.
  func recall(for file: StationFile) throws(FileFailure) -> Recall {
    let file = try PosixFileSystem().open(file.path, for: .reading)
    return Recall(of: candidates(for: try dateSpan(of: file)))
  }

  /// The entries whose dates overlap with those of a file; all of them if they
  /// are not known.
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

  /// The earliest and the latest date of a file; nil if a line in it has none,
  /// or there is no line, or nothing that they could be compared with.
  private func dateSpan(
    of file: any OpenFile
  ) throws(FileFailure) -> DateSpan? {
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
  /// Whether the very file was handed over, and not only such lines: two
  /// stations may have recorded the same item in one minute.
  ///
  /// - Throws: ``FileFailure``.
  package func knows(fileAt path: String) throws(FileFailure) -> Bool {
    let digest = try SHA256.of(PosixFileSystem().open(path, for: .reading))
    return entries.contains { $0.has(digest) }
  }
}

extension Ledger.Entry {
  /// Whether it is of the file with this digest, or was made of it.
  func has(_ digest: String) -> Bool {
    upload.sha256 == digest || sources.contains { $0.sha256 == digest }
  }
}

extension Ledger.Reading {
  /// Whether the `OffCirc.dat` of a folder was handed over, by its name.
  package func names(_ folder: StationFolder) -> Bool {
    let path = URL(fileURLWithPath: folder.dataFile).standardizedFileURL.path
    return entries.contains { entry in
      entry.sources.contains { $0.path == path }
    }
  }
}

/// Lines that were handed over, each to be recalled as often as it was.
struct Recall {
  private var lines: [LineMark: (count: Int, last: Int)] = [:]
  private let entries: [Ledger.Entry]
  /// How many lines of each entry were recalled, by its index.
  private var counts: [Int: Int] = [:]

  /// The lines of some entries.
  init(of entries: [Ledger.Entry]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      for mark in entry.marks {
        lines[mark, default: (0, index)].count += 1
        lines[mark]?.last = index
      }
    }
  }

  /// Whether nothing can be recalled.
  var isEmpty: Bool { lines.isEmpty }

  /// The entries of which a line was recalled, in their order.
  var recalled: [Ledger.Entry] { counts.keys.sorted().map { entries[$0] } }

  /// The entry of which most lines were recalled, the last one of several.
  var fullest: Ledger.Entry? {
    counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { entries[$0.key] }
  }

  /// Whether a line was handed over, once more than it was recalled.
  mutating func recalls(_ mark: LineMark) -> Bool {
    guard let line = lines[mark], line.count > 0 else { return false }
    lines[mark]?.count -= 1
    counts[line.last, default: 0] += 1
    return true
  }
}

extension Span<UInt8> {
  /// Whether there is nothing on the line.
  var isBlank: Bool {
    (endOfByteOrderMark..<count).allSatisfy {
      [0x0c, 0x0d, 0x1a, 0x20].contains(self[$0])
    }
  }
}
