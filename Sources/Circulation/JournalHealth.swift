/// The known and possible losses of a journal.
package struct JournalHealth: Hashable, Sendable {
  /// A repair that the station made by itself.
  package struct Note: Hashable, Sendable {
    /// The repair.
    package let repair: Repair
    /// The time when the journal recorded it.
    package let time: LocalTime
  }

  /// The path of the journal, whether it exists or not.
  package let path: String
  /// The state of the file if it has no journal line although there was a
  /// journal; nil otherwise.
  package internal(set) var void: JournalVoid?
  /// Evidence that a journal existed.
  package internal(set) var traces: [JournalTrace] = []
  /// The number of events missing at the end.
  package internal(set) var goneCount = 0
  /// The number of NUL bytes after the last complete line.
  package internal(set) var zeroCount = 0
  /// The damage found.
  package internal(set) var damage: [JournalDamage] = []
  /// The repairs that the journal records.
  package internal(set) var notes: [Note] = []

  init(of path: String) {
    self.path = path
  }

  /// True if, as far as is known, no acknowledged event is missing.
  package var isWhole: Bool {
    void == nil && goneCount == 0 && zeroCount == 0 && damage.isEmpty
      && !notes.contains { $0.repair.mayHaveLost }
  }

  /// True if nothing needs a person's attention.
  package var isSound: Bool { isWhole && notes.isEmpty }
}

extension Repair {
  /// True if an acknowledged event may have been lost.
  var mayHaveLost: Bool {
    switch self {
    case .zerosCut, .eventsGone, .journalBegun: true
    case .lockMade, .journalMade, .journalMoved, .tornLineCut: false
    }
  }
}

extension Desk {
  /// The known losses of this desk's journal.
  package var journalHealth: JournalHealth {
    var health = JournalHealth(of: folder.journal)
    health.damage = replay.damage
    health.notes = replay.notes
    return health
  }
}
