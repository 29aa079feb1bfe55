import CXml2
import SharedLibraries

/// The functions of libxml2, which parses web pages and the parts of workbooks.
struct XMLLibrary: Sendable {
  /// The library, opened on first use; its initialization is not thread-safe.
  static let shared = Result { () throws(MissingLibrary) in try XMLLibrary() }
    .mapError(TableFileError.missing)

  typealias Document = OpaquePointer
  typealias Node = MarkupPage.Node
  typealias Reader = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Parsing =
    @Sendable @convention(c) (Text?, Int32, Text?, Text?, Int32) ->
    OpaquePointer?
  typealias Filling =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32
    ) -> Int32
  typealias Streaming =
    @Sendable @convention(c) (
      Filling?, (@convention(c) (UnsafeMutableRawPointer?) -> Int32)?,
      UnsafeMutableRawPointer?, Text?, Text?, Int32
    ) -> OpaquePointer?
  typealias Question = @Sendable @convention(c) (Reader) -> Int32
  typealias Property = @Sendable @convention(c) (Reader) -> Text?

  /// The bits of a parser's options (`xmlParserOption`, `htmlParserOption`).
  enum Option {
    static let recover: Int32 = 1 << 0
    static let noErrors: Int32 = 1 << 5
    static let noWarnings: Int32 = 1 << 6
    static let noNetwork: Int32 = 1 << 11
  }

  /// The types of a piece (`xmlReaderTypes`).
  enum PieceType {
    static let element: Int32 = 1
    static let text: Int32 = 3
    static let markedText: Int32 = 4
    static let documentType: Int32 = 10
    static let significantWhitespace: Int32 = 14
    static let endElement: Int32 = 15
  }

  let parsePage: Parsing
  let freePage: @Sendable @convention(c) (Document) -> Void
  let root: @Sendable @convention(c) (Document) -> Node?
  let reader: Parsing
  let streamReader: Streaming
  let freeReader: @Sendable @convention(c) (Reader) -> Void
  let read: Question
  let pieceType: Question
  let isEmptyElement: Question
  let nextAttribute: Question
  let localName: Property
  let name: Property
  let value: Property

  /// Opens the library.
  private init() throws(MissingLibrary) {
    let library = try SharedLibrary("libxml2.so.2", of: "libxml2")
    parsePage = try library.function("htmlReadMemory")
    freePage = try library.function("xmlFreeDoc")
    root = try library.function("xmlDocGetRootElement")
    reader = try library.function("xmlReaderForMemory")
    streamReader = try library.function("xmlReaderForIO")
    freeReader = try library.function("xmlFreeTextReader")
    read = try library.function("xmlTextReaderRead")
    pieceType = try library.function("xmlTextReaderNodeType")
    isEmptyElement = try library.function("xmlTextReaderIsEmptyElement")
    nextAttribute = try library.function("xmlTextReaderMoveToNextAttribute")
    localName = try library.function("xmlTextReaderConstLocalName")
    name = try library.function("xmlTextReaderConstName")
    value = try library.function("xmlTextReaderConstValue")
    let start: @Sendable @convention(c) () -> Void =
      try library.function("xmlInitParser")
    start()
    let setErrors:
      @Sendable @convention(c) (
        OpaquePointer?,
        @convention(c) (OpaquePointer?, OpaquePointer?) -> Void
      ) -> Void = try library.function("xmlSetStructuredErrorFunc")
    // Its messages on standard error would help nobody.
    setErrors(nil) { _, _ in }
  }
}
