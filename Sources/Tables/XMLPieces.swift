/// An incremental XML reader with constant memory.
package enum XMLPieces {
  /// A piece of a document.
  package enum Piece {
    /// The beginning of an element, with its attributes.
    case start(String, [String: String])
    /// The end of an element.
    case end(String)
    /// A text, or a part of it.
    case text(String)
  }

  /// Calls the body with each piece until it returns false; element names have
  /// no namespace prefix.
  ///
  /// - Throws: ``TableFileError``; ``TableFileError/damaged`` also for a document
  ///   type declaration, which no workbook has.
  package static func read(
    _ content: [UInt8], _ body: (Piece) -> Bool
  ) throws(TableFileError) {
    try MarkupSize(ofPart: content)
    let library = try XMLLibrary.shared.get()
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
        switch take(from: reader, of: library, body) {
        case .goOn: continue
        case .stop: return true
        case .refuse: return false
        }
      }
    }
    guard isRead else { throw .damaged }
  }

  private enum Next {
    case goOn
    case stop
    case refuse
  }

  private static func take(
    from reader: XMLLibrary.Reader, of library: XMLLibrary,
    _ body: (Piece) -> Bool
  ) -> Next {
    switch library.pieceType(reader) {
    case XMLLibrary.PieceType.element:
      let name = text(library.localName(reader))
      let isEmpty = library.isEmptyElement(reader) == 1
      var attributes: [String: String] = [:]
      while library.nextAttribute(reader) == 1 {
        attributes[text(library.name(reader))] = text(library.value(reader))
      }
      guard body(.start(name, attributes)) else { return .stop }
      return !isEmpty || body(.end(name)) ? .goOn : .stop
    case XMLLibrary.PieceType.endElement:
      return body(.end(text(library.localName(reader)))) ? .goOn : .stop
    case XMLLibrary.PieceType.text, XMLLibrary.PieceType.markedText,
      XMLLibrary.PieceType.significantWhitespace:
      return body(.text(text(library.value(reader)))) ? .goOn : .stop
    case XMLLibrary.PieceType.documentType: return .refuse
    default: return .goOn
    }
  }

  private static func text(_ bytes: XMLLibrary.Text?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
