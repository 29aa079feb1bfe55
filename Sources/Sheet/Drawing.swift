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
    let cairo = try Cairo.shared.mapError(DrawingError.missing).get()
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { bytes in
      let surface = format.surface(of: cairo, writingTo: bytes)
      defer { cairo.destroySurface(surface) }
      let context = cairo.create(surface)
      defer { cairo.destroy(context) }
      // Millimetres to points, the unit of the surface.
      cairo.scale(context, pointsPerMillimetre, pointsPerMillimetre)
      draw(on: context, with: cairo)
      cairo.showPage(context)
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

  private func draw(on context: Cairo.Context?, with cairo: Cairo) {
    // A viewer's background may not be white.
    cairo.setSource(context, 1, 1, 1)
    cairo.paint(context)
    cairo.setSource(context, 0, 0, 0)
    title.draw(on: context, with: cairo)
    purpose.draw(on: context, with: cairo)
    for entry in entries {
      for bar in entry.bars {
        cairo.rectangle(context, bar.left, bar.top, bar.width, bar.height)
      }
      cairo.fill(context)
      entry.print.draw(on: context, with: cairo)
      entry.name.draw(on: context, with: cairo)
    }
  }
}

extension Text {
  fileprivate func draw(on context: Cairo.Context?, with cairo: Cairo) {
    cairo.selectFont(
      context, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
      isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo.setFontSize(context, size)
    var extents = cairo_text_extents_t()
    cairo.measure(context, string, &extents)
    if extents.x_advance > place.width {
      cairo.setFontSize(context, size * place.width / extents.x_advance)
      cairo.measure(context, string, &extents)
    }
    cairo.move(
      context, place.left + (place.width - extents.x_advance) / 2, baseline)
    cairo.show(context, string)
  }
}

extension OutputFormat {
  /// Creates a surface of the page's size, in points.
  fileprivate func surface(
    of cairo: Cairo, writingTo bytes: UnsafeMutablePointer<[UInt8]>
  ) -> Cairo.Surface? {
    let take: cairo_write_func_t = { bytes, data, count in
      bytes?.assumingMemoryBound(to: [UInt8].self).pointee
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let width = Page.whole.width * pointsPerMillimetre
    let height = Page.whole.height * pointsPerMillimetre
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

private let pointsPerMillimetre = 72 / 25.4
