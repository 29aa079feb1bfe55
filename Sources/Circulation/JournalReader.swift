import Glibc

/// Reads a journal from its first line to its last, and stops at no damage.
public struct JournalReader {
  private var replay = JournalReplay()
  private var hasSoundLine = false
  private var isTornHeader = false
  /// Lines of which sectors were never written: torn, if nothing follows them.
  private var unwritten: [JournalDamage] = []
  /// The sequence numbers that were passed over, in order.
  private var gaps: [Range<Int>] = []
  /// The number of the last event that stands behind none with a higher one.
  private var lastInOrder = 0
  /// The events that stand behind later ones.
  private var misplaced: [Numbered] = []
  /// The same, in order, if they were found by reading the journal before.
  private var toCome: ArraySlice<Numbered> = []
  /// A newer version, in a header that matches its checksum.
  private var newerVersion: Int?
  /// A newer version, in a header that does not.
  private var doubtfulVersion: Int?

  private typealias Numbered = (
    sequence: Int, event: JournalFormat.Event, time: LocalTime
  )

  /// Replays an open journal, and keeps what was saved too if that is wanted;
  /// nothing is written.
  ///
  /// - Throws: ``CirculationError`` for a journal of a newer version, or a file
  ///   with no line of a journal in it; ``FileFailure``.
  public static func replay(
    _ file: any OpenFile, keepingSaved keepsSaved: Bool = false
  ) throws -> JournalReplay {
    var reader = try JournalReader(of: file, keepingSaved: keepsSaved)
    if !reader.misplaced.isEmpty {
      // Each event is to find what was there before it.
      reader = try JournalReader(
        of: file, keepingSaved: keepsSaved,
        misplaced: reader.misplaced.sorted { $0.sequence < $1.sequence })
    }
    // A flipped digit makes a header say a newer version too; but then the
    // lines after it can be read.
    let doubtful = reader.hasSoundLine ? nil : reader.doubtfulVersion
    if let version = reader.newerVersion ?? doubtful {
      throw CirculationError.newerJournal(path: file.path, version: version)
    }
    let length = try file.length()
    try reader.readTail(of: file, to: length)
    if !reader.hasSoundLine {
      // A line of NUL bytes alone is none, and no damaged one either.
      let isVoid =
        reader.replay.tornByteCount == 0 && reader.replay.soundLength == 0
      guard isVoid || reader.isTornHeader else {
        throw CirculationError.notAJournal(path: file.path)
      }
      reader.replay.takeVoid(length: length, isVoid: isVoid)
    }
    return reader.replay
  }

  private init(
    of file: any OpenFile, keepingSaved keepsSaved: Bool,
    misplaced: [Numbered] = []
  ) throws(FileFailure) {
    toCome = misplaced[...]
    replay.keepsSaved = keepsSaved
    try LineReader.forEachLine(in: file) { position, bytes in
      read(bytes, at: position)
    }
  }

  /// Replays the journal at a path; nil if there is none.
  public static func replay(
    path: String, keepingSaved keepsSaved: Bool = false,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> JournalReplay? {
    guard try fileSystem.stamp(path) != nil else { return nil }
    return try replay(
      fileSystem.open(path, for: .reading), keepingSaved: keepsSaved)
  }

  /// The id of the station whose journal is in a folder; nil if there is none
  /// whose header can be read.
  package static func station(
    of folder: StationFolder, fileSystem: any FileSystem = PosixFileSystem()
  ) -> String? {
    guard
      let file = try? fileSystem.open(folder.journal, for: .reading),
      let bytes = try? file.bytes(0..<JournalFormat.longestLine),
      let end = bytes.firstIndex(of: .lineFeed),
      case .header(_, let station)? =
        try? JournalFormat.line(bytes.span.extracting(0..<end))
    else { return nil }
    return station
  }

  /// The name under which the journal before the one in a folder was put away;
  /// nil if there was none, or that can't be read.
  package static func archive(
    before folder: StationFolder,
    fileSystem: any FileSystem = PosixFileSystem()
  ) -> String? {
    guard
      let file = try? fileSystem.open(folder.journal, for: .reading),
      let bytes = try? file.bytes(0..<2 * JournalFormat.longestLine)
    else { return nil }
    // It is told by the first event.
    let line = bytes.split(
      separator: .lineFeed, maxSplits: 2, omittingEmptySubsequences: false
    ).dropFirst().first
    guard
      let line,
      case .event(_, .archived(let name), _)? =
        try? JournalFormat.line(Array(line).span)
    else { return nil }
    return name
  }

  private mutating func readTail(
    of file: any OpenFile, to end: Int
  ) throws(FileFailure) {
    replay.unreadCount -= unwritten.count
    let start = replay.soundLength
    let tail = try file.bytes(start..<min(end, start + 2 * JournalFormat.room))
    let isBlank = tail == [UInt8](repeating: .blank, count: tail.count)
    replay.endsInRoom = isBlank && start + tail.count == end
    if !replay.endsInRoom { try measureTail(of: file, start..<end) }
  }

  /// Counts the NUL bytes, and all up to the last that is neither one nor room.
  private mutating func measureTail(
    of file: any OpenFile, _ range: Range<Int>
  ) throws(FileFailure) {
    var end = range.upperBound
    while end > range.lowerBound {
      let start = max(range.lowerBound, end - 1 << 18)
      let part = try file.bytes(start..<end)
      end = start
      if part.first?.isVoid == true, part.isAllTheSame {
        if part.first == 0 { replay.zeroCount += part.count }
        continue
      }
      replay.zeroCount += part.count { $0 == 0 }
      if replay.tornByteCount == 0,
        let last = part.lastIndex(where: { !$0.isVoid })
      {
        replay.tornByteCount = start + last + 1 - range.lowerBound
      }
    }
  }

  private mutating func read(
    _ bytes: Span<UInt8>, at position: LineReader.Position
  ) {
    do throws(JournalFormat.Fault) {
      take(try JournalFormat.line(bytes), at: position.number)
      replay.lacksLastLineEnd = !position.isTerminated
      replay.soundLength = position.end
    } catch {
      if let length = JournalFormat.soundBeginning(of: bytes) {
        readLines(of: bytes, first: length, at: position)
      } else if position.isTerminated || bytes.isNoTornLine(at: position) {
        replay.unreadCount += 1
        let damage = JournalDamage(
          line: position.number, kind: error == .checksum ? .checksum : .unknown
        )
        if bytes.hasUnwrittenSector(at: position.offset) {
          unwritten.append(damage)
        } else {
          reportUnwritten()
          replay.lacksLastLineEnd = !position.isTerminated
          replay.soundLength = position.end
          replay.damage.append(damage)
        }
      } else {
        // A longer one was more than a header and its room, and is not there.
        isTornHeader =
          position.number == 1 && position.end <= 2 * JournalFormat.room
          && bytes.isTornHeader
      }
      if let version = JournalFormat.version(of: bytes),
        version > JournalFormat.version
      {
        doubtfulVersion = doubtfulVersion ?? version
      }
    }
  }

  /// Reads two lines that became one when the LF between them was damaged.
  private mutating func readLines(
    of bytes: Span<UInt8>, first length: Int, at position: LineReader.Position
  ) {
    let first = LineReader.Position(
      number: position.number, offset: position.offset,
      end: position.offset + length, isTerminated: false)
    let second = LineReader.Position(
      number: position.number, offset: first.end + 1, end: position.end,
      isTerminated: position.isTerminated)
    read(bytes.extracting(0..<length), at: first)
    read(bytes.extracting(length + 1..<bytes.count), at: second)
    // Else it is a last line, and what follows it is cut off.
    let isInTheMiddle = replay.soundLength == position.end
    if isInTheMiddle, replay.damage.last?.line != position.number {
      report(.checksum, at: position.number)
    }
  }

  private mutating func take(_ line: JournalFormat.Line, at number: Int) {
    hasSoundLine = true
    reportUnwritten()
    switch line {
    case .header(let version, let station):
      if version > JournalFormat.version {
        newerVersion = newerVersion ?? version
      }
      replay.version = max(replay.version, version)
      replay.station = replay.station ?? station
    case .event(let sequence, let event, let time):
      take((sequence, event, time), at: number)
    }
  }

  private mutating func take(_ numbered: Numbered, at number: Int) {
    let sequence = numbered.sequence
    guard sequence > lastInOrder else {
      return takeLate(numbered, at: number)
    }
    let missing = sequence - lastInOrder - 1 - replay.unreadCount
    let isExplained = numbered.event.explainsGap(after: lastInOrder)
    if missing > 0, !isExplained {
      report(.missing(count: missing), at: number)
    }
    if sequence > lastInOrder + 1, !isExplained {
      gaps.append(lastInOrder + 1..<sequence)
    }
    while let late = toCome.first, late.sequence < sequence {
      toCome.removeFirst()
      replay.apply(late.event, sequence: late.sequence, at: late.time)
    }
    replay.apply(numbered.event, sequence: sequence, at: numbered.time)
    lastInOrder = sequence
  }

  /// Keeps an event that stands behind a later one.
  private mutating func takeLate(_ numbered: Numbered, at number: Int) {
    let sequence = numbered.sequence
    guard let index = gaps.firstIndex(where: { $0.contains(sequence) }) else {
      return report(.repeated, at: number)
    }
    let gap = gaps[index]
    gaps.replaceSubrange(
      index...index,
      with: [gap.lowerBound..<sequence, sequence + 1..<gap.upperBound])
    report(.misplaced, at: number)
    misplaced.append(numbered)
  }

  /// What follows them was written later, or with them: they are damage.
  private mutating func reportUnwritten() {
    replay.damage += unwritten
    unwritten = []
  }

  private mutating func report(_ kind: JournalDamage.Kind, at number: Int) {
    replay.damage.append(JournalDamage(line: number, kind: kind))
  }
}

extension JournalReplay {
  /// Takes that there is no line of a journal in a file of a length.
  fileprivate mutating func takeVoid(length: Int, isVoid: Bool) {
    void =
      zeroCount > 0
      ? .zeros : length == 0 ? .empty : isVoid ? .blank : nil
    // Not its lines were damaged: it has none.
    if void != nil { (damage, unreadCount, soundLength) = ([], 0, 0) }
  }
}

extension UInt8 {
  /// Whether nobody wrote the byte, or wrote it ahead.
  var isVoid: Bool { self == 0 || self == .blank }
}

extension [UInt8] {
  /// Whether there is no other byte than the first one.
  fileprivate var isAllTheSame: Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      return memcmp(base, base + 1, bytes.count - 1) == 0
    }
  }
}

extension Span<UInt8> {
  /// Whether a sector of the line, or all that the line has of it, is void.
  ///
  /// A disk may write the sectors of one line, or of one burst, in any order:
  /// if the power goes between, the end is there and the beginning is not.
  fileprivate func hasUnwrittenSector(at offset: Int) -> Bool {
    let sector = 512
    var start = 0
    while start < count {
      let end = min(count, start + sector - (offset + start) % sector)
      if (start..<end).allSatisfy({ self[$0].isVoid }) { return true }
      start = end
    }
    return false
  }

  /// Whether this is more than what a write that was cut short can leave of a
  /// last line: bytes that may be somebody's transactions.
  fileprivate func isNoTornLine(at position: LineReader.Position) -> Bool {
    position.end - position.offset > JournalFormat.longestLine
      && !hasUnwrittenSector(at: position.offset)
  }

  /// Whether the power went while the first line of a journal was written.
  ///
  /// The file then has the length, but some of the bytes may still be zero, or
  /// the blanks that were written ahead.
  fileprivate var isTornHeader: Bool {
    let title = JournalFormat.title
    for index in 0..<min(count, title.utf8CodeUnitCount)
    where !self[index].isVoid && self[index] != title.utf8Start[index] {
      return false
    }
    return true
  }
}

extension JournalFormat.Event {
  /// Whether it tells why the numbers between it and the last one are not there.
  fileprivate func explainsGap(after lastSequence: Int) -> Bool {
    switch self {
    // They are in the archive.
    case .archived: lastSequence == 0
    case .repaired(let repair): repair.leavesGap
    default: false
    }
  }
}
