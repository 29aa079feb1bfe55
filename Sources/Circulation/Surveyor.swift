/// Knows what is in a data file, and reads it again only when others than the
/// desk have changed it.
struct Surveyor {
  private let dataFile: DataFile
  private var surveyed: Surveyed?

  /// What was found in the data file when it was last looked at.
  private struct Surveyed {
    /// The file as it was; nil if there was none.
    var stamp: FileStamp?
    var survey: DataFile.Survey
    /// The length that a save has given it since.
    var grownLength: Int?

    var length: Int { grownLength ?? stamp?.length ?? 0 }
  }

  init(of dataFile: DataFile) {
    self.dataFile = dataFile
  }

  mutating func survey() throws(FileFailure) -> DataFile.Survey {
    let stamp = try dataFile.stamp()
    if let surveyed {
      let isWhatASaveLeft =
        surveyed.grownLength != nil && stamp?.length == surveyed.grownLength
        && (surveyed.stamp.map { $0.isSameFile(as: stamp) } ?? true)
      if stamp == surveyed.stamp || isWhatASaveLeft {
        self.surveyed = Surveyed(stamp: stamp, survey: surveyed.survey)
        return surveyed.survey
      }
    }
    let survey = try dataFile.survey()
    surveyed = Surveyed(stamp: stamp, survey: survey)
    return survey
  }

  /// Adds what a save has just added, so that not all has to be read again.
  mutating func add(_ saved: [DeskEntry], _ addition: DataFile.Addition) {
    guard let last = surveyed, last.length == addition.fileLength else {
      surveyed = nil
      return
    }
    for entry in saved {
      surveyed?.survey.add(entry.transaction.recorded)
    }
    surveyed?.grownLength = addition.fileLength + addition.bytes.count
  }
}
