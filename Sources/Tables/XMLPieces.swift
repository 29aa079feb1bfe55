import Circulation

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
      read(
        library.reader(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: bytes.count), nil, nil, options),
        of: library, body)
    }
    guard isRead else { throw .damaged }
  }

  /// Calls the body with each piece of a file, of any size, until it returns
  /// false.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - progress: takes the number of bytes read so far.
  ///   - body: takes a piece.
  /// - Throws: ``TableReadingError``.
  package static func read(
    _ file: any OpenFile, progress: (Int) -> Void = { _ in },
    _ body: (Piece) -> Bool
  ) throws(TableReadingError) {
    let input: XMLInput
    do throws(FileError) {
      input = try XMLInput(file)
    } catch {
      throw .file(error)
    }
    let library: XMLLibrary
    do throws(TableFileError) {
      library = try XMLLibrary.shared.get()
    } catch {
      throw .table(error)
    }
    let isRead = withExtendedLifetime(input) {
      read(
        library.streamReader(
          { XMLInput.fill($0, $1, $2) }, nil,
          Unmanaged.passUnretained(input).toOpaque(), nil, input.encoding,
          options),
        of: library
      ) { piece in
        progress(input.offset)
        return body(piece)
      }
    }
    if let failure = input.failure { throw failure }
    guard isRead else { throw .table(.damaged) }
  }

  private static let options =
    XMLLibrary.Option.noNetwork | XMLLibrary.Option.noErrors
    | XMLLibrary.Option.noWarnings

  /// - Returns: false if the document is damaged.
  private static func read(
    _ reader: XMLLibrary.Reader?, of library: XMLLibrary,
    _ body: (Piece) -> Bool
  ) -> Bool {
    guard let reader else { return false }
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
