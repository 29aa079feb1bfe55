/// An incremental XML reader with constant memory.
enum XMLPieces {
  enum Piece {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  /// Calls the body with each piece; element names have no namespace prefix.
  ///
  /// - Throws: ``ReportError``; ``ReportError/damaged`` also for a document
  ///   type declaration, which no workbook has.
  static func read(
    _ content: [UInt8], _ body: (Piece) throws(ReportError) -> Void
  ) throws(ReportError) {
    try MarkupSize(ofPart: content)
    let library = try XMLLibrary.shared.get()
    var reportError: ReportError?
    let isRead = content.withUnsafeBytes { bytes in
      let options =
        XMLLibrary.Option.noNetwork | XMLLibrary.Option.noErrors
        | XMLLibrary.Option.noWarnings
      guard
        let reader = library.reader(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: bytes.count), nil, nil, options)
      else { return false }
      defer { library.freeReader(reader) }
      while true {
        let outcome = library.read(reader)
        guard outcome == 1 else { return outcome == 0 }
        do throws(ReportError) {
          guard try take(from: reader, of: library, body) else { return false }
        } catch {
          reportError = error
          return false
        }
      }
    }
    guard isRead else { throw reportError ?? .damaged }
  }

  private static func take(
    from reader: XMLLibrary.Reader, of library: XMLLibrary,
    _ body: (Piece) throws(ReportError) -> Void
  ) throws(ReportError) -> Bool {
    switch library.pieceType(reader) {
    case XMLLibrary.PieceType.element:
      let name = text(library.localName(reader))
      let isEmpty = library.isEmptyElement(reader) == 1
      var attributes: [String: String] = [:]
      while library.nextAttribute(reader) == 1 {
        attributes[text(library.name(reader))] = text(library.value(reader))
      }
      try body(.start(name, attributes))
      if isEmpty { try body(.end(name)) }
    case XMLLibrary.PieceType.endElement:
      try body(.end(text(library.localName(reader))))
    case XMLLibrary.PieceType.text, XMLLibrary.PieceType.markedText,
      XMLLibrary.PieceType.significantWhitespace:
      try body(.text(text(library.value(reader))))
    case XMLLibrary.PieceType.documentType: return false
    default: break
    }
    return true
  }

  private static func text(_ bytes: XMLLibrary.Text?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
