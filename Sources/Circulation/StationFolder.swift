import Glibc

/// The folder of one station's files.
package struct StationFolder: Hashable, Sendable {
  /// The path of the folder.
  package let path: String
  /// The word that marks every file of an exercise; nil at a real desk.
  package let exercise: String?
  /// The path of `OffCirc.dat`, the file that Save To File writes; an exercise
  /// has another name for it.
  package let dataFile: String
  /// The path of `OffCirc.journal`.
  package let journal: String
  /// The path of `OffCirc.lock`.
  package let lock: String
  /// The path of `archive`, the folder of uploaded and archived files.
  package let archive: String

  /// Creates a folder value for a path; nothing is accessed.
  package init(path: String, exercise: String? = nil) {
    self.path = path
    self.exercise = exercise
    // Each scan asks for them.
    dataFile = path.appending(path: Self.dataFileName(of: exercise))
    journal = path.appending(path: Self.journalName)
    lock = path.appending(path: Self.lockName)
    archive = path.appending(path: "archive")
  }

  /// The words that mark exercises, in all languages: no real file of a station
  /// begins with one.
  package static let exerciseWords = ["EXERCISE", "EXERCICE"]

  /// The default folder of a user: `offcirc/files` in the user's data folder.
  package init(of folders: UserFolders) {
    self.init(path: folders.data.appending(path: "offcirc/files"))
  }

  /// The name of the data file.
  package static let dataFileName = "OffCirc.dat"
  /// The name of the journal.
  package static let journalName = "OffCirc.journal"

  /// The name of the file that tells who has the station open.
  package static let lockName = "OffCirc.lock"

  /// The name of the list of digests in an archive, without which it is
  /// incomplete.
  package static let digestListName = "SHA256SUMS"

  /// Returns true for the name of a journal's copy in another folder, also of
  /// one that was set aside.
  package static func isJournalCopy(_ name: String) -> Bool {
    name.hasPrefix("OffCirc-") && name.hasSuffix(".journal")
  }

  /// The name of the file that Save To File writes.
  package var ownDataFileName: String { Self.dataFileName(of: exercise) }

  private static func dataFileName(of exercise: String?) -> String {
    exercise.map { $0 + ".dat" } ?? dataFileName
  }

  /// True if group or others have any permission on the folder.
  package var isOpenToOthers: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// Creates the folder and its parents with mode 0700.
  ///
  /// - Throws: ``FileError``.
  package func create() throws(FileError) {
    try PosixFileSystem().makeFolders(path)
  }
}
