/// The folder operations that putting files away takes, beside those of files.
public protocol FolderSystem: FileSystem {
  /// Makes a folder for its user alone, if there is none; the one that it is in
  /// has to be there, and to be put on disk after it.
  func makeFolder(_ path: String) throws(FileFailure)

  /// Lets a file, or the names in a folder, be changed by its user, or by
  /// nobody; others see nothing of it.
  func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileFailure)

  /// Removes a folder that has nothing in it.
  func removeFolder(_ path: String) throws(FileFailure)
}
