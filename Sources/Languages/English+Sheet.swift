import Circulation
import Scanning
import Station

extension English {
  var sheetTitle: String { "OffCirc: command barcodes" }
  var sheetPurpose: String { "Scan a barcode instead of pressing the key." }

  func name(of code: CommandCode) -> String {
    switch code {
    case .loan: name(of: Operation.loan)
    case .return: name(of: Operation.return)
    case .clear: explanation(of: .clear)
    case .save: explanation(of: .save)
    case .deleteLast: "Delete the last transaction"
    case .undo: "Undo"
    case .help: explanation(of: .help)
    }
  }

  func notDrawn(by library: String, _ reason: String) -> String {
    "Cannot draw the sheet (\(library): \(reason)). Free some memory, then try again."
  }
}
