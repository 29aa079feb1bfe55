// What `--help` says about options and arguments, and what is wrong with them.
import Typesetting

extension English {
  func help(for parameter: Parameter) -> String {
    switch parameter {
    case .files: "Folder for the station's files."
    case .language: "Language; by default, that of the settings or the locale."
    case .config: "Settings file."
    case .noSettings: "Do not read the settings file."
    case .copyTo:
      "Keep a copy of the journal in this folder, for example on a USB stick."
    case .ledger:
      "Ledger file: what is already in a kit. It can be on a shared drive."
    case .clockOffset:
      "Correct a wrong clock by this much, or to this date and time."
    case .format: "Output format."
    case .dataFiles: "Files like OffCirc.dat."
    case .dataFile: "File like OffCirc.dat."
    case .trustClock: "Confirm that the clock is right, despite later dates."
    case .desk: "Name of the desk, for the title of the window."
    case .bell: "When to beep: errors, all (twice for an error) or none."
    case .theme: "Colours of the window."
    case .learn:
      "Ask for confirmation of numbers that differ from those scanned so far."
    case .since: "Start of the outage; earlier lines are reported."
    case .unsaved: "List what is not in OffCirc.dat yet."
    case .doubtful: "List what was confirmed although it looked wrong."
    case .against: "List what was confirmed despite the library's lists."
    case .deleted: "List what was deleted, and when."
    case .item: "List only this item."
    case .borrower: "List only this borrower."
    case .source: "Folder with a journal, or the journal itself."
    case .sheet: "File to write; its name ends in .svg or .pdf."
    case .example: "Print a file that explains every setting."
    case .guide: "Name of the guide; without one, list them."
    case .librarySystem: "Library system that reads the file."
    case .expectedReport: "File to write with the expected messages."
    case .comparedReport: "Job report to compare with the rehearsal."
    case .mergedFile: "File to write."
    case .kitFolder: "Folder to make."
    case .kitDesk: "Desk for files given without DESK=."
    case .kitSystem: "Library system that the kit is for."
    case .startField: "PMB's custom field for the status at the start."
    case .again: "Include lines that are already in a kit."
    case .rest: "Leave out lines that are already in a kit."
    case .report: "Job report (page, mail, CSV, .xlsx or text)."
    case .uploadedFile: "File you uploaded."
    case .worklist: "Folder to make for the worklist."
    case .retry: "File to write with the corrected lines."
    case .uploaded: "Confirm that the file was uploaded without a kit."
    case .archivedReport: "Report, or folder of a worklist, to archive too."
    case .kit: "Folder of the kit, if it was moved."
    case .damaged: "Archive a damaged journal and start a new one."
    case .restore: "Restore NAME, or the latest archive."
    case .archiveName: "Archive to restore."
    case .olderThan: "Minimum age, such as 90d or 12w."
    case .yes: "Do not ask for confirmation."
    case .redatedFile: "File to write."
    case .first: "Date and time of the first line."
    case .by: "Time to add to each date."
    case .lines: "Change only these lines."
    case .catalogue: "File of the catalogue."
    case .lists: "Files that another system has exported: one list."
    case .listKind: "Kind of list; by default, what its columns show."
    case .preview: "Show what would change, and change nothing."
    case .columns: "Columns of the list, by field."
    case .notForLoan: "Policy or status of items that must not be lent."
    case .complete: "Mark what the list does not have as gone."
    case .rejects: "File to write with the rows that are rejected."
    case .level: "Personal data to keep of borrowers."
    case .exported: "Day of the export; by default, that of the newest file."
    case .words: "Beginnings of words in the title."
    case .knownItem: "Number on the item."
    case .knownBorrower: "Number on the card."
    case .onlyBorrowers: "Erase only lists of borrowers, blocks and loans."
    case .schoolClass: "List only this class."
    case .handOutClass: "Class or course that gets its books."
    case .open: "List only what is still to be paid or decided."
    case .fine: "Number of the fine."
    case .amount: "Amount that was paid; by default, that of the fine."
    case .because: "Reason, kept with the fine."
    case .paper: "Paper to make: one of those above."
    case .paperFile: "File to write; - writes text to standard output."
    case .paperClass: "For the pupils of this class."
    case .paperBorrower: "For one pupil, by the number on the card."
    case .labels: "Labels across and down a page; by default, 3x8."
    case .skip: "Labels that are already used on the first page."
    case .wearGrouping:
      "Group copies by year of first circulation, or by title."
    case .returnDate: "Day by which all copies had to be back."
    case .finalCharges: "Make the provisional fines final."
    }
  }

  func name(of value: ValueName) -> String {
    switch value {
    case .file: "file"
    case .folder: "folder"
    case .name: "name"
    case .number: "number"
    case .deskFile: "[desk=]file"
    case .fileOrFolder: "file|folder"
    case .drawing: "file.svg|.pdf"
    case .report: "report"
    case .source: "source"
    case .age: "age"
    case .moment: "yyyy-mm-dd[Thh:mm]"
    case .shift: "±HH:MM"
    case .shiftOrMoment: "±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]"
    case .lines: "first-last"
    case .words: "words"
    case .columns: "field=column,..."
    case .paper: "paper"
    case .paperFile: "file.pdf|.txt|-"
    }
  }

  func sentence(_ error: OptionFault) -> String {
    switch error {
    case .needsFolder(let option): "\(option) needs the name of a folder."
    case .needsFile(let option): "\(option) needs the name of a file."
    case .needsDesk: "--desk needs the name of a desk."
    case .emptyName: "The name of a file or folder is empty."
    case .both(let one, let other): "Give \(one) or \(other), not both."
    case .onlyOneFile(let option): "\(option) needs a single file."
    case .fileAndFolder: "Give a file or --files, not both."
    case .notOneOf(let one, let other): "Give either \(one) or \(other)."
    case .onlyName: "--restore takes only a NAME."
    case .nameWithoutRestore: "A NAME needs --restore."
    case .notOfArchive(let options):
      "These options do not apply to the archive: \(options.joined(separator: ", "))."
    case .onlyOfFolder(let options):
      "These options need --files, not a file: \(options.joined(separator: ", "))."
    case .column(let part, let fields):
      "--columns: \(part.printable) is not a field and a column, like title=Title. The fields are \(fields.joined(separator: ", "))."
    case .field(let text):
      "--start-field: \(text.printable) cannot be the name of a field. Write it like statut_initial."
    case .amount(let text):
      "--amount: \(text.printable) is not an amount. Write it like 8.30."
    case .needsReason: "--because needs a reason."
    case .notAPaper: "The name must end in .pdf or .txt, or be -."
    case .labels(let text):
      "--labels: \(text.printable) is not a sheet of labels. Write it like 3x8, at most 4x10."
    case .skip(let maximum): "--skip needs a number from 0 to \(maximum)."
    case .onlyOfLabels(let options):
      "Only loan-labels has these options: \(options.joined(separator: ", "))."
    case .notADrawing: "The name must end in .svg or .pdf."
    case .clockOffset(let hours):
      "Write a difference like +01:00 (at most \(hours):00), or the date and time now, like 2026-11-25T14:30."
    case .clockOffsetTooLarge(let hours):
      "--clock-offset can add at most \(hours) hours. First set the computer's clock closer to that date."
    }
  }
}
