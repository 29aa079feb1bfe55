extension JournalReplay {
  /// Returns the append of an open save; nil if the journal lacks part of its
  /// transactions.
  func pendingAppend(
    of save: OpenSave, exercise: String? = nil
  ) -> DataFile.PendingAppend? {
    let lines = DataFormat.lines(
      of: coveredByOpenSave.lazy.map(\.transaction), exercise: exercise)
    let lineEnd: [UInt8]
    switch save.byteCount - lines.count {
    case 0: lineEnd = []
    case 1: lineEnd = [.lineFeed]
    case 2: lineEnd = [.carriageReturn, .lineFeed]
    default: return nil
    }
    return DataFile.PendingAppend(
      fileLength: save.fileLength, bytes: lineEnd + lines)
  }

  /// Returns the transactions that are not in the data file, checking the file
  /// if a save is open.
  ///
  /// - Throws: ``FileError``.
  package func unsaved(
    beyond dataFile: DataFile
  ) throws(FileError) -> ArraySlice<DeskEntry> {
    if let openSave,
      let pending = pendingAppend(
        of: openSave, exercise: dataFile.exercise),
      try dataFile.contains(pending)
    {
      return unsaved[coveredByOpenSave.endIndex...]
    }
    return unsaved[...]
  }
}
