import Catalogue
import Circulation
import Offload
import Scanning
import Settings
import Sharing
import Terminal

// The verdicts on what was looked at: each look is a value by then.
extension ReadyFinding {
  /// Returns the findings about settings.
  package static func findings(of settings: ResolvedSettings) -> [ReadyFinding]
  {
    var findings: [ReadyFinding] = []
    if !settings.leftOut.isEmpty {
      findings.append(.settingsLeftOut(settings.leftOut))
    }
    for kind in Scan.Kind.allCases {
      let rules = settings.settings.rules.rules(for: kind)
      if rules.patterns.isEmpty, rules.lengths.isEmpty {
        findings.append(.noPattern(kind))
      }
    }
    return findings.isEmpty ? [.settings(files: settings.files)] : findings
  }

  /// Returns the findings about a station's folder and journal.
  package static func findings(
    of folder: StationFolder, _ reading: StationReading, isOpenToOthers: Bool
  ) -> [ReadyFinding] {
    var findings: [ReadyFinding] = []
    if isOpenToOthers { findings.append(.openToOthers(folder)) }
    if !reading.health.isSound { findings.append(.journal(reading.health)) }
    if let first = reading.unsaved.first {
      findings.append(
        .unsaved(reading.unsaved.count, since: first.transaction.recorded))
    }
    return findings.isEmpty ? [.folder(folder.path)] : findings
  }

  /// The time in which a scan has to be on disk: a person notices a longer one.
  private static let patience = Duration.milliseconds(500)
  /// The space that a year of outages does not fill.
  private static let comfortableBytes = 100_000_000

  /// Returns the findings about the disk of a station's folder.
  package static func findings(
    of disk: DiskTrial, freeBytes: Int
  ) -> [ReadyFinding] {
    var findings: [ReadyFinding] = []
    if disk.slowest > patience { findings.append(.slowDisk(disk)) }
    if freeBytes < comfortableBytes {
      findings.append(.scarceSpace(megabytes: freeBytes / 1_000_000))
    }
    return findings.isEmpty ? [.disk(disk, freeBytes: freeBytes)] : findings
  }

  /// Returns the findings about what earlier outages left; the journal is
  /// another subject.
  package static func findings(
    leftIn status: OffloadStatus
  ) -> [ReadyFinding] {
    var findings: [ReadyFinding] = []
    if status.summary.lineCount > 0 {
      findings.append(.leftOver(status.summary, status.folder))
    }
    if status.hasDamageBesideJournal {
      findings.append(.damaged(status.folder))
    }
    return findings.isEmpty ? [.nothingLeft] : findings
  }

  /// The difference between two clocks that nobody notices, in seconds.
  private static let clockTolerance = 120

  /// Returns the finding about the clock.
  ///
  /// - Parameters:
  ///   - clock: the state of the clock.
  ///   - now: the time on it.
  ///   - latest: the last event in the journal; nil if there is none.
  ///   - release: a time that no correct clock precedes.
  /// - Returns: the finding.
  package static func finding(
    of clock: ClockState, now: LocalTime, latest: LocalTime?,
    release: LocalTime?
  ) -> ReadyFinding {
    switch ClockWarning(now: now, latest: latest, release: release) {
    // Between two outages, nothing is recorded for long.
    case nil, .longAfterLastEvent: break
    case let warning?: return .clockWarning(warning, now: now)
    }
    if clock.isSynchronized { return .networkClock }
    guard let lead = clock.hardwareLead else { return .unconfirmedClock }
    return abs(lead) > clockTolerance ? .clockDiffers(lead) : .hardwareClock
  }

  /// Returns the finding about the terminal.
  package static func finding(of terminal: TerminalSurvey) -> ReadyFinding {
    let (size, least) = (terminal.size, Shared.minimumSize)
    if size.columns < least.columns || size.rows < least.rows {
      return .smallTerminal(size, minimum: least)
    }
    return terminal.isUnicode ? .terminal(terminal) : .asciiTerminal(terminal)
  }

  /// Returns the finding about the scanner, by its last test.
  package static func finding(
    ofScannerTestedAt time: LocalTime?, now: LocalTime,
    _ ages: ReadySettings = ReadySettings()
  ) -> ReadyFinding {
    guard let time else { return .untestedScanner }
    let days = time.days(until: now)
    return days > ages.scannerDays
      ? .oldScanner(time, days: days) : .scanner(time)
  }

  /// Returns the finding about the last exercise.
  package static func finding(
    ofDrillAt time: LocalTime?, now: LocalTime,
    _ ages: ReadySettings = ReadySettings()
  ) -> ReadyFinding {
    guard let time else { return .noDrill }
    let days = time.days(until: now)
    return days > ages.drillDays
      ? .oldDrill(time, days: days) : .drill(time)
  }

  /// Returns the findings about the newest list of each kind.
  package static func findings(
    of lists: [ImportedList], now: LocalTime,
    _ ages: ReadySettings = ReadySettings()
  ) -> [ReadyFinding] {
    ListKind.allCases.compactMap { kind in
      guard let day = lists.filter({ $0.kind == kind }).map(\.day).max() else {
        return nil
      }
      let days = LocalTime(day: day).map { $0.days(until: now) } ?? 0
      return days > ages.listDays
        ? .oldList(kind, day: day, days: days) : .list(kind, day: day)
    }
  }
}

extension ReadyFinding {
  /// Returns the finding about the shared database.
  ///
  /// - Parameters:
  ///   - stations: the stations that it knows.
  ///   - station: the station's id; nil before its first start.
  ///   - last: the sequence number of the journal's last event.
  /// - Returns: the finding.
  package static func finding(
    of stations: [ShareStatus], station: String?, last: Int
  ) -> ReadyFinding {
    guard let known = stations.first(where: { $0.station == station }) else {
      return last == 0 ? .shared : .unshared(last)
    }
    // Without a line there, the rest were sent and then deleted from it.
    let count = known.last > 0 ? last - known.last : known.waitingCount
    if count < 0 {
      return .shareFailed(.ahead(station: known.station, count: -count))
    }
    return count > 0 ? .unshared(count) : .shared
  }
}

extension LocalTime {
  /// Returns the whole days until another time; 0 if that is earlier.
  fileprivate func days(until other: LocalTime) -> Int {
    max((other.wallMinutes - wallMinutes) / (24 * 60), 0)
  }

  /// The start of a day, `YYYY-MM-DD`; nil if it is none.
  fileprivate init?(day: String) {
    self.init(iso8601: Array("\(day)T00:00:00+00:00".utf8).span)
  }
}
