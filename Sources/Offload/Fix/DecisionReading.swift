import Circulation

/// The content of a file of decisions.
package struct DecisionReading {
  /// A kind of damage found in the file.
  package enum Damage: Hashable, Sendable {
    /// This line is not a decision, or was changed.
    case line(Int)
    /// The last line is truncated, or was not written: it was not decided.
    case torn(line: Int)
  }

  /// The readable decisions, in order, each with its number.
  package private(set) var decisions: [Decision.Numbered] = []
  /// The damage found.
  package private(set) var damage: [Damage] = []
  /// The length without a truncated last line, in bytes.
  private(set) var soundLength = 0
  /// True if the last decision lacks its line end.
  private(set) var endsInLine = false
  /// The number of the next decision.
  private(set) var nextNumber = 1

  /// The maximum size of the file in bytes.
  static let maximumSize = 64_000_000

  /// Parses the bytes of a file.
  ///
  /// - Throws: ``DecisionError``.
  init(_ bytes: [UInt8], path: String) throws(DecisionError) {
    if Self.isUnwritten(bytes) {
      if !bytes.isEmpty { damage = [.torn(line: 1)] }
      return
    }
    guard
      let headerEnd = bytes.firstIndex(of: 0x0a),
      let version = DecisionFormat.version(in: bytes[..<headerEnd])
    else { throw .notDecisions(path: path) }
    guard version <= DecisionFormat.version else {
      throw .newer(path: path, version: version)
    }
    soundLength = headerEnd + 1
    while soundLength < bytes.count {
      let rest = bytes[soundLength...]
      let end = rest.firstIndex(of: 0x0a)
      let line = rest[..<(end ?? rest.endIndex)]
      if let decision = DecisionFormat.decision(in: line) {
        decisions.append(Decision.Numbered(nextNumber, decision))
        endsInLine = end == nil
      } else if end == nil || end == bytes.count - 1 && line.contains(0) {
        damage.append(.torn(line: nextNumber + 1))
        return
      } else {
        damage.append(.line(nextNumber + 1))
      }
      nextNumber += 1
      soundLength = end.map { $0 + 1 } ?? bytes.count
    }
  }

  /// Returns true if there is only a part of the first line; zeros are what a
  /// power cut leaves in place of data not written.
  private static func isUnwritten(_ bytes: [UInt8]) -> Bool {
    let header = DecisionFormat.header
    return zip(bytes, header).allSatisfy { $0 == $1 || $0 == 0 }
      && bytes.dropFirst(header.count).allSatisfy { $0 == 0 }
      && !bytes.starts(with: header)
  }
}

/// An error that prevents using a file of decisions.
package enum DecisionError: Error, Hashable, Sendable {
  /// Another program, and perhaps another person, decides in it.
  case held(path: String)
  /// A newer version of the program wrote it.
  case newer(path: String, version: Int)
  /// The file is not one of decisions.
  case notDecisions(path: String)
  /// The file is larger than the maximum, given in megabytes.
  case tooLarge(path: String, maximum: Int)
}

extension DecisionReading.Damage {
  /// True if the line was not decided yet.
  package var isTorn: Bool {
    if case .torn = self { true } else { false }
  }
}
