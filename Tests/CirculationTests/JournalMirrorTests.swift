import Dispatch
import Glibc
import Simulated
import Testing

@testable import Circulation

/// The desk never waits for the copy of its journal.
struct JournalMirrorTests {
  /// A key on which nothing happens until it is let go.
  private struct StuckKey: FileSystem, Sendable {
    static let folder = "/key"
    let start = DispatchSemaphore(value: 0)

    private func refuse() throws(FileError) -> Never {
      start.wait()
      throw FileError(operation: .open, path: Self.folder, code: EIO)
    }

    func version(_ path: String) throws(FileError) -> FileVersion? {
      try refuse()
    }
    func identity(_ path: String) throws(FileError) -> FileIdentity? {
      try refuse()
    }
    func open(
      _ path: String, for access: FileAccess
    ) throws(FileError) -> any OpenFile { try refuse() }
    func synchronizeFolder(_ path: String) throws(FileError) {
      try refuse()
    }
    func rename(_ path: String, to newPath: String) throws(FileError) {
      try refuse()
    }
    func keep(_ path: String, as newPath: String) throws(FileError) {
      try refuse()
    }
    func names(in folder: String) throws(FileError) -> [String] {
      try refuse()
    }
    func drive(of folder: String) -> Drive { .own }
    func remove(_ path: String) throws(FileError) { try refuse() }
    func freeSpace(in folder: String) throws(FileError) -> Int {
      try refuse()
    }
  }

  @Test func aKeyThatDoesNotAnswerIsSaidAndKeepsNobodyWaiting() throws {
    let key = StuckKey()
    let copyist = JournalMirror(
      JournalCopy(
        in: StuckKey.folder, of: "1", at: .simulated, fileSystem: key),
      patience: .zero)
    let journal = try SimulatedFileSystem().open("/desk/j", for: .writing)
    #expect(copyist.warning == nil && !copyist.isBusy)
    for end in 0..<3 { copyist.follow(journal, to: end) }
    #expect(copyist.isBusy)
    #expect(copyist.warning == .late)
    for _ in 0..<3 { key.start.signal() }
    copyist.finish()
    #expect(!copyist.isBusy)
    #expect(
      copyist.warning
        == .lost(FileError(operation: .open, path: StuckKey.folder, code: EIO)))
  }
}
