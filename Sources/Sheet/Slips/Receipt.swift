/// The bytes by which a receipt printer (ESC/POS) prints a picture: it needs no
/// code page for accents, and no bar codes of its own.
enum Receipt {
  /// The rows in a block: printers that are old have room for no more.
  static let blockHeight = 256

  /// Starts with the printer's defaults (`ESC @`), and with its Chinese mode
  /// off (`FS .`).
  private static let start: [UInt8] = [0x1b, 0x40, 0x1c, 0x2e]
  /// Feeds the paper to the knife, and cuts it but for a point (`GS V`).
  private static let end: [UInt8] = [0x1d, 0x56, 0x42, 0]

  /// Returns what prints a picture, in blocks of rows (`GS v 0`).
  static func bytes(of raster: Raster) -> [UInt8] {
    var bytes = start
    for first in stride(from: 0, to: raster.height, by: blockHeight) {
      let count = min(blockHeight, raster.height - first)
      bytes += [0x1d, 0x76, 0x30, 0]
      for number in [raster.bytesPerRow, count] {
        bytes += [UInt8(number & 0xff), UInt8(number >> 8)]
      }
      bytes +=
        raster.bytes[
          first * raster.bytesPerRow..<(first + count)
            * raster.bytesPerRow]
    }
    return bytes + end
  }
}
