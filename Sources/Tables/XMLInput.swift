import Circulation

/// The bytes of an XML file, as libxml2 asks for them.
final class XMLInput {
  private var source: TextSource
  private var size = MarkupSize()
  private var bytes: [UInt8] = []
  private var place = 0
  /// The error that ended the reading.
  private(set) var failure: TableReadingError?

  /// The encoding that overrides the declared one; nil if that one is right.
  let encoding: String?

  /// The number of bytes read so far.
  var offset: Int { source.offset }

  /// - Throws: ``FileError``.
  init(_ file: any OpenFile) throws(FileError) {
    source = try TextSource(file)
    encoding = source.isConverted ? "UTF-8" : nil
  }

  /// Fills a buffer of the parser.
  ///
  /// - Parameters:
  ///   - context: an unretained input.
  ///   - buffer: the buffer.
  ///   - count: its length in bytes.
  /// - Returns: the number of bytes; 0 at the end, -1 for an error.
  static func fill(
    _ context: UnsafeMutableRawPointer?,
    _ buffer: UnsafeMutablePointer<CChar>?, _ count: Int32
  ) -> Int32 {
    guard let context, let buffer else { return -1 }
    return Unmanaged<XMLInput>.fromOpaque(context).takeUnretainedValue()
      .fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    do throws(TableReadingError) {
      if place == bytes.count { try readOn() }
    } catch {
      failure = error
      return -1
    }
    let part = bytes[place...].prefix(buffer.count)
    buffer.copyBytes(from: part)
    place += part.count
    return Int32(part.count)
  }

  private func readOn() throws(TableReadingError) {
    bytes.removeAll(keepingCapacity: true)
    place = 0
    do throws(FileError) {
      _ = try source.read(into: &bytes)
    } catch {
      throw .file(error)
    }
    do throws(TableFileError) {
      try size.take(bytes)
    } catch {
      throw .table(error)
    }
  }
}
