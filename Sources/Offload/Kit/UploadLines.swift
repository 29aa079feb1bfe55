import Circulation

/// Counts the lines of a merge that go into the file to upload, and leaves out
/// what was handed over before.
struct UploadLines {
  /// How many lines go into the file so far.
  private(set) var count = 0
  /// Those that are no transactions, by their numbers there.
  private(set) var unreadable = UnreadableLines()
  /// How many lines were left out.
  private(set) var leftOutCount = 0
  /// What may be left out of each file; nil for nothing.
  private var recalls: [Recall]?
  private let marker = LineMarker()
  private var isKept = true

  /// Lines of files, of each of which some may be left out.
  init(leavingOut recalls: [Recall]?) {
    self.recalls = recalls
  }

  /// Takes the next line, or the next part of a long one.
  ///
  /// - Returns: whether it goes into the file.
  mutating func take(_ line: Span<UInt8>, _ place: MergedLines.Place) -> Bool {
    if place.isContinued { return isKept }
    isKept = isNew(line, file: place.file)
    guard isKept else { return false }
    count += 1
    if (try? DataFormat.transaction(
      in: line.extracting(0..<line.endBeforeLineEnd))) == nil
    {
      unreadable.take(count)
    }
    return true
  }

  private mutating func isNew(_ line: Span<UInt8>, file: Int) -> Bool {
    guard recalls != nil else { return true }
    // A blank line is nothing to hand over.
    guard let mark = marker.mark(of: line.extracting(0..<line.endBeforeLineEnd))
    else { return false }
    guard recalls?[file].recalls(mark) == true else { return true }
    leftOutCount += 1
    return false
  }
}
