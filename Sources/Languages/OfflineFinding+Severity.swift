import Exchange
import Offload

extension OfflineFinding.Severity {
  /// The severity of the same name, of which the words are known.
  package var ofCheck: Offload.Severity {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
