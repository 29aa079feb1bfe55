import Circulation

/// A file that is left out of a merge, since another one begins with all of it.
///
/// What the lines say is compared, not the bytes: their ends, blanks behind them
/// and blank lines don't matter, nor does a mark of UTF-8 in the file that is
/// left out. One in the other would leave a line that can't be read alone.
///
/// The same station has to have written both: the same lines of two stations
/// are two real transactions each. Where the station of one of them is not
/// known, two lines in common are taken for it; one may be by chance.
package struct Overlap: Hashable, Sendable {
  /// The file that is left out.
  package let file: StationFile
  /// The one that begins with all of it, which is merged.
  package let whole: StationFile
  /// The number of lines that both have, without blank ones.
  package let lineCount: Int

  /// Finds the files to leave out; nil for those that stay.
  ///
  /// Two files are compared line by line, and mostly differ in the first.
  static func among(
    _ inputs: [InputFile]
  ) throws(FileFailure) -> [Overlap?] {
    // For each file those that begin with it, and the number of its lines.
    var wholes = [[Int: Int]](repeating: [:], count: inputs.count)
    for one in inputs.indices {
      for other in inputs.indices.dropFirst(one + 1) {
        let beginning = try Beginning(of: inputs[one], inputs[other])
        if beginning.isAllOfFirst { wholes[one][other] = beginning.lineCount }
        if beginning.isAllOfSecond { wholes[other][one] = beginning.lineCount }
      }
    }
    // Each comes after all that are longer, and equal ones as they were given.
    let longerCounts = inputs.indices.map { index in
      wholes[index].keys.count { wholes[$0][index] == nil }
    }
    let order = inputs.indices.sorted {
      (longerCounts[$0], $0) < (longerCounts[$1], $1)
    }
    var overlaps = [Overlap?](repeating: nil, count: inputs.count)
    var kept: [Int] = []
    for index in order {
      let file = inputs[index]
      let whole = kept.first { other in
        guard let count = wholes[index][other] else { return false }
        return count >= file.leastOverlap(with: inputs[other])
      }
      if let whole, let lineCount = wholes[index][whole] {
        overlaps[index] = Overlap(
          file: file.file, whole: inputs[whole].file, lineCount: lineCount)
      } else {
        kept.append(index)
      }
    }
    return overlaps
  }
}

extension InputFile {
  /// How many lines in common are taken for those of one station.
  fileprivate func leastOverlap(with other: InputFile) -> Int {
    if stamp.isSameFile(as: other.stamp) { return 0 }
    guard let station = file.station, let another = other.file.station else {
      return 2
    }
    return station == another ? 1 : .max
  }
}

/// How far two files say the same from their first line on.
private struct Beginning {
  /// Whether all of the first file stands at the beginning of the second.
  private(set) var isAllOfFirst = true
  /// Whether all of the second file stands at the beginning of the first.
  private(set) var isAllOfSecond = true
  /// The number of lines, without blank ones.
  private(set) var lineCount = 0

  init(of one: InputFile, _ other: InputFile) throws(FileFailure) {
    var first = SaidLines(one.content)
    var second = SaidLines(other.content)
    while isAllOfFirst || isAllOfSecond {
      let (hasFirst, hasSecond) = (try first.advance(), try second.advance())
      guard hasFirst, hasSecond else {
        if hasFirst { isAllOfFirst = false }
        if hasSecond { isAllOfSecond = false }
        return
      }
      let isSame = first.isContinued == second.isContinued
      isAllOfFirst = isAllOfFirst && isSame && first.says(second)
      isAllOfSecond = isAllOfSecond && isSame && second.says(first)
      if !first.isContinued { lineCount += 1 }
    }
  }
}

/// The lines of a file that are not blank, as far as they say something.
private struct SaidLines {
  private var cursor: LineCursor
  private var range = 0..<0

  init(_ file: any OpenFile) {
    cursor = LineCursor(file)
  }

  var isContinued: Bool { cursor.isContinued }

  private var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: cursor.bytes[range])
  }

  /// Goes on to the next line, or piece of a long one.
  ///
  /// - Returns: whether there is one.
  mutating func advance() throws(FileFailure) -> Bool {
    while try cursor.advance() {
      let line = Span<UInt8>(_unsafeBytes: cursor.bytes)
      var end = line.endBeforeLineEnd
      if line[line.count - 1] == UInt8(ascii: "\n") {
        while end > 0, line[end - 1] == UInt8(ascii: " ") { end -= 1 }
      }
      range = 0..<end
      if end > 0,
        OuterMarks.isMark(line[0]) || OuterMarks.mayEnd(with: line[end - 1])
      {
        range = line.extracting(range).withoutOuterMarks
        end = range.upperBound
      }
      if range.isEmpty, !isContinued { continue }
      if end > 0 || isContinued { return true }
    }
    return false
  }

  /// Whether the other line has all that this one says.
  func says(_ other: SaidLines) -> Bool {
    if bytes.elementsEqual(other.bytes) { return true }
    let start =
      isContinued ? 0 : Span<UInt8>(_unsafeBytes: bytes).endOfByteOrderMark
    return bytes[start...].elementsEqual(other.bytes)
  }
}
