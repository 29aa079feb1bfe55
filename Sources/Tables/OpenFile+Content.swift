import Circulation

extension OpenFile {
  /// Returns all bytes; those of a text in UTF-16 as UTF-8, and none of a
  /// byte-order mark.
  ///
  /// - Throws: ``TableReadingError``, also if there are more than a maximum.
  package func content(
    maximum: Int
  ) throws(TableReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(FileError) {
      var source = try TextSource(self)
      while bytes.count <= maximum, try source.read(into: &bytes) {}
    } catch {
      throw .file(error)
    }
    guard bytes.count <= maximum else {
      throw .table(.tooLarge(maximum: maximum))
    }
    return bytes
  }

  /// Returns the beginning of a text, in any encoding.
  ///
  /// - Parameter length: the number of bytes that are looked at.
  /// - Returns: the text.
  /// - Throws: ``FileError``.
  package func beginningOfText(_ length: Int) throws(FileError) -> String {
    var source = try TextSource(self)
    var bytes: [UInt8] = []
    _ = try source.read(into: &bytes)
    return bytes.prefix(length).withUnsafeBytes { CellText.decode($0) }
  }
}
