import ArgumentParser
import Languages
import Offload

extension CommandContext {
  /// Returns the files that a command line names, and those in its folders;
  /// `tells` is false if the output names them.
  ///
  /// - Throws: `ExitCode`, after reporting it, if a folder can't be read or has
  ///   no file: a station would be missing.
  func collected(
    _ named: [StationFile], tells: Bool = true
  ) throws -> [StationFile] {
    let collected = CollectedFiles(named)
    for error in collected.errors { printError(sentence(error)) }
    guard collected.errors.isEmpty else { throw ExitCode.inputOutputError }
    if tells {
      for folder in collected.folders { printError(words.found(folder)) }
    }
    return collected.files
  }

  /// Returns the paths of the files, like those of files with a desk.
  ///
  /// - Throws: `ExitCode`.
  func collected(_ named: [String], tells: Bool = true) throws -> [String] {
    try collected(named.map { StationFile(path: $0) }, tells: tells)
      .map(\.path)
  }
}
