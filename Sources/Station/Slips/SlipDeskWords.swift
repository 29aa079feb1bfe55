import Circulation
import Sheet

/// The words of a desk about slips.
package protocol SlipDeskWords: SlipWords {
  /// A slip that is being printed.
  func slipOf(_ reader: Barcode, loans: Int, returns: Int) -> String
  /// A reader for whom nothing was recorded today.
  func nothingOnSlip(of reader: Barcode) -> String
  /// A desk that prints no slips.
  func noSlips() -> String
  /// Slips that wait for the printer, and why.
  func slipsWait(_ error: PrinterError) -> String
}
