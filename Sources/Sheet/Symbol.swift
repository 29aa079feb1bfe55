import CZint

/// A bar code in Code 128, in modules: the width of its narrowest bar.
struct Symbol: Hashable, Sendable {
  /// How many modules wide it is, from the first bar to the last.
  let width: Int
  /// Where its bars are.
  let bars: [Range<Int>]

  /// The symbol of a text.
  init(_ text: String) throws(DrawingFailure) {
    guard let symbol = ZBarcode_Create() else {
      throw DrawingFailure(reason: "zint: out of memory")
    }
    defer { ZBarcode_Delete(symbol) }
    symbol.pointee.symbology = BARCODE_CODE128
    // The words underneath are the page's.
    symbol.pointee.show_hrt = 0
    // Zint counts half modules unless it is told otherwise.
    symbol.pointee.scale = 0.5
    guard
      ZBarcode_Encode(symbol, text, 0) < ZINT_ERROR,
      ZBarcode_Buffer_Vector(symbol, 0) < ZINT_ERROR,
      let vector = symbol.pointee.vector
    else {
      throw DrawingFailure(reason: "zint: \(Self.fault(of: symbol))")
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

  private static func fault(of symbol: UnsafePointer<zint_symbol>) -> String {
    withUnsafeBytes(of: symbol.pointee.errtxt) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
