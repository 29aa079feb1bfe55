extension Desk {
  /// Calls the body with the number of each line of `OffCirc.dat` that is a
  /// transaction, and what it says; not at all if there is no file.
  ///
  /// - Throws: ``FileFailure``.
  public func forEachSaved(
    _ body: (Int, Transaction) -> Void
  ) throws(FileFailure) {
    guard try fileSystem.stamp(folder.dataFile) != nil else { return }
    try DataFile.forEachLine(of: folder.dataFile, fileSystem: fileSystem) {
      number, line in
      if case .success(let transaction) = line { body(number, transaction) }
    }
  }
}
