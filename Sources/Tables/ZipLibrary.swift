import CZip
import SharedLibraries

/// The functions of libzip, which unpacks archives.
struct ZipLibrary: Sendable {
  /// The library, opened on first use.
  static let shared = Result { () throws(MissingLibrary) in try ZipLibrary() }
    .mapError(TableFileError.missing)

  typealias Archive = OpaquePointer
  typealias Source = OpaquePointer
  typealias File = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias Bytes = UnsafeMutableRawPointer

  /// The version of the interface: Debian 12 has libzip 1.7.
  private static let interface = LIBZIP_VERSION_MINOR < 8 ? 4 : 5

  let source:
    @Sendable @convention(c) (Bytes?, UInt64, Int32, OpaquePointer?) -> Source?
  let freeSource: @Sendable @convention(c) (Source) -> Void
  let open: @Sendable @convention(c) (Source, Int32, OpaquePointer?) -> Archive?
  let discard: @Sendable @convention(c) (Archive) -> Void
  let stat:
    @Sendable @convention(c) (
      Archive, Text, UInt32, UnsafeMutablePointer<zip_stat_t>
    ) -> Int32
  let openFile: @Sendable @convention(c) (Archive, Text, UInt32) -> File?
  let read: @Sendable @convention(c) (File, Bytes, UInt64) -> Int64
  let close: @Sendable @convention(c) (File) -> Int32

  /// Opens the library.
  private init() throws(MissingLibrary) {
    let library = try SharedLibrary(
      "libzip.so.\(Self.interface)", of: "libzip\(Self.interface)")
    source = try library.function("zip_source_buffer_create")
    freeSource = try library.function("zip_source_free")
    open = try library.function("zip_open_from_source")
    discard = try library.function("zip_discard")
    stat = try library.function("zip_stat")
    openFile = try library.function("zip_fopen")
    read = try library.function("zip_fread")
    close = try library.function("zip_fclose")
  }
}
