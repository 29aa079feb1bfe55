import ArgumentParser
import Catalogue
import Languages
import Offload
import Typesetting

/// Writes the screens that PMB will show to standard output.
struct SecouruListing {
  private let format: OutputFormat
  private let words: any Words

  /// Creates a listing in a format and a language.
  init(_ format: OutputFormat, _ words: any Words) {
    self.format = format
    self.words = words
  }

  /// Writes the screens of all files.
  ///
  /// - Throws: ``FileError``; the exit status if a file does not go as meant.
  func write(_ rehearsal: SecouruRehearsal) throws {
    var writer = RowWriter(format, ["file", "reading", "message"])
    if format == .text {
      writer.add([], text: head(of: rehearsal))
    }
    for part in rehearsal.parts {
      if format == .text { writer.add([], text: text(of: part)) }
      guard format != .text else { continue }
      for (reading, lines) in [
        (1, [part.screen.check]), (2, part.screen.lines),
      ] {
        for line in lines {
          writer.add([.text(part.file), .number(reading), .text(line)])
        }
      }
    }
    try writer.end()
    let screens = rehearsal.parts.map(\.screen)
    guard screens.allSatisfy(\.isSound) else { throw ExitCode.errorsFound }
    guard screens.allSatisfy({ $0.failureCount == 0 }) else {
      throw ExitCode.someRefused
    }
  }

  private func head(of rehearsal: SecouruRehearsal) -> String {
    Document(
      title: words.rehearsalTitle(.pmb), language: "",
      blocks: [
        .points(words.sentences(on: rehearsal.basis, openReturnCount: 0))
      ]
    ).text
  }

  private func text(of part: SecouruRehearsal.Part) -> String {
    let screen = part.screen
    var points = [words.firstReading(screen), words.secondReading(screen)]
    if !screen.givenToPrevious.isEmpty {
      points.append(words.givenToPrevious(screen.givenToPrevious))
    }
    let document = Document(
      title: part.file.printable, language: "", blocks: [.points(points)])
    return "\n" + document.text + "\n"
      + screen.lines.map { "  " + $0.printable + "\n" }.joined()
  }
}
