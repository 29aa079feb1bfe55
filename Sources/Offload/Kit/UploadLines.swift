import Circulation

/// A filter and counter of the lines for an upload: it leaves out lines that
/// the ledger lists.
struct UploadLines {
  /// The number of lines included so far.
  private(set) var count = 0
  /// The included lines that are not transactions, by number in the upload.
  private(set) var unreadable = UnreadableLines()
  /// The number of lines left out.
  private(set) var leftOutCount = 0
  /// The listed lines of each source file; nil to leave out none.
  private var uploadedLines: [UploadedLines]?
  private var isKept = true

  /// Creates a filter; nil includes every line.
  init(leavingOut uploadedLines: [UploadedLines]?) {
    self.uploadedLines = uploadedLines
  }

  /// Processes the next line, or the next piece of a long one.
  ///
  /// - Returns: true if it is included.
  mutating func take(_ line: Span<UInt8>, _ place: MergedLines.Place) -> Bool {
    if place.isContinued { return isKept }
    isKept = isNew(line, file: place.file)
    guard isKept else { return false }
    count += 1
    let content = line.extracting(0..<line.endBeforeLineEnd)
    let layout = try? DataFormat.layout(
      of: content, isTimed: place.minute != nil)
    if layout == nil { unreadable.add(count) }
    return true
  }

  private mutating func isNew(_ line: Span<UInt8>, file: Int) -> Bool {
    guard uploadedLines != nil else { return true }
    // A blank line is not uploaded.
    guard let mark = LineMark(of: line.extracting(0..<line.endBeforeLineEnd))
    else { return false }
    guard uploadedLines?[file].consume(mark) == true else { return true }
    leftOutCount += 1
    return false
  }
}
