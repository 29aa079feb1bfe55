/// Damage to a desk's files that the station repaired by itself; recorded
/// in the journal.
package enum Repair: Hashable, Sendable {
  /// `OffCirc.lock` was removed while the station was open, and recreated.
  case lockMade
  /// The journal was removed while the station was open, and recreated with its
  /// full content.
  case journalMade
  /// The disk failed to write the journal, with this `errno`; the journal
  /// continues in a new file.
  case journalMoved(code: Int32)
  /// An incomplete last line of this many bytes was truncated.
  case tornLineCut(byteCount: Int)
  /// This many NUL bytes at the journal's end were removed; the file with them
  /// was kept under this name.
  case zerosCut(byteCount: Int, keptAs: String)
  /// This many events at the end are missing from the journal.
  case eventsGone(count: Int)
  /// A journal that had existed was missing or empty and was begun again; the
  /// old file was kept under this name.
  case journalBegun(JournalVoid, keptAs: String?)

  /// The fields of the event's line after `repaired`.
  var fields: [String] {
    switch self {
    case .lockMade: ["lock"]
    case .journalMade: ["journal"]
    case .journalMoved(let code): ["disk", "\(code)"]
    case .tornLineCut(let byteCount): ["torn", "\(byteCount)"]
    case .zerosCut(let byteCount, let name): ["zeros", "\(byteCount)", name]
    case .eventsGone(let count): ["gone", "\(count)"]
    case .journalBegun(let void, let name?): ["begun", void.rawValue, name]
    case .journalBegun(let void, nil): ["begun", void.rawValue]
    }
  }

  init?(fields: [String]) {
    let number = fields.count > 1 ? Int(fields[1]) : nil
    switch (fields.first, fields.count, number) {
    case ("lock", 1, _): self = .lockMade
    case ("journal", 1, _): self = .journalMade
    case ("disk", 2, let code?):
      guard let code = Int32(exactly: code) else { return nil }
      self = .journalMoved(code: code)
    case ("torn", 2, let count?): self = .tornLineCut(byteCount: count)
    case ("zeros", 3, let count?):
      self = .zerosCut(byteCount: count, keptAs: fields[2])
    case ("gone", 2, let count?): self = .eventsGone(count: count)
    case ("begun", 2...3, _):
      guard let void = JournalVoid(rawValue: fields[1]) else { return nil }
      self = .journalBegun(void, keptAs: fields.count > 2 ? fields[2] : nil)
    default: return nil
    }
  }

  /// True if sequence numbers are skipped, since missing events may have used
  /// them.
  var leavesGap: Bool {
    switch self {
    case .zerosCut, .eventsGone: true
    default: false
    }
  }
}

/// The state of a journal without content.
package enum JournalVoid: String, Hashable, Sendable {
  /// The file does not exist.
  case missing
  /// The file is empty.
  case empty
  /// The file consists of spaces.
  case space = "blank"
  /// The file consists of NUL bytes, or of NUL bytes and spaces.
  case zeros
}

/// A piece of evidence that a missing journal existed.
package enum JournalTrace: Hashable, Sendable {
  /// `OffCirc.dat` exists and is not empty.
  case dataFile
  /// The archive is not empty.
  case archive
  /// A copy of a journal is at this path.
  case copy(path: String)
  /// `OffCirc.lock` names the station.
  case lock
  /// A ledger at this path lists transactions of the station.
  case ledger(path: String)
}
