import Circulation

extension JobReport {
  /// Reads a report from a file, in whatever form it was kept.
  ///
  /// - Throws: ``ReportFault``; ``FileFailure``.
  package init(
    file path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let file = try fileSystem.openInput(path)
    let length = try file.length()
    guard length <= Self.largest else {
      throw ReportFault.tooLarge(most: Self.largest)
    }
    try self.init(bytes: file.bytes(0..<length))
  }
}
