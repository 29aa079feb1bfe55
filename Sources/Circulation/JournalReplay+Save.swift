extension JournalReplay {
  /// What an open save was to append; nil if the journal has lost a part of it.
  func addition(of save: OpenSave) -> DataFile.Addition? {
    let lines = DataFormat.lines(of: coveredByOpenSave.lazy.map(\.transaction))
    let lineEnd: [UInt8]
    switch save.byteCount - lines.count {
    case 0: lineEnd = []
    case 1: lineEnd = [.lineFeed]
    case 2: lineEnd = [.carriageReturn, .lineFeed]
    default: return nil
    }
    return DataFile.Addition(
      fileLength: save.fileLength, bytes: lineEnd + lines)
  }

  /// What is not in the data file yet, whatever the last save came to.
  public func unsaved(
    beyond dataFile: DataFile
  ) throws(FileFailure) -> ArraySlice<DeskEntry> {
    if let openSave, let addition = addition(of: openSave),
      try dataFile.contains(addition)
    {
      return unsaved[coveredByOpenSave.endIndex...]
    }
    return unsaved[...]
  }
}
