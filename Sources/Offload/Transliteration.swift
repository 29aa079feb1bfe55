import SharedLibraries

/// The functions of ICU that write any alphabet in Latin letters.
struct Transliteration: Sendable {
  /// The library, opened on first use.
  static let shared = Result { () throws(MissingLibrary) in
    try Transliteration()
  }

  private typealias Units = UnsafeMutablePointer<UInt16>
  private typealias Number = UnsafeMutablePointer<Int32>

  private let open:
    @Sendable @convention(c) (
      UnsafePointer<UInt16>, Int32, Int32, Units?, Int32, OpaquePointer?, Number
    ) -> OpaquePointer?
  private let close: @Sendable @convention(c) (OpaquePointer) -> Void
  private let apply:
    @Sendable @convention(c) (
      OpaquePointer, Units?, Number, Int32, Int32, Number, Number
    ) -> Void

  /// Opens the library of Debian 13, or that of Debian 12: each version has
  /// names of its own.
  private init() throws(MissingLibrary) {
    do throws(MissingLibrary) { try self.init(version: 76) } catch {
      try self.init(version: 72)
    }
  }

  private init(version: Int) throws(MissingLibrary) {
    let library = try SharedLibrary(
      "libicui18n.so.\(version)", of: "libicu\(version)")
    open = try library.function("utrans_openU_\(version)")
    close = try library.function("utrans_close_\(version)")
    apply = try library.function("utrans_transUChars_\(version)")
  }

  /// Returns a text in Latin letters; nil if the library can't do it.
  func inLatinLetters(_ text: String) -> String? {
    let id = Array("Any-Latin".utf16)
    var status: Int32 = 0
    guard
      let transliterator = open(id, Int32(id.count), 0, nil, 0, nil, &status)
    else { return nil }
    defer { close(transliterator) }
    var units = Array(text.utf16)
    var length = Int32(units.count)
    var limit = length
    // No character becomes more than ten.
    units += [UInt16](repeating: 0, count: 10 * units.count)
    units.withUnsafeMutableBufferPointer {
      apply(
        transliterator, $0.baseAddress, &length, Int32($0.count), 0, &limit,
        &status)
    }
    // Negative codes are warnings.
    guard status <= 0 else { return nil }
    return String(decoding: units[..<Int(length)], as: UTF16.self)
  }
}
