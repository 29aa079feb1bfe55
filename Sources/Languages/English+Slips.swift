import Circulation
import Sheet
import Typesetting

extension English {
  // MARK: On the paper

  var slipTitle: String { "Loans and returns" }

  func cardOnSlip(_ number: String) -> String { "Card: \(number)" }

  func heading(of operation: Operation, count: Int) -> String {
    switch operation {
    case .loan: counting(count, "loan")
    case .return: counting(count, "return")
    }
  }

  func dueOnSlip(_ day: String) -> String {
    "due about \(dates.day(day))"
  }

  var dueLater: String {
    "The library sets the due dates when its system is back."
  }

  // MARK: On the sheet of a day

  func sessionTitle(_ day: String) -> String { "Loans and returns, \(day)" }

  var cardHeading: String { "Card" }
  var nextOnSheet: String { "Next borrower" }

  // MARK: About printing it

  func sentence(_ error: PrinterError) -> String {
    switch error {
    case .device(let error):
      "The printer does not answer. \(sentence(error))"
    case .notADevice(let path):
      "\(path.printable) is not a printer. Write its device, such as /dev/usb/lp0."
    case .silent(let path):
      "The printer \(path.printable) takes nothing. Check its paper and its power."
    case .withoutCUPS:
      "Cannot print without the package cups-client. Install it, then try again."
    case .refused(let queue):
      "CUPS refused to print on \(queue.printable). Look at lpstat -p \(queue.printable)."
    case .busy:
      "Another program is printing slips of this station. Try again."
    case .full(let folder):
      "Too many slips wait for the printer, in \(folder.printable). Check the printer."
    case .drawing(let error): sentence(error)
    case .file(let error): sentence(error)
    }
  }

  func slipKept(in folder: String) -> String {
    "Kept in \(folder.printable), for the next slip of today."
  }

  var nothingForSlip: String {
    "Nothing to print: no loan or return today."
  }

  var sessionNeedsPages: String {
    "--session fills pages of A4: name a file that ends in .pdf, or a printer of CUPS (cups:NAME)."
  }

  var noPrinter: String {
    "Give --output or --printer, or set printer in the settings."
  }

  func slipWritten(_ path: String) -> String {
    "Written to \(path.printable)."
  }

  func slipPrinted(on printer: Printer) -> String {
    "Printed on \(printer.text.printable)."
  }

  // MARK: Help

  /// The paragraphs about the command.
  var slipHelp: String {
    """
    CARD is the number on the card; --last is the borrower of the last \
    transaction. The slip has all loans and returns of today, saved or not. A \
    return belongs to the person who borrowed the item here.

    --session prints all transactions of today on pages of A4, as barcodes in \
    order, column by column. Scanned into an empty station, they give the \
    same list again.

    The printer is a receipt printer, as a device such as /dev/usb/lp0, or \
    cups:NAME. A slip that cannot be printed is kept until the end of the day. \
    FILE is made for its owner only, and replaces an existing one; .bin is \
    what a receipt printer takes.

    Exit status:
      0   done
      1   nothing to print, or the journal is incomplete
      64  wrong usage
      74  input or output error, or the printer does not print
    """
  }
}

// MARK: At the desk

extension English {
  func slipOf(_ reader: Barcode, loans: Int, returns: Int) -> String {
    "Slip of \(reader.text): \(counting(loans, "loan")), \(counting(returns, "return"))."
  }

  func nothingOnSlip(of reader: Barcode) -> String {
    "No slip: \(reader.text) has no loans or returns today."
  }

  func noSlips() -> String {
    "This desk prints no slips. Set printer and slips in the settings."
  }

  func slipsWait(_ error: PrinterError) -> String {
    "Slips wait for the printer. \(sentence(error))"
  }
}
