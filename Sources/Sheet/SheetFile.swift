import Circulation

/// The file of a drawn page.
package struct SheetFile: Sendable {
  /// The path of the file.
  package let path: String
  private let format: OutputFormat

  /// Creates a file whose format is that of the name's extension; nil if it is
  /// not supported.
  package init?(path: String) {
    let name = path.lowercased()
    let forms = OutputFormat.allCases.filter {
      name.hasSuffix(".\($0.rawValue)")
    }
    guard let format = forms.first else { return nil }
    self.path = path
    self.format = format
  }

  /// Writes the page to the file atomically; returns when it is on disk.
  ///
  /// The default mode is 0666, less the umask: nothing on the sheet is private.
  ///
  /// - Throws: ``DrawingError``; `FileError`.
  package func write(
    _ page: Page, with disk: any FileSystem = PosixFileSystem(mode: 0o666)
  ) throws {
    try write(page.printed, with: disk)
  }

  /// Writes a page as ``write(_:with:)`` does the sheet of commands.
  ///
  /// - Throws: ``DrawingError``; `FileError`.
  package func write(
    _ page: PrintedPage,
    with disk: any FileSystem = PosixFileSystem(mode: 0o666)
  ) throws {
    try disk.writeWhole([page].drawn(as: format), to: path)
  }
}

extension FileSystem {
  /// Writes a file whole or not at all, also in place of another one; returns
  /// when it is on disk.
  ///
  /// - Throws: ``FileError``.
  package func writeWhole(
    _ bytes: [UInt8], to path: String
  ) throws(FileError) {
    if try version(path) != nil {
      // Opening fails for a folder, a device, a link, and a file of another
      // user.
      _ = try open(path, for: .writing)
    }
    _ = try replace(path) { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try synchronizeFolder(path.folder)
  }
}
