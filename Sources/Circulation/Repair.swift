/// Something about the files of a desk that was not as it should be and that
/// the station went on from by itself; the journal keeps it in mind.
public enum Repair: Hashable, Sendable {
  /// `OffCirc.lock` was removed while the station was open, and made again.
  case lockMade
  /// The journal was removed while the station was open, and made again with
  /// all that was in it.
  case journalMade
  /// The disk could not write the journal, with this `errno`; it goes on in a
  /// fresh file.
  case journalMoved(code: Int32)
  /// So many bytes of a last line that was not wholly written were cut off.
  case tornLineCut(byteCount: Int)
  /// The journal ended in so many NUL bytes; the file with them was kept under
  /// this name.
  case zerosCut(byteCount: Int, keptAs: String)
  /// So many events at the end are not in the journal any more.
  case eventsGone(count: Int)
  /// There was no journal, or nothing in it, though there had been one; what was
  /// in its place was kept under this name.
  case journalBegun(JournalVoid, keptAs: String?)

  /// The fields of the line that keeps it in mind, behind `repaired`.
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

  /// Whether sequence numbers may have been given to what is not there any
  /// more, and are passed over.
  var leavesGap: Bool {
    switch self {
    case .zerosCut, .eventsGone: true
    default: false
    }
  }
}

/// How a journal is that has nothing in it.
public enum JournalVoid: String, Hashable, Sendable {
  /// There is no file.
  case missing
  /// The file has no bytes.
  case empty
  /// There are only blanks in it.
  case blank
  /// There are NUL bytes in it, and nothing else but blanks.
  case zeros
}

/// What tells that there was a journal where there is none.
public enum JournalTrace: Hashable, Sendable {
  /// `OffCirc.dat` is there, and not empty.
  case dataFile
  /// Something was put away.
  case archive
  /// There is a copy of a journal at this path.
  case copy(path: String)
  /// `OffCirc.lock` names the station.
  case lock
  /// A ledger at this path has what the station recorded.
  case ledger(path: String)
}
