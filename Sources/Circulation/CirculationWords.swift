/// The words of this floor: its errors, and the names of what is in a line.
package protocol CirculationWords: RepairWords, Sendable {
  // MARK: Errors: what failed, why, and what to do

  /// Any error that a floor throws.
  func sentence(about error: any Error) -> String
  /// A number that can't be recorded.
  func sentence(_ refusal: BarcodeError) -> String
  /// A file that the system does not open, read or write.
  func sentence(_ error: FileError) -> String
  /// A folder, a journal or a transaction that the station does not take.
  func sentence(_ error: CirculationError) -> String
  /// A line that is not a transaction, after its number: no capital at the
  /// start.
  func sentence(_ error: DataFormat.LineError) -> String

  // MARK: Names

  /// A name before a value, with the language's colon.
  func label(_ name: String) -> String
  /// A loan or a return, as the list names it.
  func name(of operation: Operation) -> String
  /// A date with its year, without the time.
  func day(_ time: LocalTime) -> String
  /// A date and time; short without the name of the day.
  func date(_ time: LocalTime, isShort: Bool) -> String
  /// A date and time in a table, to the second.
  func tableTime(_ time: LocalTime) -> String
}
