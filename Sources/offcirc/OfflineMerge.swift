import ArgumentParser
import Circulation
import Exchange
import Languages
import Offload

/// A merge of files of several library systems into one `OffCirc.dat`.
struct OfflineMerge {
  /// The paths of all files, in the order given.
  let files: [String]
  /// Those that are not like `OffCirc.dat`.
  let inputs: [OfflineInput]
  let options: ConversionOptions

  /// Merges the files, and reports what is lost.
  ///
  /// - Throws: ``ConversionError``; ``FileError``; `ExitCode` if rows are
  ///   missing.
  func write(to path: String, _ words: any Words) throws {
    var formats: [String: ExchangeFormat] = [:]
    for input in inputs { formats[input.path] = input.format }
    let own = files.filter { formats[$0] == nil }
    let merge = try Merge(own.map { StationFile(path: $0) })
    for overlap in merge.overlaps { printError(words.leftOut(overlap)) }
    var kept = merge.files.map(\.path)
    let files = files.filter { path in
      if formats[path] != nil { return true }
      guard let index = kept.firstIndex(of: path) else { return false }
      kept.remove(at: index)
      return true
    }
    for path in own { formats[path] = .alma }
    do {
      let report = try Conversion(
        of: files, known: formats, to: .alma, options,
        fileSystem: CommandContext.disk
      ).write(to: path)
      // The order of times is what a merge is for.
      report.tell(of: files, in: options.zone, words, without: .order)
      let read = zip(files, report.files).map { words.recognized($1, as: $0) }
      let written = report.written.map { words.converted($0, for: .alma) }
      try StandardOutput.write(
        (read + written + [words.balance(report)]).map { $0 + "\n" }.joined())
      if report.hasMissingRows { throw ExitCode.someRefused }
    } catch let error as ConversionError {
      if case .losses(let report) = error {
        report.tell(of: files, in: options.zone, words, without: .order)
      }
      printError(words.sentence(error))
      throw ExitCode.someRefused
    }
  }
}
