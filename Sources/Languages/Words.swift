import Catalogue
import Circulation
import Exchange
import Offload
import Settings
import Sharing
import Sheet
import Station
import Terminal
import Textbooks
import Typesetting

/// Every word that a person reads, in one language.
///
/// Each floor says which words it needs, beside its errors. A language is a
/// type that has all of them: one that lacks a word does not compile.
package protocol Words:
  BorrowerWords, CatalogueWords, CommandHelpWords, CommandWords, CopyWords,
  ExchangeWords, FineWords, GuideWords, ManualWords, OfflineFileWords,
  OffloadWords, OptionWords, PaperWords, ParserWords, ShareWords, SheetWords,
  SlipWords, StationWords,
  TextbookWords, YearWords
{}

extension Words {
  /// Returns the sentence of any error that the ground floors throw.
  package func sentence(about error: any Error) -> String {
    switch error {
    case let error as FileError: sentence(error)
    case let error as CirculationError: sentence(error)
    case let error as BarcodeError: sentence(error)
    case let error as TerminalError: sentence(error)
    case let error as LedgerError: sentence(error)
    case let error as DecisionError: sentence(error)
    case let error as ArchiveError: sentence(error)
    case let error as CatalogueError: sentence(error)
    case let error as HandOutError: sentence(error)
    case let error as ConversionError: sentence(error)
    case let error as SettingsIssue: sentence(error)
    case let error as SettingsError: sentence(error)
    case let error as ShareError: sentence(error)
    default: "\(error)".printable
    }
  }

  /// Returns the reason why a ledger can't be read.
  package func sentence(_ error: HandOver.ReadError) -> String {
    switch error {
    case .ledger(let error): sentence(error)
    case .file(let error): sentence(error)
    }
  }
}

extension [JournalDamage] {
  /// The count of the events that are missing.
  var missingCount: Int {
    reduce(0) { count, damage in
      if case .missing(let missing) = damage.kind {
        count + missing
      } else {
        count
      }
    }
  }
}
