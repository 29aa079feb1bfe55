import Circulation

// It has no links, no devices and one user, and needs no folders.
extension SimulatedFileSystem {
  package func makeFolders(_ path: String) throws(FileError) {
    try makeFolder(path)
  }

  package func target(
    of path: String
  ) throws(FileError) -> FolderEntry.Kind? {
    try entry(at: path)?.kind
  }

  package func realPath(_ path: String) -> String? { path }

  package func isNullDevice(_ path: String) -> Bool { false }

  package func copyOwnerAndMode(of path: String, to newPath: String) {}
}
