import Circulation
import Glibc

/// A file of a station that is open, and what it was then.
struct InputFile {
  let file: StationFile
  let content: any OpenFile
  let stamp: FileStamp

  init(
    _ file: StationFile, fileSystem: any FileSystem
  ) throws(FileFailure) {
    self.file = file
    do {
      content = try fileSystem.open(file.path, for: .reading)
    } catch  where error.code == EISDIR || error.code == EINVAL {
      // It is not in the way, as it would be in the place of a station's own.
      throw FileFailure(act: .read, path: file.path, code: error.code)
    }
    stamp = try content.stamp()
  }

  /// Makes sure that the file is what it was.
  ///
  /// - Throws: ``FileFailure``, with `EBUSY` if it is not.
  func confirm() throws(FileFailure) {
    guard try content.stamp() == stamp else {
      throw FileFailure(act: .read, path: file.path, code: EBUSY)
    }
  }

  /// The minute that the first line with a date and time begins with.
  func firstMinute() throws(FileFailure) -> Int? {
    var cursor = LineCursor(content)
    var minutes = MinuteReader()
    while try cursor.advance() {
      guard !cursor.isContinued else { continue }
      if let minute = minutes.minute(of: Span(_unsafeBytes: cursor.bytes)) {
        return minute
      }
    }
    return nil
  }
}
