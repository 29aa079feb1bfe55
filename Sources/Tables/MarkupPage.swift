import CXml2

/// A web page as a tree of nodes.
package enum MarkupPage {
  /// A node, as libxml2 lays it out.
  package typealias Node = UnsafeMutablePointer<xml_node>

  /// The types of a node (`xmlElementType`).
  package enum NodeType {
    /// An element.
    package static let element: Int32 = 1
    /// A text.
    package static let text: Int32 = 3
    /// A text in a marked section.
    package static let markedText: Int32 = 4
  }

  /// Parses a page in UTF-8, however wrong its markup is, and passes its root
  /// on; nothing that it refers to is loaded.
  ///
  /// - Throws: ``TableFileError``.
  package static func read(
    _ html: [UInt8], _ body: (_ root: Node?) -> Void
  ) throws(TableFileError) {
    try MarkupSize(ofPage: html)
    let library = try XMLLibrary.shared.get()
    let isRead = html.withUnsafeBytes { bytes in
      let options =
        XMLLibrary.Option.recover | XMLLibrary.Option.noNetwork
        | XMLLibrary.Option.noErrors | XMLLibrary.Option.noWarnings
      guard
        let page = library.parsePage(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: bytes.count), nil, "UTF-8", options)
      else { return false }
      defer { library.freePage(page) }
      body(library.root(page))
      return true
    }
    guard isRead else { throw .damaged }
  }
}
