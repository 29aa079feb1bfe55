import Scanning
import Terminal

/// The words of the page on which a scanner is tested.
package protocol ScannerWords {
  /// The title of the page.
  var scannerTitle: String { get }
  /// The keys, without those that there is nothing to do for.
  func scannerKeys(canWrite: Bool, canSkip: Bool) -> String
  /// The purpose of the page, and of its keys.
  var scannerHelp: String { get }
  /// The head of the characters that arrived.
  var strokesHeading: String { get }
  /// The number of the present step.
  func progress(_ number: Int, of count: Int) -> String
  /// The thing to do in a step.
  func instruction(_ step: ScannerRoom.Step) -> String
  /// A scan or a key that does not fit the step.
  func sentence(_ remark: ScannerRoom.Remark) -> String
  /// A property of the scanner, or something to change about it.
  func finding(_ finding: Diagnosis.Finding) -> String
  /// The end of a scan, in the row of its characters.
  func name(ofEnd end: Burst.End) -> String
  /// The head of the settings that fit the scanner.
  var proposalHeading: String { get }
  /// The file that the settings are in now.
  func settingsWritten(_ path: String) -> String
}

extension StationWords {
  /// Returns what a key does at the desk; nil for nothing.
  package func meaning(of event: Event) -> String? {
    guard
      case .key(let key) = event,
      let action = KeyBinding.action(of: key, in: [.desk, .field])
    else { return nil }
    return explanation(of: action)
  }
}

extension Frame {
  /// The names of its control characters, as in the manuals of scanners.
  package var characterNames: String {
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
