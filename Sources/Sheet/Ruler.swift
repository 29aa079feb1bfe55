import Typesetting

/// The measure of lines of text, so that they fit their places.
package struct Ruler {
  /// Returns the width of a text in a font, in millimetres.
  let width: (String, Font) -> Double

  /// Returns the text, or its beginning and an ellipsis if it is wider than its
  /// place.
  func shortened(_ text: String, to limit: Double, in font: Font) -> String {
    guard width(text, font) > limit else { return text }
    let characters = Array(text)
    let count = count(of: characters, before: "…", within: limit, in: font)
    return String(characters[..<count]).trimmedAtEnd + "…"
  }

  /// Returns the number of characters that fit a line with a text after them.
  private func count(
    of characters: [Character], before end: String, within limit: Double,
    in font: Font
  ) -> Int {
    var range = 0..<characters.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound + 1) / 2
      if width(String(characters[..<middle]) + end, font) <= limit {
        range = middle..<range.upperBound
      } else {
        range = range.lowerBound..<middle - 1
      }
    }
    return range.lowerBound
  }

  /// Breaks a text into lines between its words; a word that is wider than a
  /// line is broken.
  func wrapped(_ text: String, to limit: Double, in font: Font) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text[...].boundWords {
      let longer = line.isEmpty ? word : line + " " + word
      if width(longer, font) <= limit {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while width(line, font) > limit, line.count > 1 {
        let fit = count(of: Array(line), before: "", within: limit, in: font)
        lines.append(String(line.prefix(max(fit, 1))))
        line.removeFirst(max(fit, 1))
      }
    }
    return lines + [line]
  }
}

extension Ruler {
  /// Creates the ruler of the fonts with which pages are drawn.
  ///
  /// - Throws: ``DrawingError``.
  package static func ofDrawing() throws(DrawingError) -> Ruler {
    let canvas = Canvas(try Cairo.shared.mapError(DrawingError.missing).get())
    return Ruler { text, font in canvas.width(of: text, in: font) }
  }
}

/// A page that is not kept, on which texts are measured.
private final class Canvas {
  private let cairo: Cairo
  private let surface: Cairo.Surface?
  private let context: Cairo.Context?

  init(_ cairo: Cairo) {
    self.cairo = cairo
    surface = cairo.createPDF(
      nil, nil, PrintedPage.whole.width * pointsPerMillimetre,
      PrintedPage.whole.height * pointsPerMillimetre)
    context = cairo.create(surface)
    cairo.scale(context, pointsPerMillimetre, pointsPerMillimetre)
  }

  deinit {
    cairo.destroy(context)
    cairo.destroySurface(surface)
  }

  func width(of text: String, in font: Font) -> Double {
    cairo.width(of: text, in: font, on: context)
  }
}
