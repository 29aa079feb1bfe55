import Glibc
import Support
import Testing

@testable import Circulation

struct StationFolderTests {
  private let temporary: TestFolder

  init() throws {
    temporary = TestFolder()
  }

  @Test(arguments: [
    (["XDG_DATA_HOME": "/data", "HOME": "/home/m"], "/data/offcirc/files"),
    (["HOME": "/home/m"], "/home/m/.local/share/offcirc/files"),
    (
      ["XDG_DATA_HOME": "", "HOME": "/home/m"],
      "/home/m/.local/share/offcirc/files"
    ),
    // The specification tells to ignore a path that is not absolute.
    (
      ["XDG_DATA_HOME": "data", "HOME": "/home/m"],
      "/home/m/.local/share/offcirc/files"
    ),
  ])
  func theEnvironmentNamesTheFolder(
    _ environment: [String: String], _ path: String
  ) {
    let folders = UserFolders(environment: environment)
    #expect(StationFolder(of: folders).path == path)
  }

  @Test func allIsForThisUserAlone() throws {
    let folder = temporary.station
    let desk = try Desk(folder: folder, clock: .standing)
    try desk.takeBack("1")
    try desk.save()
    for path in [folder.path, temporary.path + "/a/b", temporary.path + "/a"] {
      #expect(try TestFolder.permissions(of: path) == 0o700)
    }
    for path in [folder.dataFile, folder.journal, folder.lock] {
      #expect(try TestFolder.permissions(of: path) == 0o600)
    }
  }

  @Test func aFolderThatIsThereIsTakenAsItIs() throws {
    let folder = StationFolder(path: temporary.path + "/files/")
    mkdir(folder.path, 0o750)
    chmod(folder.path, 0o750)
    try folder.create()
    #expect(try TestFolder.permissions(of: folder.path) == 0o750)
  }

  @Test func aFileInTheWayIsAnError() throws {
    let file = temporary.path + "/a"
    close(creat(file, 0o600))
    let inTheWay = FileError(
      operation: .createFolder, path: file, code: ENOTDIR)
    #expect(throws: inTheWay) {
      try Desk(folder: StationFolder(path: file), clock: .standing)
    }
    #expect {
      try Desk(folder: temporary.station, clock: .standing)
    } throws: { error in
      let failure = error as? FileError
      return failure?.operation == .createFolder && failure?.code == ENOTDIR
        && failure?.path.hasPrefix(file) == true
    }
  }

  @Test func aFolderWithoutANameIsAnError() {
    #expect(throws: FileError.self) { try StationFolder(path: "").create() }
  }

  @Test(
    .enabled(if: getuid() != 0, "the superuser may write anywhere"))
  func aFolderThatCannotBeWrittenIsAnError() throws {
    let folder = StationFolder(path: temporary.path + "/files")
    mkdir(folder.path, 0o500)
    #expect(
      throws: FileError(operation: .lock, path: folder.lock, code: EACCES)
    ) { try Desk(folder: folder, clock: .standing) }
  }

  // MARK: What stands in the place of a file

  @Test(.timeLimit(.minutes(5)), arguments: ["OffCirc.journal", "OffCirc.dat"])
  func aPipeOrAFolderInTheFilesPlaceIsAnErrorAndNeverAWait(
    _ name: String
  ) throws {
    let folder = temporary.station
    try folder.create()
    let path = folder.path + "/" + name
    mkfifo(path, 0o600)
    #expect(throws: FileError(operation: .open, path: path, code: EINVAL)) {
      try use(folder)
    }
    unlink(path)
    mkdir(path, 0o700)
    #expect(throws: FileError(operation: .open, path: path, code: EISDIR)) {
      try use(folder)
    }
    rmdir(path)
    try use(folder)
  }

  /// Opens a desk, records and saves, in which all files are touched.
  private func use(_ folder: StationFolder) throws {
    let desk = try Desk(folder: folder, clock: .standing)
    try desk.takeBack("1")
    try desk.save()
    #expect(desk.unsaved.isEmpty)
  }

  @Test(.timeLimit(.minutes(5)))
  func aPipeIsNotReadAsADataFile() throws {
    let path = temporary.path + "/pipe"
    mkfifo(path, 0o600)
    #expect(throws: FileError(operation: .open, path: path, code: EINVAL)) {
      try DataFile.forEachLine(of: path) { _, _ in }
    }
  }

  @Test func aDayOnARealDisk() throws {
    let folder = temporary.station
    do {
      let desk = try Desk(folder: folder, clock: .standing)
      try desk.lend("37000034179", to: "9921000000164")
      try desk.takeBack("1")
      #expect(try desk.save() == 2)
      try desk.takeBack("2")
    }
    let desk = try Desk(folder: folder, clock: .standing)
    #expect(desk.unsavedItems == ["2"])
    #expect(try desk.save() == 1)
    #expect(try desk.summary().lineCount == 3)
    var items: [String] = []
    try DataFile.forEachLine(of: folder.dataFile) { _, line in
      items.append((try? line.get())?.item.text ?? "?")
    }
    #expect(items == ["37000034179", "1", "2"])
  }
}
