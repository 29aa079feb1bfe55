import CCairo
import SharedLibraries

/// The functions of cairo, which draws pages.
struct Cairo: Sendable {
  /// The library, opened on first use.
  static let shared = Result { () throws(MissingLibrary) in try Cairo() }

  typealias Surface = OpaquePointer
  typealias Context = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Extents = UnsafeMutablePointer<cairo_text_extents_t>
  typealias Creation =
    @Sendable @convention(c) (
      cairo_write_func_t?, UnsafeMutableRawPointer?, Double, Double
    ) -> Surface?
  typealias Use = @Sendable @convention(c) (Context?) -> Void

  let createSVG: Creation
  let setUnit: @Sendable @convention(c) (Surface?, cairo_svg_unit_t) -> Void
  let createPDF: Creation
  let createImage:
    @Sendable @convention(c) (cairo_format_t, Int32, Int32) -> Surface?
  let flush: @Sendable @convention(c) (Surface?) -> Void
  let data: @Sendable @convention(c) (Surface?) -> UnsafeMutablePointer<UInt8>?
  let stride: @Sendable @convention(c) (Surface?) -> Int32
  let setMetadata:
    @Sendable @convention(c) (Surface?, cairo_pdf_metadata_t, Text) -> Void
  let finish: @Sendable @convention(c) (Surface?) -> Void
  let destroySurface: @Sendable @convention(c) (Surface?) -> Void
  let surfaceStatus: @Sendable @convention(c) (Surface?) -> cairo_status_t
  let create: @Sendable @convention(c) (Surface?) -> Context?
  let destroy: Use
  let status: @Sendable @convention(c) (Context?) -> cairo_status_t
  let statusText: @Sendable @convention(c) (cairo_status_t) -> Text
  let scale: @Sendable @convention(c) (Context?, Double, Double) -> Void
  let setSource:
    @Sendable @convention(c) (Context?, Double, Double, Double) -> Void
  let paint: Use
  let rectangle:
    @Sendable @convention(c) (Context?, Double, Double, Double, Double) -> Void
  let fill: Use
  let selectFont:
    @Sendable @convention(c) (
      Context?, Text, cairo_font_slant_t, cairo_font_weight_t
    ) -> Void
  let setFontSize: @Sendable @convention(c) (Context?, Double) -> Void
  let measure: @Sendable @convention(c) (Context?, Text, Extents) -> Void
  let move: @Sendable @convention(c) (Context?, Double, Double) -> Void
  let show: @Sendable @convention(c) (Context?, Text) -> Void
  let showPage: Use

  /// Opens the library.
  private init() throws(MissingLibrary) {
    let library = try SharedLibrary("libcairo.so.2", of: "libcairo2")
    createSVG = try library.function("cairo_svg_surface_create_for_stream")
    setUnit = try library.function("cairo_svg_surface_set_document_unit")
    createPDF = try library.function("cairo_pdf_surface_create_for_stream")
    createImage = try library.function("cairo_image_surface_create")
    flush = try library.function("cairo_surface_flush")
    data = try library.function("cairo_image_surface_get_data")
    stride = try library.function("cairo_image_surface_get_stride")
    setMetadata = try library.function("cairo_pdf_surface_set_metadata")
    finish = try library.function("cairo_surface_finish")
    destroySurface = try library.function("cairo_surface_destroy")
    surfaceStatus = try library.function("cairo_surface_status")
    create = try library.function("cairo_create")
    destroy = try library.function("cairo_destroy")
    status = try library.function("cairo_status")
    statusText = try library.function("cairo_status_to_string")
    scale = try library.function("cairo_scale")
    setSource = try library.function("cairo_set_source_rgb")
    paint = try library.function("cairo_paint")
    rectangle = try library.function("cairo_rectangle")
    fill = try library.function("cairo_fill")
    selectFont = try library.function("cairo_select_font_face")
    setFontSize = try library.function("cairo_set_font_size")
    measure = try library.function("cairo_text_extents")
    move = try library.function("cairo_move_to")
    show = try library.function("cairo_show_text")
    showPage = try library.function("cairo_show_page")
  }
}
