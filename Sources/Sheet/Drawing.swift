import CCairo

/// The format of a drawn page.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Scalable Vector Graphics.
  case svg
  /// Portable Document Format.
  case pdf
}

/// An error: a page could not be drawn.
package struct DrawingError: Error, Hashable, Sendable {
  /// The library that failed.
  package let library: String
  /// Its message, in English.
  package let reason: String
}

extension Page {
  /// Returns the page as a file; reproducible, apart from the installed fonts.
  ///
  /// - Throws: ``DrawingError``.
  package func drawn(as format: OutputFormat) throws(DrawingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { bytes in
      let surface = format.surface(writingTo: bytes)
      defer { cairo_surface_destroy(surface) }
      let context = cairo_create(surface)
      defer { cairo_destroy(context) }
      // Millimetres to points, the unit of the surface.
      cairo_scale(context, pointsPerMillimetre, pointsPerMillimetre)
      draw(on: context)
      cairo_show_page(context)
      cairo_surface_finish(surface)
      let status = cairo_status(context)
      return status == CAIRO_STATUS_SUCCESS
        ? cairo_surface_status(surface) : status
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw DrawingError(
        library: "cairo",
        reason: String(cString: cairo_status_to_string(status)))
    }
    return bytes
  }

  private func draw(on context: OpaquePointer?) {
    // A viewer's background may not be white.
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_set_source_rgb(context, 0, 0, 0)
    title.draw(on: context)
    purpose.draw(on: context)
    for entry in entries {
      for bar in entry.bars {
        cairo_rectangle(context, bar.left, bar.top, bar.width, bar.height)
      }
      cairo_fill(context)
      entry.print.draw(on: context)
      entry.name.draw(on: context)
    }
  }
}

extension Text {
  fileprivate func draw(on context: OpaquePointer?) {
    cairo_select_font_face(
      context, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
      isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, size)
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, string, &extents)
    if extents.x_advance > place.width {
      cairo_set_font_size(context, size * place.width / extents.x_advance)
      cairo_text_extents(context, string, &extents)
    }
    cairo_move_to(
      context, place.left + (place.width - extents.x_advance) / 2, baseline)
    cairo_show_text(context, string)
  }
}

extension OutputFormat {
  /// Creates a surface of the page's size, in points.
  fileprivate func surface(
    writingTo bytes: UnsafeMutablePointer<[UInt8]>
  ) -> OpaquePointer? {
    let take: cairo_write_func_t = { bytes, data, count in
      bytes?.assumingMemoryBound(to: [UInt8].self).pointee
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let width = Page.whole.width * pointsPerMillimetre
    let height = Page.whole.height * pointsPerMillimetre
    switch self {
    case .svg:
      let surface = cairo_svg_surface_create_for_stream(
        take, bytes, width, height)
      // The default unit depends on the version of cairo.
      cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT)
      return surface
    case .pdf:
      let surface = cairo_pdf_surface_create_for_stream(
        take, bytes, width, height)
      // Otherwise the time of drawing is included.
      cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, "")
      return surface
    }
  }
}

private let pointsPerMillimetre = 72 / 25.4
