extension Desk {
  /// Calls the body with the line number and the transaction of each valid line
  /// of `OffCirc.dat`; not at all if there is no file.
  ///
  /// - Throws: ``FileError``.
  package func forEachSaved(
    _ body: (Int, Transaction) -> Void
  ) throws(FileError) {
    guard try fileSystem.version(folder.dataFile) != nil else { return }
    try DataFile.forEachLine(of: folder.dataFile, fileSystem: fileSystem) {
      number, line in
      if case .success(let transaction) = line { body(number, transaction) }
    }
  }
}
