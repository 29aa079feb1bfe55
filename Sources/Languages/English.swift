import Circulation
import Offload
import Station
import Terminal

/// The words in English.
struct English: Words, Grammar {
  let counting = Counting.english
  let dates = DateStyle.english

  // MARK: The window

  let title = "Offline Circulation"
  let subtitle = ""
  let borrower = "Borrower"
  let item = "Item barcode"
  let clearLabel = "Cl_ear"
  let loanLabel = "_Loan"
  let returnLabel = "_Return"
  let chooseTransaction = "Choose transaction"
  let barcodeHeading = "Barcode"
  let operationHeading = "Operation"
  let borrowerHeading = "Borrower"
  let timeHeading = "Time"
  let saveLabel = "_Save To File"
  let deleteLabel = "_Delete"
  let helpLabel = "_Help"
  let closeLabel = "_Close"

  func label(_ name: String) -> String { name + ":" }

  func name(of operation: Operation) -> String {
    switch operation {
    case .loan: "Loan"
    case .return: "Return"
    }
  }

  func unsaved(_ count: Int) -> String { "Unsaved: \(count)" }

  func waiting(_ count: Int) -> String { "NOT recorded: \(count)" }

  func tooSmall(_ present: Size, minimum: Size) -> String {
    """
    Window too small (\(present.columns)×\(present.rows)). Make it at least \
    \(minimum.columns)×\(minimum.rows). Scans are still recorded.
    """
  }
}
