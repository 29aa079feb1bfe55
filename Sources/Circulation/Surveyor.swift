/// A cache of the data file's summary, read again only if others have changed
/// the file.
struct Surveyor {
  private let dataFile: DataFile
  private var surveyed: Surveyed?

  /// The cached summary and the file it was made from.
  private struct Surveyed {
    /// The file at that time; nil if there was none.
    var version: FileVersion?
    var survey: DataFile.Survey
    /// The length of the file after a save since then, in bytes.
    var grownLength: Int?

    var length: Int { grownLength ?? version?.length ?? 0 }
  }

  init(of dataFile: DataFile) {
    self.dataFile = dataFile
  }

  mutating func survey() throws(FileError) -> DataFile.Survey {
    let version = try dataFile.version()
    if let surveyed {
      let isWhatASaveLeft =
        surveyed.grownLength != nil && version?.length == surveyed.grownLength
        && (surveyed.version.map { $0.isSameFile(as: version) } ?? true)
      if version == surveyed.version || isWhatASaveLeft {
        self.surveyed = Surveyed(version: version, survey: surveyed.survey)
        return surveyed.survey
      }
    }
    let survey = try dataFile.survey()
    surveyed = Surveyed(version: version, survey: survey)
    return survey
  }

  /// Adds the lines of a save, so that the file need not be read again.
  mutating func add(_ saved: [DeskEntry], _ pending: DataFile.PendingAppend) {
    guard let last = surveyed, last.length == pending.fileLength else {
      surveyed = nil
      return
    }
    for entry in saved {
      surveyed?.survey.add(entry.transaction.recorded)
    }
    surveyed?.grownLength = pending.fileLength + pending.bytes.count
  }
}
