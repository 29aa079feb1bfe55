import Catalogue
import Circulation
import Exchange
import Glibc

/// The rehearsal of files for PMB's page « prêt / retour secouru »: the screen
/// that PMB will show for each, as far as the catalogue tells.
package struct SecouruRehearsal {
  /// A file, and the screen that PMB will show.
  package struct Part: Hashable, Sendable {
    /// The path of the file.
    package let file: String
    /// The screen.
    package let screen: SecouruScreen
  }

  /// The files, in the order in which they are given.
  package let parts: [Part]
  /// The lists on which it rests.
  package let basis: ListBasis

  /// The maximum length of a file in bytes: PHP takes 2 MB, as a rule.
  private static let maximumLength = 16 << 20

  /// Reads files, each as an upload after the one before.
  ///
  /// - Throws: ``CatalogueError``; ``FileError``.
  package init(
    of paths: [String], by catalogue: Catalogue,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    var texts: [String] = []
    for path in paths {
      let file = try fileSystem.open(path, for: .reading)
      guard try file.length() <= Self.maximumLength else {
        throw FileError(operation: .read, path: path, code: EFBIG)
      }
      // A byte order mark stays: PMB does not pass over it.
      texts.append(
        String(decoding: try file.bytes(0..<file.length()), as: UTF8.self))
    }
    basis = ListBasis(try catalogue.lists())
    let numbers = texts.reduce(into: Set<String>()) {
      $0.formUnion(SecouruScreen.numbers(in: $1))
    }
    var base = try PMBKnowledge(catalogue).base(of: numbers)
    var parts: [Part] = []
    for (path, text) in zip(paths, texts) {
      parts.append(Part(file: path, screen: SecouruScreen(of: text, on: &base)))
    }
    self.parts = parts
  }

  /// Returns true if a file begins as one for that page, also if PMB would
  /// refuse the spelling of its first line.
  ///
  /// - Throws: ``FileError``.
  package static func takes(
    _ path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) -> Bool {
    let bytes = try fileSystem.open(path, for: .reading).bytes(0..<256)
    let text = String(decoding: bytes, as: UTF8.self)
    guard
      let first = text.split(whereSeparator: \.isNewline).first(where: {
        !$0.allSatisfy(\.isWhitespace)
      })
    else { return false }
    let head = first.uppercased().replacing("Ê", with: "E")
      .filter { $0 != "\u{feff}" }.trimmingWhitespace
    return [PMBFormat.loanHead, PMBFormat.returnHead].contains(head)
  }
}
