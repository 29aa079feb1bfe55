import Circulation
import Tables

/// The first bytes of a file, which show the form of the list in it.
struct ListBeginning {
  /// A form, as far as the first bytes show it.
  enum Form {
    /// A workbook, in a ZIP archive.
    case workbook
    /// An old or an encrypted workbook, in a compound file of Microsoft.
    case oldOffice
    /// A database of SQLite.
    case database
    /// Records of ISO 2709.
    case records
    /// A web page.
    case page
    /// XML.
    case xml
    /// JSON.
    case json
    /// Numbers of borrowers, each with a letter.
    case blocks
    /// Any other text.
    case text
  }

  /// The form.
  let form: Form

  private static let length = 1 << 12

  private static let signatures: [(bytes: [UInt8], form: Form)] = [
    (Array("PK\u{3}\u{4}".utf8), .workbook),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], .oldOffice),
    (Array("SQLite format 3\0".utf8), .database),
  ]

  /// Inspects the beginning of a file.
  ///
  /// - Throws: ``FileError``.
  init(_ file: any OpenFile) throws(FileError) {
    let bytes = try file.bytes(0..<Self.length)
    if let known = Self.signatures.first(where: {
      bytes.starts(with: $0.bytes)
    }) {
      form = known.form
    } else if MARCFile.begins(with: bytes) {
      form = .records
    } else {
      form = Self.form(
        of: try file.beginningOfText(Self.length).drop {
          $0.isWhitespace || $0 == "\u{feff}"
        })
    }
  }

  private static func form(of text: Substring) -> Form {
    switch text.first {
    case "<":
      let isPage = ["<!doctype html", "<html", "<table"]
        .contains { text.lowercased().contains($0) }
      return isPage ? .page : .xml
    case "{":
      let next = text.dropFirst().first { !$0.isWhitespace }
      return next == "\"" || next == "}" ? .json : .text
    case "[":
      let next = text.dropFirst().first { !$0.isWhitespace }
      return next == "{" || next == "]" ? .json : .text
    default: return isBlockList(text) ? .blocks : .text
    }
  }

  /// Returns true if each line has a number, a blank and a letter.
  private static func isBlockList(_ text: Substring) -> Bool {
    var lines = text.split(whereSeparator: \.isNewline)
    // The last one may be cut off.
    if lines.count > 1 { lines.removeLast() }
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let parts = line.split(separator: " ")
        return parts.count == 2
          && BlockLetter(rawValue: String(parts[1])) != nil
      }
  }
}
