import Circulation
import Glibc

extension Conversion {
  /// Writes the files of a format without times into a new folder.
  ///
  /// - Throws: ``ConversionError``; `FileError`.
  func writeFolder(
    _ path: String, _ naming: ([NewFile]) throws -> Void
  ) throws -> ConversionReport {
    var report = ConversionReport()
    var folder = NewFolder(path, fileSystem)
    do {
      try folder.make()
      var days = DayFiles(target)
      try forEachRow(
        &report,
        restart: { () throws(FileError) in
          days = DayFiles(target)
          try folder.empty()
        },
        body: { row in
          for file in days.append(row) { folder.write(file, target) }
        })
      for file in days.end() { folder.write(file, target) }
      report.writtenCount = folder.written.reduce(0) { $0 + $1.rowCount }
      if let failure = folder.failure { throw failure }
      if let refusal = try refusal(report) { throw refusal }
      if let path = folder.notReadBack {
        throw ConversionError.notReadBack(path: path)
      }
      try naming(folder.files())
      try folder.finish()
    } catch {
      folder.remove()
      throw error
    }
    report.written = folder.written
    return report
  }
}

/// A folder that gets its name when all its files are on disk.
private struct NewFolder {
  private let path: String
  private let fileSystem: any FolderOperations
  private var hidden: String
  private var isMade = false
  /// The names of the files that were begun.
  private var names: [String] = []

  /// The files so far, with their final paths.
  private(set) var written: [ConversionReport.WrittenFile] = []
  /// The first failure.
  private(set) var failure: FileError?
  /// The file that did not have its rows when it was read again.
  private(set) var notReadBack: String?

  init(_ path: String, _ fileSystem: any FolderOperations) {
    self.path = path
    self.fileSystem = fileSystem
    hidden = path.temporarySibling
  }

  mutating func make() throws(FileError) {
    // A killed run may have left one.
    if try fileSystem.entry(at: hidden) != nil {
      hidden = path.anotherTemporarySibling
    }
    do throws(FileError) {
      try fileSystem.makeFolder(hidden)
    } catch {
      throw error.moved(from: hidden, to: path)
    }
    isMade = true
  }

  mutating func write(_ file: DayFiles.File, _ format: ExchangeFormat) {
    guard failure == nil, notReadBack == nil else { return }
    let final = path.appending(path: file.name)
    names.append(file.name)
    do throws(FileError) {
      let new = try fileSystem.open(
        hidden.appending(path: file.name), for: .creating)
      try new.append(file.bytes.span)
      try new.synchronize()
      if try new.contents(in: format) != file.contents {
        notReadBack = final
      }
      written.append(
        ConversionReport.WrittenFile(
          path: final, rowCount: file.rowCount,
          day: file.time))
    } catch {
      failure = error.moved(from: hidden, to: path)
    }
  }

  /// Returns the files, open.
  ///
  /// - Throws: `FileError`.
  func files() throws(FileError) -> [Conversion.NewFile] {
    var files: [Conversion.NewFile] = []
    for name in names {
      let path = hidden.appending(path: name)
      files.append((name, try fileSystem.open(path, for: .reading)))
    }
    return files
  }

  /// Removes the files.
  mutating func empty() throws(FileError) {
    while let name = names.last {
      try fileSystem.remove(hidden.appending(path: name))
      names.removeLast()
    }
    written = []
  }

  /// Gives the folder its name, once all is on disk.
  func finish() throws(FileError) {
    do throws(FileError) {
      try fileSystem.synchronizeFolder(hidden)
      try fileSystem.rename(hidden, to: path, inPlaceOf: nil)
      try fileSystem.synchronizeFolder(path.folder)
    } catch {
      throw error.moved(from: hidden, to: path)
    }
  }

  /// Removes the hidden folder, as far as that is possible.
  mutating func remove() {
    guard isMade else { return }
    for name in names {
      try? fileSystem.remove(hidden.appending(path: name))
    }
    try? fileSystem.removeFolder(hidden)
  }
}
