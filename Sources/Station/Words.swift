import Circulation
import Offload
import Settings
import Terminal

/// Every word that a person reads, in one language.
///
/// A language is a type that has all of them: one that lacks a word does not
/// compile.
package protocol Words:
  BurstWords, ChangeWords, ClosingWords, CommandHelpWords, CommandWords,
  DayWords, DeskWords, DoubtWords, ErrorWords, GuideWords, HelpWords, KeyWords,
  OffloadWords, OptionWords, PageWords, ParserWords, PasteWords, RepairWords,
  RoomWords, ScannerWords, ScreenWords, SettingsWords, SheetWords, SyntaxWords,
  WarningWords, WindowWords
{}

extension Words {
  /// Returns what `offcirc save` has done.
  package func saveReport(_ count: Int, path: String) -> String {
    count == 0 ? nothingToSave() : savedNow(count, path: path)
  }

  /// Returns the sentence of any error that the ground floors throw.
  package func sentence(_ error: any Error) -> String {
    switch error {
    case let error as FileFailure: sentence(error)
    case let error as CirculationError: sentence(error)
    case let error as RefusedNumber: sentence(error)
    case let error as TerminalError: sentence(error)
    case let error as LedgerError: sentence(error)
    case let error as ArchiveError: sentence(error)
    case let error as SettingsProblem: sentence(error)
    case let error as SettingsFault: sentence(error)
    default: "\(error)".printable
    }
  }

  /// Returns the reason why a ledger can't be read.
  package func sentence(_ failure: HandOver.Failure) -> String {
    switch failure {
    case .ledger(let error): sentence(error)
    case .file(let failure): sentence(failure)
    }
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
    if let failure = opening.failure {
      sentences.append(saveNotCompleted(failure))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

extension String {
  /// The text for a sentence: printable, and not longer than a line can bear.
  var quotable: String {
    let text = printable
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

extension Character {
  /// The codes of the character's scalars, like U+00E9.
  var codes: String { unicodeScalars.map(\.code).joined(separator: " ") }
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
