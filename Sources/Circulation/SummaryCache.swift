/// A cache of the data file's summary, read again only if others have changed
/// the file.
struct SummaryCache {
  private let dataFile: DataFile
  private var cached: Cached?

  /// The cached summary and the file it was made from.
  private struct Cached {
    /// The file at that time; nil if there was none.
    var version: FileVersion?
    var summary: DataFileSummary
    /// The length of the file after a save since then, in bytes.
    var grownLength: Int?

    var length: Int { grownLength ?? version?.length ?? 0 }
  }

  init(of dataFile: DataFile) {
    self.dataFile = dataFile
  }

  mutating func summary() throws(FileError) -> DataFileSummary {
    let version = try dataFile.version()
    if let cached {
      let isWhatASaveLeft =
        cached.grownLength != nil && version?.length == cached.grownLength
        && (cached.version.map { $0.isSameFile(as: version) } ?? true)
      if version == cached.version || isWhatASaveLeft {
        self.cached = Cached(version: version, summary: cached.summary)
        return cached.summary
      }
    }
    let summary = try dataFile.summary()
    cached = Cached(version: version, summary: summary)
    return summary
  }

  /// Adds the lines of a save, so that the file need not be read again.
  mutating func add(_ saved: [DeskEntry], _ pending: DataFile.PendingAppend) {
    guard let last = cached, last.length == pending.fileLength else {
      cached = nil
      return
    }
    for entry in saved {
      cached?.summary.add(entry.transaction.recorded)
    }
    cached?.grownLength = pending.fileLength + pending.bytes.count
  }
}
