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
    content = try fileSystem.openInput(file.path)
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

extension FileSystem {
  /// Opens a file that a person named to be read.
  func openInput(_ path: String) throws(FileFailure) -> any OpenFile {
    do {
      return try open(path, for: .reading)
    } catch {
      throw error.ofInput
    }
  }

  /// Calls the body with each line's number and what it says, of a file that a
  /// person named to be read.
  package func forEachLine(
    ofInput path: String,
    _ body: (Int, Result<Transaction, DataFormat.Fault>) -> Void
  ) throws(FileFailure) {
    do {
      try DataFile.forEachLine(of: path, fileSystem: self, body)
    } catch {
      throw error.ofInput
    }
  }
}

extension FileFailure {
  /// The failure as that of reading: what is no file is not in the way, as it
  /// would be in the place of a station's own.
  fileprivate var ofInput: FileFailure {
    switch code {
    case EISDIR, EINVAL, ELOOP:
      FileFailure(act: .read, path: path, code: code)
    default: self
    }
  }
}
