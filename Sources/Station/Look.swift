import Catalogue
import Circulation
import Terminal

/// All that a view needs beside what it shows.
struct Look {
  let size: Size
  let palette: Palette
  let words: any StationWords
  /// The time that the desk's clock shows.
  let now: LocalTime
  let notice: Notice
  let warnings: [Notice]
  let messageLog: MessageLog
  let status: DeskStatus?
  let pending: Pending
  /// The lists of the library system; nil if there are none.
  let lists: CatalogueWatch?
  /// The textbooks of a school; nil if the states of copies are not noted.
  let textbooks: TextbookDesk?
  /// True if the desk prints slips.
  let printsSlips: Bool
  /// True if loans and returns are recorded and changed at this station.
  let isDesk: Bool
  /// True if the station is all that its computer is for.
  let isKiosk: Bool
  /// True at the desk of an exercise.
  let isExercise: Bool
  /// True if a number is to be scanned again.
  let awaitsConfirmation: Bool
  /// The places of all that is in the window.
  let layout: DeskLayout

  init(_ shared: Shared, _ palette: Palette) {
    size = shared.size
    self.palette = palette
    words = shared.words
    now = shared.time
    notice = shared.notice
    warnings = shared.warnings
    messageLog = shared.messageLog
    status = shared.status
    pending = shared.pending
    lists = shared.lists
    textbooks = shared.textbooks
    printsSlips = shared.slips != nil
    isDesk = shared.isDesk
    isKiosk = shared.isKiosk
    isExercise = shared.isExercise
    awaitsConfirmation = shared.confirmation != nil
    layout = shared.layout
  }

  var isReturning: Bool { status?.operation == .return }
}
