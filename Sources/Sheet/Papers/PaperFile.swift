/// The place to which papers are written; they name persons.
package enum PaperFile: Hashable, Sendable {
  /// Standard output, as text.
  case standardOutput
  /// A file of text.
  case text(path: String)
  /// A file of pages.
  case pdf(path: String)

  /// Creates the place of a name: `-`, or a file whose name ends in `.txt` or
  /// `.pdf`; nil for another.
  package init?(_ name: String) {
    let folded = name.lowercased()
    switch name {
    case "-": self = .standardOutput
    case _ where folded.hasSuffix(".txt"): self = .text(path: name)
    case _ where folded.hasSuffix(".pdf"): self = .pdf(path: name)
    default: return nil
    }
  }
}
