/// What a journal lacks, or may lack, as far as it can be known.
public struct JournalHealth: Hashable, Sendable {
  /// Something that the station went on from by itself.
  public struct Note: Hashable, Sendable {
    /// What it was.
    public let repair: Repair
    /// When it was noted in the journal.
    public let time: LocalTime
  }

  /// Where the journal is, or should be.
  public let path: String
  /// How it is, if there is nothing in it though there was one.
  public internal(set) var void: JournalVoid?
  /// What tells that there was one.
  public internal(set) var traces: [JournalTrace] = []
  /// How many events at the end are not there any more.
  public internal(set) var goneCount = 0
  /// The number of NUL bytes behind the last whole line.
  public internal(set) var zeroCount = 0
  /// What of it can't be read.
  public internal(set) var damage: [JournalDamage] = []
  /// What the station went on from by itself, as the journal tells.
  public internal(set) var notes: [Note] = []

  init(of path: String) {
    self.path = path
  }

  /// Whether nothing that was acknowledged is missing, as far as is known.
  public var isWhole: Bool {
    void == nil && goneCount == 0 && zeroCount == 0 && damage.isEmpty
      && !notes.contains { $0.repair.mayHaveLost }
  }

  /// Whether nobody has to look at anything.
  public var isSound: Bool { isWhole && notes.isEmpty }
}

extension Repair {
  /// Whether something that was acknowledged may be gone.
  var mayHaveLost: Bool {
    switch self {
    case .zerosCut, .eventsGone, .journalBegun: true
    case .lockMade, .journalMade, .journalMoved, .tornLineCut: false
    }
  }
}

extension Desk {
  /// What the journal lacks.
  public var journalHealth: JournalHealth {
    var health = JournalHealth(of: folder.journal)
    health.damage = replay.damage
    health.notes = replay.notes
    return health
  }
}
