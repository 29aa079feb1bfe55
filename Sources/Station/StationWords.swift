import Catalogue
import Circulation
import Offload
import Settings
import Sharing
import Terminal
import Textbooks

/// The words of the station's screens, in one language.
package protocol StationWords:
  BurstWords, CatalogueWords, ChangeWords, CirculationWords, ClosingWords,
  CopyRoomWords, DayWords, DeskWords, DrillWords, HandOutWords, HelpWords,
  KeyWords, ListedWords, MorningWords,
  NeighbourWords, NumberWords, PageWords,
  PasteWords, ReadyWords, RoomWords, ScannerWords, ScreenWords, SettingsWords,
  ShareWords, SlipDeskWords, StateWords,
  StatusWords, TerminalWords, TextbookWords, WarningWords, WindowWords
{}

extension StationWords {
  /// Returns what a save has done.
  package func saveReport(_ count: Int, path: String) -> String {
    count == 0 ? nothingToSave() : savedNow(count, path: path)
  }

  /// Returns the sentences about what the opening of the desk found; nil for
  /// nothing.
  package func opening(_ desk: Desk) -> String? {
    let opening = desk.opening
    var sentences: [String] = []
    if let first = desk.unsaved.first {
      sentences.append(
        restored(desk.unsaved.count, since: first.transaction.recorded))
    }
    if opening.completedCount > 0 {
      sentences.append(saveCompleted(opening.completedCount))
    }
    if opening.returnedCount > 0 {
      sentences.append(saveReturned(opening.returnedCount))
    }
    if let error = opening.error {
      sentences.append(saveNotCompleted(error))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
