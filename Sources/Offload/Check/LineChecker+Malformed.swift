import Circulation

// Checks of what is not a transaction.
extension LineChecker {
  /// Reports each kind of control character around lines once per file.
  mutating func check(
    _ marks: OuterMarks, _ place: MergedLines.Place
  ) {
    let new = marks.subtracting(tracks[place.file].marks)
    tracks[place.file].marks.formUnion(marks)
    let place = LinePlace(file: place.file, number: place.number)
    if new.contains(.endOfText) { add(.endOfText, place) }
    if new.contains(.formFeed) { add(.formFeed, place) }
    if new.contains(.frame) { add(.frame, place) }
  }

  mutating func check(_ lineError: DataFormat.LineError, _ entry: Entry) {
    let place = entry.place
    let text = texts[entry.text]
    // The finding about the whole file already explains its lines.
    guard surveys[place.file].form == nil else { return }
    // A byte-order mark inside a file: files were concatenated.
    if text.starts(with: [0xef, 0xbb, 0xbf]) {
      return add(.byteOrderMark, entry)
    }
    if text.contains(0) {
      defer { tracks[place.file].hasReportedZeros = true }
      if tracks[place.file].hasReportedZeros, !isByLine { return }
      return add(.zeroBytes, entry)
    }
    if lineError == .empty, surveys[place.file].isDoubleSpaced {
      defer { tracks[place.file].hasReportedBlanks = true }
      if tracks[place.file].hasReportedBlanks, !isByLine { return }
      return add(.doubleSpaced, entry)
    }
    let isBroken = surveys[place.file].broken.count > 0
    if let form = LineForm(of: text, lineError, isBroken: isBroken) {
      return add(form, entry)
    }
    if text.contains(UInt8(ascii: "\r")) {
      defer { tracks[place.file].hasReportedReturns = true }
      if tracks[place.file].hasReportedReturns, !isByLine { return }
      return add(.returnsForLineEnds, entry)
    }
    let isLikeTheLast = tracks[place.file].lastError == lineError
    tracks[place.file].lastError = lineError
    if !isByLine, isLikeTheLast, queue.extendsRun(at: place, .malformed) {
      return
    }
    add(.malformed(lineError), entry)
  }

  mutating func add(_ form: LineForm, _ entry: Entry) {
    let place = entry.place
    let isLikeTheLast = tracks[place.file].lastForm == form
    tracks[place.file].lastForm = form
    if !isByLine, isLikeTheLast, queue.extendsRun(at: place, .changed) {
      return
    }
    add(.changed(form), entry)
  }
}
