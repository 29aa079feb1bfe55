import Circulation

extension ExchangeFormat {
  /// The number of bytes that are looked at.
  package static let sampleSize = 4_096

  /// Recognizes the format of a file by its content; nil if it is none of
  /// these.
  ///
  /// - Throws: `FileError`.
  package init?(of file: any OpenFile) throws(FileError) {
    self.init(beginning: try file.bytes(0..<Self.sampleSize))
  }

  /// Recognizes a format by the beginning of a file; nil if it is none of
  /// these.
  package init?(beginning bytes: [UInt8]) {
    var lines = bytes.split { $0 == .lineFeed || $0 == .carriageReturn }
    // The last line may be cut off.
    if bytes.count >= Self.sampleSize, lines.count > 1 { lines.removeLast() }
    if let first = lines.first, first.starts(with: [0xef, 0xbb, 0xbf]) {
      lines[0] = first.dropFirst(3)
    }
    let shapes = lines.map(LineShape.init)
    if shapes.first == .headOfKoha {
      self = .koha
      return
    }
    // The format of most lines, and the first of several.
    let found = Self.allCases.map { format in
      (format, shapes.count { $0.format == format })
    }
    guard
      let best = found.max(by: { $0.1 < $1.1 }), best.1 > 0
    else { return nil }
    self = best.0
  }
}

/// The shape of a line, by which its format is known.
private enum LineShape {
  case headOfKoha
  case of(ExchangeFormat)
  case unknown

  var format: ExchangeFormat? {
    switch self {
    case .headOfKoha: .koha
    case .of(let format): format
    case .unknown: nil
    }
  }

  init(_ line: ArraySlice<UInt8>) {
    let bytes = Array(line)
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    let trimmed = text.drop(while: \.isWhitespace)
    if text.hasPrefix("Version=") {
      self = .headOfKoha
    } else if bytes.count > 13, bytes.number(0..<12) != nil,
      bytes[12] == UInt8(ascii: "L") || bytes[12] == UInt8(ascii: "R")
    {
      self = .of(.alma)
    } else if bytes.count > 19, bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"), bytes.contains(.tab),
      bytes.number(0..<4) != nil
    {
      self = .of(.koha)
    } else if bytes.count > 12, bytes[1] == UInt8(ascii: ":"),
      "oi".utf8.contains(bytes[0]), bytes.number(2..<12) != nil
    {
      self = .of(.sierra)
    } else if text.hasPrefix("n:") {
      self = .of(.sierra)
    } else if trimmed.first == "{" || trimmed.first == "[",
      text.contains("\"timestamp\"") || text.contains("\"type\"")
    {
      self = .of(.evergreen)
    } else if trimmed.hasPrefix("\"timestamp\"") || text.contains("\"checkout")
      || text.contains("\"checkin")
    {
      self = .of(.evergreen)
    } else if PMBFormat.isNearHead(text) {
      self = .of(.pmb)
    } else if trimmed.prefix(6).wholeMatch(of: #/%[A-Z]\d{3}[A-Z]/#) != nil {
      self = .of(.destiny)
    } else {
      self = .unknown
    }
  }
}

extension LineShape: Equatable {}
