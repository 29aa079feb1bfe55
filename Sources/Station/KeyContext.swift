/// The parts of the window, and the pages, in which a key has a meaning.
package enum KeyContext: Hashable, Sendable, CaseIterable {
  /// At the desk, whatever has the focus.
  case desk
  /// In a field.
  case field
  /// In the field of returned copies, while nothing is typed there.
  case state
  /// On a button.
  case button
  /// On the choice of the transaction.
  case choice
  /// In the list.
  case list
  /// In Find, Amend, or on a reader's page.
  case lineRoom
  /// On the page of an item.
  case itemRoom
  /// On the page of a copy, where states are noted.
  case copyState
  /// In the room of copies.
  case copies
  /// While the room of copies asks whether to delete one.
  case marking
  /// While a page to be read is open.
  case page
  /// While the station asks how to close.
  case closing
  /// While the station shows what was pasted.
  case paste
  /// In the test of a scanner.
  case scanner
  /// In the hand-out of a class.
  case handOut
  /// In the room of the morning.
  case morning
  /// In its table of files.
  case collecting
  /// In its list of findings, and at one of them.
  case looking
  /// At its files as decided.
  case preparing
  /// On its pages with boxes.
  case ticking
  /// At the reports on the upload.
  case reporting
  /// At what is still to do at the stations.
  case puttingAway
  /// While the room asks whether to archive a station.
  case archiving
}
