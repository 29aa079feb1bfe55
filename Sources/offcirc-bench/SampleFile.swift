import Circulation
import Foundation

/// A file like the `OffCirc.dat` of a large library: alternating loans and
/// returns of random items and borrowers, with a fifth as many items as lines.
struct SampleFile {
  /// Writes a file of so many lines; each seed gives another file with the same
  /// times.
  static func write(_ path: String, lineCount: Int, seed: UInt64) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else {
      throw POSIXError(errno)
    }
    defer { try? file.close() }
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    func draw(below count: Int) -> Int {
      // Marsaglia's xorshift; its quality does not matter here.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    var bytes: [UInt8] = []
    for index in 0..<lineCount {
      let minute = Int64(index * 400_000 / lineCount)
      let time = LocalTime(
        secondsSince1970: 1_525_759_200 + 60 * minute, utcOffset: 0)
      let item = try Barcode(
        "\(3_700_000_000_000 + 7 * draw(below: lineCount / 5 + 1))")
      let transaction: Transaction =
        index % 2 == 1
        ? .return(of: item, at: time)
        : .loan(
          of: item,
          to: try Barcode(
            "\(9_921_000_000_000 + draw(below: lineCount / 20 + 1))"),
          at: time)
      DataFormat.append(transaction, to: &bytes)
      if bytes.count > 1 << 20 || index == lineCount - 1 {
        try file.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Returns true if the disk has room for the large files; prints a note if
  /// not.
  static func hasRoom(in folder: TemporaryFolder) -> Bool {
    let space = try? PosixFileSystem().freeSpace(in: folder.path)
    if let space, space > 3_000_000_000 { return true }
    print("    left out: it needs 3 GB on the disk")
    return false
  }
}
