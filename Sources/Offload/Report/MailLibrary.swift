import Glibc
import SharedLibraries

/// The functions of GMime, which parses mails.
struct MailLibrary: Sendable {
  /// The library, opened on first use; its initialization is not thread-safe.
  static let shared = Result { () throws(MissingLibrary) in try MailLibrary() }
    .mapError(ReportError.missing)

  /// A leaf part of a mail.
  struct Part {
    /// The MIME type, such as `text/html`.
    let type: String
    /// The decoded content; text is converted to UTF-8.
    let content: [UInt8]
  }

  private typealias Object = OpaquePointer
  private typealias Text = UnsafePointer<CChar>

  private let unref: @Sendable @convention(c) (Object) -> Void
  private let free: @Sendable @convention(c) (UnsafeMutableRawPointer) -> Void
  private let isOfType: @Sendable @convention(c) (Object, Int) -> Int32
  private let memoryStream: @Sendable @convention(c) () -> Object?
  private let streamOf: @Sendable @convention(c) (Text?, Int) -> Object?
  private let rewind: @Sendable @convention(c) (Object) -> Int32
  private let length: @Sendable @convention(c) (Object) -> Int64
  private let read:
    @Sendable @convention(c) (Object, UnsafeMutablePointer<CChar>?, Int) -> Int
  private let parserOf: @Sendable @convention(c) (Object) -> Object?
  private let messageOf:
    @Sendable @convention(c) (Object, OpaquePointer?) -> Object?
  private let partsOf: @Sendable @convention(c) (Object) -> Object?
  private let isAtPart: @Sendable @convention(c) (Object) -> Int32
  private let nextPart: @Sendable @convention(c) (Object) -> Int32
  private let currentPart: @Sendable @convention(c) (Object) -> Object?
  private let freeParts: @Sendable @convention(c) (Object) -> Void
  private let contentType: @Sendable @convention(c) (Object) -> Object?
  private let mimeType:
    @Sendable @convention(c) (Object) -> UnsafeMutablePointer<CChar>?
  private let textPartType: @Sendable @convention(c) () -> Int
  private let partType: @Sendable @convention(c) () -> Int
  private let textOf:
    @Sendable @convention(c) (Object) -> UnsafeMutablePointer<CChar>?
  private let contentOf: @Sendable @convention(c) (Object) -> Object?
  private let writeContent: @Sendable @convention(c) (Object, Object) -> Int

  /// Opens the library.
  private init() throws(MissingLibrary) {
    let library = try SharedLibrary("libgmime-3.0.so.0", of: "libgmime-3.0-0")
    unref = try library.function("g_object_unref")
    free = try library.function("g_free")
    isOfType = try library.function("g_type_check_instance_is_a")
    memoryStream = try library.function("g_mime_stream_mem_new")
    streamOf = try library.function("g_mime_stream_mem_new_with_buffer")
    rewind = try library.function("g_mime_stream_reset")
    length = try library.function("g_mime_stream_length")
    read = try library.function("g_mime_stream_read")
    parserOf = try library.function("g_mime_parser_new_with_stream")
    messageOf = try library.function("g_mime_parser_construct_message")
    partsOf = try library.function("g_mime_part_iter_new")
    isAtPart = try library.function("g_mime_part_iter_is_valid")
    nextPart = try library.function("g_mime_part_iter_next")
    currentPart = try library.function("g_mime_part_iter_get_current")
    freeParts = try library.function("g_mime_part_iter_free")
    contentType = try library.function("g_mime_object_get_content_type")
    mimeType = try library.function("g_mime_content_type_get_mime_type")
    textPartType = try library.function("g_mime_text_part_get_type")
    partType = try library.function("g_mime_part_get_type")
    textOf = try library.function("g_mime_text_part_get_text")
    contentOf = try library.function("g_mime_part_get_content")
    writeContent = try library.function("g_mime_data_wrapper_write_to_stream")
    let start: @Sendable @convention(c) () -> Void = try library.function(
      "g_mime_init")
    start()
  }

  /// Returns the leaf parts of a mail, in order.
  ///
  /// - Throws: ``ReportError/damaged``.
  func parts(of mail: [UInt8]) throws(ReportError) -> [Part] {
    let stream = mail.withUnsafeBytes {
      streamOf($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard let stream else { throw .damaged }
    defer { unref(stream) }
    guard let parser = parserOf(stream) else { throw .damaged }
    defer { unref(parser) }
    guard let message = messageOf(parser, nil) else { throw .damaged }
    defer { unref(message) }
    guard let walk = partsOf(message) else { throw .damaged }
    defer { freeParts(walk) }
    var parts: [Part] = []
    guard isAtPart(walk) != 0 else { return parts }
    repeat {
      if let part = currentPart(walk), let content = content(of: part) {
        parts.append(Part(type: type(of: part), content: content))
      }
    } while nextPart(walk) != 0
    return parts
  }

  private func type(of part: Object) -> String {
    guard let type = contentType(part), let name = mimeType(type) else {
      return ""
    }
    defer { free(name) }
    return String(cString: name).lowercased()
  }

  /// Returns the content of a leaf part; nil if it consists of other parts.
  private func content(of part: Object) -> [UInt8]? {
    if isOfType(part, textPartType()) != 0, let text = textOf(part) {
      defer { free(text) }
      return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
    guard
      isOfType(part, partType()) != 0, let content = contentOf(part),
      let stream = memoryStream()
    else { return nil }
    defer { unref(stream) }
    guard writeContent(content, stream) >= 0, rewind(stream) == 0 else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(max(length(stream), 0)))
    let count = bytes.withUnsafeMutableBytes {
      read(
        stream, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return count == bytes.count ? bytes : nil
  }
}
