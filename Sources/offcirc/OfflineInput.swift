import Circulation
import Exchange
import Offload

/// An offline file of a library system, recognized by its content.
struct OfflineInput {
  let path: String
  let format: ExchangeFormat
  let file: any OpenFile
}

extension OfflineInput {
  /// Opens a file of a library system other than Alma.
  ///
  /// Nil for a file like `OffCirc.dat`, for one of no library system, and for
  /// one that can't be opened, of which the command then reports the error.
  init?(at path: String, fileSystem: any FileSystem = CommandContext.disk) {
    guard
      let file = try? fileSystem.open(path, for: .reading),
      let start = try? file.bytes(0..<ExchangeFormat.sampleSize),
      let format = Self.format(
        ofBeginning: start,
        isForeign: { try? ForeignFile(at: path, fileSystem: fileSystem) })
    else { return nil }
    self.path = path
    self.format = format
    self.file = file
  }

  /// Recognizes a beginning; nil if it is like `OffCirc.dat`, or of no library
  /// system.
  ///
  /// - Parameters:
  ///   - bytes: the beginning.
  ///   - foreign: returns the kind of the file, if it is of another program;
  ///     called only if there are rows of a library system.
  /// - Returns: the format.
  static func format(
    ofBeginning bytes: [UInt8], isForeign foreign: () -> ForeignFile?
  ) -> ExchangeFormat? {
    // Nearly all files begin with a transaction.
    let isDated =
      bytes.count > 12 && bytes[..<12].allSatisfy { 0x30...0x39 ~= $0 }
      && "LR".utf8.contains(bytes[12])
    guard
      !isDated, let format = ExchangeFormat(beginning: bytes), format != .alma
    else { return nil }
    switch foreign() {
    case nil, .koha, .evergreen, .sierra, .pmb, .destiny, .numbers:
      return format
    case .table, .data:
      // Tables have dates too, and settings are JSON too.
      let text = String(decoding: bytes, as: UTF8.self)
      return format.words.contains(where: text.contains) ? format : nil
    default: return nil
    }
  }
}

extension ExchangeFormat {
  /// The words that only a file of this system has, if another kind of file may
  /// look like it.
  fileprivate var words: [String] {
    switch self {
    case .koha: ["\tissue\t", "\treturn\t", "\tpayment\t"]
    case .evergreen:
      [
        "\"checkout\"", "\"checkin\"", "\"renew\"", "\"in_house_use\"",
        "\"register\"", "\"patron_barcode\"",
      ]
    case .alma, .sierra, .destiny, .pmb: []
    }
  }
}
