import Scanning
import Terminal

/// What the scanner doctor says.
package protocol DoctorWords {
  var doctorTitle: String { get }
  /// The keys, without those that there is nothing to do for.
  func doctorKeys(canWrite: Bool, canSkip: Bool) -> String
  /// What the page is for, and what its keys do.
  var doctorHelp: String { get }
  /// What stands above the characters that arrived.
  var strokesHead: String { get }
  /// How far the librarian has come.
  func progress(_ number: Int, of count: Int) -> String
  func instruction(_ step: ScannerRoom.Step) -> String
  func sentence(_ remark: ScannerRoom.Remark) -> String
  func finding(_ finding: Diagnosis.Finding) -> String
  func name(ofEnd end: Burst.End) -> String
  var proposalHead: String { get }
  func settingsWritten(_ path: String) -> String
}

extension Words {
  /// What a key does at the desk when a hand presses it; nil for none.
  func meaning(of event: Event) -> String? {
    guard
      case .key(let key) = event,
      let act = Command.act(of: key, in: [.desk, .field])
    else { return nil }
    return explanation(of: act)
  }
}

extension Frame {
  /// The control characters of it, by the names that manuals have for them.
  var characterNames: String {
    switch self {
    case .text: "STX, ETX"
    case .transmission: "STX, EOT"
    case .separator: "GS, FS, RS"
    case .endOfTransmission: "EOT"
    case .formFeed: "FF"
    case .verticalTab: "VT"
    }
  }
}
