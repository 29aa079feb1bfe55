import CZip

/// A ZIP archive in memory.
final class ZipArchive {
  private let library: ZipLibrary
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
  /// - Throws: ``TableFileError/damaged``, ``TableFileError/missing(_:)``.
  init(_ content: [UInt8]) throws(TableFileError) {
    library = try ZipLibrary.shared.get()
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: content.count, alignment: 1)
    bytes.copyBytes(from: content)
    guard
      let source = library.source(
        bytes.baseAddress, UInt64(bytes.count), 0, nil)
    else {
      bytes.deallocate()
      throw .damaged
    }
    guard let archive = library.open(source, ZIP_RDONLY, nil) else {
      library.freeSource(source)
      bytes.deallocate()
      throw .damaged
    }
    self.archive = archive
    self.bytes = bytes
  }

  deinit {
    library.discard(archive)
    bytes.deallocate()
  }

  /// Reads and unpacks a part; nil if there is none.
  ///
  /// - Throws: ``TableFileError``.
  func part(_ name: String) throws(TableFileError) -> [UInt8]? {
    var about = zip_stat_t()
    guard library.stat(archive, name, 0, &about) == 0 else { return nil }
    if about.encryption_method != 0 { throw .oldOffice }
    guard about.size <= allowance else {
      throw .tooLarge(maximum: Self.maximumSize)
    }
    allowance -= Int(about.size)
    guard let file = library.openFile(archive, name, 0) else { throw .damaged }
    defer { _ = library.close(file) }
    var content = [UInt8](repeating: 0, count: Int(about.size))
    // libzip 1.11 rejects a null pointer, which an empty part has.
    let count = content.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map {
        library.read(file, $0, UInt64(bytes.count))
      } ?? 0
    }
    guard count == content.count else { throw .damaged }
    return content
  }
}
