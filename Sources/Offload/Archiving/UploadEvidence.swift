import Circulation

/// The evidence that a file was uploaded, without which it is not archived.
package struct UploadEvidence: Hashable, Sendable {
  /// The ground on which a file counts as uploaded.
  package enum Ground: Hashable, Sendable {
    /// The ledger lists it, or it has no lines.
    case ledger
    /// The ledger can't tell, but the kit in this folder has the very file.
    case kit(String)
    /// A person says so.
    case statement
  }

  /// The ground on which the file counts as uploaded.
  package let ground: Ground
  /// The ledger entries that list its lines.
  package let entries: [Ledger.Entry]
  /// The entry that lists most of them.
  package let latest: Ledger.Entry?

  /// Creates the evidence of a ledger.
  package init(
    ground: Ground, entries: [Ledger.Entry] = [], latest: Ledger.Entry? = nil
  ) {
    self.ground = ground
    self.entries = entries
    self.latest = latest
  }
}

extension Ledger {
  /// Lists an upload that was not listed, so that the file is not uploaded
  /// again.
  ///
  /// Done before archiving: an interruption in between does no harm.
  ///
  /// - Parameters:
  ///   - folder: the station whose file was uploaded.
  ///   - desk: the name of its desk; may be empty.
  ///   - time: the present time.
  /// - Throws: ``LedgerError``; ``FileError``.
  package func noteUpload(
    of folder: StationFolder, desk: String, at time: LocalTime
  ) throws {
    let file = StationFile(path: folder.dataFile)
    let content = try FileContent(of: file.path)
    try append(
      Entry(
        at: time, .uploaded, desk: desk.nonEmpty,
        name: StationFolder.dataFileName, content,
        sources: [Entry.Source(file, content)]))
  }
}
