import Catalogue
import Circulation
import Offload

/// The work of a morning outside its room: the files and the pages in its
/// folder.
package protocol MorningWork {
  /// The sentences about what is missing beside the files.
  var remarks: [String] { get }
  /// The search for numbers in the catalogue; nil if there is none.
  var neighbours: KnownNeighbours? { get }
  /// Writes the files as decided; returns what was done.
  func prepare(_ morning: Morning) throws -> [String]
  /// Makes the kit of these files, which no later decision changes; returns
  /// what was done, or why nothing was.
  func makeKit(of morning: Morning) throws -> [String]
  /// Returns the checklist of the kit; none if there is no kit.
  func checklist() throws -> [TickPage]
  /// Returns the versions of the reports by their paths, which tell if one has
  /// come or changed.
  func reports() throws -> [String: FileVersion]
  /// Returns the worklist of each report, and the corrections to choose from.
  func worklists() throws -> [TickPage]
  /// Takes a report from a file; returns why it can't be taken, nil if it was.
  func take(reportAt path: String) throws -> String?
  /// Takes a report that was pasted; returns why it can't be taken, nil if it
  /// was.
  func take(report text: String) throws -> String?
  /// Writes the corrected lines that somebody chose; returns what was written.
  func writeCorrections(
    _ isChosen: (_ box: Int, _ page: String) -> Bool
  ) throws -> [String]
  /// Writes the account, and the page of what is still to do; returns what was
  /// written, and that page.
  func putAway(_ morning: Morning) throws -> [TickPage]
  /// Archives the station of a file, which is in its folder.
  func archive(_ file: Int, of morning: Morning) throws -> ArchivedStation
}

/// A station whose file was archived.
package struct ArchivedStation {
  /// The path of the file in the archive.
  package let path: String
  /// The sentences about what was done, and about what a person must look at.
  package let sentences: [String]
  /// True if nothing needs a person's attention.
  package let isSound: Bool

  /// Creates the result of an archiving.
  package init(path: String, sentences: [String], isSound: Bool) {
    self.path = path
    self.sentences = sentences
    self.isSound = isSound
  }
}
