import Circulation
import Glibc

/// An open input file, with its identity and version when it was opened.
struct InputFile {
  let file: StationFile
  let content: any OpenFile
  let version: FileVersion

  init(
    _ file: StationFile, fileSystem: any FileSystem
  ) throws(FileError) {
    self.file = file
    content = try fileSystem.openInput(file.path)
    version = try content.version()
  }

  /// Verifies that the file has not changed.
  ///
  /// - Throws: ``FileError``, with `EBUSY` if it has.
  func confirm() throws(FileError) {
    guard try content.version() == version else {
      throw FileError(operation: .read, path: file.path, code: EBUSY)
    }
  }

  /// Returns the minute of the first line with a valid time; nil if there is
  /// none.
  func firstMinute() throws(FileError) -> Int? {
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
  /// Opens a file given by a person for reading.
  ///
  /// - Throws: ``FileError``.
  package func openInput(_ path: String) throws(FileError) -> any OpenFile {
    do {
      return try open(path, for: .reading)
    } catch {
      throw error.ofInput
    }
  }

  /// Calls the body with each line's number and its transaction or error, for a
  /// file given by a person.
  ///
  /// - Throws: ``FileError``.
  package func forEachLine(
    ofInput path: String,
    _ body: (Int, Result<Transaction, DataFormat.LineError>) -> Void
  ) throws(FileError) {
    do {
      try DataFile.forEachLine(of: path, fileSystem: self, body)
    } catch {
      throw error.ofInput
    }
  }
}

extension FileError {
  /// The same error as one of reading: here a non-file is a bad argument, not
  /// an obstacle.
  fileprivate var ofInput: FileError {
    switch code {
    case EISDIR, EINVAL, ELOOP:
      FileError(operation: .read, path: path, code: code)
    default: self
    }
  }
}
