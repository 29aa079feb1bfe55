import Scanning
import Terminal
import Typesetting

/// The words of what a scanner sent and is no scan.
package protocol BurstWords {
  /// The refusal of all of it, with its reason and what to do.
  func sentence(_ refused: BurstError) -> String
  /// The mouse, where a key might have been.
  var mouseName: String { get }
  /// A text that was pasted.
  var pasteName: String { get }
  /// Bytes that no key sends.
  func name(ofBytes count: Int) -> String
}

extension StationWords {
  /// Returns the name of a key, or of what else came among the keys: control
  /// characters have those of the manuals of scanners.
  package func name(ofStroke event: Event) -> String {
    switch event {
    case .key(let key):
      if let name = key.controlName {
        if case .control = key {
          "\(self.name(of: key)) (\(name))"
        } else {
          name
        }
      } else {
        name(of: key)
      }
    case .dropped(let count): name(ofBytes: count)
    case .paste: pasteName
    default: mouseName
    }
  }

  /// Returns what came, the keys in brackets: `370000[F8]34181`.
  package func shown(_ events: [Event]) -> String {
    let parts = events.map { event in
      switch event {
      case .key(.character(let character)) where !character.isControl:
        String(character)
      case .key(let key): "[\(key.controlName ?? name(of: key))]"
      default: "[\(name(ofStroke: event))]"
      }
    }
    return parts.joined().quotable
  }
}
