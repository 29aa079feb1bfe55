import Circulation

/// A file that is left out of a merge, since another one begins with all of it.
///
/// The same station has to have written both: the same lines of two stations
/// are two real transactions each. Where the station of one of them is not
/// known, two lines in common are taken for it; one may be by chance.
package struct Overlap: Hashable, Sendable {
  /// The file that is left out.
  package let file: StationFile
  /// The one that begins with all of it, which is merged.
  package let whole: StationFile
  /// The number of lines that both have.
  package let lineCount: Int

  /// Finds the files to leave out; nil for those that stay.
  ///
  /// Two files are compared part by part, and mostly differ in the first.
  static func among(
    _ inputs: [InputFile]
  ) throws(FileFailure) -> [Overlap?] {
    // A file can only be in a longer one, or in one of its length given before.
    let order = inputs.indices.sorted {
      (-inputs[$0].stamp.length, $0) < (-inputs[$1].stamp.length, $1)
    }
    var overlaps = [Overlap?](repeating: nil, count: inputs.count)
    var kept: [Int] = []
    next: for index in order {
      for other in kept {
        let (file, whole) = (inputs[index], inputs[other])
        guard let lineCount = try file.lineCountIfBeginning(of: whole) else {
          continue
        }
        overlaps[index] = Overlap(
          file: file.file, whole: whole.file, lineCount: lineCount)
        continue next
      }
      kept.append(index)
    }
    return overlaps
  }
}

extension InputFile {
  /// The number of its lines, if the other file begins with all of them and the
  /// same station wrote both.
  fileprivate func lineCountIfBeginning(
    of other: InputFile
  ) throws(FileFailure) -> Int? {
    let isSameFile = stamp.isSameFile(as: other.stamp)
    let leastCount: Int
    switch (file.station, other.file.station) {
    case _ where isSameFile: leastCount = 0
    case (let one?, let another?):
      guard one == another else { return nil }
      leastCount = 1
    default: leastCount = 2
    }
    guard
      let lineCount = try lineCountIfSame(asBeginningOf: other),
      lineCount >= leastCount
    else { return nil }
    return lineCount
  }

  private func lineCountIfSame(
    asBeginningOf other: InputFile
  ) throws(FileFailure) -> Int? {
    let lineFeed = UInt8(ascii: "\n")
    var offset = 0
    var lineCount = 0
    var last = lineFeed
    while offset < stamp.length {
      let range = offset..<min(offset + 1 << 16, stamp.length)
      let part = try content.bytes(range)
      guard
        part.count == range.count, try other.content.bytes(range) == part
      else { return nil }
      lineCount += part.count { $0 == lineFeed }
      last = part.last ?? last
      offset = range.upperBound
    }
    if last == lineFeed { return lineCount }
    // The last line has no end here; it has to be whole there.
    let next = try other.content.bytes(offset..<offset + 2)
    let ends: [[UInt8]] = [[], Array("\r".utf8), Array("\r\n".utf8)]
    let isWhole = next.first == lineFeed || ends.contains(next)
    return isWhole ? lineCount + 1 : nil
  }
}
