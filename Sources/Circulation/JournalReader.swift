/// Reads a journal from its first line to its last, and stops at no damage.
public enum JournalReader {
  /// Replays an open journal; nothing is written.
  ///
  /// - Throws: ``CirculationError`` for a journal of a newer version, or a file
  ///   with no line of a journal in it; ``FileFailure``.
  public static func replay(_ file: any OpenFile) throws -> JournalReplay {
    var replay = JournalReplay()
    var newerVersion: Int?
    var hasSoundLine = false
    var isTornHeader = false
    try LineReader.forEachLine(in: file) { position, bytes in
      if let version = JournalFormat.version(of: bytes),
        version > JournalFormat.version
      {
        newerVersion = newerVersion ?? version
      }
      do throws(JournalFormat.Fault) {
        replay.take(try JournalFormat.line(bytes), at: position.number)
        hasSoundLine = true
        replay.lacksLastLineEnd = !position.isTerminated
        replay.soundLength = position.end
      } catch {
        guard position.isTerminated else {
          isTornHeader = position.number == 1 && bytes.isTornHeader
          return
        }
        replay.soundLength = position.end
        replay.damage.append(
          JournalDamage(
            line: position.number,
            kind: error == .checksum ? .checksum : .unknown))
      }
    }
    if let newerVersion {
      throw CirculationError.newerJournal(
        path: file.path, version: newerVersion)
    }
    let length = try file.length()
    guard hasSoundLine || isTornHeader || length == 0 else {
      throw CirculationError.notAJournal(path: file.path)
    }
    replay.tornByteCount = length - replay.soundLength
    return replay
  }

  /// Replays the journal at a path; nil if there is none.
  public static func replay(
    path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> JournalReplay? {
    guard try fileSystem.stamp(path) != nil else { return nil }
    return try replay(fileSystem.open(path, for: .reading))
  }
}

extension JournalReplay {
  fileprivate mutating func take(_ line: JournalFormat.Line, at number: Int) {
    switch line {
    case .header(_, let station):
      self.station = self.station ?? station
    case .event(let sequence, let event, _):
      if sequence <= lastSequence {
        damage.append(JournalDamage(line: number, kind: .repeated))
        return
      }
      if sequence > lastSequence + 1 {
        let unread = damage.count { $0.line > lastLine && $0.kind != .repeated }
        let missing = sequence - lastSequence - 1 - unread
        if missing > 0 {
          damage.append(
            JournalDamage(line: number, kind: .missing(count: missing)))
        }
      }
      apply(event, sequence: sequence)
      lastLine = number
    }
  }
}

extension Span<UInt8> {
  /// Whether the power went while the first line of a journal was written.
  ///
  /// The file then has the length, but some of the bytes may still be zero.
  fileprivate var isTornHeader: Bool {
    let title = JournalFormat.title
    for index in 0..<min(count, title.utf8CodeUnitCount)
    where self[index] != 0 && self[index] != title.utf8Start[index] {
      return false
    }
    return true
  }
}
