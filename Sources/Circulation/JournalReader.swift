import Glibc

/// A reader that replays a journal from first to last line, past any damage.
package struct JournalReader {
  private var replay = JournalReplay()
  private var times = TimeReader()
  private var hasSoundLine = false
  private var isTornHeader = false
  /// Damaged lines with unwritten sectors: torn, unless another line follows.
  private var unwritten: [JournalDamage] = []
  /// The ranges of skipped sequence numbers, in ascending order.
  private var gaps: [Range<Int>] = []
  /// The highest sequence number so far.
  private var lastInOrder = 0
  /// The events that stand after a later one.
  private var misplaced: [Numbered] = []
  /// Such events found by a first pass, sorted, still to be applied.
  private var toCome: ArraySlice<Numbered> = []
  /// A newer version, from a header with a valid checksum.
  private var newerVersion: Int?
  /// A newer version, from a header with an invalid checksum.
  private var doubtfulVersion: Int?
  /// The first line with a right checksum that is not a known event.
  private var newerEvent: (line: Int, event: String)?

  private typealias Numbered = (
    sequence: Int, event: JournalFormat.Event, time: LocalTime
  )

  /// Replays an open journal; writes nothing.
  ///
  /// - Parameters:
  ///   - file: the journal.
  ///   - keepsSaved: true to keep all saved transactions in the replay.
  ///   - keepsSuperseded: true to keep also those that a removed or replaced
  ///     data file held.
  ///   - isOfExercise: true to read the journal of an exercise, and no other.
  /// - Returns: the replay.
  /// - Throws: ``CirculationError`` for a journal of a newer version, one with
  ///   an event that is not known, one of an exercise, or a file without any
  ///   journal line; ``FileError``.
  package static func replay(
    _ file: any OpenFile, keepingSaved keepsSaved: Bool = false,
    keepingSuperseded keepsSuperseded: Bool = false,
    ofExercise isOfExercise: Bool = false
  ) throws -> JournalReplay {
    var reader = try JournalReader(
      of: file, keepingSaved: keepsSaved, keepingSuperseded: keepsSuperseded)
    if !reader.misplaced.isEmpty {
      // A second pass applies each event in its place.
      reader = try JournalReader(
        of: file, keepingSaved: keepsSaved, keepingSuperseded: keepsSuperseded,
        misplaced: reader.misplaced.sorted { $0.sequence < $1.sequence })
    }
    // A flipped digit can fake a newer version; but then the following lines
    // are readable.
    let doubtful = reader.hasSoundLine ? nil : reader.doubtfulVersion
    if let version = reader.newerVersion ?? doubtful {
      throw CirculationError.newerJournal(path: file.path, version: version)
    }
    if let (line, event) = reader.newerEvent {
      throw CirculationError.newerEvent(
        path: file.path, line: line, event: event)
    }
    if let station = reader.replay.station,
      JournalFormat.isExercise(station) != isOfExercise
    {
      throw CirculationError.exercise(path: file.path)
    }
    let length = try file.length()
    try reader.readTail(of: file, to: length)
    if !reader.hasSoundLine {
      // A line of NUL bytes alone counts neither as a line nor as damage.
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
    keepingSuperseded keepsSuperseded: Bool, misplaced: [Numbered] = []
  ) throws(FileError) {
    toCome = misplaced[...]
    replay.keepsSaved = keepsSaved
    replay.keepsSuperseded = keepsSuperseded
    replay.reserve(forLength: try file.length())
    try LineReader.forEachLine(in: file) { position, bytes in
      read(bytes, at: position)
    }
  }

  /// Replays the journal at a path; nil if there is no file.
  ///
  /// - Throws: as for an open journal.
  package static func replay(
    path: String, keepingSaved keepsSaved: Bool = false,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> JournalReplay? {
    guard try fileSystem.version(path) != nil else { return nil }
    return try replay(
      fileSystem.open(path, for: .reading), keepingSaved: keepsSaved)
  }

  /// Returns the station id in a folder's journal; nil if no header is
  /// readable.
  package static func station(
    of folder: StationFolder, fileSystem: any FileSystem = PosixFileSystem()
  ) -> String? {
    guard
      let file = try? fileSystem.open(folder.journal, for: .reading),
      let bytes = try? file.bytes(0..<JournalFormat.maximumLineLength),
      let end = bytes.firstIndex(of: .lineFeed),
      case .header(_, let station)? =
        try? JournalFormat.line(bytes.span.extracting(0..<end))
    else { return nil }
    return station
  }

  /// Returns the name of the archive that precedes a folder's journal; nil if
  /// there is none, or it can't be read.
  package static func archive(
    before folder: StationFolder,
    fileSystem: any FileSystem = PosixFileSystem()
  ) -> String? {
    guard
      let file = try? fileSystem.open(folder.journal, for: .reading),
      let bytes = try? file.bytes(0..<2 * JournalFormat.maximumLineLength)
    else { return nil }
    // The first event holds the name.
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
  ) throws(FileError) {
    replay.unreadCount -= unwritten.count
    let start = replay.soundLength
    let tail = try file.bytes(
      start..<min(end, start + 2 * JournalFormat.room))
    let isBlank = tail == [UInt8](repeating: .space, count: tail.count)
    replay.endsInRoom = isBlank && start + tail.count == end
    if !replay.endsInRoom { try measureTail(of: file, start..<end) }
  }

  /// Counts the NUL bytes, and all bytes up to the last that is neither NUL nor
  /// reserved space.
  private mutating func measureTail(
    of file: any OpenFile, _ range: Range<Int>
  ) throws(FileError) {
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
    do throws(JournalFormat.LineError) {
      let line = try JournalFormat.line(bytes, times: &times)
      take(line, at: position.number)
      replay.lacksLastLineEnd = !position.isTerminated
      replay.soundLength = position.end
    } catch {
      if case .unknown(let event) = error {
        newerEvent = newerEvent ?? (position.number, event)
      } else if let length = JournalFormat.soundBeginning(of: bytes) {
        readLines(of: bytes, first: length, at: position)
      } else if position.isTerminated || bytes.isNoTornLine(at: position) {
        replay.unreadCount += 1
        let damage = JournalDamage(line: position.number, kind: .checksum)
        if bytes.hasUnwrittenSector(at: position.offset) {
          unwritten.append(damage)
        } else {
          reportUnwritten()
          replay.lacksLastLineEnd = !position.isTerminated
          replay.soundLength = position.end
          replay.damage.append(damage)
        }
      } else {
        // A longer line is more than a header and its reserve, and cannot be
        // torn.
        isTornHeader =
          position.number == 1
          && position.end <= 2 * JournalFormat.room
          && bytes.isTornHeader
      }
      if let version = JournalFormat.version(of: bytes),
        version > JournalFormat.versionWithoutBorrowers
      {
        doubtfulVersion = doubtfulVersion ?? version
      }
    }
  }

  /// Reads two lines that merged because the LF between them was damaged.
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
    // Otherwise it is the last line, and what follows is truncated.
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
      if version > JournalFormat.versionWithoutBorrowers {
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

  /// Keeps an event that stands after a later one for the second pass.
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

  /// Reports lines with unwritten sectors as damage: something was written
  /// after them.
  private mutating func reportUnwritten() {
    guard !unwritten.isEmpty else { return }
    replay.damage += unwritten
    unwritten = []
  }

  private mutating func report(_ kind: JournalDamage.Kind, at number: Int) {
    replay.damage.append(JournalDamage(line: number, kind: kind))
  }
}

extension JournalReplay {
  /// Marks the replay as void if a file of this length has no journal line.
  fileprivate mutating func takeVoid(length: Int, isVoid: Bool) {
    void =
      zeroCount > 0
      ? .zeros : length == 0 ? .empty : isVoid ? .space : nil
    // Such a file has no lines, so none is damaged.
    if void != nil { (damage, unreadCount, soundLength) = ([], 0, 0) }
  }
}

extension UInt8 {
  /// True for a byte never written, or reserved.
  var isVoid: Bool { self == 0 || self == .space }
}

extension [UInt8] {
  /// True if all bytes are equal.
  fileprivate var isAllTheSame: Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      return memcmp(base, base + 1, bytes.count - 1) == 0
    }
  }
}

extension Span<UInt8> {
  /// Returns true if a 512-byte sector of the line, or the line's part of it,
  /// is void.
  ///
  /// A disk may write the sectors of a burst in any order: after a power cut
  /// the end may be there, and the beginning not.
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

  /// Returns true if an interrupted write can't explain the last line: its
  /// bytes may be somebody's transactions.
  fileprivate func isNoTornLine(at position: LineReader.Position) -> Bool {
    position.end - position.offset > JournalFormat.maximumLineLength
      && !hasUnwrittenSector(at: position.offset)
  }

  /// True if a power cut during the first write explains the first line.
  ///
  /// The file then has its length, but some bytes may be zero or reserved
  /// space.
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
  /// Returns true if the event accounts for the missing sequence numbers before
  /// it.
  fileprivate func explainsGap(after lastSequence: Int) -> Bool {
    switch self {
    // The archive holds them.
    case .archived: lastSequence == 0
    case .repaired(let repair): repair.leavesGap
    default: false
    }
  }
}
