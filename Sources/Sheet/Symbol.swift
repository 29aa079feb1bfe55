import CZint
import SharedLibraries

/// A Code 128 bar code, in modules: the width of its narrowest bar.
struct Symbol: Hashable, Sendable {
  /// The total width in modules.
  let width: Int
  /// The ranges of the bars, in modules from the left.
  let bars: [Range<Int>]

  /// Encodes a text.
  ///
  /// - Throws: ``DrawingError``.
  init(_ text: String) throws(DrawingError) {
    let zint = try Zint.shared.mapError(DrawingError.missing).get()
    guard let symbol = zint.create() else {
      throw .failed(library: "zint", reason: "out of memory")
    }
    defer { zint.delete(symbol) }
    symbol.pointee.symbology = BARCODE_CODE128
    // The page draws the text itself.
    symbol.pointee.show_hrt = 0
    // By default, zint uses two units per module.
    symbol.pointee.scale = 0.5
    guard
      zint.encode(symbol, text, 0) < ZINT_ERROR,
      zint.bufferVector(symbol, 0) < ZINT_ERROR,
      let vector = symbol.pointee.vector
    else {
      throw .failed(library: "zint", reason: Self.reason(of: symbol))
    }
    var bars: [Range<Int>] = []
    var next = vector.pointee.rectangles
    while let bar = next?.pointee {
      let start = Int(bar.x.rounded())
      bars.append(start..<start + Int(bar.width.rounded()))
      next = bar.next
    }
    width = Int(vector.pointee.width.rounded())
    self.bars = bars
  }

  private static func reason(of symbol: UnsafePointer<zint_symbol>) -> String {
    withUnsafeBytes(of: symbol.pointee.errtxt) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
