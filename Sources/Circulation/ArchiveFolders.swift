extension FolderOperations {
  /// Returns what is in an archive, sorted by name.
  ///
  /// A hidden folder with a list of digests takes the place of a folder that has
  /// none any more: erasing that one, or renaming the hidden one, was
  /// interrupted.
  ///
  /// - Throws: ``FileError``.
  package func archiveFolders(
    in archive: String
  ) throws(FileError) -> [(name: String, path: String)] {
    var paths: [String: String] = [:]
    let names = try names(in: archive)
    for name in names where !name.isTemporaryName {
      paths[name] = archive.appending(path: name)
    }
    for hidden in names {
      guard let name = hidden.nameBesideTemporary else { continue }
      let path = archive.appending(path: hidden)
      guard try hasDigestList(path) else { continue }
      if let old = paths[name], try hasDigestList(old) { continue }
      paths[name] = path
    }
    return paths.map { (name: $0.key, path: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// Returns true if a folder has a list of digests, and so all its files.
  ///
  /// - Throws: ``FileError``.
  package func hasDigestList(_ folder: String) throws(FileError) -> Bool {
    guard try entry(at: folder)?.kind == .folder else { return false }
    return try version(folder.appending(path: StationFolder.digestListName))
      != nil
  }
}
