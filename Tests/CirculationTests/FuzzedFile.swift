import Seeded

@testable import Circulation

/// A file's bytes, each with the place it had before anything befell them.
struct FuzzedFile {
  private(set) var bytes: [UInt8]
  /// -1 for what was not there.
  private var origins: [Int]
  private let original: [UInt8]
  /// True if whole lines are missing at the end, which nobody can see.
  private(set) var isCutBetweenLines = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    original = bytes
    origins = Array(bytes.indices)
  }

  var lineCount: Int {
    bytes.count { $0 == .lineFeed }
      + (bytes.last.map { $0 != .lineFeed } == true ? 1 : 0)
  }

  /// The numbers of the lines that are more than marks of old programs.
  var numbersOfContent: [Int] {
    let lines = bytes.split(
      separator: .lineFeed, omittingEmptySubsequences: false
    ).prefix(lineCount)
    return zip(1..., lines).compactMap { number, line in
      let content = line.last == .carriageReturn ? line.dropLast() : line
      let filled = content.lastIndex { $0 != 0xe5 }
      let marks =
        filled.map { content[$0] == 0x1a ? content[...$0] : content }
        ?? content
      let isMarks = marks.allSatisfy {
        [0x02, 0x03, 0x04, 0x0b, 0x0c, 0x1a, 0x1b].contains($0)
      }
      return isMarks && !content.isEmpty ? nil : number
    }
  }

  /// The lines that nothing has befallen, and where they are now.
  func untouchedLines() -> [(line: Int, number: Int)] {
    var lineOfStart = [0: 0]
    var ends: [Int] = []
    for (index, byte) in original.enumerated() where byte == .lineFeed {
      ends.append(index + 1)
      lineOfStart[index + 1] = ends.count
    }
    var found: [(Int, Int)] = []
    var number = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
      if let line = lineOfStart[origins[start]], line < ends.count,
        end < bytes.count, end + 1 - start == ends[line] - origins[start],
        (start...end).allSatisfy({
          origins[$0] == origins[start] + $0 - start
        })
      {
        found.append((line, number))
      }
      number += 1
      start = end + 1
    }
    return found
  }

  /// Whether the last line may be one that was never written.
  var endsInVoid: Bool {
    bytes.last.map { $0 == 0 || $0 == .space } ?? true
  }

  // MARK: Mutations

  mutating func mutate(using random: inout SeededGenerator, isRare: Bool) {
    if isRare {
      return insert(
        [UInt8](repeating: random.byte(), count: 70_000) + [.lineFeed],
        at: lineStarts.randomElement(using: &random) ?? 0)
    }
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      mutateOnce(using: &random)
    }
  }

  private mutating func mutateOnce(using random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    let longest = [1, 4, 80].randomElement(using: &random) ?? 1
    let length = min(
      Int.random(in: 1...longest, using: &random), bytes.count - place)
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1:
      set(
        bytes[place] ^ 1 << UInt8.random(in: 0...7, using: &random), at: place)
    case 2: insert((0..<length).map { _ in random.byte() }, at: place)
    case 3: remove(place..<place + length)
    case 4:
      let starts = lineStarts
      let from = starts.randomElement(using: &random) ?? 0
      let end =
        bytes[from...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
      copy(from..<end, to: starts.randomElement(using: &random) ?? 0)
    case 5:
      copy(
        place..<place + length,
        to: Int.random(in: 0...bytes.count, using: &random))
    case 6:
      let starts = lineStarts
      let from = starts.randomElement(using: &random) ?? 0
      let end =
        bytes[from...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
      move(from..<end, to: starts.randomElement(using: &random) ?? 0)
    case 7: for index in place..<place + length { set(0, at: index) }
    case 8:
      for index in place..<place + length { set(random.byte(), at: index) }
    case 9:
      insert(
        (0..<length).map { _ in random.byte() } + [.lineFeed],
        at: lineStarts.randomElement(using: &random) ?? 0)
    case 10:
      for index in bytes.indices where bytes[index] == .lineFeed {
        set(.carriageReturn, at: index)
      }
    case 11:
      let isLittle = Bool.random(using: &random)
      var wide: [UInt8] = isLittle ? [0xff, 0xfe] : [0xfe, 0xff]
      for byte in bytes { wide += isLittle ? [byte, 0] : [0, byte] }
      bytes = wide
      origins = [Int](repeating: -1, count: wide.count)
    case 12: insert([0xef, 0xbb, 0xbf], at: 0)
    default: remove(place..<bytes.count)
    }
  }

  private var lineStarts: [Int] {
    [0]
      + bytes.indices.dropLast().filter { bytes[$0] == .lineFeed }.map {
        $0 + 1
      }
  }

  private mutating func set(_ byte: UInt8, at index: Int) {
    guard bytes[index] != byte else { return }
    bytes[index] = byte
    origins[index] = -1
  }

  private mutating func insert(_ inserted: [UInt8], at index: Int) {
    bytes.insert(contentsOf: inserted, at: index)
    origins.insert(
      contentsOf: repeatElement(-1, count: inserted.count), at: index)
  }

  private mutating func remove(_ range: Range<Int>) {
    let start = range.lowerBound
    if range.upperBound == bytes.count,
      start == 0 || bytes[start - 1] == .lineFeed || bytes[start] == .lineFeed
    {
      isCutBetweenLines = true
    }
    bytes.removeSubrange(range)
    origins.removeSubrange(range)
  }

  private mutating func copy(_ range: Range<Int>, to index: Int) {
    let (copied, places) = (bytes[range], origins[range])
    bytes.insert(contentsOf: copied, at: index)
    origins.insert(contentsOf: places, at: index)
  }

  private mutating func move(_ range: Range<Int>, to index: Int) {
    let (moved, places) = (bytes[range], origins[range])
    bytes.removeSubrange(range)
    origins.removeSubrange(range)
    let index =
      index <= range.lowerBound
      ? index : max(index - range.count, range.lowerBound)
    bytes.insert(contentsOf: moved, at: index)
    origins.insert(contentsOf: places, at: index)
  }
}

extension SeededGenerator {
  mutating func transaction() throws -> Transaction {
    let item = try barcode(of: 1...24)
    return Bool.random(using: &self)
      ? .return(of: item, at: tuesday)
      : .loan(of: item, to: try barcode(of: 1...16), at: tuesday)
  }

  /// One of the lines, with something done to it.
  mutating func mutated(_ lines: [[UInt8]]) -> [UInt8] {
    var line = lines.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 1...2, using: &self) {
      let place = Int.random(in: 0...line.count, using: &self)
      let length = Int.random(in: 0...min(8, line.count - place), using: &self)
      switch Int.random(in: 0..<8, using: &self) {
      case 0, 1, 2:
        guard place < line.count else { continue }
        line[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
      case 3: line.insert(byte(), at: place)
      case 4: line.removeSubrange(place..<place + length)
      case 5:
        let other = lines.randomElement(using: &self) ?? []
        line = Array(line.prefix(place)) + other.dropFirst(place)
      case 6:
        for index in place..<place + length { line[index] = byte() }
      default: line.insert(contentsOf: line[place..<place + length], at: place)
      }
    }
    return line
  }

  mutating func byte() -> UInt8 {
    [
      0, .space, .tab, .carriageReturn, .random(in: 0...255, using: &self),
      .random(in: 0x20...0x7e, using: &self),
    ].randomElement(using: &self) ?? 0
  }
}
