import Tables
import Typesetting

extension ReportRows {
  /// Reads a report copied as text from a web page, a mail or a PDF.
  ///
  /// Tabs, or two or more spaces, separate cells.
  ///
  /// - Throws: ``ReportError/tooMany(_:maximum:)``.
  init(text: String) throws(ReportError) {
    self.init()
    var line: [UInt8] = []
    var isAfterReturn = false
    for byte in text.utf8 {
      defer { isAfterReturn = byte == 0x0d }
      switch byte {
      case 0x0a where isAfterReturn: continue
      // A form feed begins a new page.
      case 0x0a, 0x0c, 0x0d:
        try append(ReportDrawing.row(of: String(decoding: line, as: UTF8.self)))
        line.removeAll(keepingCapacity: true)
      default: line.append(byte)
      }
    }
    try append(ReportDrawing.row(of: String(decoding: line, as: UTF8.self)))
  }
}

extension String {
  /// The cells separated by tabs, or else by two or more spaces; leading spaces
  /// do not make an empty cell.
  var cells: [String] {
    guard !utf8.contains(0x09) else {
      return split(
        separator: "\t", maxSplits: ReportLimit.columns,
        omittingEmptySubsequences: false
      ).map(String.init)
    }
    // Nearly all lines are one cell as it is.
    if isSingleSpaced { return isEmpty ? [] : [self] }
    var cells: [String] = []
    var cell = ""
    var blankCount = 0
    for scalar in unicodeScalars {
      guard scalar != " ", scalar != "\u{a0}" else {
        blankCount += 1
        continue
      }
      if blankCount > 1, !cell.isEmpty {
        cells.append(cell)
        cell = ""
        if cells.count > ReportLimit.columns { return cells }
      } else if blankCount == 1, !cell.isEmpty {
        cell.append(" ")
      }
      blankCount = 0
      cell.unicodeScalars.append(scalar)
    }
    if !cell.isEmpty { cells.append(cell) }
    return cells
  }
}

extension String {
  /// Decodes a file: UTF-16 or UTF-8 by its byte-order mark or zeros, UTF-8 if
  /// it is valid, Windows-1252 otherwise.
  init(reportBytes bytes: [UInt8]) {
    let beginning = TextBeginning(bytes)
    let bytes = bytes.dropFirst(beginning.markLength)
    switch beginning.encoding {
    case .utf16LittleEndian: self.init(utf16: bytes, isLittleEndian: true)
    case .utf16BigEndian: self.init(utf16: bytes, isLittleEndian: false)
    case .bytes:
      self =
        String(validating: bytes, as: UTF8.self)
        ?? String(
          String.UnicodeScalarView(
            bytes.map { Unicode.Scalar(windows1252: $0) }))
    }
  }

  private init(utf16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2)
      .map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittleEndian ? second << 8 | first : first << 8 | second
      }
    self.init(decoding: units, as: UTF16.self)
  }
}
