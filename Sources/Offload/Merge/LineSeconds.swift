import Circulation

/// The seconds of files' lines, which the journals of their stations have, and
/// the minutes in which they decide an order.
///
/// A minute stays open if a line of it has no second, or was recorded with a
/// corrected clock, or its file goes back in time there.
struct LineSeconds {
  /// The seconds by file and line, ``unknown`` without one.
  private var seconds: [[UInt8]] = []
  /// The minutes whose order is not decided.
  private var open: Set<Int> = []
  /// The latest minute of the file so far, and the second of its last line.
  private var minute = Int.min
  private var second: UInt8 = 0

  private static let unknown = UInt8.max

  init() {}

  /// Begins the next file.
  mutating func beginFile() {
    seconds.append([])
    (minute, second) = (.min, 0)
  }

  /// Takes the next line of the file, with its minute and its second as far as
  /// they are known.
  mutating func take(_ minute: Int?, _ second: UInt8?) {
    seconds[seconds.count - 1].append(second ?? Self.unknown)
    // A line without a time stays after the line before it.
    guard let minute else { return }
    if minute < self.minute {
      open.formUnion([minute, self.minute])
      return
    }
    let isBackwards = minute == self.minute && second ?? 0 < self.second
    if second == nil || isBackwards { open.insert(minute) }
    (self.minute, self.second) = (minute, second ?? 0)
  }

  /// Returns the second of a line, whose number is from 1, also in a minute that
  /// stays open; nil if it is not known.
  func second(ofLine number: Int, in file: Int) -> UInt8? {
    let second = seconds[file][number - 1]
    return second == Self.unknown ? nil : second
  }

  /// Returns the place of a line in a minute, as a second; 0 if the minute
  /// stays open.
  @inline(__always)
  func place(ofLine number: Int, in file: Int, minute: Int) -> Int {
    open.contains(minute) ? 0 : Int(second(ofLine: number, in: file) ?? 0)
  }

  /// Returns the seconds from a line to a later one of the same minute; nil if
  /// their order is not decided.
  func between(_ first: ItemEvent, _ second: ItemEvent) -> Int? {
    guard
      first.minute == second.minute, !open.contains(Int(first.minute)),
      let start = self.second(ofLine: first.number, in: first.file),
      let end = self.second(ofLine: second.number, in: second.file),
      start < end
    else { return nil }
    return Int(end - start)
  }
}

extension LineSeconds {
  /// Reads the seconds of files' lines from the journals beside them; nil if
  /// fewer than two stations have one: there is nothing to decide.
  ///
  /// - Throws: ``FileError`` for the files. A journal that can't be read
  ///   decides nothing.
  init?(
    of inputs: [InputFile], fileSystem: any FileSystem
  ) throws(FileError) {
    let stations = Set(inputs.compactMap(\.file.station))
    guard stations.count > 1 else { return nil }
    self.init()
    for input in inputs {
      var saved = try? SavedSeconds(of: input.file, fileSystem: fileSystem)
      var minutes = MinuteReader()
      var cursor = LineCursor(input.content)
      beginFile()
      while try cursor.advance() {
        if cursor.isContinued { continue }
        let line = Span<UInt8>(_unsafeBytes: cursor.bytes)
        let minute = minutes.minute(of: line)
        take(minute, minute == nil ? nil : saved?.second(of: line))
      }
      try input.confirm()
    }
  }
}

/// The seconds of the transactions that a station has saved, to be matched with
/// the lines of its file in their order.
private struct SavedSeconds {
  /// The seconds, and the index of the next transaction with the same mark.
  private var entries: [(second: UInt8?, next: Int)] = []
  /// The index of the first transaction by its mark.
  private var first: [LineMark: Int] = [:]

  /// Reads the journal beside a file; nil if there is none.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  init?(of file: StationFile, fileSystem: any FileSystem) throws {
    guard let saved = try file.savedEntries(fileSystem) else { return nil }
    for entry in saved.reversed() {
      let line = DataFormat.lines(of: [entry.transaction])
      let end = line.span.endBeforeLineEnd
      guard let mark = LineMark(of: line.span.extracting(0..<end)) else {
        continue
      }
      let time = entry.transaction.recorded
      // The seconds of a wrong clock are not those of the other station's.
      let second = time.correction == 0 ? UInt8(time.fields.second) : nil
      entries.append((second, first[mark] ?? -1))
      first[mark] = entries.count - 1
    }
  }

  /// Returns the second of the next line with this content; nil if it is not
  /// known.
  mutating func second(of line: Span<UInt8>) -> UInt8? {
    guard
      let mark = LineMark(of: line.extracting(0..<line.endBeforeLineEnd)),
      let index = first[mark]
    else { return nil }
    first[mark] = entries[index].next < 0 ? nil : entries[index].next
    return entries[index].second
  }
}

extension StationFile {
  /// Returns the transactions that the journal beside the file has saved; nil
  /// if the station is not known.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  func savedEntries(_ fileSystem: any FileSystem) throws -> [DeskEntry]? {
    guard let station else { return nil }
    let replay = try JournalReader.replay(
      path: StationFolder(path: path.folder).journal, keepingSaved: true,
      fileSystem: fileSystem)
    return replay?.station == station ? replay?.saved : nil
  }
}
