import ArgumentParser
import Languages
import Offload
import Settings

extension CommandContext {
  /// Returns the files that a command line names, and those in its folders;
  /// `tells` is false if the output names them.
  ///
  /// - Throws: `ExitCode`, after reporting it, if a folder can't be read or has
  ///   no file: a station would be missing; or if a file is of an exercise.
  func collected(
    _ named: [StationFile], tells: Bool = true
  ) throws -> [StationFile] {
    try collection(named, tells: tells).files
  }

  /// Returns the same files and those of the shared database, with the folders
  /// in which they were found, and files in the archives of their stations by
  /// their SHA-256.
  ///
  /// - Throws: `ExitCode`.
  func collection(
    _ named: [StationFile], and shared: SharedFiles? = nil, tells: Bool = true,
    archived: Set<String> = []
  ) throws -> CollectedFiles {
    let collected = CollectedFiles(named, and: shared, archived: archived)
    for error in collected.errors { printError(sentence(error)) }
    guard collected.errors.isEmpty else { throw ExitCode.inputOutputError }
    let exercises = collected.files.map(\.path).filter {
      (try? ForeignFile(at: $0)) == .exercise
    }
    for path in exercises { printError(words.sentence(.exercise, of: path)) }
    guard exercises.isEmpty else { throw ExitCode.someRefused }
    if tells {
      for folder in collected.folders { printError(words.found(folder)) }
    }
    return collected
  }

  /// Returns the content of the ledger; nil, after reporting it, if it can't be
  /// read.
  func ledgerIfReadable() -> Ledger.Reading? {
    exchangeLedger()
    do {
      return try ledger.entries()
    } catch {
      _ = failure(error)
      return nil
    }
  }

  /// Returns the standing of a file; nil, after reporting it, if it can't be
  /// read, and sets `isKnown` to false.
  func standing(
    of file: StationFile, by ledger: Ledger.Reading?, isKnown: inout Bool
  ) -> FileStanding? {
    do {
      return try FileStanding(of: file, expecting: expectedDesks, by: ledger)
    } catch {
      _ = failure(error)
      isKnown = false
      return nil
    }
  }

  /// The desks that the settings expect.
  var expectedDesks: ExpectedDesks { ExpectedDesks(settings.offload.desks) }

  /// Calls the roll, and reports missing desks, stations with two files, and
  /// copies of journals that are ahead.
  func callRoll(of collected: CollectedFiles) -> RollCall {
    // A ledger that can't be read is reported where it is needed.
    let roll = RollCall(
      of: collected, expecting: expectedDesks,
      handedOver: try? ledger.entries())
    for name in roll.missing { printError(words.missing(desk: name)) }
    for files in roll.sameStations { printError(words.sameStation(files)) }
    for copy in roll.ahead { printError(words.ahead(copy)) }
    for error in roll.errors { _ = failure(error) }
    return roll
  }

  /// Returns the paths of the files, like those of files with a desk.
  ///
  /// - Throws: `ExitCode`.
  func collected(_ named: [String], tells: Bool = true) throws -> [String] {
    try collected(named.map { StationFile(path: $0) }, tells: tells)
      .map(\.path)
  }
}

extension CollectedFiles {
  /// Collects the files that are named and those of the shared database.
  init(
    _ named: [StationFile], and shared: SharedFiles?,
    archived: Set<String> = []
  ) {
    self.init(
      named + (shared?.files ?? []), areOfAllDesks: shared != nil,
      archived: archived)
  }
}
