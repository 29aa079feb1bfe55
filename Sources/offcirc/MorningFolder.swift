import Catalogue
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Station

/// The folder of a morning: decisions, the files as decided, their kit.
struct MorningFolder: MorningWork {
  /// The path of the folder.
  let path: String
  /// The desks and the journals' copies beside the files.
  let roll: RollCall
  /// Sentences about what the shared database may lack of the desks.
  let lacking: [String]
  /// The catalogue, or the error because of which the morning does without.
  let catalogue: Result<Catalogue?, any Error>
  let place: CommandContext
  let clock: WallClock

  var words: any Words { place.words }
  var language: String { place.settings.station.language.rawValue }

  /// The path of the kit.
  var kit: String { path.fromRoot().appending(path: "kit") }

  var remarks: [String] {
    lacking + roll.missing.map { words.missing(desk: $0) }
      + roll.ahead.map(words.ahead)
      + roll.errors.map { words.sentence(about: $0) }
  }

  var neighbours: KnownNeighbours? {
    // The numbers of the files are offered without it, too.
    try? catalogue.get().map { try KnownNeighbours($0) }
  }

  // MARK: The files as decided

  func prepare(_ morning: Morning) throws -> [String] {
    let decided = try decided(morning)
    return decided.sentences(words)
      + (decided.isWhole ? rehearsed(decided) : [])
  }

  /// Returns the answers that Alma will give to the files; none without a
  /// catalogue.
  private func rehearsed(_ decided: DecidedFiles) -> [String] {
    do {
      guard let catalogue = try catalogue.get() else { return [] }
      let rehearsal = try KitRehearsal(
        of: decided.files.map(\.path), in: .alma, by: catalogue,
        due: place.settings.catalogue.due, on: clock.now(), words,
        language: language, fileSystem: CommandContext.disk)
      return TickPage(rehearsal.document, named: "").rows.map(\.text)
    } catch {
      return [words.sentence(about: error)]
    }
  }

  private func decided(_ morning: Morning) throws -> DecidedFiles {
    try DecidedFiles(of: morning, in: path)
  }

  // MARK: The kit

  func makeKit(of morning: Morning) throws -> [String] {
    let decided = try decided(morning)
    guard decided.isWhole else { return decided.sentences(words) }
    do {
      let request = KitRequest(
        decided.files.map {
          StationFile(path: $0.path).assigned(to: $0.desk ?? "")
        },
        desk: place.settings.station.desk, expecting: ExpectedDesks(), .refuse,
        madeOf: Dictionary(
          uniqueKeysWithValues: decided.files.map { ($0.path, $0.sources) }))
      let telling = try place.makeKit(
        of: request, in: kit, catalogue: try? catalogue.get(),
        for: target(morning), at: clock.now(),
        madeOf: morning.mergedFiles)
      var unread: [String] = []
      if case .failure(let error) = catalogue {
        unread.append(words.sentence(about: error))
      }
      return telling.written + unread + telling.errors
    } catch let error as KitError {
      return [words.sentence(error)]
    } catch let error as ConversionError {
      return [words.sentence(error)]
    }
  }

  /// Returns Alma, with the states that the stations have noted.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  private func target(_ morning: Morning) throws -> KitTarget {
    let states = try place.notedStates(
      of: morning.mergedFiles, for: .alma, catalogue)
    return KitTarget(
      states: states,
      beginsWithState: place.settings.textbooks.notesStates
        || !states.noted.isEmpty)
  }

  func checklist() throws -> [TickPage] {
    let path = kit.appending(path: Kit.Name.checklist)
    guard try CommandContext.disk.target(of: path) == .file else { return [] }
    let file = try CommandContext.disk.open(path, for: .reading)
    let bytes = try file.bytes(0..<file.length())
    let document = Document(
      text: String(decoding: bytes, as: UTF8.self),
      language: language)
    return [TickPage(document, named: try SHA256.of(file))]
  }
}

extension DecidedFiles {
  /// Returns what was written, or why not.
  fileprivate func sentences(_ words: any Words) -> [String] {
    files.flatMap { file in
      file.report.faults.isEmpty
        ? [words.fixed(file.report, into: file.path)]
        : file.report.faults.map { words.sentence($0, of: file.sources) }
          + [words.nothingFixed]
    }
  }
}
