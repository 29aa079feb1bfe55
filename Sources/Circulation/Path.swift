import SystemPackage

// Paths are strings, as arguments, messages and the ledger have them; they are
// taken apart and joined as `FilePath`.
extension String {
  /// Returns the path of a file below this folder.
  package func appending(path name: some StringProtocol) -> String {
    FilePath(self).appending(String(name)).string
  }

  /// The parent folder; `.` if the path names none.
  package var folder: String {
    let folder = FilePath(self).removingLastComponent()
    return folder.isEmpty ? "." : folder.string
  }

  /// Returns true if the path is a folder, or of something in it; both are
  /// without links.
  package func isInside(_ folder: String) -> Bool {
    FilePath(self).starts(with: FilePath(folder))
  }

  /// The last component; empty if there is none.
  package var lastName: String {
    FilePath(self).lastComponent?.string ?? ""
  }

  /// The path without trailing or repeated slashes.
  package var withoutExtraSlashes: String { FilePath(self).string }

  /// Returns the path from the root, without `.` and `..`.
  ///
  /// - Parameter home: the folder for which `~` stands; nil for none.
  /// - Returns: the path; links on the way are not followed.
  package func fromRoot(home: String? = nil) -> String {
    if let home, self == "~" || hasPrefix("~/") {
      return home.appending(path: dropFirst(2)).fromRoot()
    }
    let folder = String(
      decoding: PosixFileSystem.currentFolder ?? [], as: UTF8.self)
    return FilePath(folder).pushing(FilePath(self)).lexicallyNormalized()
      .string
  }

  /// True if the path begins at the root.
  package var isAbsolutePath: Bool { FilePath(self).isAbsolute }
}
