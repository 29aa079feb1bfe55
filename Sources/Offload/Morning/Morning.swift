import Circulation

/// The morning after an outage: the files of all stations, what is to be looked
/// at, and what was decided.
///
/// Nothing here writes: decisions are appended to a ``DecisionFile``, and
/// ``Fix`` plays them. A decision costs as much as the decisions there are, and
/// not as the lines.
package struct Morning {
  /// The files, and those that are left out after them.
  package internal(set) var files: [MorningFile]
  /// The matters to look at.
  package var list: MatterList
  /// The decisions, in the order in which they were made.
  package private(set) var decisions: [Decision.Numbered] = []
  /// The decisions about files and lines that count.
  private(set) var inForce: [Decision.Numbered] = []
  /// The ticked boxes of each page, with the numbers of their decisions.
  private var ticks: [String: [Int: Int]] = [:]
  /// The number of matters about whose lines nothing was decided.
  package internal(set) var openCount = 0

  var fix: Fix
  /// The numbers and times of the lines.
  let numbers: MorningNumbers
  /// The places of the lines in merged order.
  let order: [FixedFile.Place]
  /// The acts about each line that count.
  private(set) var acts: [FixedFile.Place: [Decision.Act]] = [:]
  /// The minutes by which the times of each file are moved.
  private(set) var shifts: [Int: Int] = [:]
  /// The desks that were decided, by index of the file.
  private(set) var desks: [Int: String] = [:]

  /// Reads files, checks them, and looks for conflicts between them.
  ///
  /// - Parameters:
  ///   - files: the files, with the desks that a person named for them.
  ///   - rules: the rules of the check.
  ///   - fileSystem: the file system.
  ///   - progress: called with the bytes read so far and in all, for each of
  ///     three readings.
  /// - Throws: ``CirculationError``; ``FileError``.
  package init(
    _ files: [StationFile], rules: Check.Rules,
    fileSystem: any FileSystem = PosixFileSystem(),
    progress: Merge.Progress = { _, _ in }
  ) throws {
    let fix = try Fix(files, fileSystem: fileSystem, progress: progress)
    let check = Check(fix.files, rules: rules, fileSystem: fileSystem)
    if let error = check.errors.first { throw error }
    var overviews: [FileOverview?] = []
    var findings: [Finding] = []
    _ = try check.run(progress: progress) {
      overviews = $0
    } tell: {
      findings.append($0)
    }
    let conflicts = try fix.merge.conflicts(progress: progress)
    self.fix = fix
    self.files = MorningFile.rows(
      of: fix.files, overviews, shared: conflicts.shared(among: fix.files),
      overlaps: fix.overlaps)
    list = MatterList(Self.matters(findings, conflicts.first))
    numbers = MorningNumbers(fix.lines)
    order = fix.order
    openCount = list.matters.count { $0.kind != .conflict(.decided) }
  }

  /// Returns findings and conflicts, each contradiction once.
  private static func matters(
    _ findings: [Finding], _ conflicts: [Conflict]
  ) -> [MorningMatter] {
    struct Pair: Hashable {
      let one: FixedFile.Place
      let other: FixedFile.Place
    }
    let pairs = Set(
      conflicts.map { Pair(one: .init($0.second), other: .init($0.first)) })
    let others = findings.filter { finding in
      guard let other = finding.issue.other else { return true }
      switch finding.issue.kind {
      case .loanAfterLoan, .returnAfterReturn, .duplicate, .renewal:
        return !pairs.contains(
          Pair(one: .init(finding.place), other: .init(other)))
      default: return true
      }
    }
    return conflicts.map { MorningMatter(.conflict($0)) }
      + others.map { MorningMatter(.finding($0)) }
  }

  /// The files that are merged, as the matters number them.
  package var mergedFiles: [StationFile] { fix.files }

  // MARK: Decisions

  /// Takes all decisions of a file of decisions, in their order.
  package mutating func take(_ decisions: [Decision.Numbered]) {
    self.decisions = decisions
    inForce = []
    (acts, shifts, ticks) = ([:], [:], [:])
    desks = fix.desks(by: decisions)
    for entry in decisions.inForce.decisions {
      switch entry.decision.act {
      case .tick(let page, let box):
        ticks[page, default: [:]][box] = entry.number
        continue
      case .archive: continue
      case .shift(let source, let move):
        for file in fix.files.indices where fix.has(source, at: file) {
          shifts[file, default: 0] += minutes(of: move, file)
        }
      case .desk: break
      case let act:
        for place in act.lines.flatMap({ fix.places(of: $0) }) {
          acts[place, default: []].append(act)
        }
      }
      inForce.append(entry)
    }
    openCount = list.matters.count { !isDecided($0) }
  }

  private func minutes(of move: Redating.Move, _ file: Int) -> Int {
    switch move {
    case .by(let minutes): minutes
    case .first(let time):
      fix.firstMinute(of: file).map {
        time.wallMinutes - $0 - shifts[file, default: 0]
      } ?? 0
    }
  }

  /// Returns true if something that counts was decided about the lines of a
  /// matter, or about the times that it is about, or if the journals decide it.
  package func isDecided(_ matter: MorningMatter) -> Bool {
    if matter.kind == .conflict(.decided) { return true }
    if matter.isAboutTimes, shifts[matter.place.file] != nil { return true }
    guard !acts.isEmpty else { return false }
    if let other = matter.other, acts[other] != nil { return true }
    return (matter.place.number...max(matter.place.number, matter.lastLine))
      .contains {
        acts[FixedFile.Place(file: matter.place.file, number: $0)] != nil
      }
  }

  /// The last decision that counts and that Undo takes back; nil if there is
  /// none.
  package var lastDecision: Decision.Numbered? { inForce.last }

  /// The number of decisions about files and lines that count.
  package var decidedCount: Int { inForce.count }

  /// Returns true if a box of a page is ticked.
  package func isTicked(_ box: Int, on page: String) -> Bool {
    ticks[page]?[box] != nil
  }

  /// Returns the act that ticks a box of a page, or that takes its tick back.
  package func act(ticking box: Int, on page: String) -> Decision.Act {
    ticks[page]?[box].map { .undo($0) } ?? .tick(page: page, box: box)
  }

  /// Returns the desk of a file: as decided, else as named; nil if it has none.
  package func desk(of file: Int) -> String? {
    desks[file] ?? fix.files[file].desk
  }

  /// The merged files with their desks as decided.
  package var deskFiles: [StationFile] {
    fix.files.indices.map { file in
      desk(of: file).map { fix.files[file].named($0) } ?? fix.files[file]
    }
  }

  // MARK: Lines

  /// Returns a line as decided; nil if there is none at this place.
  package func line(at place: FixedFile.Place) -> DecidedLine? {
    guard let original = fix.line(at: place) else { return nil }
    var line = original
    for act in acts[place] ?? [] {
      // What can't be played was refused when it was decided.
      try? FixedLines.play(act, on: &line)
    }
    if let minutes = shifts[place.file] { line.move(by: minutes) }
    return DecidedLine(line, of: original)
  }

  /// Returns the lines around a matter in merged order, those it is about among
  /// them.
  package func lines(around matter: MorningMatter, count: Int) -> [DecidedLine]
  {
    let place = matter.place
    let middle = order.firstIndex(of: place) ?? 0
    let start = max(min(middle - count / 2, order.count - count), 0)
    var places = Array(order[start..<min(start + count, order.count)])
    if let other = matter.other, !places.contains(other), count > 2 {
      places[0] = other
    }
    return places.compactMap(line)
  }
}

extension MorningMatter {
  /// The lines that a decision would change.
  package var places: [FixedFile.Place] {
    (place.number...max(place.number, lastLine)).map {
      FixedFile.Place(file: place.file, number: $0)
    }
  }
}
