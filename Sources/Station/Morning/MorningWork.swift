import Offload

/// The work of a morning outside its room: the files and the pages in its
/// folder.
package protocol MorningWork {
  /// Writes the files as decided; returns what was done.
  func prepare(_ morning: Morning) throws -> [String]
  /// Makes the kit of these files, which no later decision changes; returns
  /// what was done, or why nothing was.
  func makeKit(of morning: Morning) throws -> [String]
  /// Returns the checklist of the kit; none if there is no kit.
  func checklist() throws -> [TickPage]
}
