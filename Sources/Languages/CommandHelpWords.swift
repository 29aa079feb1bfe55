/// A command that stands behind `offcirc`, by its name.
package enum Subcommand: String, CaseIterable, Sendable {
  case station
  case record
  case save
  case list
  case recover
  case scanner
  case ready
  case drill
  case sheet
  case slip
  case settings
  case guide
  case manual
  // The morning after, in its order.
  case status
  case morning
  case check
  case rehearse
  case merge
  case fix
  case kit
  case reconcile
  case archive
  case account
  case purge
  case redate
  case convert
  // The catalogue.
  case catalogue
  case catalogueStatus = "catalogue status"
  case catalogueImport = "catalogue import"
  case catalogueFind = "catalogue find"
  case catalogueItem = "catalogue item"
  case catalogueBorrower = "catalogue borrower"
  case catalogueVerify = "catalogue verify"
  case catalogueRebuild = "catalogue rebuild"
  case catalogueErase = "catalogue erase"
  // The textbooks of a school.
  case fines
  case finesList = "fines list"
  case finesPay = "fines pay"
  case finesWaive = "fines waive"
  case handout
  case papers
  case swaps
  case missing
  case wear
  case closing
  case copies
  case copiesList = "copies list"
  case copiesAdd = "copies add"
  case copiesEdit = "copies edit"
  case copiesImport = "copies import"
  case copiesDelete = "copies delete"
  case copiesHistory = "copies history"
  case copiesCheck = "copies check"
  case borrowers
  case borrowersList = "borrowers list"
  case borrowersDelete = "borrowers delete"
  case borrowersHistory = "borrowers history"
  // The database that desks share.
  case share
  case shareInit = "share init"
  case shareStatus = "share status"
  case shareFetch = "share fetch"
  case shareLists = "share lists"
  case sharePurge = "share purge"
}

extension Subcommand {
  /// Its own name, without that of the command that it belongs to.
  package var name: String {
    rawValue.split(separator: " ").last.map(String.init) ?? rawValue
  }
}

/// The words of `--help` about the commands.
///
/// A backslash at the end of a line joins it with the next; an empty line
/// begins a paragraph.
package protocol CommandHelpWords {
  /// The one sentence about the program.
  var programAbstract: String { get }
  /// The paragraphs about the program: what it does, its files, its settings
  /// and its exit status.
  var programDiscussion: String { get }
  /// The one sentence about a command, also in the list of commands.
  func abstract(of command: Subcommand) -> String
  /// The paragraphs about a command; empty if the sentence is enough.
  func discussion(of command: Subcommand) -> String
}
