/// What may stand where a file of the station should be.
enum CorruptFile: String, CaseIterable, Sendable {
  case link
  case danglingLink
  case folder
  case fifo
  case huge
  case nuls
  case noise
  case carriageReturns
  case utf16
  case byteOrderMark
  case foreign
  case notWritable
  case notReadable

  /// Those that any user can meet, root too.
  static let ofAnyone = allCases.filter { !ofSomeone.contains($0) }
  /// Those that only a user meets who is not root.
  static let ofSomeone = [foreign, notWritable, notReadable]

  /// Whether the file is one of the station's but for its line ends or a mark.
  var isOfLines: Bool { self == .carriageReturns || self == .byteOrderMark }

  /// Why the file can't be written to; nil if it can.
  var reason: String? {
    switch self {
    case .link, .danglingLink: "it is a symbolic link. Move it away"
    case .folder: "it is a folder. Move it away"
    case .fifo: "it is not a regular file. Move it away"
    case .foreign: "it belongs to another user. Move it away"
    case .notWritable, .notReadable:
      "permission denied. Ask for access"
    case .huge, .nuls, .noise, .carriageReturns, .utf16, .byteOrderMark: nil
    }
  }

  /// What the window says of such an `OffCirc.dat` before anything is saved.
  func signAtStart(in place: Place) -> String? {
    switch self {
    case .link, .danglingLink, .folder, .fifo, .notReadable:
      reason.map { "Cannot open \(place.path): \($0)." }
    case .huge, .nuls, .carriageReturns, .byteOrderMark:
      "Line 1 of OffCirc.dat is not a transaction."
    case .noise, .utf16: "lines that are not transactions (first: line 1)."
    // They can be read, and what can't be written is told when it is tried.
    case .foreign, .notWritable: nil
    }
  }

  /// What `offcirc list` ends with.
  var statusOfList: Int32 {
    switch self {
    // It leads to a sound file.
    case .link, .foreign, .notWritable: 0
    case .folder, .fifo, .notReadable, .danglingLink: 74
    case .huge, .nuls, .noise, .carriageReturns, .utf16, .byteOrderMark: 1
    }
  }
}
