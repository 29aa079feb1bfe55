import Glibc
import Support
import Testing

@testable import Circulation

/// A lock that programs wait for, but not for ever.
struct FileLockTests {
  private let folder = TestFolder()
  private var path: String { folder.path + "/lock" }

  @Test func aFileThatIsHeldIsRefusedWhenPatienceIsOver() throws {
    let holder = try FileLock(path)
    withExtendedLifetime(holder) {
      let held = FileError(operation: .lock, path: path, code: EWOULDBLOCK)
      for patience in [Duration.zero, .milliseconds(50)] {
        #expect(throws: held) { try FileLock(path, patience: patience) }
      }
    }
  }

  @Test func aFileThatIsLetGoIsFreeAgain() throws {
    for _ in 1...3 { _ = try FileLock(path, patience: .zero) }
  }

  @Test func whatIsInTheFileIsLeftAlone() throws {
    let content = try PosixFileSystem().open(path, for: .appending)
    try content.append([1, 2, 3].span)
    _ = try FileLock(path)
    #expect(try content.bytes(0..<9) == [1, 2, 3])
  }
}
