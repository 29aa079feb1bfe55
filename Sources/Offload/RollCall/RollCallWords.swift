/// The words of a roll call of the desks.
package protocol RollCallWords: Sendable {
  /// An expected desk of which no file was found, and what to do.
  func missing(desk name: String) -> String
  /// The files of one station, of which one is enough.
  func sameStation(_ files: [StationFile]) -> String
  /// A copy of a journal with transactions that no file has, and what to do.
  func ahead(_ copy: RollCall.Ahead) -> String
}
