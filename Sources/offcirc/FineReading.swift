import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks

extension CommandContext {
  /// Reads the fines of the station, by what the catalogue knows of its copies.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  func fines(_ catalogue: Catalogue?) throws -> FineList {
    try TextbookReading(self, catalogue).fines()
  }
}

extension Catalogue {
  /// Returns true if a list of borrowers has classes that are kept.
  func hasClasses() throws(CatalogueError) -> Bool {
    try lists().contains { $0.kind == .borrowers && $0.level == .classes }
  }
}
