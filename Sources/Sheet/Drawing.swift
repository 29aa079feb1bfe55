import CCairo
import SharedLibraries

/// The format of a drawn page.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Scalable Vector Graphics.
  case svg
  /// Portable Document Format.
  case pdf
}

/// An error: a page could not be drawn.
package enum DrawingError: Error, Hashable, Sendable {
  /// A library is not installed.
  case missing(MissingLibrary)
  /// A library failed, with its message in English.
  case failed(library: String, reason: String)
}

extension Page {
  /// Returns the page as a file; reproducible, apart from the installed fonts.
  ///
  /// - Throws: ``DrawingError``.
  package func drawn(as format: OutputFormat) throws(DrawingError) -> [UInt8] {
    try [printed].drawn(as: format)
  }
}

extension [PrintedPage] {
  /// Returns the pages, all of one size, as a file; reproducible, apart from the installed fonts.
  ///
  /// - Throws: ``DrawingError``.
  package func drawn(as format: OutputFormat) throws(DrawingError) -> [UInt8] {
    let cairo = try Cairo.shared.mapError(DrawingError.missing).get()
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { bytes in
      let surface = format.surface(
        of: cairo, size: first?.size ?? PrintedPage.whole, writingTo: bytes)
      defer { cairo.destroySurface(surface) }
      let context = cairo.create(surface)
      defer { cairo.destroy(context) }
      // Millimetres to points, the unit of the surface.
      cairo.scale(context, pointsPerMillimetre, pointsPerMillimetre)
      for page in self {
        page.draw(on: context, with: cairo)
        cairo.showPage(context)
      }
      cairo.finish(surface)
      let status = cairo.status(context)
      return status == CAIRO_STATUS_SUCCESS
        ? cairo.surfaceStatus(surface) : status
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(
        library: "cairo", reason: String(cString: cairo.statusText(status)))
    }
    return bytes
  }
}

extension PrintedPage {
  func draw(on context: Cairo.Context?, with cairo: Cairo) {
    // A viewer's background may not be white.
    cairo.setSource(context, 1, 1, 1)
    cairo.paint(context)
    cairo.setSource(context, 0, 0, 0)
    for bar in bars {
      cairo.rectangle(context, bar.left, bar.top, bar.width, bar.height)
    }
    cairo.fill(context)
    for text in texts { text.draw(on: context, with: cairo) }
  }
}

extension Text {
  fileprivate func draw(on context: Cairo.Context?, with cairo: Cairo) {
    var width = cairo.width(
      of: string, in: Font(size: size, isBold: isBold), on: context)
    if width > place.width {
      width = cairo.width(
        of: string, in: Font(size: size * place.width / width, isBold: isBold),
        on: context)
    }
    cairo.move(context, start(ofWidth: width), baseline)
    cairo.show(context, string)
  }
}

extension OutputFormat {
  /// Creates a surface of the size of pages, in points.
  fileprivate func surface(
    of cairo: Cairo, size: Box, writingTo bytes: UnsafeMutablePointer<[UInt8]>
  ) -> Cairo.Surface? {
    let take: cairo_write_func_t = { bytes, data, count in
      bytes?.assumingMemoryBound(to: [UInt8].self).pointee
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let width = size.width * pointsPerMillimetre
    let height = size.height * pointsPerMillimetre
    switch self {
    case .svg:
      let surface = cairo.createSVG(take, bytes, width, height)
      // The default unit depends on the version of cairo.
      cairo.setUnit(surface, CAIRO_SVG_UNIT_PT)
      return surface
    case .pdf:
      let surface = cairo.createPDF(take, bytes, width, height)
      // Otherwise the time of drawing is included.
      cairo.setMetadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "")
      return surface
    }
  }
}

extension Cairo {
  /// Chooses a font, and returns the width of a text in it.
  func width(of text: String, in font: Font, on context: Context?) -> Double {
    selectFont(
      context, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
      font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    setFontSize(context, font.size)
    var extents = cairo_text_extents_t()
    measure(context, text, &extents)
    return extents.x_advance
  }
}

let pointsPerMillimetre = 72 / 25.4
