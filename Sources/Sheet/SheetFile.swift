import Circulation

/// The file that a page is drawn into.
public struct SheetFile: Sendable {
  /// Where the file is.
  public let path: String
  private let form: Form

  /// A file of the form that its name ends in; nil if that is none.
  public init?(path: String) {
    let name = path.lowercased()
    let forms = Form.allCases.filter { name.hasSuffix(".\($0.rawValue)") }
    guard let form = forms.first else { return nil }
    self.path = path
    self.form = form
  }

  /// Puts the page in the place of the file, whole or not at all; on disk when
  /// the call returns.
  ///
  /// Nothing on the sheet is private.
  ///
  /// - Throws: ``DrawingFailure``; `FileFailure`.
  public func write(
    _ page: Page, with disk: any FileSystem = PosixFileSystem(mode: 0o666)
  ) throws {
    let bytes = try page.drawn(as: form)
    if try disk.stamp(path) != nil {
      // It refuses a folder, a device, a link, and what is someone else's.
      _ = try disk.open(path, for: .writing)
    }
    _ = try disk.replace(path) { file throws(FileFailure) in
      try file.write(bytes.span, at: 0)
    }
    try disk.synchronizeFolder(folder)
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
