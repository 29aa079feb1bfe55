import CXml2

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
    XMLLibrary.start
    var reportError: ReportError?
    let isRead = content.withUnsafeBytes { bytes in
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue
      guard
        let reader = xmlReaderForMemory(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: bytes.count), nil, nil, Int32(options))
      else { return false }
      defer { xmlFreeTextReader(reader) }
      while true {
        let outcome = xmlTextReaderRead(reader)
        guard outcome == 1 else { return outcome == 0 }
        do throws(ReportError) {
          guard try take(reader, body) else { return false }
        } catch {
          reportError = error
          return false
        }
      }
    }
    guard isRead else { throw reportError ?? .damaged }
  }

  private static func take(
    _ reader: xmlTextReaderPtr, _ body: (Piece) throws(ReportError) -> Void
  ) throws(ReportError) -> Bool {
    let kind = xmlReaderTypes(
      rawValue: UInt32(clamping: xmlTextReaderNodeType(reader)))
    switch kind {
    case XML_READER_TYPE_ELEMENT:
      let name = text(xmlTextReaderConstLocalName(reader))
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var attributes: [String: String] = [:]
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        attributes[text(xmlTextReaderConstName(reader))] = text(
          xmlTextReaderConstValue(reader))
      }
      try body(.start(name, attributes))
      if isEmpty { try body(.end(name)) }
    case XML_READER_TYPE_END_ELEMENT:
      try body(.end(text(xmlTextReaderConstLocalName(reader))))
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      try body(.text(text(xmlTextReaderConstValue(reader))))
    case XML_READER_TYPE_DOCUMENT_TYPE: return false
    default: break
    }
    return true
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
