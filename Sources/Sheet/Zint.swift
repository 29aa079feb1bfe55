import CZint
import SharedLibraries

/// The functions of zint, which encodes bar codes.
struct Zint: Sendable {
  /// The library, opened on first use.
  static let shared = Result { () throws(MissingLibrary) in try Zint() }

  typealias Symbol = UnsafeMutablePointer<zint_symbol>

  let create: @Sendable @convention(c) () -> Symbol?
  let delete: @Sendable @convention(c) (Symbol) -> Void
  let encode:
    @Sendable @convention(c) (Symbol, UnsafePointer<UInt8>, Int32) -> Int32
  let bufferVector: @Sendable @convention(c) (Symbol, Int32) -> Int32

  /// Opens the library.
  private init() throws(MissingLibrary) {
    let library = try SharedLibrary(
      "libzint.so." + zint_interface, of: "libzint" + zint_interface)
    create = try library.function("ZBarcode_Create")
    delete = try library.function("ZBarcode_Delete")
    encode = try library.function("ZBarcode_Encode")
    bufferVector = try library.function("ZBarcode_Buffer_Vector")
  }
}
