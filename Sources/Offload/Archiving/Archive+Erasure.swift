import Circulation

// One of two is always whole: the old entry, or the hidden one that has its
// list of digests and waits for the name.
extension Archive {
  /// Replaces an entry by one of other files, with a mark; returns when that is
  /// on disk.
  ///
  /// - Throws: ``FileError``; one of the two is there then.
  func replace(
    _ box: Entry, with files: [(name: String, bytes: [UInt8])]
  ) throws(FileError) {
    let path = box.path.temporarySibling
    try fileSystem.makeFolder(path)
    try fileSystem.synchronizeFolder(folder.archive)
    var list = DigestList()
    for (name, bytes) in files + [(BorrowerErasure.mark, [])] {
      let file = try fileSystem.open(
        path.appending(path: name), for: .creating)
      try file.write(bytes.span, at: 0)
      try file.synchronize()
      list[name] = try SHA256.of(file)
    }
    try fileSystem.synchronizeFolder(path)
    let bytes = list.bytes
    _ = try fileSystem.replace(path.appending(path: DigestList.name)) {
      file throws(FileError) in try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(path)
    try putInPlace(path, of: box.path)
  }

  /// Finishes what an interrupted call has begun: a hidden entry that is not
  /// whole is removed, and so is one whose old entry is.
  ///
  /// - Throws: ``FileError``.
  func finishErasures() throws(FileError) {
    for hidden in try fileSystem.names(in: folder.archive) {
      guard let name = hidden.nameBesideTemporary else { continue }
      let path = folder.archive.appending(path: hidden)
      guard try fileSystem.isFolder(path) else { continue }
      let old = folder.archive.appending(path: name)
      if try fileSystem.hasDigestList(path),
        try !fileSystem.hasDigestList(old)
      {
        try putInPlace(path, of: old)
      } else {
        try remove(path)
        try fileSystem.synchronizeFolder(folder.archive)
      }
    }
  }

  private func putInPlace(
    _ path: String, of old: String
  ) throws(FileError) {
    try remove(old)
    try fileSystem.synchronizeFolder(folder.archive)
    try fileSystem.rename(path, to: old)
    try fileSystem.synchronizeFolder(folder.archive)
    let sums = try DigestList(ofFolder: old, fileSystem: fileSystem)
    try close(Entry(name: old.lastName, path: old, sums: sums))
  }
}
