/// An option or an argument of a command that `--help` explains.
package enum Parameter: CaseIterable, Sendable {
  // Of several commands.

  /// `--files`: the folder of the station's files.
  case files
  /// `--language`.
  case language
  /// `--config`, the settings file, and `--no-settings`, which reads none.
  case config, noSettings
  /// `--copy-to`: the folder for a copy of the journal.
  case copyTo
  /// `--share`: the database that desks share.
  case share
  /// `--ledger`: the list of what is in a kit or was uploaded.
  case ledger
  /// `--clock-offset`: the correction of a wrong clock.
  case clockOffset
  /// `--format`: text, a table, CSV or JSON.
  case format
  /// Files like OffCirc.dat.
  case dataFiles
  /// One file like OffCirc.dat.
  case dataFile
  /// `--trust-clock`: the clock is right, though files have later dates.
  case trustClock

  // Of the window.

  /// `--desk`: the name in the title of the window.
  case desk
  /// `--bell`: the occasions of the beep.
  case bell
  /// `--theme`: the colours.
  case theme
  /// `--learn`: doubt numbers that differ from those seen so far.
  case learn
  /// `--kiosk`: the computer is for the station alone.
  case kiosk

  // Of one command.

  /// check `--since`: earlier lines are findings.
  case since
  /// list `--unsaved`: what is not in OffCirc.dat yet.
  case unsaved
  /// list `--doubtful`: what was confirmed although it looked wrong.
  case doubtful
  /// list `--against`: what was recorded in spite of lists, or of other desks.
  case against
  /// list `--deleted`: what was removed from the list.
  case deleted
  /// list `--item`: only this item.
  case item
  /// list `--borrower`: only this borrower.
  case borrower
  /// list `--from`: only from a time on.
  case from
  /// list `--to`: only up to a time.
  case to
  /// recover: a folder with a journal, or the journal.
  case source
  /// recover `--share`: the journal comes from the shared database.
  case fromShare
  /// check, merge and kit `--share`: the files come from the shared database.
  case sharedFiles
  /// share fetch `--output`: the folder; share lists `--publish`.
  case fetchedFolder, publishedLists
  /// sheet `--output`.
  case sheet
  /// settings `--example`: a file that explains all settings.
  case example
  /// settings `--system`: the example for all users.
  case system
  /// ready `--quiet`: only what needs somebody.
  case quiet
  /// drill `--sheet`: the file of the barcodes.
  case practiceSheet
  /// drill: `--name` of who does it, `--short`, and `--history` of what was done.
  case drillName, shortDrill, drillHistory
  /// guide: its name.
  case guide
  /// manual: the name of a page.
  case manualPage
  /// manual `--output`: a folder of pages.
  case manualFolder
  /// rehearse `--as`: the library system.
  case librarySystem
  /// rehearse `--report`: a file for the expected messages.
  case expectedReport
  /// rehearse `--compare`: the library system's report.
  case comparedReport
  /// fix `--decisions`: the file that decisions are kept in.
  case decisions
  /// fix `--decide`: a decision to record.
  case decide
  /// fix `--why`: the reason for it.
  case why
  /// account: `--report` with the uploaded file, `--output`, and `--to-do`.
  case accountReport, accountFile, toDoFile
  /// morning `--output`.
  case morningFolder
  /// merge `--output`.
  case mergedFile
  /// kit `--output`.
  case kitFolder
  /// kit `--desk`: the circulation desk of files without one.
  case kitDesk
  /// kit `--as`: the library system that it is for.
  case kitSystem
  /// kit `--start-field`: PMB's field for the state at the start of a loan.
  case startField
  /// kit `--again`: include lines that are in a kit already.
  case again
  /// kit `--rest`: leave them out.
  case rest
  /// reconcile: the library system's report on the upload.
  case report
  /// reconcile: the uploaded file.
  case uploadedFile
  /// reconcile `--output`: a folder for the list of what to do.
  case worklist
  /// reconcile `--retry`: a file for the corrected lines.
  case retry
  /// archive `--uploaded`: it was, although the ledger does not have it.
  case uploaded
  /// archive `--report`: a report, or a worklist, to be archived too.
  case archivedReport
  /// archive `--kit`: the place of a kit that was moved.
  case kit
  /// archive `--damaged`: although the journal is.
  case damaged
  /// archive `--restore`.
  case restore
  /// archive: the name of what is restored.
  case archiveName
  /// purge `--older-than`: a minimum age.
  case olderThan
  /// purge `--yes`: without a question.
  case yes
  /// redate `--output`.
  case redatedFile
  /// redate `--first`: the right time of the first line.
  case first
  /// redate `--by`: what is added to each date.
  case by
  /// redate `--lines`: only these.
  case lines
  /// convert: offline files of any of the systems.
  case offlineFiles
  /// convert `--to`: the system that is to take the new file.
  case target
  /// convert `--from`: the system whose files they are.
  case sourceSystem
  /// convert `--output`: a file, or a folder of files.
  case convertedFile
  /// convert `--zone`: the time zone of local times.
  case zone
  /// convert `--date`: the time of rows without one.
  case rowTime
  /// convert `--due`: a due date for loans without one, or none for all.
  case due
  /// convert `--stat`: Sierra's statistics group.
  case group
  /// convert `--accept-losses`: rows may be missing.
  case acceptLosses

  // Of the catalogue.

  /// `--catalogue`: the catalogue's file.
  case catalogue
  /// catalogue import: files that another system has exported.
  case lists
  /// catalogue import `--kind`.
  case listKind
  /// catalogue import `--preview`: show and change nothing.
  case preview
  /// catalogue import `--columns`: the columns of the fields.
  case columns
  /// catalogue import `--not-for-loan`: a policy or a status.
  case notForLoan
  /// catalogue import `--complete`: what the list lacks is gone.
  case complete
  /// catalogue import `--rejects`: a file for the rows that are left out.
  case rejects
  /// catalogue import `--level`: the personal data that is kept.
  case level
  /// catalogue import `--exported`: the day of the export.
  case exported
  /// catalogue find: beginnings of words in titles.
  case words
  /// catalogue item: the number on the item.
  case knownItem
  /// catalogue borrower: the number on the card.
  case knownBorrower
  /// catalogue erase `--borrowers`: only lists of borrowers and loans.
  case onlyBorrowers

  // Of the fines.

  /// `--class`: only what is of a class.
  case schoolClass
  /// handout: the class that gets its books.
  case handOutClass
  /// fines `--open`: only those that are not settled.
  case open
  /// fines pay, fines waive: the number of the fine.
  case fine
  /// fines pay `--amount`: the amount that was paid.
  case amount
  /// fines waive `--because`: the reason.
  case because

  // Of the papers.

  /// papers: what is printed.
  case paper
  /// papers `--output`.
  case paperFile
  /// papers `--class`: the pupils of a class.
  case paperClass
  /// papers `--borrower`: a single pupil.
  case paperBorrower
  /// papers `--labels`: the columns and rows of a sheet of labels.
  case labels
  /// papers `--skip`: the labels that the first sheet lacks.
  case skip
  /// slip: the number on the card.
  case slipCard
  /// slip `--last`: the borrower of the last transaction.
  case slipLast
  /// slip `--session`: all transactions of the day.
  case slipSession
  /// slip `--output`.
  case slipFile
  /// slip `--printer`.
  case slipPrinter
  /// slip `--width`: the width of the paper.
  case slipWidth
  /// wear `--by`: the year of first circulation, or the title.
  case wearGrouping
  /// closing `--date`: the day on which all copies had to be back.
  case returnDate
  /// closing `--final`: the charges can't change any more.
  case finalCharges

  // Of the copies.

  /// copies: a number, or the first and the last of a range.
  case copyNumbers
  /// copies list `--title`: words of a title.
  case wantedTitle
  /// copies list `--status`: a state.
  case wantedStatus
  /// copies list `--on-loan`: only copies that are lent.
  case onLoan
  /// copies list `--all`: also what is not counted.
  case allCopies
  /// copies list `--titles`: counts for each title.
  case byTitle
  /// copies add, copies edit `--title`.
  case copyTitle
  /// copies add, copies edit `--author`.
  case copyAuthor
  /// copies add, copies edit `--call-number`.
  case callNumber
  /// copies add `--course`: a course of the settings.
  case course
  /// copies add `--grade`: the year of the course.
  case grade
  /// copies add, copies edit `--price`.
  case copyPrice
  /// copies add, copies edit `--fee`.
  case copyFee
  /// copies add, copies edit `--section`.
  case section
  /// copies add, copies edit `--location`.
  case location
  /// copies add, copies edit `--owner`.
  case owner
  /// copies add, copies edit `--support`.
  case support
  /// copies add, copies edit `--year`: of first circulation.
  case firstYear
  /// copies add, copies edit `--parts`.
  case parts
  /// copies add, copies edit `--note`.
  case copyNote
  /// copies add, copies edit `--status`.
  case copyStatus
  /// copies edit `--initial-status`.
  case initialStatus
  /// copies add, copies edit `--two-year`.
  case twoYear
  /// copies add, copies edit `--not-for-loan`.
  case copyNotForLoan
  /// copies add, edit, import `--force`: although a rule advises otherwise.
  case force
  /// copies import: files with a list of copies.
  case copiesFile
  /// copies history `--output`.
  case historyFile
  /// copies delete `--exported`: the file that has the history.
  case exportedHistory
  /// copies delete `--yes`.
  case deletion
  /// borrowers list `--gone`: only those that the last complete list lacks.
  case onlyGone
  /// borrowers delete `--yes`.
  case borrowerDeletion
}

/// A reason to refuse a command line that the parser takes.
package enum OptionFault: Hashable, Sendable {
  /// An option has an empty text instead of a folder.
  case needsFolder(String)
  /// An option has an empty text instead of a file.
  case needsFile(String)
  /// `--desk` has an empty text.
  case needsDesk
  /// The name of a file or a folder is empty.
  case emptyName
  /// recover without a source, and without `--share`.
  case needsSource
  /// check, merge or kit without files, and without `--share`.
  case needsFiles
  /// Two options that exclude each other are given.
  case both(String, String)
  /// An option needs a single file.
  case onlyOneFile(String)
  /// A file is given, and the folder of a station too.
  case fileAndFolder
  /// An option is given without the other that it needs.
  case needs(String, String)
  /// Neither or both of two options are given.
  case notOneOf(String, String)
  /// `--restore` is given with other options.
  case onlyName
  /// A name is given without `--restore`.
  case nameWithoutRestore
  /// Options that do not apply to the archive.
  case notOfArchive([String])
  /// Options that need a folder, and not a file.
  case onlyOfFolder([String])
  /// `--columns` has a part that is not a field and a column; all fields.
  case column(String, fields: [String])
  /// The name of a drawing has another ending.
  case notADrawing
  /// A name can't be that of a field.
  case field(String)
  /// An amount can't be understood.
  case amount(String)
  /// The amount of an option can't be understood.
  case notAnAmount(String, of: String)
  /// One of two options is given without the other.
  case together(String, String)
  /// A title is empty.
  case needsTitle
  /// A decision can't be understood.
  case decision(String)
  /// No field is given that would change.
  case nothingToChange
  /// The name of a table has another ending.
  case notATable
  /// The reason for letting a borrower off is empty.
  case needsReason
  /// The name of a file of papers has another ending.
  case notAPaper
  /// A report is given without its file; a page has a name of another ending.
  case notReportAndFile(String)
  case notAPage
  /// A sheet of labels can't be understood, or has too many.
  case labels(String)
  /// Labels to be skipped, more than a sheet has; the maximum.
  case skip(maximum: Int)
  /// Options that apply to labels alone.
  case onlyOfLabels([String])
  /// The name of the file of a slip has another ending.
  case notASlip
  /// A text is not a printer.
  case notAPrinter(String)
  /// A time zone is not known.
  case zone(String)
  /// The statistics group is not from 1 to 999.
  case group(Int)
  /// The correction of the clock can't be understood; the maximum in hours.
  case clockOffset(maximumHours: Int)
  /// The correction of the clock exceeds the maximum, in hours.
  case clockOffsetTooLarge(maximumHours: Int)
}

/// The words of `--help` about options and arguments, and of wrong ones.
package protocol OptionWords {
  /// The sentence about an option or an argument.
  func help(for parameter: Parameter) -> String
  /// The word in the place of a value, as in `--files <folder>`.
  func name(of value: ValueName) -> String
  /// A reason to refuse a command line, and what to write.
  func sentence(_ error: OptionFault) -> String
}
