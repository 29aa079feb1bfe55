import Circulation

extension KeptList {
  /// Writes the list again in its place, as far as the level of its head keeps
  /// it; returns when it is on disk.
  ///
  /// - Parameters:
  ///   - head: all that is known of it from now on.
  ///   - disk: the file system.
  ///   - change: returns what is left of a record; nil for nothing.
  /// - Throws: ``CatalogueError``; the list is then as it was.
  func rewrite(
    as head: ImportedList, on disk: any FolderOperations,
    _ change: (ListRecord) -> ListRecord?
  ) throws(CatalogueError) {
    let writer = try CatalogueError.ofFile { () throws(FileError) in
      try KeptListWriter(path, head, key, on: disk)
    }
    _ = try read(reducedTo: head.level) { layout in
      writer.begin(layout)
    } take: { record throws(CatalogueError) in
      guard let rest = change(record) else { return }
      try CatalogueError.ofFile { () throws(FileError) in
        try writer.add(rest)
      }
    } progress: { _ in
    }
    try CatalogueError.ofFile { () throws(FileError) in
      try writer.end()
      try writer.keep()
    }
  }
}
