import Circulation
import Glibc

/// An open input file, with its identity and version when it was opened.
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

  /// Verifies that the file has not changed.
  ///
  /// - Throws: ``FileFailure``, with `EBUSY` if it has.
  func confirm() throws(FileFailure) {
    guard try content.stamp() == stamp else {
      throw FileFailure(act: .read, path: file.path, code: EBUSY)
    }
  }

  /// Returns the minute of the first line with a valid time; nil if there is
  /// none.
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
  /// Opens a file given by a person for reading.
  ///
  /// - Throws: ``FileFailure``.
  func openInput(_ path: String) throws(FileFailure) -> any OpenFile {
    do {
      return try open(path, for: .reading)
    } catch {
      throw error.ofInput
    }
  }

  /// Calls the body with each line's number and its transaction or fault, for a
  /// file given by a person.
  ///
  /// - Throws: ``FileFailure``.
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
  /// The same failure as a read error: here a non-file is a bad argument, not
  /// an obstacle.
  fileprivate var ofInput: FileFailure {
    switch code {
    case EISDIR, EINVAL, ELOOP:
      FileFailure(act: .read, path: path, code: code)
    default: self
    }
  }
}
