import Circulation

/// A file left out of a merge because another file begins with all of its
/// lines.
///
/// The content of lines is compared: line ends, trailing spaces and blank lines
/// are ignored, and so is a byte-order mark in the file left out. A byte-order
/// mark in the other file counts as a difference, since its first line would be
/// unreadable.
///
/// Both files must be of the same station, since equal lines of two stations
/// are two real transactions. If a station is unknown, two common lines are
/// required; one may be chance.
package struct Overlap: Hashable, Sendable {
  /// The file that is left out.
  package let file: StationFile
  /// The file that begins with all of its lines, and is merged.
  package let whole: StationFile
  /// The number of common lines, without blank ones.
  package let lineCount: Int

  /// Finds the files to leave out; nil for each file that stays.
  ///
  /// Files are compared in pairs, line by line, and mostly differ in the first.
  ///
  /// - Throws: ``FileError``.
  static func among(
    _ inputs: [InputFile]
  ) throws(FileError) -> [Overlap?] {
    // For each file, the files that begin with it, and its number of lines.
    var wholes = [[Int: Int]](repeating: [:], count: inputs.count)
    for one in inputs.indices {
      for other in inputs.indices.dropFirst(one + 1) {
        let beginning = try CommonPrefix(of: inputs[one], inputs[other])
        if beginning.isAllOfFirst { wholes[one][other] = beginning.lineCount }
        if beginning.isAllOfSecond { wholes[other][one] = beginning.lineCount }
      }
    }
    // Longer files come first; equal ones keep their order.
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
        return count >= file.minimumOverlap(with: inputs[other])
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
  /// Returns the minimum number of common lines that show one station.
  fileprivate func minimumOverlap(with other: InputFile) -> Int {
    if version.isSameFile(as: other.version) { return 0 }
    guard let station = file.station, let another = other.file.station else {
      return 2
    }
    return station == another ? 1 : .max
  }
}

/// The common beginning of two files.
private struct CommonPrefix {
  /// True if the second file begins with all lines of the first.
  private(set) var isAllOfFirst = true
  /// True if the first file begins with all lines of the second.
  private(set) var isAllOfSecond = true
  /// The number of common lines, without blank ones.
  private(set) var lineCount = 0

  init(of one: InputFile, _ other: InputFile) throws(FileError) {
    var first = ContentLines(one.content)
    var second = ContentLines(other.content)
    while isAllOfFirst || isAllOfSecond {
      let (hasFirst, hasSecond) = (try first.advance(), try second.advance())
      guard hasFirst, hasSecond else {
        if hasFirst { isAllOfFirst = false }
        if hasSecond { isAllOfSecond = false }
        return
      }
      let isSame = first.isContinued == second.isContinued
      isAllOfFirst = isAllOfFirst && isSame && first.matches(second)
      isAllOfSecond = isAllOfSecond && isSame && second.matches(first)
      if !first.isContinued { lineCount += 1 }
    }
  }
}

/// The content of a file's lines, without blank ones.
private struct ContentLines {
  private var cursor: LineCursor
  private var range = 0..<0

  init(_ file: any OpenFile) {
    cursor = LineCursor(file)
  }

  var isContinued: Bool { cursor.isContinued }

  private var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: cursor.bytes[range])
  }

  /// Advances to the next line, or piece of a long one.
  ///
  /// - Returns: false at the end of the file.
  /// - Throws: ``FileError``.
  mutating func advance() throws(FileError) -> Bool {
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

  /// Returns true if the other line has the same content; a byte-order mark of
  /// this line is ignored.
  func matches(_ other: ContentLines) -> Bool {
    if bytes.elementsEqual(other.bytes) { return true }
    let start =
      isContinued ? 0 : Span<UInt8>(_unsafeBytes: bytes).endOfByteOrderMark
    return bytes[start...].elementsEqual(other.bytes)
  }
}
