import Circulation

/// The file of a slip; it names a person.
package struct SlipFile: Sendable {
  /// The form of a slip in a file.
  private enum Form {
    case drawing(OutputFormat)
    case receipt
  }

  /// The path of the file.
  package let path: String
  private let form: Form

  /// Creates a file whose form is that of the name's extension: `.pdf`, `.svg`,
  /// or `.bin` for a receipt printer; nil for another.
  package init?(path: String) {
    let name = path.lowercased()
    if let format = OutputFormat.allCases.first(where: {
      name.hasSuffix(".\($0.rawValue)")
    }) {
      form = .drawing(format)
    } else if name.hasSuffix(".bin") {
      form = .receipt
    } else {
      return nil
    }
    self.path = path
  }

  /// True if it may have several pages.
  package var takesPages: Bool {
    if case .drawing(.pdf) = form { true } else { false }
  }

  /// Writes a slip to the file atomically, for its owner only; returns when it
  /// is on disk.
  ///
  /// - Throws: ``DrawingError``; `FileError`.
  package func write(
    _ slip: Slip, on disk: any FolderOperations = PosixFileSystem()
  ) throws {
    let ruler = try Ruler.ofDrawing()
    let bytes =
      switch form {
      case .drawing(let format):
        try [slip.page(ruler).page].drawn(as: format)
      case .receipt: try slip.receipt(ruler)
      }
    try disk.writeWhole(bytes, to: path)
  }
}
