import CCairo
import SharedLibraries

/// A picture of black and white dots.
struct Raster: Hashable, Sendable {
  /// The number of bytes of a row.
  let bytesPerRow: Int
  /// The rows from the top down; the highest bit is the dot at the left, and a
  /// bit that is set is black.
  fileprivate(set) var bytes: [UInt8] = []

  /// The number of rows.
  var height: Int { bytes.count / bytesPerRow }
}

extension PrintedPage {
  /// Returns a part of the page as dots; its width is one of whole bytes.
  ///
  /// - Throws: ``DrawingError``.
  func raster(
    of part: Box, dotsPerMillimetre dots: Int
  ) throws(DrawingError) -> Raster {
    let cairo = try Cairo.shared.mapError(DrawingError.missing).get()
    let width = Int(part.width) * dots
    var raster = Raster(bytesPerRow: width / 8)
    // In strips: a picture of cairo has at most 32767 rows.
    let strip = Double(Receipt.blockHeight) / Double(dots)
    var top = part.top
    while top < part.bottom {
      let height = min(strip, part.bottom - top)
      let place = Box(
        left: part.left, top: top, width: part.width, height: height)
      raster.bytes += try cut(to: place).dots(
        width: width, height: Int((height * Double(dots)).rounded()),
        scale: Double(dots), with: cairo)
      top += strip
    }
    return raster
  }

  /// Returns what touches a part of the page, from the top left corner of that.
  private func cut(to part: Box) -> PrintedPage {
    // Letters may be a bit higher or deeper than their line.
    let slack = 2.0
    func touches(_ box: Box) -> Bool {
      box.bottom + slack > part.top && box.top - slack < part.bottom
    }
    func moved(_ box: Box) -> Box {
      Box(
        left: box.left - part.left, top: box.top - part.top, width: box.width,
        height: box.height)
    }
    return PrintedPage(
      bars: bars.filter(touches).map(moved),
      texts: texts.filter { touches($0.place) }.map {
        Text(
          string: $0.string, size: $0.size, isBold: $0.isBold,
          place: moved($0.place), alignment: $0.alignment)
      })
  }

  private func dots(
    width: Int, height: Int, scale: Double, with cairo: Cairo
  ) throws(DrawingError) -> [UInt8] {
    let surface = cairo.createImage(
      CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo.destroySurface(surface) }
    let context = cairo.create(surface)
    defer { cairo.destroy(context) }
    cairo.scale(context, scale, scale)
    draw(on: context, with: cairo)
    cairo.flush(surface)
    let status = cairo.status(context)
    guard status == CAIRO_STATUS_SUCCESS, let data = cairo.data(surface) else {
      throw .failed(
        library: "cairo", reason: String(cString: cairo.statusText(status)))
    }
    let stride = Int(cairo.stride(surface))
    var bytes = [UInt8](repeating: 0, count: width / 8 * height)
    for row in 0..<height {
      for column in 0..<width where data[row * stride + column * 4] < 0x80 {
        bytes[(row * width + column) / 8] |= 0x80 >> UInt8(column % 8)
      }
    }
    return bytes
  }
}
