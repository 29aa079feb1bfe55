import Circulation

extension JobReport {
  /// Reads a report from a file in any supported format.
  ///
  /// - Throws: ``ReportError``; ``FileError``.
  package init(
    file path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let file = try fileSystem.openInput(path)
    let length = try file.length()
    guard length <= Self.maximumSize else {
      throw ReportError.tooLarge(maximum: Self.maximumSize)
    }
    try self.init(bytes: file.bytes(0..<length))
  }
}
