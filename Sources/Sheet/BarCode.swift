/// A number in Code 128 that fills the width of its place as far as a scanner
/// and a printer allow.
struct BarCode: Hashable, Sendable {
  let bars: [Box]
  /// The bars with the white margins that a scanner needs.
  let quietZone: Box

  /// The widths of the narrowest bar, the widest first: 5, 4 and 3 printer dots
  /// at 300 dpi, and 5 at 600 dpi.
  static let modules = [5, 4, 3, 2.5].map { 25.4 / 300 * $0 }
  /// The quiet zone of Code 128, in modules.
  private static let quietModules = 10

  /// Creates the code at the left of its place, or in its middle; nil if the
  /// number is too long for it.
  ///
  /// `modules` has the widths that its narrowest bar may have, the widest first.
  ///
  /// - Throws: ``DrawingError`` if a library is missing.
  init?(
    of number: String, in place: Box, isCentered: Bool = false,
    modules: [Double] = modules
  ) throws(DrawingError) {
    let symbol: Symbol
    do throws(DrawingError) {
      symbol = try Symbol(number)
    } catch {
      // A number that the library refuses is too long for it.
      guard case .failed = error else { throw error }
      return nil
    }
    let width = Double(symbol.width + 2 * Self.quietModules)
    guard
      let module = modules.first(where: { width * $0 <= place.width })
    else { return nil }
    let left =
      place.left + (isCentered ? (place.width - width * module) / 2 : 0)
    quietZone = Box(
      left: left, top: place.top, width: width * module, height: place.height)
    bars = symbol.bars.map { bar in
      Box(
        left: left + Double(bar.lowerBound + Self.quietModules) * module,
        top: place.top, width: Double(bar.count) * module,
        height: place.height)
    }
  }
}
