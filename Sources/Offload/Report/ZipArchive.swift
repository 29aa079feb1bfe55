import CZip

/// A ZIP archive in memory.
final class ZipArchive {
  private let archive: OpaquePointer
  // The archive refers to these bytes while it is open.
  private let bytes: UnsafeMutableRawBufferPointer

  /// The number of unpacked bytes still allowed: a few packed bytes can expand
  /// to any number.
  private var allowance = maximumSize

  /// The maximum size of all parts read, unpacked, in bytes.
  static let maximumSize = 256 << 20

  /// Opens an archive.
  ///
  /// - Throws: ``ReportError/damaged``.
  init(_ content: [UInt8]) throws(ReportError) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: content.count, alignment: 1)
    bytes.copyBytes(from: content)
    guard
      let source = zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil)
    else {
      bytes.deallocate()
      throw .damaged
    }
    guard
      let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil)
    else {
      zip_source_free(source)
      bytes.deallocate()
      throw .damaged
    }
    self.archive = archive
    self.bytes = bytes
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// Reads and unpacks a part; nil if there is none.
  ///
  /// - Throws: ``ReportError``.
  func part(_ name: String) throws(ReportError) -> [UInt8]? {
    var about = zip_stat_t()
    guard zip_stat(archive, name, 0, &about) == 0 else { return nil }
    if about.encryption_method != 0 { throw .oldOffice }
    guard about.size <= allowance else {
      throw .tooLarge(maximum: Self.maximumSize)
    }
    allowance -= Int(about.size)
    guard let file = zip_fopen(archive, name, 0) else { throw .damaged }
    defer { zip_fclose(file) }
    var content = [UInt8](repeating: 0, count: Int(about.size))
    // libzip 1.11 rejects a null pointer, which an empty part has.
    let count = content.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map {
        zip_fread(file, $0, zip_uint64_t(bytes.count))
      } ?? 0
    }
    guard count == content.count else { throw .damaged }
    return content
  }
}
