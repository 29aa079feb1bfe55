import Circulation
import Scanning
import SharedLibraries
import Sheet
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
    case .slip: "Slip for the borrower"
    case .state1, .state2, .state3, .state4, .state5:
      "State \(code.state ?? 0)"
    }
  }

  func sentence(_ error: DrawingError) -> String {
    switch error {
    case .missing(let library):
      "Cannot draw the sheet without the package \(library.debianPackage). Install it, then try again."
    case .failed(let library, let reason):
      "Cannot draw the sheet (\(library): \(reason)). Free some memory, then try again."
    }
  }
}
